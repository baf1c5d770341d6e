/// What Telnyx's codes mean for a campaign, where the HTTP status does not tell.
enum ErrorCodes {
    /// "Too many requests", "resource is being processed" and "message queue full"
    /// (reference/telnyx-whatsapp.md §4.3, §4.4), Meta's rate limit of an account and throughput of a number
    /// (reference/whatsapp-rules.md §3): the same request may succeed after a pause.
    static let tryLater: Set<String> = ["10011", "10036", "40318", "80007", "130429"]

    /// The destination's region, country or owner: no trouble of the account, though the status may be 403
    /// (reference/telnyx-whatsapp.md §4.4, reference/whatsapp-rules.md §3).
    static let row: Set<String> = ["40309", "130403", "130497"]

    /// The account, its key, its funds, its sender or its messaging profile can't send, or requests as such are not
    /// taken: the same for every row.
    ///
    /// Codes about an id that is not found (10005, 10006, 10013, 10017, 10022) are not here: a row may have brought the
    /// id, and a campaign that always stops at this row would never end. As refusals they stop it when they come in a
    /// row.
    static let account: Set<String> = key.union([
        // Features, funds, verification (§4.3).
        "10038", "10039", "20012", "20013", "20014", "20015", "20016", "20017", "20100",
        // The method, the content type; a resource that is locked (§4.3).
        "10014", "10024", "10029", "10030", "10035",
        // The sender, its profile, its spending limit; sending blocked as spam (§4.4).
        "40003", "40013", "40015", "40305", "40311", "40312", "40313", "40314", "40315", "40320", "40321", "40331",
        "40333",
        // Meta's: credentials, restrictions, payment, registration (reference/whatsapp-rules.md §3).
        "131005", "131031", "131037", "131042", "131044", "131045", "131048", "131063", "131064", "133000", "133005",
        "133006", "133008", "133009", "133010", "133015", "133016", "134011",
    ])

    /// The key, or what it may do (reference/telnyx-whatsapp.md §4.3).
    static let key: Set<String> = ["10009", "10010", "20001", "20002", "20003", "20006", "20008"]
}
