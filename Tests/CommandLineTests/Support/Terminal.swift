import Glibc
import SystemPackage

/// A terminal with nobody but the test at its keyboard.
struct Terminal: Sendable {
    /// The end that a program gets.
    let line: FileDescriptor
    private let keyboard: FileDescriptor

    /// Two requests of `asm-generic/ioctls.h` that are macros, and so not imported.
    private static let unlock: UInt = 0x4004_5431
    private static let getNumber: UInt = 0x8004_5430

    fileprivate init() throws {
        // None of them becomes the controlling terminal of the tests.
        let options = FileDescriptor.OpenOptions(rawValue: O_NOCTTY | O_CLOEXEC)
        keyboard = try FileDescriptor.open("/dev/ptmx", .readWrite, options: options)
        var isLocked: Int32 = 0
        var number: Int32 = 0
        guard unsafe ioctl(keyboard.rawValue, Self.unlock, &isLocked) == 0,
            unsafe ioctl(keyboard.rawValue, Self.getNumber, &number) == 0
        else { throw Errno(rawValue: errno) }
        line = try FileDescriptor.open(FilePath("/dev/pts/\(number)"), .readWrite, options: options)
    }

    /// Types a line; it waits in the terminal until somebody reads it.
    func type(_ text: String) throws { _ = try keyboard.writeAll((text + "\n").utf8) }

    /// What has been shown since the last look; nothing if that is nothing.
    func look() throws -> String {
        var screen = pollfd(fd: keyboard.rawValue, events: Int16(POLLIN), revents: 0)
        guard unsafe poll(&screen, 1, 0) > 0 else { return "" }
        let bytes = unsafe try [UInt8](unsafeUninitializedCapacity: 4096) { buffer, count in
            count = unsafe try keyboard.read(into: UnsafeMutableRawBufferPointer(buffer))
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    fileprivate func close() throws {
        try line.close()
        try keyboard.close()
    }
}

/// Runs `body` with a terminal that is gone afterwards.
func withTerminal<Result>(_ body: (Terminal) async throws -> Result) async throws -> Result {
    let terminal = try Terminal()
    do {
        let result = try await body(terminal)
        try terminal.close()
        return result
    } catch {
        try terminal.close()
        throw error
    }
}
