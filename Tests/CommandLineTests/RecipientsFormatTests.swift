import FoundationEssentials
import Subprocess
import Testing

/// Promise: recipients are read as spreadsheets and pipes deliver them, and results keep their form.
@Suite(.timeLimit(.minutes(3))) struct RecipientsFormatTests {
    /// One way to write the same two recipients.
    struct Format: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let csv: String
        var options: [String] = []
        /// The first line of the result CSV.
        let header: String
    }

    static let ours = [
        "message_row", "message_to", "message_status", "message_id", "message_error_code", "message_error",
        "message_attempts", "message_updated_at",
    ]

    static func header(_ own: String, _ delimiter: String) -> String { ([own] + ours).joined(separator: delimiter) }

    static let formats = [
        Format(
            testDescription: "comma", csv: "phone,name\n+12025551001,A\n+12025551002,\"B, C\"\n",
            header: header("phone,name", ",")),
        Format(
            testDescription: "semicolon", csv: "phone;name\n+12025551001;A\n+12025551002;B, C\n",
            header: header("phone;name", ";")),
        Format(
            testDescription: "tab", csv: "phone\tname\n+12025551001\tA\n+12025551002\tB, C\n",
            header: header("phone\tname", "\t")),
        Format(
            testDescription: "pipe", csv: "phone|name\n+12025551001|A\n+12025551002|B, C\n",
            header: header("phone|name", "|")),
        Format(
            testDescription: "delimiter given", csv: "phone;name;a,b,c\n+12025551001;A;\n+12025551002;B, C;\n",
            options: ["--delimiter", ";"], header: header("phone;name;a,b,c", ";")),
        Format(
            testDescription: "tab given", csv: "phone\tname\ta,b,c\n+12025551001\tA\t\n+12025551002\tB, C\t\n",
            options: ["--delimiter", "tab"], header: header("phone\tname\t\"a,b,c\"", "\t").replacing("\"", with: "")),
        Format(
            testDescription: "byte order mark and CR LF",
            csv: "\u{FEFF}phone,name\r\n+12025551001,A\r\n+12025551002,\"B, C\"\r\n", header: header("phone,name", ",")),
        Format(
            testDescription: "column given", csv: "phone,name,mobile\n1,A,+12025551001\n2,\"B, C\",+12025551002\n",
            options: ["--to-column", "mobile"], header: header("phone,name,mobile", ",")),
        Format(
            testDescription: "the line that Excel wants",
            csv: "\u{FEFF}sep=;\r\nphone;name\r\n+12025551001;A\r\n+12025551002;B, C\r\n",
            header: header("phone;name", ";")),
        Format(
            testDescription: "such a line and a delimiter given",
            csv: "SEP=;\nphone,name\n+12025551001,A\n+12025551002,\"B, C\"\n", options: ["--delimiter", ","],
            header: header("phone,name", ",")),
        Format(
            testDescription: "no line end at the end", csv: "PHONE,name\n+12025551001,A\n+12025551002,\"B, C\"",
            header: header("PHONE,name", ",")),
    ]

    @Test(arguments: formats) func `both rows are sent in every format, and the results keep it`(_ format: Format)
        async throws
    {
        try await withScratch { scratch in
            try scratch.write(format.csv, to: "clients.csv")
            try scratch.write("type: text\ntext: { body: \"{{ name }}\" }", to: "greeting.yaml")
            try await withStandIn { server in
                let ending = try await scratch.campaign(scratch.sendArguments(to: server.baseURL) + format.options)
                #expect(ending.code == 0, "\(ending.errors)")
                #expect(await server.posts.bodies == [body("+12025551001", "A"), body("+12025551002", "B, C")])
                let results = try scratch.text(of: "clients.results.csv")
                #expect(results.prefix { !$0.isNewline } == format.header)
            }
        }
    }

    @Test func `recipients can come from standard input`() async throws {
        try await withScratch { scratch in
            try scratch.prepareInputs(3)
            let arguments = ["send", "-", "--template", "greeting.yaml", "--from", Inputs.sender]
            let rehearsal = try await scratch.campaign(
                arguments + ["--dry-run"], key: nil, input: scratch.reading("clients.csv"))
            #expect(rehearsal.code == 0)
            try await withStandIn { server in
                let ending = try await scratch.campaign(
                    arguments + ["--yes", "--base-url", server.baseURL], input: scratch.reading("clients.csv"))
                #expect(ending.code == 0)
                #expect(await server.posts.bodies == rehearsal.lines)
                #expect(
                    try scratch.names
                        == ["campaign.campaign", "campaign.results.csv", "clients.csv", "greeting.yaml"])
            }
        }
    }

    @Test func `standard input without a terminal needs consent`() async throws {
        try await withScratch { scratch in
            try scratch.prepareInputs(1)
            let ending = try await scratch.campaign(
                ["send", "-", "--template", "greeting.yaml", "--from", Inputs.sender],
                input: scratch.reading("clients.csv"))
            #expect(ending.code == 64)
        }
    }

    /// `--encoding` of design §2.1.
    @Test(arguments: [
        ("utf-16", String.Encoding.utf16), ("windows-1252", .windowsCP1252),
    ]) func `recipients in other encodings are read`(_ name: String, _ encoding: String.Encoding) async throws {
        try await withScratch { scratch in
            let text = "phone,name\n+12025551001,Zoë\n"
            try scratch.write(try #require(text.data(using: encoding)), to: "clients.csv")
            try scratch.write("type: text\ntext: { body: \"{{ name }}\" }", to: "greeting.yaml")
            let rehearsal = try await scratch.send("--dry-run", "--encoding", name)
            #expect(rehearsal.code == 0)
            #expect(rehearsal.lines == [body("+12025551001", "Zoë")])
        }
    }

    private func body(_ recipient: String, _ text: String) -> String {
        #"{"from":"+15005550999","to":"\#(recipient)","type":"WHATSAPP","whatsapp_message":"#
            + #"{"type":"text","text":{"body":"\#(text)"}}}"#
    }
}
