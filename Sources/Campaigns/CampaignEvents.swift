/// What a run has to say while it runs, and the one question it asks.
package protocol CampaignEvents {
    /// Mistakes and warnings, as they are found.
    func found(_ findings: [Finding])
    /// So many more rows are prepared.
    func prepared(_ rows: Int)
    /// How far sending is; called several times a second.
    func progressed(_ progress: Progress)
    /// Whether the messages that wait may be sent in this way.
    func confirm(_ waiting: Tally, _ sending: SendingOptions) async -> Bool
}
