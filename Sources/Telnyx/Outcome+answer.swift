package import NIOHTTP1

extension Outcome {
    /// What an answer means: a pure decision on status, headers and body (reference/telnyx-whatsapp.md §4).
    ///
    /// - Parameter now: seconds since 1970, for headers that name a time.
    package init(status: Int, headers: HTTPHeaders, body: [UInt8], now: Double) {
        switch status {
        case 200..<300: self = .success(status, body)
        case 401, 403: self = .denied(status, body)
        case 429: self = .tryLater(Outcome.reason(status, body), after: headers.pause(now: now))
        case 408, 500...: self = .ambiguous(Outcome.reason(status, body))
        case 400..<500: self = .clientError(status, headers, body, now)
        default: self = .ambiguous(.unexpected(status))
        }
    }

    private static func success(_ status: Int, _ body: [UInt8]) -> Outcome {
        guard let acceptance = Acceptance(body) else {
            return .ambiguous(
                Reason(code: "unreadable_answer", sentence: "The answer was HTTP \(status) without a message id."))
        }
        return .accepted(id: acceptance.data.id, waitSeconds: acceptance.data.waitSeconds)
    }

    /// What concerns some rows only must not stop a campaign: it would always stop there.
    private static func denied(_ status: Int, _ body: [UInt8]) -> Outcome {
        guard let envelope = ErrorEnvelope(body) else { return .account(.unreadable(status)) }
        guard let code = envelope.code(among: ErrorCodes.row) else { return .account(envelope.reason(status: status)) }
        return .refused(envelope.reason(status: status, code: code))
    }

    private static func clientError(_ status: Int, _ headers: HTTPHeaders, _ body: [UInt8], _ now: Double) -> Outcome {
        guard let envelope = ErrorEnvelope(body) else { return .ambiguous(.unreadable(status)) }
        if let code = envelope.code(among: ErrorCodes.account) {
            return .account(envelope.reason(status: status, code: code))
        }
        // 409 says "in progress" with one of these codes only.
        if let code = envelope.code(among: ErrorCodes.tryLater) {
            return .tryLater(envelope.reason(status: status, code: code), after: headers.pause(now: now))
        }
        let reason = envelope.reason(status: status)
        // A key that was used with other bytes: an earlier request under it may have gone out (§4.2).
        if status == 422, envelope.isAboutTheKey { return .ambiguous(reason) }
        return .refused(reason)
    }

    private static func reason(_ status: Int, _ body: [UInt8]) -> Reason {
        ErrorEnvelope(body)?.reason(status: status) ?? .unreadable(status)
    }
}

extension Outcome.Reason {
    static func unreadable(_ status: Int) -> Outcome.Reason {
        Outcome.Reason(
            code: "http_\(status)", sentence: "The answer was HTTP \(status) without an error that Telnyx would send.")
    }

    static func unexpected(_ status: Int) -> Outcome.Reason {
        Outcome.Reason(
            code: "http_\(status)",
            sentence: "The answer was HTTP \(status), which Telnyx does not send. Check --base-url and any proxy.")
    }
}

extension ErrorEnvelope {
    fileprivate var isAboutTheKey: Bool {
        errors.contains { $0.source?.pointer?.contains("Idempotency-Key") ?? false }
    }
}
