import FoundationEssentials

/// One accepted send: what is needed to answer for it again, and no more, for there may be a million.
struct Message: Sendable {
    let id: UUID
    let key: String?
    let from: String
    let to: String
    let profileID: String?
    let digest: Int
    let waitSeconds: Double
    let receivedAt: Date

    /// The id as answers spell it.
    var idText: String { id.uuidString.lowercased() }

    /// A new message; its id is the one thing that does not come from the seed, because no two may ever be equal.
    init(_ body: SendBody, key: String?, reply: Reply, receivedAt: Date) {
        id = UUID()
        self.key = key
        from = body.from
        to = body.to
        profileID = body.profileID
        digest = body.digest
        waitSeconds = if case .queued(let seconds) = reply { seconds } else { 0 }
        self.receivedAt = receivedAt
    }
}
