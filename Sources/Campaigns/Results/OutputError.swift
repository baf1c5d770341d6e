/// Why a result CSV cannot be written.
package struct OutputError: Error, Equatable, CustomStringConvertible {
    package let path: String
    package let cause: String

    /// What is wrong, in one sentence.
    package var message: String { "\(path) cannot be written: \(cause)." }

    package var description: String { message }

    package init(path: String, cause: String) {
        self.path = path
        self.cause = cause
    }
}
