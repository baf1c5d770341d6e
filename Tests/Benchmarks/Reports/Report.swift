import FoundationEssentials
import SystemPackage

/// Results with the machine and the time at which they were measured.
struct Report<Results: Encodable>: Encodable {
    let machine = Machine()
    let date = Date.now.formatted(.iso8601)
    let results: Results

    init(_ results: Results) { self.results = results }

    func write(to workshop: Workshop, _ name: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .iso8601
        try encoder.encode(self).write(to: URL(filePath: workshop.path(name).string))
        print("JSON: \(workshop.path(name))")
    }
}
