import NIOSSL
import Testing

/// Promise: nothing is sent to a server whose certificate does not come from an authority that is trusted.
@Suite(.timeLimit(.minutes(3))) struct CertificateTests {
    @Test func `a certificate of an unknown authority is not trusted`() async throws {
        try await withEncryptedServer("here") { scratch, server in
            let ending = try await scratch.send(to: server.baseURL, "--attempts", "1")
            #expect(ending.code == 75)
            #expect(ending.output.contains("its certificate is not trusted"))
            #expect(await server.posts.isEmpty)
            #expect(try scratch.table("clients.results.csv").statuses == ["pending": 1])
        }
    }

    @Test func `an authority of one's own can be trusted`() async throws {
        try await withEncryptedServer("here") { scratch, server in
            let ending = try await scratch.campaign(
                scratch.sendArguments(to: server.baseURL), certificates: Repository.certificate("here"))
            #expect(ending.code == 0)
            #expect(await server.posts.map { $0.header("Authorization") } == ["Bearer \(Program.key)"])
        }
    }

    @Test func `a certificate of another host is not trusted`() async throws {
        try await withEncryptedServer("elsewhere") { scratch, server in
            let ending = try await scratch.campaign(
                scratch.sendArguments(to: server.baseURL) + ["--attempts", "1"],
                certificates: Repository.certificate("elsewhere"))
            #expect(ending.code == 75)
            #expect(await server.posts.isEmpty)
        }
    }

    /// The system's authorities are no substitute for those that were named.
    @Test(
        arguments: [
            ("missing.pem", "no such file or directory"), ("clients.csv", "it is no file of PEM certificates"),
        ])
    func `a file without certificates is refused`(_ file: String, _ cause: String) async throws {
        try await withEncryptedServer("here") { scratch, server in
            let ending = try await scratch.campaign(
                scratch.sendArguments(to: server.baseURL), certificates: scratch.path(file))
            #expect(ending.code == 66)
            #expect(ending.errors.contains("SSL_CERT_FILE \(scratch.path(file)) cannot be read: \(cause)."))
            #expect(!scratch.exists("clients.campaign"))
        }
    }

    @Test func `certificates are not asked for where nothing is encrypted`() async throws {
        try await withScratch { scratch in
            try scratch.prepareInputs(1)
            try await withStandIn { server in
                let ending = try await scratch.campaign(
                    scratch.sendArguments(to: server.baseURL), certificates: scratch.path("missing.pem"))
                #expect(ending.code == 0)
            }
        }
    }

    private func withEncryptedServer(_ name: String, _ body: (Scratch, StandIn) async throws -> Void) async throws {
        let chain = try NIOSSLCertificate.fromPEMFile(Repository.certificate(name)).map {
            NIOSSLCertificateSource.certificate($0)
        }
        let key = try NIOSSLPrivateKey(file: Repository.certificate("\(name).key"), format: .pem)
        let tls = try NIOSSLContext(
            configuration: .makeServerConfiguration(certificateChain: chain, privateKey: .privateKey(key)))
        try await withScratch { scratch in
            try scratch.prepareInputs(1)
            try await withStandIn(tls: tls) { server in try await body(scratch, server) }
        }
    }
}
