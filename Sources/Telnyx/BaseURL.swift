internal import FoundationEssentials

/// Where requests go: Telnyx, or a stand-in.
///
/// The key crosses a network only encrypted.
package struct BaseURL: Sendable, Equatable, CustomStringConvertible {
    /// Without a slash at the end.
    package let description: String

    /// Why a text is no base URL, in one sentence.
    package struct Invalid: Error, Equatable {
        /// One or two sentences: what is wrong, and what to do.
        package let message: String
    }

    /// Telnyx's production API, version 2 (reference/telnyx-whatsapp.md §1).
    package static let telnyx = BaseURL(unchecked: "https://api.telnyx.com/v2")

    private init(unchecked text: String) { self.description = text }

    /// Takes `https` addresses, and `http` ones of this machine.
    package init(_ text: String) throws(Invalid) {
        guard text.utf8.count <= 2000, let url = URL(string: text), let scheme = url.scheme?.lowercased(),
            let host = url.host?.lowercased(),
            !host.isEmpty,
            url.query == nil, url.fragment == nil, url.user == nil, (1...65_535).contains(url.port ?? 443)
        else {
            throw Invalid(message: "'\(text)' is not an address of the form https://host/v2.")
        }
        switch scheme {
        case "https": break
        case "http" where BaseURL.isThisMachine(host): break
        case "http":
            throw Invalid(
                message: "'\(text)' would send the API key unencrypted. Use https; http is for this machine only.")
        default: throw Invalid(message: "'\(text)' begins with neither https:// nor http://.")
        }
        self.description = String(text.trimmingSlashes)
    }

    /// Which service this is: a host, or this machine, whatever its port.
    var service: String {
        guard let url = URL(string: description), let host = url.host?.lowercased() else { return description }
        if BaseURL.isThisMachine(host) { return "this machine" }
        // Without encryption only this machine is spoken to.
        return host + (url.port.flatMap { $0 == 443 ? nil : ":\($0)" } ?? "")
    }

    /// Whether what is sent crosses the network encrypted.
    package var isEncrypted: Bool { description.prefix(6).lowercased() == "https:" }

    /// Whether anything follows the host.
    package var hasPath: Bool { description.split(separator: "/", maxSplits: 2).count > 2 }

    /// The endpoint that takes messages.
    var messages: String { description + "/messages/whatsapp" }

    private static func isThisMachine(_ host: String) -> Bool {
        host == "localhost" || host == "::1" || host == "[::1]"
            || host.hasPrefix("127.")
                && host.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E }
    }
}

extension String {
    fileprivate var trimmingSlashes: Substring {
        var rest = self[...]
        while rest.hasSuffix("/") { rest.removeLast() }
        return rest
    }
}
