/// Telnyx's answer to a message that it takes, the echo of the message left out.
///
/// The same for every message: `campaign` looks at the id and keeps it, whatever it is.
enum Answer {
    static let accepted =
        #"{"data":{"record_type":"message","direction":"outbound","id":"7a3d5c52-6c1e-4b0d-8f5e-1d2a9c4b7e10","#
        + #""type":"WHATSAPP","organization_id":"0b0f7c7e-9a51-4a3e-8a37-6a1f2f0e5d11","#
        + #""messaging_profile_id":"1c8d2f60-77b0-4d0c-9a63-2f4e8b7a6c22","#
        + #""from":{"phone_number":"+15005550100","carrier":"Telnyx","line_type":"Wireless"},"#
        + #""to":[{"phone_number":"+15005550123","status":"queued","carrier":"","line_type":""}],"#
        + #""encoding":"utf-8","received_at":"2026-11-03T09:12:44.120Z","wait_seconds":0.0}}"#
}
