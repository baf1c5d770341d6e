import CFuzzer

/// Hands the program to libFuzzer, which calls `test` with one input after another and never returns.
///
/// `test` is a C function, so it can't capture anything; its result is always 0.
package func runFuzzer(_ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt) {
    var count = CommandLine.argc
    unsafe CommandLine.unsafeArgv.withMemoryRebound(to: UnsafeMutablePointer<CChar>?.self, capacity: Int(count)) {
        var arguments = unsafe Optional($0)
        _ = unsafe LLVMFuzzerRunDriver(&count, &arguments, test)
    }
}

/// The text of an input; what is no UTF-8 is replaced.
package func text(_ start: UnsafePointer<UInt8>?, _ count: Int) -> String {
    unsafe String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
}
