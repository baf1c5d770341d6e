import Testing

@testable import WhatsApp

/// Mistakes in messages without buttons, one each: its code, and where it stands.
@Suite struct WrongMessageTests {
    @Test(
        arguments: [
            ("[]", .wrongKind, ""),
            (#""hello""#, .wrongKind, ""),
            ("{}", .missingField, ""),
            (#"{"type": 1}"#, .wrongKind, "type"),
            (#"{"type": "{{0}}", "text": {"body": "a"}}"#, .invalidValue, "type"),
            (#"{"type": "txt", "text": {"body": "a"}}"#, .unknownWord, "type"),
            (#"{"type": "text"}"#, .missingField, ""),
            (#"{"type": "text", "text": "Hello"}"#, .wrongKind, "text"),
            (#"{"type": "text", "text": {}}"#, .missingField, "text"),
            (#"{"type": "text", "text": {"body": ""}}"#, .missingValue, "text.body"),
            (#"{"type": "text", "text": {"body": " \n"}}"#, .missingValue, "text.body"),
            (#"{"type": "text", "text": {"body": null}}"#, .wrongKind, "text.body"),
            (#"{"type": "text", "text": {"body": ["a"]}}"#, .wrongKind, "text.body"),
            (#"{"type": "text", "text": {"body": true}}"#, .wrongKind, "text.body"),
            (message("text", #"{"body": "\#(String(repeating: "é", count: 4097))"}"#), .tooLong, "text.body"),
            (message("text", #"{"body": "a", "preview_url": "yes"}"#), .notABoolean, "text.preview_url"),
            (message("text", #"{"body": "a", "preview_url": 1}"#), .wrongKind, "text.preview_url"),
            (message("text", #"{"body": "a", "previewurl": true}"#), .unknownField, "text.previewurl"),
            (#"{"type": "text", "text": {"body": "a"}, "image": {}}"#, .unknownField, "image"),
            (#"{"type": "text", "text": {"body": "a"}, "context": {}}"#, .missingField, "context"),
            (
                #"""
                {"type": "text", "text": {"body": "a"}, "biz_opaque_callback_data": "\#(letters(513))"}
                """#,
                .tooLong, "biz_opaque_callback_data"
            ),
            (
                #"{"type": "reaction", "reaction": {"emoji": "a", "message_id": "w"}, "context": {}}"#, .unknownField,
                "context"
            ),
            (message("reaction", #"{"emoji": "👍"}"#), .missingField, "reaction"),
            (message("image", "{}"), .missingField, "image"),
            (message("image", #"{"link": "https://a.b/c", "id": "1"}"#), .conflict, "image"),
            (message("image", #"{"link": "ftp://a.b/c"}"#), .invalidURL, "image.link"),
            (message("image", #"{"link": "https:///c"}"#), .invalidURL, "image.link"),
            (message("image", #"{"link": "https://a.b/c d"}"#), .invalidURL, "image.link"),
            (
                message("image", #"{"link": "https://a.b/\#(String(repeating: "c", count: 2000))"}"#), .tooLong,
                "image.link"
            ),
            (message("video", #"{"link": "https://a.b/c", "file": "c"}"#), .unknownField, "video.file"),
            (message("audio", #"{"link": "https://a.b/c", "caption": "c"}"#), .unknownField, "audio.caption"),
            (message("sticker", #"{"link": "https://a.b/c", "caption": "c"}"#), .unknownField, "sticker.caption"),
            (
                message(
                    "document", #"{"link": "https://a.b/c", "caption": "\#(String(repeating: "c", count: 1025))"}"#),
                .tooLong, "document.caption"
            ),
            (message("location", #"{"latitude": "1"}"#), .missingField, "location"),
            (message("location", #"{"latitude": "90.1", "longitude": "1"}"#), .outOfRange, "location.latitude"),
            (message("location", #"{"latitude": "-91", "longitude": "1"}"#), .outOfRange, "location.latitude"),
            (message("location", #"{"latitude": 1, "longitude": 181}"#), .outOfRange, "location.longitude"),
            (message("location", #"{"latitude": "1,5", "longitude": "1"}"#), .notANumber, "location.latitude"),
            (message("location", #"{"latitude": "0x1", "longitude": "1"}"#), .notANumber, "location.latitude"),
            (message("location", #"{"latitude": "nan", "longitude": "1"}"#), .notANumber, "location.latitude"),
            (message("location", #"{"latitude": "1.", "longitude": "1"}"#), .notANumber, "location.latitude"),
            (message("location", #"{"lat": 1, "latitude": 1, "longitude": 1}"#), .unknownField, "location.lat"),
            (message("contacts", #"{"name": {}}"#), .wrongKind, "contacts"),
            (message("contacts", "[]"), .wrongCount, "contacts"),
            (message("contacts", "[{}]"), .missingField, "contacts[0]"),
            (message("contacts", #"[{"name": "Noor"}]"#), .wrongKind, "contacts[0].name"),
            (message("contacts", #"[{"name": {"first_name": "N"}}]"#), .missingField, "contacts[0].name"),
            (Sample.contact(#""birthday": "17.4.1990""#), .invalidValue, "contacts[0].birthday"),
            (Sample.contact(#""birthday": "1990-13-01""#), .invalidValue, "contacts[0].birthday"),
            (Sample.contact(#""phones": [{"wa_id": "+1500"}]"#), .invalidValue, "contacts[0].phones[0].wa_id"),
            (Sample.contact(#""phones": [{"number": "1"}]"#), .unknownField, "contacts[0].phones[0].number"),
            (Sample.contact(#""emails": "a@b.c""#), .wrongKind, "contacts[0].emails"),
            (Sample.contact(#""org": {"name": "x"}"#), .unknownField, "contacts[0].org.name"),
        ] as [Mistake])
    func `a mistake in a message without buttons has a code and a place`(mistake: Mistake) throws {
        try expect(mistake)
    }
}
