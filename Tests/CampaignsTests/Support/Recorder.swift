@testable import Campaigns

/// Remembers what a run says, and answers its question.
final class Recorder: CampaignEvents {
    private(set) var findings: [Finding] = []
    private(set) var rows = 0
    private(set) var asked: [Tally] = []
    private let consents: Bool
    private let whileSending: () -> Void

    init(consents: Bool = false, whileSending: @escaping () -> Void = {}) {
        self.consents = consents
        self.whileSending = whileSending
    }

    func found(_ findings: [Finding]) { self.findings += findings }
    func prepared(_ rows: Int) { self.rows += rows }
    func progressed(_ progress: Progress) { whileSending() }

    func confirm(_ waiting: Tally, _ sending: SendingOptions) async -> Bool {
        asked.append(waiting)
        return consents
    }
}
