/// Why nothing was sent although nothing was wrong with the files.
package enum Refusal: Error, Equatable {
    /// `--strict`, and so many rows were rejected.
    case strict(rejected: Int)
    /// The user said no.
    case declined
    /// A signal came before the first message.
    case signal(Int32)
}
