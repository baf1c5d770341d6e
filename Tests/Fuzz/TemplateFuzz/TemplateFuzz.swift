import Foundation
import FuzzDriver
import Liquid

@testable import Campaigns

/// Feeds arbitrary text to the template compiler: it is refused with findings, or renders JSON for every row that it
/// does not refuse.
@main
enum TemplateFuzz {
    static func main() {
        unsafe runFuzzer { start, count in
            unsafe fuzz(text(start, count))
            return 0
        }
    }
}

private func fuzz(_ text: String) {
    let columns = ["first_name", "order_id", "image_url", "weekend"]
    do {
        let template = try MessageTemplate(
            TemplateFile(name: "fuzz.yaml", text: text), columns: columns, createdAt: 1_800_000_000_000)
        check(template, ["ada", "A-1", "https://media.example.com/1.jpg", "yes"])
        check(template, ["", "", "", ""])
        check(template, ["\"\\\u{0}\n{{ order_id }}", "{\"a\":1}", "http://x", "\u{202E}"])
    } catch {
        precondition(error != .wrong([]), "refused without a finding")
    }
}

private func check(_ template: MessageTemplate, _ cells: [String]) {
    var body: [UInt8] = []
    let findings = template.render(into: &body, now: Now(secondsSince1970: 1_800_000_000)) { Value(cell: cells[$0]) }
    guard findings.problems.isEmpty else { return }
    do {
        _ = try JSONSerialization.jsonObject(with: Data(body), options: .fragmentsAllowed)
    } catch {
        preconditionFailure("not JSON: \(String(decoding: body, as: UTF8.self))")
    }
}
