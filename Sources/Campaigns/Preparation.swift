import CSV
import Glibc
import Liquid
import SystemPackage
import WhatsApp

/// *Prepare*: every row rendered and checked before anything is sent.
///
/// Only a few batches of rows are in memory at a time.
struct Preparation: ~Copyable {
    private var recipients: RecipientsFile
    /// One for each batch that is rendered at a time: what several cores read at once, they count their references to
    /// in turns, which costs a third of the time.
    private let renderers: [RowRenderer]
    private var preparer: RowPreparer
    /// What the campaign file says of its origin; its hash is known at the end.
    let record: CampaignRecord
    /// What deserves a look in the template.
    let warnings: [Finding]

    /// Opens the recipients and compiles the template.
    ///
    /// - Parameter keepsCells: Whether the rows' own cells are wanted beside the requests.
    /// - Throws: `InputError`, or `Refusal.signal` once a stop is asked for.
    init(_ source: CampaignSource, keepsCells: Bool = true, _ stop: StopSignal) async throws {
        let recipients = try await RecipientsFile(source.recipients, stop)
        let replaced = recipients.header.replaced.map { Finding.replaced($0, in: recipients.name) }
        let message = try source.message(for: recipients.header, replaced)
        if source.isStrict, !message.warnings.isEmpty {
            throw InputError.wrong(message.warnings + [.strict(in: source.template.name)])
        }
        let copies = try (1..<Self.batchesAtOnce).map { _ in try source.message(for: recipients.header, []) }
        self.renderers = ([message] + copies).map {
            RowRenderer(
                header: recipients.header, delimiter: recipients.delimiter, template: source.request($0),
                keepsCells: keepsCells)
        }
        self.warnings = replaced + message.warnings + source.warnings(message)
        self.preparer = RowPreparer(file: recipients.name)
        self.record = CampaignRecord(source, recipients.header, recipients.delimiter)
        self.recipients = recipients
    }

    /// Hands all rows to `take`, batch by batch in the file's order; they are rendered on all cores.
    ///
    /// - Throws: `InputError`, `Refusal.signal` once a stop is asked for, after the rows before it, and what `take`
    ///   throws.
    mutating func forEachBatch(_ take: (PreparedBatch) throws -> Void) async throws {
        try await withThrowingTaskGroup(of: (number: Int, batch: RenderedBatch).self) { group in
            var rendered: [Int: RenderedBatch] = [:]
            var end: Result<Void, any Error>?
            var started = 0
            var taken = 0
            while true {
                while end == nil, started < taken + Self.batchesAtOnce {
                    do {
                        guard let rows = try await recipients.next() else {
                            end = .success(())
                            break
                        }
                        // The batches under way have numbers in a row, so no two of them share a renderer.
                        let renderer = renderers[started % renderers.count]
                        group.addTask { [started] in (started, renderer.render(rows)) }
                        started += 1
                    } catch {
                        end = .failure(error)
                    }
                }
                while rendered[taken] == nil, let next = try await group.next() { rendered[next.number] = next.batch }
                guard let batch = rendered.removeValue(forKey: taken) else { break }
                try take(preparer.prepare(batch))
                taken += 1
            }
            try end?.get()
        }
    }

    /// One for each core, and one that is read ahead.
    private static let batchesAtOnce = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) + 1

    /// What deserves a look in the rows, each kind once with its count.
    var rowWarnings: [Finding] {
        preparer.rows == 0 ? [.nobody(in: recipients.name)] : preparer.warnings.findings
    }

    /// The hash of the recipients file, once all rows have been read.
    var sha256: String { recipients.sha256 }
}

extension CampaignSource {
    /// The template compiled for a file's columns.
    ///
    /// - Parameter doubts: about the columns, which may explain its mistakes.
    fileprivate func message(for header: RecipientsHeader, _ doubts: [Finding]) throws -> MessageTemplate {
        do {
            return try MessageTemplate(template, columns: header.columns, createdAt: createdAt)
        } catch InputError.wrong(let findings) {
            throw InputError.wrong(doubts + findings)
        }
    }

    fileprivate func request(_ message: MessageTemplate) -> RequestTemplate {
        RequestTemplate(
            sender: sender, message: message, now: Now(secondsSince1970: createdAt / 1000), webhookURL: webhookURL,
            messagingProfileID: messagingProfileID)
    }

    /// What deserves a look before any row is read (reference/whatsapp-rules.md §6).
    fileprivate func warnings(_ message: MessageTemplate) -> [Finding] {
        guard message.isFreeForm else { return [] }
        return [
            Finding(
                file: template.name, severity: .warning, code: "free_form",
                message: "This message reaches only people who wrote to you within the last 24 hours. "
                    + "Everybody else needs an approved template.")
        ]
    }
}

extension Finding {
    fileprivate static func nobody(in file: String) -> Finding {
        Finding(
            file: file, severity: .warning, code: "no_rows",
            message: "There are no rows below the header: nobody gets a message.")
    }

    fileprivate static func replaced(_ column: String, in file: String) -> Finding {
        Finding(
            file: file, line: 1, severity: .warning, code: "replaced_column",
            message:
                "Column '\(column)' is left out, for the result CSV has one of this name. Rename it if it is your own.")
    }

    fileprivate static func strict(in file: String) -> Finding {
        Finding(file: file, code: "strict", message: "--strict is set, so a warning stops the run: nothing was sent.")
    }
}

extension CampaignRecord {
    fileprivate init(_ source: CampaignSource, _ header: RecipientsHeader, _ delimiter: CSVDelimiter) {
        var writer = CSVWriter(delimiter: delimiter)
        writer.write(header.columns)
        self.init(
            uuid: source.uuid, createdAt: source.createdAt, sender: source.sender.description,
            templateFile: source.template.name, template: source.template.text,
            recipientsFile: source.recipients.name, recipientsSHA256: "", header: Array(writer.bytes.dropLast()),
            delimiter: delimiter.byte, webhookURL: source.webhookURL, messagingProfileID: source.messagingProfileID)
    }
}
