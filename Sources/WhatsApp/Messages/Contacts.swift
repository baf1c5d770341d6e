/// Contact cards (reference/whatsapp-rules.md §1.1, reference/telnyx-whatsapp.md §2.3).
///
/// No source limits their texts, nor says that they may not be empty.
extension Shape {
    /// 257 at Meta, 5 in another description of its API: sources disagree.
    static let contacts = list(
        of: contact, 1...257, advised: ListShape.Advised(most: 5, why: "some sources allow 5 only"))

    private static let contact = object(
        "a contact",
        [
            .required("name", name, "the person's name"),
            .optional("birthday", text(0...Int.max, .date), "such as 1990-04-17"),
            .optional("org", organization, "where the person works"),
            .optional("phones", list(of: phone, 0...Int.max), "telephone numbers"),
            .optional("emails", list(of: email, 0...Int.max), "mail addresses"),
            .optional("urls", list(of: website, 0...Int.max), "websites"),
            .optional("addresses", list(of: address, 0...Int.max), "postal addresses"),
        ])

    private static let name = object(
        "a name",
        [
            .required("formatted_name", text(), "the whole name as it is shown"),
            .optional("first_name", anyText, "first name"),
            .optional("middle_name", anyText, "middle name"),
            .optional("last_name", anyText, "last name"),
            .optional("prefix", anyText, "such as Dr."),
            .optional("suffix", anyText, "such as Jr."),
        ],
        rules: [.betterOne(["first_name", "last_name", "middle_name", "prefix", "suffix"])])

    private static let organization = object(
        "an organization",
        [
            .optional("company", anyText, "its name"),
            .optional("department", anyText, "the department"),
            .optional("title", anyText, "the person's position"),
        ])

    private static let phone = object(
        "a telephone number",
        [
            .optional("phone", anyText, "the number"),
            .optional("type", anyText, "such as WORK or CELL"),
            .optional("wa_id", text(0...Int.max, .digits), "the WhatsApp number, digits without +"),
        ])

    private static let email = object(
        "a mail address",
        [.optional("email", anyText, "the address"), .optional("type", anyText, "such as WORK")])

    private static let website = object(
        "a website",
        [.optional("url", anyText, "its address"), .optional("type", anyText, "such as WORK")])

    private static let address = object(
        "a postal address",
        [
            .optional("street", anyText, "street and number"),
            .optional("city", anyText, "city"),
            .optional("state", anyText, "state"),
            .optional("zip", anyText, "postal code"),
            .optional("country", anyText, "country"),
            .optional("country_code", text(0...Int.max, advice: [.countryCode]), "ISO 3166, such as IE"),
            .optional("type", anyText, "such as HOME"),
        ])

    private static let anyText = text(0...Int.max)
}
