import Liquid

/// 2026-07-03 10:05:09 UTC, a Friday.
let now = Now(secondsSince1970: 1_783_073_109)

/// A template rendered for one row of text cells; an empty cell is nil.
func rendered(
    _ source: String, _ row: KeyValuePairs<String, String> = [:], mode: Mode = .strict
) throws -> String {
    let cells = row.map { Value(cell: $0.value) }
    let template = try Template(parsing: source, names: Names(columns: row.map(\.key)), mode: mode)
    return try template.text(now: now) { cells[$0] }
}

/// The mistakes in a template, as `offset: message`.
func mistakes(
    in source: String, columns: [String] = [], mode: Mode = .strict
) -> [String] {
    do throws(Mistakes) {
        _ = try Template(parsing: source, names: Names(columns: columns), mode: mode)
        return []
    } catch {
        return error.all.map { "\($0.offset): \($0.message)" }
    }
}

/// The error of rendering a template for one row, as its sentence; nil when there is none.
func renderError(_ source: String, _ row: KeyValuePairs<String, String> = [:], mode: Mode = .strict) throws -> String? {
    do {
        _ = try rendered(source, row, mode: mode)
        return nil
    } catch let error as RenderError {
        return error.description
    }
}
