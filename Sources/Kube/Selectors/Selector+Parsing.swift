extension Selector {
  /// Reads the query form of a selector: `a=b,c in (x,y),!d,e!=f,g,h>1`. An empty text selects everything.
  public init(parsing text: some StringProtocol) throws(SelectorError) {
    var parser = SelectorParser(text)
    self.init(try parser.parse())
  }
}

private enum SelectorToken: Hashable {
  case word(String)
  case symbol(String)
  case end

  var name: String {
    switch self {
    case .word(let text): "\"\(text)\""
    case .symbol(let text): "'\(text)'"
    case .end: "the end"
    }
  }
}

private struct SelectorParser {
  private var tokens: [SelectorToken]
  private var position = 0

  init(_ text: some StringProtocol) { tokens = Self.tokenize(text.utf8) }

  private static func tokenize(_ bytes: some Sequence<UInt8>) -> [SelectorToken] {
    var tokens: [SelectorToken] = []
    var word: [UInt8] = []
    func flush() {
      if !word.isEmpty { tokens.append(.word(String(decoding: word, as: UTF8.self))) }
      word = []
    }
    for byte in bytes {
      switch byte {
      case 0x20, 0x09, 0x0A, 0x0D: flush()
      case UInt8(ascii: "="), UInt8(ascii: "!"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: ","),
        UInt8(ascii: "<"), UInt8(ascii: ">"):
        flush()
        let text = String(UnicodeScalar(byte))
        // `==` and `!=` are one symbol.
        if text == "=", let last = tokens.last, last == .symbol("=") || last == .symbol("!") {
          tokens[tokens.count - 1] = .symbol(last == .symbol("=") ? "==" : "!=")
        } else {
          tokens.append(.symbol(text))
        }
      default: word.append(byte)
      }
    }
    flush()
    return tokens
  }

  private var next: SelectorToken { position < tokens.count ? tokens[position] : .end }

  private mutating func take() -> SelectorToken {
    defer { position += 1 }
    return next
  }

  mutating func parse() throws(SelectorError) -> [LabelRequirement] {
    var requirements: [LabelRequirement] = []
    if next == .end { return requirements }
    while true {
      requirements.append(try requirement())
      switch take() {
      case .end: return requirements
      case .symbol(","):
        if case .word = next { continue }
        if next == .symbol("!") { continue }
        throw .syntax(expected: "a label key after ','", found: next.name)
      case let token: throw .syntax(expected: "',' or the end", found: token.name)
      }
    }
  }

  private mutating func requirement() throws(SelectorError) -> LabelRequirement {
    if next == .symbol("!") {
      position += 1
      return try LabelRequirement(key: try key(), operator: .doesNotExist)
    }
    let key = try key()
    switch next {
    case .end, .symbol(","): return try LabelRequirement(key: key, operator: .exists)
    default: break
    }
    switch take() {
    case .symbol("="), .symbol("=="): return try LabelRequirement(key: key, operator: .in, values: [exactValue()])
    case .symbol("!="): return try LabelRequirement(key: key, operator: .notIn, values: [exactValue()])
    case .symbol(">"): return try LabelRequirement(key: key, operator: .greaterThan, values: [exactValue()])
    case .symbol("<"): return try LabelRequirement(key: key, operator: .lessThan, values: [exactValue()])
    case .word("in"): return try LabelRequirement(key: key, operator: .in, values: try valueSet())
    case .word("notin"): return try LabelRequirement(key: key, operator: .notIn, values: try valueSet())
    case let token: throw .syntax(expected: "one of = == != in notin < >", found: token.name)
    }
  }

  private mutating func key() throws(SelectorError) -> String {
    switch take() {
    case .word(let text) where text != "in" && text != "notin": return text
    case let token: throw .syntax(expected: "a label key", found: token.name)
    }
  }

  /// A value may be empty: `a=` and `a=,b`.
  private mutating func exactValue() -> String {
    guard case .word(let text) = next else { return "" }
    position += 1
    return text
  }

  private mutating func valueSet() throws(SelectorError) -> [String] {
    let opening = take()
    guard opening == .symbol("(") else { throw .syntax(expected: "'('", found: opening.name) }
    var values: [String] = []
    if next == .symbol(")") {
      position += 1
      return values
    }
    while true {
      let value = exactValue()
      if !values.contains(value) { values.append(value) }
      switch take() {
      case .symbol(","): continue
      case .symbol(")"): return values
      case let token: throw .syntax(expected: "',' or ')'", found: token.name)
      }
    }
  }
}
