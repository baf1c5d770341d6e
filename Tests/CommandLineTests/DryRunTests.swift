import FoundationEssentials
import Testing

/// Promise: a dry run shows, byte for byte, what `send` posts.
@Suite(.timeLimit(.minutes(3))) struct DryRunTests {
    /// The recipients hold what JSON, Liquid and CSV could trip over.
    @Test(arguments: DifficultRecipients.all)
    func `the bodies are those that are sent`(_ recipients: DifficultRecipients) async throws {
        try await expectSameBytes(recipients.csv, recipients.template, rows: 3)
    }

    @Test(arguments: try Repository.templates) func `every template is sent as shown`(_ template: String) async throws {
        let sample = URL(filePath: Repository.sample("every-column.csv"))
        try await expectSameBytes(String(decoding: try Data(contentsOf: sample), as: UTF8.self), template, rows: 2)
    }

    private func expectSameBytes(_ csv: String, _ template: String, rows: Int) async throws {
        try await withScratch { scratch in
            try scratch.write(csv, to: "people.csv")
            let arguments = [
                "send", "people.csv", "--template", Repository.template(template), "--from", Inputs.sender,
                "--to-column", String(csv.prefix { $0.isLetter }),
            ]
            let rehearsal = try await scratch.campaign(arguments + ["--dry-run"], key: nil)
            #expect(rehearsal.code == 0, "\(rehearsal.errors)")
            #expect(rehearsal.lines.count == rows)
            #expect(try scratch.names == ["people.csv"])

            try await withStandIn { server in
                let sent = try await scratch.campaign(arguments + ["--yes", "--base-url", server.baseURL])
                #expect(sent.code == 0, "\(sent.errors)")
                #expect(await server.posts.bodies.map { $0 + "\n" }.joined() == rehearsal.output)
            }
        }
    }

    @Test func `a body is compact, and in the order of the template`() async throws {
        try await withScratch { scratch in
            try scratch.write("phone,name\n+44 20 7946 0958,\"Zoë \"\"Z\"\" \\ Li\"\n", to: "clients.csv")
            try scratch.write(Inputs.greeting, to: "greeting.yaml")
            let rehearsal = try await scratch.send(
                "--dry-run", "--webhook-url", "https://example.com/hook", "--messaging-profile-id",
                "1c8d2f60-77b0-4d0c-9a63-2f4e8b7a6c22")
            #expect(rehearsal.code == 0)
            #expect(
                rehearsal.output == #"""
                    {"from":"+15005550999","to":"+442079460958","type":"WHATSAPP","whatsapp_message":{"type":"text",\#
                    "text":{"body":"Hello Zoë \"Z\" \\ Li, \"your\" order is on its way 🎉"}},\#
                    "webhook_url":"https://example.com/hook","messaging_profile_id":"1c8d2f60-77b0-4d0c-9a63-2f4e8b7a6c22"}

                    """#)
        }
    }

    @Test func `rejected rows are named, and have no body`() async throws {
        try await withScratch { scratch in
            try scratch.write("phone,name\n+12025551001,A\n12,B\n+12025551003,C\n", to: "clients.csv")
            try scratch.write(Inputs.greeting, to: "greeting.yaml")
            let rehearsal = try await scratch.send("--dry-run", "--results", "checked.csv", key: nil)
            #expect(rehearsal.code == 1)
            #expect(rehearsal.lines.count == 2)
            #expect(rehearsal.errors.contains("clients.csv:3: row 2: error: "))
            #expect(try scratch.names == ["checked.csv", "clients.csv", "greeting.yaml"])
            #expect(
                try scratch.table("checked.csv").lines("message_row", "message_status", "message_error_code")
                    == ["1 pending ", "2 rejected invalid_number", "3 pending "])
        }
    }

    @Test func `a campaign file of that name is not touched`() async throws {
        try await withScratch { scratch in
            try scratch.prepareInputs(2)
            try scratch.write("not a campaign", to: "clients.campaign")
            #expect(try await scratch.send("--dry-run").code == 0)
            #expect(try scratch.text(of: "clients.campaign") == "not a campaign")
        }
    }
}

/// Recipients that suit a template of the repository.
struct DifficultRecipients: Sendable, CustomTestStringConvertible {
    let template: String
    let csv: String

    var testDescription: String { template }

    static let all = [
        DifficultRecipients(
            template: "order-shipped.yaml",
            csv: #"""
                phone,first_name,order_id,delivery_date,image_url,tracking_code,language
                +12025551001,ada,A-1,2026-12-01,https://media.example.com/1.jpg,TRK 1/2&3,
                +12025551002,,"A ""2""",2026-12-02,https://media.example.com/2.jpg,Ünïcode,de
                +12025551003,李雷,A-3,2026-12-03,https://media.example.com/3.jpg,T3,pt_BR

                """#),
        DifficultRecipients(
            template: "appointment-reminder.yaml",
            csv: #"""
                mobile;first_name;appointment_date;appointment_time;doctor
                +12025551001;;2026-12-01;9:30;Dr. Müller
                +12025551002;bo;2026-12-02;14:00;"Dr. ""No"""
                +12025551003;zoë 🎉;2026-12-03;08:15;"Dr. Strange
                (second floor)"

                """#),
        DifficultRecipients(
            template: "invoice-document.yaml",
            csv: #"""
                to,invoice_id,invoice_url,amount,due_date
                +12025551001,R-2026-1,https://example.com/1.pdf,19.999,2026-12-01
                +12025551002,r-2026-2,https://example.com/2.pdf?a=1&b=2,0.1,2026-12-02
                +12025551003,R-2026-3,https://example.com/3.pdf,1200,2026-12-03

                """#),
        DifficultRecipients(
            template: "product-image.yaml",
            csv: #"""
                whatsapp,product_name,product_image_url,price
                +12025551001,Tea,https://example.com/tea.png,4
                +12025551002,"Schüssel, blau",https://example.com/b.png,"19,90"
                +12025551003,A name that is so long that it has to be cut off somewhere before its end,\#
                https://example.com/c.png,7

                """#),
    ]
}
