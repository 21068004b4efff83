/// One alternative of an `Accept` header (RFC 9110 section 12.5.1).
struct MediaRange: Sendable, Hashable {
  var type: String
  var subtype: String
  var parameters: [String: String]
  /// 0 to 1; 0 means that it is not wanted.
  var quality: Double

  /// The alternatives in the order of preference: by quality, then the more specific first, then as written.
  static func parse(_ accept: String) -> [MediaRange] {
    let ranges = accept.split(separator: ",").compactMap(parseOne)
    return ranges.enumerated().sorted { left, right in
      if left.element.quality != right.element.quality { return left.element.quality > right.element.quality }
      if left.element.specificity != right.element.specificity {
        return left.element.specificity > right.element.specificity
      }
      return left.offset < right.offset
    }.map(\.element)
  }

  func matches(_ type: String, _ subtype: String) -> Bool {
    quality > 0 && (self.type == "*" || self.type == type) && (self.subtype == "*" || self.subtype == subtype)
  }

  private var specificity: Int { type == "*" ? 0 : subtype == "*" ? 1 : 2 }

  private static func parseOne(_ text: Substring) -> MediaRange? {
    var parts = text.split(separator: ";").map(trimmed)
    guard !parts.isEmpty else { return nil }
    let names = parts.removeFirst().split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    // A lone star comes from old Java clients and means everything.
    guard names.count == 2 || names.first == "*", let type = names.first else { return nil }
    var range = MediaRange(
      type: type.lowercased(), subtype: names.count == 2 ? names[1].lowercased() : "*", parameters: [:], quality: 1)
    for part in parts {
      let pair = part.split(separator: "=", maxSplits: 1).map(trimmed)
      guard pair.count == 2 else { continue }
      if pair[0].lowercased() == "q" {
        range.quality = Double(pair[1]).map { min(max($0, 0), 1) } ?? 1
      } else {
        range.parameters[pair[0].lowercased()] = unquoted(pair[1])
      }
    }
    return range
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text.drop { $0 == " " || $0 == "\t" }
    while text.last == " " || text.last == "\t" { text.removeLast() }
    return text
  }

  private static func unquoted(_ text: Substring) -> String {
    text.count >= 2 && text.first == "\"" && text.last == "\"" ? String(text.dropFirst().dropLast()) : String(text)
  }
}
