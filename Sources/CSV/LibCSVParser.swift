import CLibCSV

/// libcsv: the only place where C is called and memory is pointed at.
@safe struct LibCSVParser: ~Copyable {
    /// What stopped the parser, and before which byte.
    struct Fault {
        let kind: CSVError.Kind
        let offset: Int
    }

    /// What has been parsed.
    var builder: CSVBatchBuilder

    private var parser = unsafe csv_parser()

    init(maximumRowBytes: Int) {
        builder = CSVBatchBuilder(maximumRowBytes: maximumRowBytes)
        let options = CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL
        unsafe csv_init(&parser, UInt8(options))
        // Without this, libcsv trims spaces and tabs from fields that are not quoted.
        unsafe csv_set_space_func(&parser) { _ in 0 }
        // The buffer for one field grows by this much; the default of 128 makes long fields slow.
        unsafe csv_set_blk_size(&parser, 64 << 10)
    }

    deinit {
        var parser = unsafe parser
        unsafe csv_free(&parser)
    }

    mutating func setDelimiter(_ delimiter: CSVDelimiter) {
        unsafe csv_set_delim(&parser, delimiter.byte)
    }

    /// Parses the bytes that follow those of the last call.
    mutating func parse(_ bytes: ArraySlice<UInt8>) -> Fault? {
        let parsed = unsafe bytes.withUnsafeBytes { bytes in
            unsafe withUnsafeMutablePointer(to: &builder) { builder in
                unsafe csv_parse(&parser, bytes.baseAddress, bytes.count, Self.fieldEnded, Self.rowEnded, builder)
            }
        }
        // The buffered byte that is left out may be a closing quote, which libcsv removes when the field ends.
        builder.checkLength(withBuffered: max(unsafe parser.entry_pos - 1, 0))
        if let kind = builder.fault { return Fault(kind: kind, offset: parsed) }
        guard parsed < bytes.count else { return nil }
        guard unsafe csv_error(&parser) == CSV_EPARSE else { return Fault(kind: .outOfMemory, offset: parsed) }
        let isQuote = bytes[bytes.startIndex + parsed] == ASCII.quote
        return Fault(kind: isQuote ? .quoteInUnquotedField : .textAfterClosingQuote, offset: parsed)
    }

    /// Ends the file; what is wrong at its end, if anything.
    mutating func finish() -> CSVError.Kind? {
        let result = unsafe withUnsafeMutablePointer(to: &builder) { builder in
            unsafe csv_fini(&parser, Self.fieldEnded, Self.rowEnded, builder)
        }
        return result == 0 ? builder.fault : .unclosedQuote
    }

    private static let fieldEnded: @convention(c) (UnsafeMutableRawPointer?, Int, UnsafeMutableRawPointer?) -> Void = {
        bytes, count, data in
        let field = unsafe UnsafeRawBufferPointer(start: bytes, count: count)
        let builder = unsafe data?.assumingMemoryBound(to: CSVBatchBuilder.self)
        unsafe builder?.pointee.addField { unsafe $0.append(contentsOf: field) }
    }

    private static let rowEnded: @convention(c) (CInt, UnsafeMutableRawPointer?) -> Void = { lineBreak, data in
        let builder = unsafe data?.assumingMemoryBound(to: CSVBatchBuilder.self)
        unsafe builder?.pointee.endRow(at: UInt8(exactly: lineBreak))
    }
}
