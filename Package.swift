// swift-tools-version: 6.2
import PackageDescription

/// The parts of the network library that servers of the tests and the HTTP client are made with.
let network: [Target.Dependency] = ["NIOCore", "NIOHTTP1", "NIOPosix"].map { .product(name: $0, package: "swift-nio") }

let package = Package(
    name: "campaign",
    products: [.executable(name: "campaign", targets: ["campaign"])],
    dependencies: [
        // Arguments, help, completions and the manual page.
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        // SHA-256 of the recipients file, so that a campaign says which file it was made from.
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        // Typed header fields, the vocabulary of the sandbox's server.
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        // Logging of the sandbox's server.
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        // Byte buffers and HTTP headers, the vocabulary of the HTTP client; the raw server of the tests.
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        // The errors of TLS, to say them in plain words.
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        // Files and descriptors with typed errors, without Foundation's copies.
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
        // The campaign file: SQLite with transactions as closures.
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        // The sandbox's server.
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
        // YAML and JSON templates; its nodes know their line and column.
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        // The HTTP client.
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        // Signals as an asynchronous sequence.
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        // The real program as a child process of the tests.
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
    ],
    targets: [
        .systemLibrary(name: "CLibCSV", providers: [.apt(["libcsv-dev"])]),
        .target(name: "CSV", dependencies: ["CLibCSV"]),
        .target(name: "Liquid"),
        .target(name: "WhatsApp"),
        .target(
            name: "Telnyx",
            dependencies: [
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
            ] + network
        ),
        .target(
            name: "Campaigns",
            dependencies: [
                "CSV", "Liquid", "WhatsApp", "Telnyx",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "SystemPackage", package: "swift-system"),
                .product(name: "Yams", package: "Yams"),
            ]
        ),
        .target(
            name: "Sandbox",
            dependencies: [
                "WhatsApp",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
            ]
        ),
        .executableTarget(
            name: "campaign",
            dependencies: [
                "Campaigns", "CSV", "Sandbox", "Telnyx", "WhatsApp",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "SystemPackage", package: "swift-system"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ]
        ),
        // A server that misbehaves as its script says.
        .target(
            name: "RawServer",
            dependencies: [
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ],
            path: "Tests/RawServer"
        ),
        .testTarget(name: "CSVTests", dependencies: ["CSV"]),
        .testTarget(name: "LiquidTests", dependencies: ["Liquid"]),
        .testTarget(name: "WhatsAppTests", dependencies: ["WhatsApp"]),
        .testTarget(
            name: "TelnyxTests",
            dependencies: [
                "RawServer", "Telnyx",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
            ]
        ),
        .testTarget(
            name: "CampaignsTests",
            dependencies: [
                "Campaigns", "CSV", "Telnyx", "WhatsApp",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "SystemPackage", package: "swift-system"),
            ]
        ),
        .testTarget(
            name: "SandboxTests",
            dependencies: [
                "Sandbox", "WhatsApp",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
            ] + network
        ),
        .testTarget(
            name: "CommandLineTests",
            dependencies: [
                "campaign", "CSV", "RawServer", "Sandbox",
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ] + network
        ),
        // Not a test: `make bench` and its kin. Here so that it is built, and does not rot, with the tests.
        .executableTarget(
            name: "Benchmarks",
            dependencies: [
                "Campaigns", "CLibCSV",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "NIOConcurrencyHelpers", package: "swift-nio"),
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ] + network,
            path: "Tests/Benchmarks",
            exclude: ["baseline.json", "Fixtures/order-shipped.yaml", "Peers/telnyx_sdk.py", "Checks/sigsuspend.c"]
        ),
    ]
)

// Fuzz targets, only when they are asked for: `make fuzz` names the library of the toolchain that drives them.
let fuzzer = Context.environment["FUZZER_LIBRARY"]
if let fuzzer {
    let system = Target.Dependency.product(name: "SystemPackage", package: "swift-system")
    let headers = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
    let fuzzed: [(name: String, dependencies: [Target.Dependency])] = [
        ("AnswerFuzz", ["Telnyx", headers]), ("CampaignFileFuzz", ["Campaigns", "Telnyx", system]),
        ("CSVFuzz", ["CSV"]), ("LiquidFuzz", ["Liquid"]), ("TemplateFuzz", ["Campaigns", "Liquid"]),
    ]
    package.targets += [
        .systemLibrary(name: "CFuzzer", path: "Tests/Fuzz/CFuzzer"),
        .target(name: "FuzzDriver", dependencies: ["CFuzzer"], path: "Tests/Fuzz/FuzzDriver"),
    ]
    package.targets += fuzzed.map { name, dependencies in
        .executableTarget(
            name: name, dependencies: ["FuzzDriver"] + dependencies, path: "Tests/Fuzz/\(name)",
            linkerSettings: [.unsafeFlags([fuzzer, "-lstdc++"])])
    }
}

for target in package.targets where target.type != .system {
    target.swiftSettings = [
        .swiftLanguageMode(.v6),
        // `any` marks where a type is erased.
        .enableUpcomingFeature("ExistentialAny"),
        // A file sees only what it imports itself.
        .enableUpcomingFeature("MemberImportVisibility"),
        // A dependency shows in an interface only where that is said.
        .enableUpcomingFeature("InternalImportsByDefault"),
        // An asynchronous function stays with its caller unless it says otherwise.
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
        // Every line that could break memory safety says `unsafe`.
        .strictMemorySafety(),
        .treatAllWarnings(as: .error),
    ]
    // Tells the fuzzer which edges an input reached.
    if fuzzer != nil { target.swiftSettings?.append(.unsafeFlags(["-sanitize=fuzzer"])) }
}
