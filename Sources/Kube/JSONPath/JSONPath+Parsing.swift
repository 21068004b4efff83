import JSON

/// Why a text is no JSONPath.
public struct JSONPathError: Error, Sendable, Hashable, CustomStringConvertible {
  public var text: String
  /// Where the fault is, in bytes from the beginning.
  public var offset: Int
  public var expected: String

  public var description: String { "\"\(text)\" is no JSON path: expected \(expected) at offset \(offset)" }
}

extension JSONPath {
  /// Reads a path; braces around it, a `$` and the first dot may be there or not.
  public init(parsing text: String) throws(JSONPathError) {
    var parser = JSONPathParser(text)
    self.init(steps: try parser.parseWhole())
  }
}

private struct JSONPathParser {
  private let text: String
  private let bytes: [UInt8]
  private var position = 0
  private var depth = 0
  private static let depthLimit = 16

  init(_ text: String) {
    self.text = text
    bytes = Array(text.utf8)
  }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private func fault(_ expected: String) -> JSONPathError {
    JSONPathError(text: text, offset: position, expected: expected)
  }

  private mutating func take(_ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    let wanted = UnsafeBufferPointer(start: word.utf8Start, count: count)
    guard bytes.count - position >= count, bytes[position..<position + count].elementsEqual(wanted) else {
      return false
    }
    position += count
    return true
  }

  private mutating func skipSpaces() {
    while next == 0x20 || next == 0x09 { position += 1 }
  }

  mutating func parseWhole() throws(JSONPathError) -> [JSONPath.Step] {
    skipSpaces()
    let isBraced = take("{")
    skipSpaces()
    if !take("$") { _ = take("@") }
    var steps: [JSONPath.Step] = []
    if let first = next, first != UInt8(ascii: "."), first != UInt8(ascii: "["), first != UInt8(ascii: "}") {
      steps.append(try name())
    }
    steps += try parseSteps()
    skipSpaces()
    if isBraced, !take("}") { throw fault("'}'") }
    skipSpaces()
    if next != nil { throw fault("'.', '[' or the end") }
    return steps
  }

  private mutating func parseSteps() throws(JSONPathError) -> [JSONPath.Step] {
    var steps: [JSONPath.Step] = []
    while true {
      if take("..") {
        steps.append(.descent)
        if next != UInt8(ascii: "[") { steps.append(try name()) }
      } else if take(".") {
        // A dot alone is the object itself; one before a bracket says nothing.
        if next == nil || next == UInt8(ascii: "}") || next == UInt8(ascii: "[") { continue }
        steps.append(try name())
      } else if take("[") {
        steps.append(try bracket())
      } else {
        return steps
      }
    }
  }

  /// A member's name behind a dot: a backslash takes the character behind it as it is.
  private mutating func name() throws(JSONPathError) -> JSONPath.Step {
    if take("*") { return .wildcard }
    var name: [UInt8] = []
    while let byte = next {
      if byte == UInt8(ascii: "\\") {
        position += 1
        guard let escaped = next else { throw fault("a character behind '\\'") }
        name.append(escaped)
        position += 1
        continue
      }
      if Self.endsName(byte) { break }
      name.append(byte)
      position += 1
    }
    if name.isEmpty { throw fault("a name") }
    return .member(String(decoding: name, as: UTF8.self))
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"),
      UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "="), UInt8(ascii: "!"), UInt8(ascii: "<"),
      UInt8(ascii: ">"), UInt8(ascii: ","), 0x00...0x20:
      true
    default: false
    }
  }

  /// What stands between brackets, the opening one taken.
  private mutating func bracket() throws(JSONPathError) -> JSONPath.Step {
    skipSpaces()
    let step: JSONPath.Step
    if take("?(") {
      step = .filter(try filter())
    } else if take("*") {
      step = .wildcard
    } else if next == UInt8(ascii: "'") || next == UInt8(ascii: "\"") {
      step = .member(try quoted())
    } else {
      let start = number()
      skipSpaces()
      if take(":") {
        skipSpaces()
        step = .slice(start: start, end: number())
      } else if let start {
        step = .index(start)
      } else {
        throw fault("a number, a quoted name, '*' or '?('")
      }
    }
    skipSpaces()
    if !take("]") { throw fault("']'") }
    return step
  }

  private mutating func number() -> Int? {
    let start = position
    if next == UInt8(ascii: "-") { position += 1 }
    while let byte = next, (0x30...0x39).contains(byte) { position += 1 }
    guard let value = Int(String(decoding: bytes[start..<position], as: UTF8.self)) else {
      position = start
      return nil
    }
    return value
  }

  private mutating func quoted() throws(JSONPathError) -> String {
    guard let quote = next else { throw fault("a quotation mark") }
    position += 1
    var content: [UInt8] = []
    while let byte = next {
      position += 1
      if byte == quote { return String(decoding: content, as: UTF8.self) }
      if byte == UInt8(ascii: "\\"), let escaped = next {
        content.append(escaped)
        position += 1
      } else {
        content.append(byte)
      }
    }
    throw fault("the closing quotation mark")
  }

  /// `@.a.b == "x")`, the opening parenthesis taken.
  private mutating func filter() throws(JSONPathError) -> JSONPath.Filter {
    depth += 1
    defer { depth -= 1 }
    if depth > Self.depthLimit { throw fault("fewer filters in one another") }
    skipSpaces()
    if !take("@") { throw fault("'@'") }
    let path = try parseSteps()
    skipSpaces()
    if take(")") { return JSONPath.Filter(path: path, comparison: nil, operand: .null) }
    guard let comparison = comparison() else { throw fault("one of == != < <= > >= or ')'") }
    skipSpaces()
    let operand = try literal()
    skipSpaces()
    if !take(")") { throw fault("')'") }
    return JSONPath.Filter(path: path, comparison: comparison, operand: operand)
  }

  private mutating func comparison() -> JSONPath.Filter.Comparison? {
    if take("==") { return .equal }
    if take("!=") { return .notEqual }
    if take("<=") { return .lessOrEqual }
    if take(">=") { return .greaterOrEqual }
    if take("<") { return .less }
    if take(">") { return .greater }
    return take("=") ? .equal : nil
  }

  private mutating func literal() throws(JSONPathError) -> JSONValue {
    if next == UInt8(ascii: "'") || next == UInt8(ascii: "\"") { return .string(try quoted()) }
    let start = position
    while let byte = next, byte != UInt8(ascii: ")"), byte > 0x20 { position += 1 }
    let word = String(decoding: bytes[start..<position], as: UTF8.self)
    switch word {
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "null": return .null
    default:
      guard let number = JSONNumber(word) else { throw fault("a quoted text, a number, true or false") }
      return .number(number)
    }
  }
}
