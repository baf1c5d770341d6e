/// Tags with an end: what is between them is shown or not.
extension TemplateParser {
    mutating func parseChoice(_ tag: Tag) throws(Mistake) -> [Node] {
        try checkNesting(of: tag)
        var branches: [Branch] = []
        var next: Tag? = tag
        while let part = next, part.name != "end\(tag.name)" {
            let test = noting { (parser) throws(Mistake) in try parser.parseTest(of: part) }
            let (body, end) = parsePart(of: tag, endingWith: ["elsif", "else", "end\(tag.name)"])
            branches.append(Branch(test: test ?? nil, isNegated: part.name == "unless", body: body))
            next = end
        }
        if branches.allSatisfy(\.body.isBlank) {
            for index in branches.indices { branches[index].body.removeText() }
        }
        return [.choice(branches)]
    }

    mutating func parseCase(_ tag: Tag) throws(Mistake) -> [Node] {
        try checkNesting(of: tag)
        let subject =
            noting { (parser) throws(Mistake) in try parser.parseSubject(of: tag) } ?? .constant(.null)
        let ends: Set<String> = ["when", "else", "endcase"]
        // What stands before the first `when` is never shown.
        var next = parsePart(of: tag, endingWith: ends).end
        var matches: [Match] = []
        while let part = next, part.name != "endcase" {
            let values = noting { (parser) throws(Mistake) in try parser.parseValues(of: part, for: subject) } ?? []
            let (body, end) = parsePart(of: tag, endingWith: ends)
            matches.append(Match(values: values, body: body))
            next = end
        }
        if matches.allSatisfy(\.body.isBlank) {
            for index in matches.indices { matches[index].body.removeText() }
        }
        return [.match(subject: subject, matches)]
    }

    /// Nil for `else`, which has none.
    private mutating func parseTest(of tag: Tag) throws(Mistake) -> Test? {
        if tag.name == "else" {
            try checkElse(tag)
            return nil
        }
        var parser = try expressionParser(for: tag.arguments)
        return try parser.parseTest(in: &scope)
    }

    /// What follows `else` is ignored by the reference implementation, even an `if`.
    private func checkElse(_ tag: Tag) throws(Mistake) {
        let parser = try expressionParser(for: tag.arguments)
        guard scope.mode == .strict, parser.current.kind != .end else { return }
        throw Mistake(
            offset: parser.current.offset,
            message: "Unexpected \(parser.current.description). Another condition is written 'elsif'.")
    }

    private mutating func parseSubject(of tag: Tag) throws(Mistake) -> Operand {
        var parser = try expressionParser(for: tag.arguments)
        let operand = try parser.parseOperand(in: &scope)
        try parser.expectEnd()
        return operand
    }

    /// Nil for `else`, which has none.
    private mutating func parseValues(of tag: Tag, for subject: Operand) throws(Mistake) -> [Operand]? {
        if tag.name == "else" {
            try checkElse(tag)
            return nil
        }
        var parser = try expressionParser(for: tag.arguments)
        return try parser.parseAlternatives(to: subject, in: &scope)
    }

    /// What `parse` returns; a mistake is noted, so that the block it is in goes on.
    mutating func noting<Result>(_ parse: (inout Self) throws(Mistake) -> Result) -> Result? {
        do {
            return try parse(&self)
        } catch {
            note(error)
            return nil
        }
    }
}
