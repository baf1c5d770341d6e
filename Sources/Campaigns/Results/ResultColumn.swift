/// The columns that a result CSV adds to the recipients' own.
package enum ResultColumn: String, CaseIterable, Sendable {
    case row = "message_row"
    case to = "message_to"
    case status = "message_status"
    case id = "message_id"
    case errorCode = "message_error_code"
    case error = "message_error"
    case attempts = "message_attempts"
    case updatedAt = "message_updated_at"

    /// The names, in their order.
    package static let names = allCases.map(\.rawValue)
}
