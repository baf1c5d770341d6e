import FuzzDriver
import Liquid

/// Feeds arbitrary text to the placeholder language, in both modes: it parses or has mistakes, renders or has a reason,
/// and never crashes, hangs or outgrows its limits.
@main
enum LiquidFuzz {
    static func main() {
        unsafe runFuzzer { start, count in
            unsafe fuzz(text(start, count))
            return 0
        }
    }
}

private func fuzz(_ source: String) {
    let names = Names(columns: ["first_name", "First Name", "total", "city"])
    let cells = [Value.string("ada"), .null, .string("12.50"), .string("{{ total }}")]
    for mode in [Mode.strict, .lenient] {
        render(source, names, mode, cells)
        decide(source, names, mode, cells)
    }
}

private func render(_ source: String, _ names: Names, _ mode: Mode, _ cells: [Value]) {
    do {
        let template = try Template(parsing: source, names: names, mode: mode)
        let text = try template.text(now: Now(secondsSince1970: 1_800_000_000)) { cells[$0] }
        precondition(text.utf8.count <= 65_536, "the output outgrew its limit")
    } catch {
        // A mistake or a reason, which is what wrong text must lead to.
    }
}

private func decide(_ source: String, _ names: Names, _ mode: Mode, _ cells: [Value]) {
    do {
        let condition = try Condition(parsing: source, names: names, mode: mode)
        _ = try condition.holds(now: Now(secondsSince1970: 1_800_000_000)) { cells[$0] }
    } catch {
        // A mistake or a reason.
    }
}
