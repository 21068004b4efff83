/// Patterns of file names as shells have them: `*`, `?`, `[a-z]`, `[^a-z]`, and `\` before any of these.
enum ShellPattern {
  /// Whether the whole text matches; `*` and `?` do not match `/`, and a malformed pattern matches nothing.
  static func matches(_ text: String, _ pattern: String) -> Bool {
    matches(Array(text.unicodeScalars)[...], Array(pattern.unicodeScalars)[...])
  }

  private static func matches(_ text: ArraySlice<Unicode.Scalar>, _ pattern: ArraySlice<Unicode.Scalar>) -> Bool {
    var text = text
    var pattern = pattern
    // Where to go on after the last star: it takes one more of the text each time the rest does not match.
    var retry: (text: ArraySlice<Unicode.Scalar>, pattern: ArraySlice<Unicode.Scalar>)?
    while true {
      if pattern.first == "*" {
        pattern = pattern.drop { $0 == "*" }
        retry = (text, pattern)
        continue
      }
      if text.isEmpty, pattern.isEmpty { return true }
      if let next = text.first, let rest = match(next, pattern) {
        text.removeFirst()
        pattern = rest
        continue
      }
      guard let (from, rest) = retry, let skipped = from.first, skipped != "/" else { return false }
      text = from.dropFirst()
      pattern = rest
      retry = (text, pattern)
    }
  }

  /// What is left of the pattern after its first element matched the scalar; nil when it does not match.
  private static func match(
    _ scalar: Unicode.Scalar, _ pattern: ArraySlice<Unicode.Scalar>
  ) -> ArraySlice<Unicode.Scalar>? {
    guard let first = pattern.first else { return nil }
    switch first {
    case "?": return scalar == "/" ? nil : pattern.dropFirst()
    case "[": return matchClass(scalar, pattern.dropFirst())
    case "\\":
      let rest = pattern.dropFirst()
      return rest.first == scalar ? rest.dropFirst() : nil
    default: return first == scalar ? pattern.dropFirst() : nil
    }
  }

  private static func matchClass(
    _ scalar: Unicode.Scalar, _ pattern: ArraySlice<Unicode.Scalar>
  ) -> ArraySlice<Unicode.Scalar>? {
    var rest = pattern
    let isNegated = rest.first == "^"
    if isNegated { rest.removeFirst() }
    var isIn = false
    var isFirst = true
    while let next = rest.first {
      if next == "]", !isFirst { return isIn != isNegated ? rest.dropFirst() : nil }
      isFirst = false
      guard let low = takeBound(&rest) else { return nil }
      var high = low
      if rest.first == "-" {
        rest.removeFirst()
        guard let bound = takeBound(&rest) else { return nil }
        high = bound
      }
      if low <= scalar, scalar <= high { isIn = true }
    }
    return nil
  }

  private static func takeBound(_ pattern: inout ArraySlice<Unicode.Scalar>) -> Unicode.Scalar? {
    guard var bound = pattern.popFirst(), bound != "-", bound != "]" else { return nil }
    if bound == "\\" {
      guard let escaped = pattern.popFirst() else { return nil }
      bound = escaped
    }
    return bound
  }
}
