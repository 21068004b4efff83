import JSON

/// Writes JSON trees as YAML in block style, the same text for the same tree.
///
/// Members keep their order. Whatever a YAML 1.1 or 1.2 reader could take for something other than text is quoted.
public enum YAMLWriter {
  /// One document, ending in a line break and without a `---` line.
  public static func document(_ value: JSONValue) -> String {
    var output = Output()
    output.writeRoot(value)
    return output.text
  }

  /// A stream of documents with `---` between them.
  public static func stream(_ documents: some Sequence<JSONValue>) -> String {
    documents.map(document).joined(separator: "---\n")
  }

  private struct Output {
    var text = ""

    mutating func writeRoot(_ value: JSONValue) {
      switch value {
      case .object(let object) where !object.isEmpty: writeMembers(object, indent: 0, startsOnDash: false)
      case .array(let elements) where !elements.isEmpty: writeElements(elements, indent: 0)
      default: text += scalar(value, indent: 0) + "\n"
      }
    }

    /// Elements of a list stand at the indentation of their parent's key, as Kubernetes tools write them.
    private mutating func writeElements(_ elements: [JSONValue], indent: Int) {
      for element in elements {
        text += spaces(indent) + "-"
        switch element {
        case .object(let object) where !object.isEmpty:
          text += " "
          writeMembers(object, indent: indent + 2, startsOnDash: true)
        case .array(let inner) where !inner.isEmpty:
          text += "\n"
          writeElements(inner, indent: indent + 2)
        default: text += " " + scalar(element, indent: indent + 2) + "\n"
        }
      }
    }

    private mutating func writeMembers(_ object: JSONObject, indent: Int, startsOnDash: Bool) {
      var isOnDash = startsOnDash
      for (key, value) in object {
        text += (isOnDash ? "" : spaces(indent)) + YAMLScalar.key(key) + ":"
        isOnDash = false
        switch value {
        case .object(let inner) where !inner.isEmpty:
          text += "\n"
          writeMembers(inner, indent: indent + 2, startsOnDash: false)
        case .array(let elements) where !elements.isEmpty:
          text += "\n"
          writeElements(elements, indent: indent)
        default: text += " " + scalar(value, indent: indent + 2) + "\n"
        }
      }
    }

    private func scalar(_ value: JSONValue, indent: Int) -> String {
      switch value {
      case .null: "null"
      case .bool(let value): value ? "true" : "false"
      case .number(let number): number.text
      case .string(let text): YAMLScalar.text(text, indent: indent)
      case .array: "[]"
      case .object: "{}"
      }
    }

    private func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }
  }
}

/// How a text is written as a YAML scalar.
enum YAMLScalar {
  /// A member's name: plain or quoted, on one line.
  static func key(_ text: String) -> String { isPlain(text) ? text : quoted(text) }

  /// A value: plain where it can't be taken for anything else, a literal block for several lines, otherwise quoted.
  static func text(_ text: String, indent: Int) -> String {
    if isPlain(text) { return text }
    return literalBlock(text, indent: indent) ?? quoted(text)
  }

  private static func isPlain(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard let first = bytes.first, let last = bytes.last, last != 0x20, last != UInt8(ascii: ":") else { return false }
    guard case .string = YAMLCoreSchema.resolve(text), !YAMLCoreSchema.isAmbiguous(text) else { return false }
    let isHyphenWord = first == UInt8(ascii: "-") && bytes.count > 1 && isAlphanumeric(bytes[1])
    guard isAlphanumeric(first) || isHyphenWord || "/_.$(<^+~;\\".utf8.contains(first) else { return false }
    if text.hasPrefix("...") { return false }
    for (index, byte) in bytes.enumerated() {
      guard (0x20...0x7E).contains(byte) else { return false }
      if byte == UInt8(ascii: ":"), bytes[index + 1] == 0x20 { return false }
      if byte == UInt8(ascii: "#"), bytes[index - 1] == 0x20 { return false }
    }
    return true
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  /// `|` with the lines indented; nil where the text has no line break or holds what a block can't.
  private static func literalBlock(_ text: String, indent: Int) -> String? {
    let scalars = text.unicodeScalars
    guard scalars.contains("\n"), let first = scalars.first, first != " ", first != "\n", first != "\t" else {
      return nil
    }
    for scalar in scalars where scalar != "\n" && scalar != "\t" {
      guard (0x20...0x7E).contains(scalar.value) || (0xA0...0xD7FF).contains(scalar.value), scalar.value != 0x2028,
        scalar.value != 0x2029
      else { return nil }
    }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let trailing = lines.reversed().prefix { $0.isEmpty }.count
    lines.removeLast(trailing)
    guard !lines.isEmpty else { return nil }
    // Lines of blanks alone would not survive every editor, and the last of them not every reader.
    guard lines.allSatisfy({ $0.isEmpty || $0.contains { $0 != " " && $0 != "\t" } }) else { return nil }
    let header = trailing == 0 ? "|-" : trailing == 1 ? "|" : "|+"
    let margin = String(repeating: " ", count: max(indent, 2))
    let body = lines.map { $0.isEmpty ? "" : margin + $0 }.joined(separator: "\n")
    return header + "\n" + body + String(repeating: "\n", count: max(0, trailing - 1))
  }

  /// Double quotes with JSON's escapes, which YAML shares; everything outside ASCII that YAML may not hold is escaped.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      default:
        let isPrintable =
          (0x20...0x7E).contains(scalar.value) || (0xA0...0xD7FF).contains(scalar.value)
          || (0xE000...0xFFFD).contains(scalar.value) || scalar.value >= 0x10000
        if isPrintable, ![0x2028, 0x2029, 0xFEFF].contains(scalar.value) {
          result.unicodeScalars.append(scalar)
        } else {
          let hex = String(scalar.value, radix: 16)
          result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
        }
      }
    }
    return result + "\""
  }
}
