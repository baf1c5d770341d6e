import FoundationEssentials
import HTTPTypes
import Hummingbird

/// The sandbox's paths, and the way of one send through it.
struct SandboxResponder: HTTPResponder {
    private let options: SandboxOptions
    private let chance: Chance
    private let ledger: Ledger
    private let writer = AnswerWriter()

    init(options: SandboxOptions) {
        self.options = options
        chance = Chance(options)
        ledger = Ledger(rateLimit: options.rateLimit)
    }

    func respond(to request: Request, context: ConnectionContext) async throws -> Response {
        do {
            return try await route(request, context)
        } catch let refusal as Refusal {
            return try writer.response(refusal)
        }
    }

    private func route(_ request: Request, _ context: ConnectionContext) async throws -> Response {
        let path = request.uri.path
        switch path {
        case "/v2/messages/whatsapp":
            try request.require(.post)
            return try await send(request, context)
        case "/sandbox/deliveries":
            try request.require(.get)
            return try writer.response(await ledger.deliveries())
        case _ where path.hasPrefix("/v2/messages/"):
            try request.require(.get)
            return try await show(path.dropFirst("/v2/messages/".count), request)
        default:
            throw Refusal.notFound
        }
    }

    private func show(_ id: Substring, _ request: Request) async throws -> Response {
        try request.requireKey()
        guard let id = UUID(uuidString: String(id)), let message = await ledger.message(id) else {
            throw Refusal.notFound
        }
        return try writer.response(message)
    }

    private func send(_ request: Request, _ context: ConnectionContext) async throws -> Response {
        let arrival = Date.now
        try request.requireKey()
        guard let quota = await ledger.takeQuota() else { return try await execute(request, arrival, context) }
        guard quota.isGranted else {
            return try writer.response(Refusal.tooManyRequests, extra: quota.headers)
        }
        var response = try await execute(request, arrival, context)
        response.headers.append(contentsOf: quota.headers)
        return response
    }

    private func execute(_ request: Request, _ arrival: Date, _ context: ConnectionContext) async throws -> Response {
        try request.requireJSON()
        let body = try SendBody(await request.bytes(), at: arrival)
        let key = try request.idempotencyKey()
        let turn = try await ledger.begin(key: key, body: body)
        if options.latency > .zero { try await Task.sleep(for: options.latency) }
        switch turn {
        case .replay(let message):
            return try writer.response(message, body: body, isReplay: true)
        case .execute(let attempt):
            switch chance.outcome(to: body.to, attempt: attempt) {
            case .refused(let refusal):
                await ledger.fail(key: key, body: body)
                throw refusal
            case .accepted(let reply):
                let message = Message(body, key: key, reply: reply, receivedAt: arrival)
                await ledger.accept(message)
                return try await deliver(reply, of: message, body, context)
            }
        }
    }

    private func deliver(
        _ reply: Reply, of message: Message, _ body: SendBody, _ context: ConnectionContext
    ) async throws -> Response {
        switch reply {
        case .prompt, .queued:
            return try writer.response(message, body: body)
        case .late:
            try await Task.sleep(for: options.lateAnswer)
            return try writer.response(message, body: body)
        case .unreadable:
            return writer.unreadable
        case .none:
            try await context.cut()
        }
    }
}
