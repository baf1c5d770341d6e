/// What a variable's name may look like: a letter or `_`, then letters, digits, `_` and `-`, in any script.
enum Identifier {
    static func isStart(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "_" || scalar.properties.isXIDStart
    }

    static func isPart(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "-" || scalar.properties.isXIDContinue
    }

    static func isValid(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first else { return false }
        return isStart(first) && text.unicodeScalars.allSatisfy(isPart)
    }

    /// Lower case, with every run of characters other than letters and digits as one `_`, none at the ends:
    /// `"First Name"` becomes `first_name`.
    static func folded(_ text: String) -> String {
        var folded = ""
        var pendingGap = false
        for character in text.lowercased() {
            guard character.isLetter || character.isNumber else {
                pendingGap = true
                continue
            }
            if pendingGap && !folded.isEmpty { folded.append("_") }
            pendingGap = false
            folded.append(character)
        }
        return folded
    }
}
