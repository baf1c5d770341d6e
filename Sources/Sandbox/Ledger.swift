import FoundationEssentials

/// What the sandbox remembers: accepted messages, idempotency keys and the rate window.
///
/// The contract of the keys is `reference/telnyx-whatsapp.md` §6.1; records live as long as the sandbox, not 24 hours.
actor Ledger {
    private enum Record {
        case inProgress
        case accepted(index: Int)
    }

    private var messages: [Message] = []
    private var indexByID: [UUID: Int] = [:]
    private var records: [String: Record] = [:]
    /// Refused attempts by key, or by recipient where there is no key.
    private var failures: [String: Int] = [:]
    private var window: RateWindow?

    init(rateLimit: Int?) {
        window = rateLimit.map(RateWindow.init)
    }

    /// What a send may do after its checks.
    enum Turn: Sendable {
        /// Carry it out; `attempt` counts the refused ones before it.
        case execute(attempt: Int)
        /// Repeat the answer of this message.
        case replay(Message)
    }

    /// Takes one request out of the current second; `nil` when there is no limit.
    func takeQuota(at now: ContinuousClock.Instant = .now) -> Quota? {
        window?.take(at: now)
    }

    /// Reserves `key` until ``accept(_:)`` or ``fail(key:body:)``.
    ///
    /// - Throws: 10036 while the key is in progress, 10027 when it was accepted with other bytes.
    func begin(key: String?, body: SendBody) throws(Refusal) -> Turn {
        if let key {
            switch records[key] {
            case .inProgress: throw .keyInProgress
            case .accepted(let index) where messages[index].digest != body.digest: throw .keyReused
            case .accepted(let index): return .replay(messages[index])
            case nil: records[key] = .inProgress
            }
        }
        return .execute(attempt: failures[key ?? body.to, default: 0])
    }

    func accept(_ message: Message) {
        indexByID[message.id] = messages.endIndex
        if let key = message.key { records[key] = .accepted(index: messages.endIndex) }
        messages.append(message)
    }

    /// Frees `key`: after a refusal the same key is carried out as if it were new.
    func fail(key: String?, body: SendBody) {
        if let key { records[key] = nil }
        failures[key ?? body.to, default: 0] += 1
    }

    func message(_ id: UUID) -> Message? {
        indexByID[id].map { messages[$0] }
    }

    func deliveries() -> Deliveries {
        Deliveries(messages.map(Deliveries.Delivery.init))
    }
}
