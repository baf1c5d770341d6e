import Sandbox
import Testing

@Suite struct OptionTests {
    @Test(arguments: [("0.05:500", 0.05, 500), ("1:429", 1, 429), ("0:599", 0, 599)])
    func `a failure is a rate and a status`(_ text: String, _ rate: Double, _ status: Int) throws {
        let failure = try Failure(text)

        #expect(failure.rate.value == rate)
        #expect(failure.status == status)
    }

    @Test(arguments: [
        ("0.05", SandboxOptionError.notAFailure("0.05")),
        ("", .notAFailure("")),
        ("2:500", .notAProbability("2")),
        ("-0.1:500", .notAProbability("-0.1")),
        ("nan:500", .notAProbability("nan")),
        (":500", .notAProbability("")),
        ("0.1:200", .notAnErrorStatus("200")),
        ("0.1:", .notAnErrorStatus("")),
        ("0.1:500:1", .notAnErrorStatus("500:1")),
    ])
    func `a wrong failure says why`(_ text: String, _ error: SandboxOptionError) {
        #expect(throws: error) { try Failure(text) }
    }

    @Test func `the reasons are sentences for the user`() {
        let reasons = [
            SandboxOptionError.notAFailure("a"), .notAProbability("b"), .notAnErrorStatus("c"),
        ].map(\.description)

        #expect(
            reasons == [
                "'a' is not RATE:STATUS, such as 0.05:500",
                "'b' is not a rate from 0 to 1, such as 0.05",
                "'c' is not an HTTP error status from 400 to 599",
            ]
        )
    }
}
