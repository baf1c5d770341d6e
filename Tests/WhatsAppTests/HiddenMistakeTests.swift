import Testing

@testable import WhatsApp

/// A mistake in the word that decides, or in a field's name, hides none of those below.
@Suite struct HiddenMistakeTests {
    typealias Hidden = (message: String, found: [(Problem.Code, Path)])

    private static let parameter: Path = "template.components[0].parameters[0]"

    @Test(
        arguments: [
            // The nearest word.
            (
                #"{"type": "Text", "text": {"boddy": "a"}}"#,
                [
                    (.unknownWord, "type"), (.missingField, "text"), (.unknownField, "text.boddy"),
                ]
            ),
            (
                template(body(#"{"type": "txt", "text": ""}"#)),
                [
                    (.unknownWord, "template.components[0].parameters[0].type"),
                    (.missingValue, "template.components[0].parameters[0].text"),
                ]
            ),
            // The fields that are there.
            (#"{"image": {"link": "a"}}"#, [(.missingField, ""), (.invalidURL, "image.link")]),
            (#"{"type": "sms", "image": {"link": "a"}}"#, [(.unknownWord, "type"), (.invalidURL, "image.link")]),
            (#"{"type": 1, "image": {"link": "a"}}"#, [(.wrongKind, "type"), (.invalidURL, "image.link")]),
            (#"{"type": "{{0}}", "image": {"link": "a"}}"#, [(.invalidValue, "type"), (.invalidURL, "image.link")]),
            (
                template(#"{"sub_type": "url", "index": 10, "parameters": [{"text": ""}]}"#),
                [
                    (.missingField, "template.components[0]"), (.outOfRange, "template.components[0].index"),
                    (.missingField, "template.components[0].parameters[0]"),
                    (.missingValue, "template.components[0].parameters[0].text"),
                ]
            ),
            // A name that none of the words knows.
            (
                #"{"type": "interactive", "interactive": {"typ": "knob", "body": {"text": "a"}}}"#,
                [(.missingField, "interactive"), (.unknownField, "interactive.typ")]
            ),
            // The word in a field that is nearly called so.
            (
                #"{"type": "interactive", "interactive": {"typ": "button", "body": {"text": ""}}}"#,
                [
                    (.missingField, "interactive"), (.missingField, "interactive"),
                    (.missingValue, "interactive.body.text"), (.unknownField, "interactive.typ"),
                ]
            ),
            // Nobody can tell: what is the same for all is checked.
            (
                #"{"type": "sms", "biz_opaque_callback_data": [], "context": {}}"#,
                [
                    (.unknownWord, "type"), (.wrongKind, "biz_opaque_callback_data"),
                ]
            ),
            (
                template(#"{"type": "x", "parameters": [{"text": ""}]}"#),
                [(.unknownWord, "template.components[0].type")]
            ),
            // The nearest field.
            (
                message("text", #"{"boddy": "\#(letters(4097))"}"#),
                [
                    (.missingField, "text"), (.unknownField, "text.boddy"), (.tooLong, "text.boddy"),
                ]
            ),
            (
                message("image", #"{"id": "1", "url": "a"}"#),
                [(.unknownField, "image.url"), (.invalidURL, "image.url")]
            ),
        ] as [Hidden])
    func `a mistake hides none of those below it`(hidden: Hidden) throws {
        let tree = try Tree(hidden.message)
        var check = ShapeCheck(now: present)
        #expect(check.typed(tree.root, as: .message) == nil)
        #expect(check.errors.map { Found($0) } == hidden.found.map { Found($0, $1, in: tree) })
    }
}
