/// Conditions on fields of an object that must all hold, in the query form `metadata.name=a,status.phase!=Running`.
public struct FieldSelector: Sendable, Hashable {
  public struct Term: Sendable, Hashable {
    public var field: String
    public var value: String
    /// Whether the field must have the value, or must not.
    public var isEqual: Bool

    public init(field: String, value: String, isEqual: Bool = true) {
      self.field = field
      self.value = value
      self.isEqual = isEqual
    }
  }

  public var terms: [Term]

  public init(_ terms: [Term] = []) { self.terms = terms }

  /// Reads the query form. A backslash before `,`, `=` or `\` takes that character as part of the value; empty terms
  /// are skipped.
  public init(parsing text: some StringProtocol) throws(SelectorError) {
    terms = []
    for part in Self.split(String(text)) where !part.isEmpty { terms.append(try Self.term(part)) }
  }

  /// Whether an object whose fields the function looks up (an absent one is empty) is selected.
  public func matches(_ value: (String) -> String) -> Bool {
    terms.allSatisfy { (value($0.field) == $0.value) == $0.isEqual }
  }

  private static func split(_ text: String) -> [String] {
    var parts = [""]
    var isEscaped = false
    for character in text {
      if character == ",", !isEscaped {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
      isEscaped = character == "\\" && !isEscaped
    }
    return parts
  }

  private static func term(_ part: String) throws(SelectorError) -> Term {
    guard let sign = part.firstIndex(of: "=") else {
      throw .syntax(expected: "one of = == != in a field selector", found: "\"\(part)\"")
    }
    var field = part[..<sign]
    var value = part[part.index(after: sign)...]
    let isEqual = field.last != "!"
    if !isEqual { field.removeLast() } else if value.first == "=" { value.removeFirst() }
    return Term(field: String(field), value: try unescape(value), isEqual: isEqual)
  }

  private static func unescape(_ value: Substring) throws(SelectorError) -> String {
    var result = ""
    var isEscaped = false
    for character in value {
      switch (character, isEscaped) {
      case ("\\", false): isEscaped = true
      case ("\\", true), (",", true), ("=", true):
        result.append(character)
        isEscaped = false
      case (_, true): throw .syntax(expected: "',', '=' or '\\' after '\\'", found: "'\(character)'")
      case ("=", false), (",", false): throw .syntax(expected: "'\\' before it", found: "'\(character)'")
      default: result.append(character)
      }
    }
    if isEscaped { throw .syntax(expected: "',', '=' or '\\' after '\\'", found: "the end") }
    return result
  }
}
