import Liquid

@testable import Campaigns

/// The message for one row of cells, in the order of the columns, as JSON.
func rendered(_ template: TemplateFile, _ row: KeyValuePairs<String, String>) throws -> String {
    let compiled = try MessageTemplate(template, columns: row.map(\.key), createdAt: created)
    var body: [UInt8] = []
    let findings = compiled.render(into: &body, now: Now(secondsSince1970: created / 1000)) {
        Value(cell: row[$0].value)
    }
    guard findings.problems.isEmpty else { throw Problems(all: findings.problems) }
    return String(decoding: body, as: UTF8.self)
}

/// What is wrong with a row.
struct Problems: Error, Equatable {
    let all: [RowProblem]
}

/// Codes and messages of what is wrong with one row; none if nothing is.
func problems(_ template: String, _ row: KeyValuePairs<String, String>) throws -> [RowProblem] {
    do {
        _ = try rendered(TemplateFile(name: "a.yaml", text: template), row)
        return []
    } catch let error as Problems {
        return error.all
    }
}

/// The mistakes of a template for a file of these columns, without warnings.
func mistakes(_ template: String, columns: [String] = ["phone", "name"]) -> [Finding] {
    do throws(InputError) {
        _ = try MessageTemplate(TemplateFile(name: "a.yaml", text: template), columns: columns, createdAt: created)
        return []
    } catch {
        guard case .wrong(let findings) = error else { return [] }
        return findings.filter { $0.severity == .error }
    }
}
