import FoundationEssentials

/// How many rows stand where.
struct Counts: Decodable, Equatable {
    var rows: Int
    var accepted = 0
    var failed = 0
    var rejected = 0
    var skipped = 0
    var unknown = 0
    var pending = 0
}

/// What `--format json` prints, in `status` and at the end of a run.
struct Report: Decodable {
    let counts: Counts
    let campaign: String?
    let results: String?
    let stopped: String?
    let message: String?
    let seconds: Double?
    let id: String?
    let createdAt: String?
    let from: String?
    let template: String?
    let recipients: String?
    let recipientsSHA256: String?

    init(_ json: String) throws {
        self = try JSONDecoder().decode(Report.self, from: Data(json.utf8))
    }

    init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        counts = try Counts(from: decoder)
        seconds = try values.decodeIfPresent(Double.self, forKey: .seconds)
        let text = { (key: CodingKeys) in try values.decodeIfPresent(String.self, forKey: key) }
        campaign = try text(.campaign)
        results = try text(.results)
        stopped = try text(.stopped)
        message = try text(.message)
        id = try text(.id)
        createdAt = try text(.createdAt)
        from = try text(.from)
        template = try text(.template)
        recipients = try text(.recipients)
        recipientsSHA256 = try text(.recipientsSHA256)
    }

    private enum CodingKeys: String, CodingKey {
        case campaign, results, stopped, message, seconds, id, from, template, recipients
        case createdAt = "created_at"
        case recipientsSHA256 = "recipients_sha256"
    }
}
