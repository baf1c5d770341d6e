/// Why a result CSV cannot be written.
package struct OutputError: Error, Equatable {
    package let path: String
    package let cause: String

    /// What is wrong, in one sentence.
    package var message: String { "\(path) cannot be written: \(cause)." }

    package init(path: String, cause: String) {
        self.path = path
        self.cause = cause
    }
}
