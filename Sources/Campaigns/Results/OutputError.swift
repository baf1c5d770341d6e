import SystemPackage

/// Why a result CSV cannot be written.
package struct OutputError: Error, Equatable, CustomStringConvertible {
    /// Where it should be.
    package let path: String
    /// Why not, without a full stop.
    package let cause: String

    /// What is wrong, in one sentence.
    package var message: String { "\(path) cannot be written: \(cause)." }

    /// The same as ``message``.
    package var description: String { message }

    /// - Parameter cause: without a full stop.
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
