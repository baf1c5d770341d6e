import SystemPackage

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
    /// Runs `body`, whose errors are about the file at `path`.
    static func mapping<Value>(_ path: FilePath, _ body: () throws -> Value) throws(OutputError) -> Value {
        do {
            return try body()
        } catch let error as OutputError {
            throw error
        } catch {
            throw OutputError(path: path.string, cause: "\(error)")
        }
    }
}
