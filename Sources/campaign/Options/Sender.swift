import ArgumentParser
import WhatsApp

/// A number that can send: E.164, no user id.
struct Sender {
    let number: PhoneNumber

    init(_ text: String) throws {
        do {
            number = try PhoneNumber(text)
        } catch {
            throw ValidationError(error.message)
        }
        if number.isUserID { throw ValidationError("A user id cannot send. Give the number, such as +15005550100.") }
    }
}
