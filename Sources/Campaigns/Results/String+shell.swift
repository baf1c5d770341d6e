extension String {
    /// The text as one word of a POSIX shell: in single quotes where it needs them.
    var quotedForShell: String {
        let isPlain = !isEmpty && utf8.allSatisfy { $0.isPlainInShell }
        return isPlain
            ? self : "'" + split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#) + "'"
    }
}

extension UInt8 {
    /// Letters, digits, and punctuation that no shell interprets.
    fileprivate var isPlainInShell: Bool {
        switch Unicode.Scalar(self) {
        case "a"..."z", "A"..."Z", "0"..."9", "-", "_", ".", "/", ":": true
        default: false
        }
    }
}
