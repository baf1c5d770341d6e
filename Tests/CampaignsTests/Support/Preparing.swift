import CSV
import SystemPackage
import Telnyx
import WhatsApp

@testable import Campaigns

extension TemplateFile {
    /// `Hi` and the name.
    static let hi = TemplateFile(name: "hi.yaml", text: "type: text\ntext: { body: \"Hi {{ name }}\" }\n")
}

/// All that *prepare* made of a file.
struct Prepared: Equatable {
    var rows: [PreparedRow] = []
    var findings: [Finding] = []
    /// Of the rows, and of the template.
    var warnings: [Finding] = []
    var header = ""
    var sha256 = ""
}

/// Prepares a small file, whatever is in it.
func prepared(
    _ csv: some Sequence<UInt8>, _ template: TemplateFile = .hi,
    _ change: (inout CampaignSource) -> Void = { _ in }
) async throws -> Prepared {
    try await withScratch { directory in
        let path = directory.appending("people.csv")
        try path.write(csv)
        var source = try CampaignSource.sample(path, template)
        change(&source)
        do {
            return try await drained(source)
        } catch InputError.wrong(let findings) {
            throw InputError.wrong(findings.map { $0.with(file: $0.file == path.string ? "people.csv" : $0.file) })
        }
    }
}

private func drained(_ source: CampaignSource) async throws -> Prepared {
    var preparation = try await Preparation(source, StopSignal())
    var result = Prepared()
    try await preparation.forEachBatch { batch in
        result.rows += batch.rows
        result.findings += batch.findings.map { $0.with(file: "people.csv") }
    }
    result.warnings = (preparation.warnings + preparation.rowWarnings).filter { $0.code != "free_form" }
    result.header = String(decoding: preparation.record.header, as: UTF8.self)
    result.sha256 = preparation.sha256
    return result
}

extension CampaignSource {
    static func sample(_ path: FilePath, _ template: TemplateFile = .hi) throws -> CampaignSource {
        CampaignSource(
            recipients: RecipientsOptions(path: path), template: template, sender: try PhoneNumber("+15005550006"),
            uuid: "c0ffee", createdAt: created)
    }
}

extension Finding {
    /// The same in another file: the directory of a test has a new name each time.
    func with(file: String) -> Finding {
        var finding = self
        finding.file = file
        return finding
    }
}

/// The request for a recipient of a text message.
func textRequest(to recipient: String, _ jsonText: String) -> String {
    #"{"from":"+15005550006","to":"\#(recipient)","type":"WHATSAPP","#
        + #""whatsapp_message":{"type":"text","text":{"body":"\#(jsonText)"}}}"#
}
