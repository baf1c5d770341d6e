/// Something wrong with a template's text.
package struct Mistake: Error, Sendable, Equatable {
    /// Where it is, in UTF-8 bytes from the start of the text.
    package let offset: Int
    /// What is wrong, and what to do: one or two sentences.
    package let message: String

    /// - Parameter offset: in bytes of UTF-8 from the beginning of the text.
    package init(offset: Int, message: String) {
        self.offset = offset
        self.message = message
    }
}

/// Everything wrong with one template, in the order of its text; never empty.
package struct Mistakes: Error, Sendable, Equatable {
    /// In the order of the text, at least one.
    package let all: [Mistake]

    /// - Parameter all: at least one.
    package init(_ all: [Mistake]) {
        self.all = all
    }
}
