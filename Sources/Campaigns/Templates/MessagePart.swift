import Liquid
import WhatsApp

/// A piece of a message as compact JSON: what is the same in every row is one run of bytes.
enum MessagePart: Sendable {
    case literal([UInt8])
    case value(Placeholder)
    /// An object or a list some of whose elements are there in some rows only.
    case sequence(open: UInt8, [Element], close: UInt8)

    /// An element of such a sequence.
    struct Element: Sendable {
        /// Says for a row whether the element is left out; nil where it is always there.
        let whenLeftOut: Typed?
        let parts: [MessagePart]
    }
}

/// A place that a text of the row goes to.
///
/// A class, for every core reads it for every row: the parts of a value would be counted one by one, and the cores wait
/// for each other's counts.
final class Placeholder: Sendable {
    /// What the text must be.
    let leaf: Leaf
    /// What the text is made from.
    let template: Liquid.Template

    init(_ leaf: Leaf, _ template: Liquid.Template) {
        self.leaf = leaf
        self.template = template
    }
}
