import ArgumentParser
import Campaigns
import WhatsApp

/// `campaign schema`: what a template may hold, for editors.
struct SchemaCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema", abstract: "Print the JSON Schema of a template, for editors.",
        discussion: """
            Editors that speak YAML complete and check templates with it:

              campaign schema > template.schema.json

            and, as the first line of a template:

              # yaml-language-server: $schema=template.schema.json
            """)

    func run() async throws {
        try await exiting {
            try Console.printBytes(Array(MessageSchema.json().utf8))
            return .success
        }
    }
}
