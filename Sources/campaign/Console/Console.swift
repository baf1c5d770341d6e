import Campaigns
import Glibc
import SystemPackage

/// The one place for each stream: data on standard output, everything else on standard error.
enum Console {
    /// A line for people.
    static func say(_ line: String) {
        write(line.printable + "\n", to: .standardError)
    }

    /// A line for people that is not worth waiting for: where standard error takes no more just now, it is left out.
    static func mention(_ line: String) {
        if FileDescriptor.standardError.isWritable { say(line) }
    }

    /// A line of data.
    static func printLine(_ line: String) throws(OutputError) {
        try printBytes(Array((line + "\n").utf8))
    }

    /// Bytes of data.
    static func printBytes(_ bytes: borrowing [UInt8]) throws(OutputError) {
        do {
            _ = try FileDescriptor.standardOutput.writeAll(bytes)
        } catch {
            throw OutputError(path: "Standard output", cause: "\(error)")
        }
    }

    /// Bytes of data, of which who reads them may have enough at any time: `head -1`.
    static func offerBytes(_ bytes: borrowing [UInt8]) throws {
        do {
            _ = try FileDescriptor.standardOutput.writeAll(bytes)
        } catch {
            throw error as? Errno == .brokenPipe
                ? NobodyReads() : OutputError(path: "Standard output", cause: "\(error)")
        }
    }

    static var hasLiveLine: Bool { isatty(STDERR_FILENO) == 1 }

    /// Replaces the live line of a terminal.
    static func showLive(_ line: String) {
        guard FileDescriptor.standardError.isWritable else { return }
        write("\r\u{1B}[K" + line.printable, to: .standardError)
    }

    private static func write(_ text: String, to descriptor: FileDescriptor) {
        do {
            _ = try descriptor.writeAll(text.utf8)
        } catch {
            // Nobody listens on standard error any more; the campaign goes on.
        }
    }

    /// Asks on the terminal.
    ///
    /// Only `y` and `yes` are a yes; a stop request is a no.
    static func ask(_ question: String, _ stop: StopSignal) async -> Bool {
        write(question.printable + " [y/N] ", to: .standardError)
        while stop.requested == nil {
            if FileDescriptor.standardInput.isReadable(within: .milliseconds(200)) {
                return ["y", "yes"].contains(readLine()?.lowercased() ?? "")
            }
            // On a single core whoever asks for the stop needs this thread.
            await Task.yield()
        }
        say("")
        return false
    }
}

/// Whoever read standard output has had enough.
struct NobodyReads: Error {}

extension String {
    /// The text without what could steer a terminal, or turn the direction of what follows: control and format
    /// characters are replaced, but for line breaks, tabs and the joiners of scripts and emoji.
    var printable: String {
        let isPlain = { (scalar: Unicode.Scalar) in
            switch scalar {
            case "\n", "\t", "\u{200C}", "\u{200D}": return true
            default:
                let category = scalar.properties.generalCategory
                return ![.control, .format, .lineSeparator, .paragraphSeparator].contains(category)
            }
        }
        if unicodeScalars.allSatisfy(isPlain) { return self }
        var text = String.UnicodeScalarView()
        for scalar in unicodeScalars { text.append(isPlain(scalar) ? scalar : "\u{FFFD}") }
        return String(text)
    }
}
