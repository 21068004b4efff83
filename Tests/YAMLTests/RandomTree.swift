import JSON
import TestSupport

/// Trees of awkward scalars.
enum RandomTree {
  static let texts = [
    "", " ", "a", "yes", "no", "y", "N", "on", "Off", "null", "~", "true", "1", "01", "0x1F", "0b1", "1e3", "1.5", ".5",
    "-", "--", "-a", "- a", "?", "? a", ":", "a: b", "a:b", "a:", "#", "a #b", "a#b", "&a", "*a", "!a", "|", ">", "%a",
    "@a", "`a", "'a'", "\"a\"", "{a}", "[a]", ", a", "a, b", "line\nline", "line\n", "\nline", "line\n\n", "  lead\n x",
    "tab\tin", "\t", "a\r\nb", "ünïcode", "emoji 😀", "\u{2028}", "\u{85}", "\u{0}", "\u{7F}", "12:30:45", "2001-01-01",
    ".inf", ".NaN", "<<", "=", "...", "---", "--- a", "... a", "1_000", "+1", "0o7", "a\\b", "trail ",
    "#!/bin/sh\n x\n y\n",
    "one\n\n\ntwo\n", "x\n  \ny", "\u{FEFF}bom", "64M", "1Gi", "10.0.2.0/24", "52:54:00:12:34:56", "~/.ssh", "a\n \n",
  ]

  static func make(depth: Int, using random: inout SeededGenerator) -> JSONValue {
    switch Int.random(in: 0..<(depth > 0 ? 10 : 7), using: &random) {
    case 0: return .null
    case 1: return .bool(.random(using: &random))
    case 2: return .number(JSONNumber(Int64.random(in: -1000...1000, using: &random)))
    case 3...6: return .string(texts.randomElement(using: &random) ?? "")
    case 7, 8:
      var object = JSONObject()
      for _ in 0..<Int.random(in: 0...4, using: &random) {
        object[texts.randomElement(using: &random) ?? ""] = make(depth: depth - 1, using: &random)
      }
      return .object(object)
    default:
      return .array((0..<Int.random(in: 0...4, using: &random)).map { _ in make(depth: depth - 1, using: &random) })
    }
  }
}
