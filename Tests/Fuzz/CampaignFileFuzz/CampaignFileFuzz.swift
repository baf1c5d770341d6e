import Foundation
import FuzzDriver
import SystemPackage

@testable import Campaigns

/// Opens arbitrary bytes as a campaign file: they are refused with a reason or read to their end, and what is no
/// campaign of ours is not changed by a single byte.
///
/// An input that begins with `!` and so many bytes changes a campaign file of ours instead: position, byte, position,
/// byte …
@main
enum CampaignFileFuzz {
    static func main() {
        precondition(!sample.isEmpty)
        unsafe runFuzzer { start, count in
            fuzz(unsafe Data(UnsafeBufferPointer(start: start, count: count)))
            return 0
        }
    }
}

/// When the sample's message was sent, and when its campaign goes on: milliseconds since 1970.
private let (begun, now) = (1_790_000_000_000, 1_790_000_060_000)

/// In memory, so that the disk does not slow the fuzzer down.
private let directory = FilePath("/dev/shm/campaign-fuzz-\(ProcessInfo.processInfo.processIdentifier)")
private let path = directory.appending("a.campaign")

/// A small campaign file that is complete.
private let sample: Data = {
    do {
        try FileManager.default.createDirectory(atPath: directory.string, withIntermediateDirectories: true)
        let record = CampaignRecord(
            uuid: "c0ffee", createdAt: 1, sender: "+15005550006", templateFile: "a.yaml", template: "type: text\n",
            recipientsFile: "a.csv", recipientsSHA256: "", header: Array("phone".utf8), delimiter: 0x2C,
            webhookURL: nil, messagingProfileID: nil, service: "this machine")
        let file = try CampaignFile.create(at: path, record)
        let row = PreparedRow(
            row: 1, line: 2, cells: Array("+12025551001".utf8)[...], recipient: "+12025551001",
            body: Array("{}".utf8)[...],
            status: .pending, reason: nil)
        try file.append([row], at: 1)
        try file.finishPreparing(sha256: "5ha", at: 2)
        try file.write { try Outbox.Change(row: 1, event: .intent, at: begun).write($0) }
        try file.end()
        return try Data(contentsOf: URL(filePath: path.string))
    } catch {
        fatalError("no sample: \(error)")
    }
}()

private func fuzz(_ input: Data) {
    let isChange = input.first == UInt8(ascii: "!")
    let bytes = isChange ? changed(sample, input.dropFirst()) : input
    do {
        try clear()
        try bytes.write(to: URL(filePath: path.string))
        read()
        resume()
        if isOurs(bytes) { return }
        let after = try Data(contentsOf: URL(filePath: path.string))
        precondition(after == bytes, "another program's file was changed")
    } catch {
        preconditionFailure("\(error)")
    }
}

/// Whether SQLite's header names this program: its application id stands at byte 68 (https://sqlite.org/fileformat.html).
private func isOurs(_ bytes: Data) -> Bool { bytes.dropFirst(68).prefix(4) == Data("camp".utf8) }

/// What `status` and `results` do.
private func read() {
    do {
        let reader = try CampaignReader.open(at: path)
        _ = try reader.record()
        _ = try reader.tally()
        try reader.writeResults { _ in }
        try reader.close()
    } catch {
        precondition(!"\(error)".isEmpty, "refused without a reason")
    }
}

/// What `resume` does up to the first message.
private func resume() {
    do {
        let file = try CampaignFile.open(at: path)
        _ = try file.service()
        let selection = SendingOptions.OnAmbiguous.retry.open.union([.failed, .unknown])
        _ = try file.survey(selection, .retry, at: now)
        _ = try file.countForgotten(at: now)
        try file.settleOrphans(.retry, at: now)
        for message in try file.write({ try OutboxMessage.fetch($0, after: 0, limit: 10, selection) }) {
            _ = Attempt(message: message, number: 2).isTooLate(at: now)
        }
        try file.settleOrphans(.hold, at: now)
        try file.close()
    } catch {
        precondition(!"\(error)".isEmpty, "refused without a reason")
    }
}

private func changed(_ data: Data, _ changes: Data) -> Data {
    var bytes = [UInt8](data)
    var rest = Array(changes)[...]
    while rest.count >= 3 {
        let place = Int(rest.removeFirst()) << 8 | Int(rest.removeFirst())
        bytes[place % bytes.count] = rest.removeFirst()
    }
    return Data(bytes)
}

private func clear() throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: directory.string) {
        try FileManager.default.removeItem(atPath: directory.appending(name).string)
    }
}
