/// What a run has to say while it runs, and the one question it asks.
package protocol CampaignEvents {
    /// Mistakes and warnings, as they are found.
    func found(_ findings: [Finding])
    /// So many more rows are prepared.
    func prepared(_ rows: Int)
    /// How far sending is; called several times a second.
    func progressed(_ progress: Progress)
    /// Whether so many messages may be sent.
    func confirm(_ messages: Int, at rate: Rate) async -> Bool
}
