import ArgumentParser
import CLibCSV
import SystemPackage

/// libcsv and nothing else: counts the cells of a file.
struct BareParserCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "bare-parser", shouldDisplay: false)

    @Argument(help: "A CSV file.")
    var file: String

    func run() throws {
        var parser = unsafe csv_parser()
        unsafe csv_init(&parser, UInt8(CSV_STRICT | CSV_STRICT_FINI))
        defer { unsafe csv_free(&parser) }
        var cells = 0
        let input = try FileDescriptor.open(FilePath(file), .readOnly)
        defer { close(input) }
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
        defer { unsafe buffer.deallocate() }
        while case let count = unsafe try input.read(into: buffer), count > 0 {
            unsafe csv_parse(&parser, buffer.baseAddress, count, Self.cellEnded, nil, &cells)
        }
        unsafe csv_fini(&parser, Self.cellEnded, nil, &cells)
        print(cells)
    }

    private static let cellEnded: @convention(c) (UnsafeMutableRawPointer?, Int, UnsafeMutableRawPointer?) -> Void = {
        _, _, cells in
        unsafe cells?.assumingMemoryBound(to: Int.self).pointee += 1
    }
}

private func close(_ file: FileDescriptor) {
    do {
        try file.close()
    } catch {
        // It was only read.
    }
}
