/// Why nothing was sent although the files could be read.
package enum Refusal: Error, Equatable {
    /// `--strict`, and so many rows were rejected; the result CSV says which, if there is one.
    case strict(rejected: Int, results: String?)
    /// The user said no.
    case declined
    /// The campaign belongs to another service than the one it would go to.
    case otherService(campaign: String, its: String, asked: String)
    /// A signal came before the first message.
    case signal(Int32)
}
