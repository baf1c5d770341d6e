public import ArgumentParser
import CSV
import Campaigns
public import SystemPackage

extension FilePath: @retroactive ExpressibleByArgument {
    /// A path as it was typed; an empty one is none.
    public init?(argument: String) {
        if argument.isEmpty { return nil }
        self.init(argument)
    }

    /// Shells complete file names.
    public static var defaultCompletionKind: CompletionKind { .file() }
}

extension CSVDelimiter: ExpressibleByArgument {}

extension TextEncoding: ExpressibleByArgument {}

extension SendingOptions.OnAmbiguous: ExpressibleByArgument {}
