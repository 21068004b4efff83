import Transport

/// `Warning` headers as Kubernetes sends them (RFC 7234 section 5.5, code 299).
enum WarningHeaders {
  /// Bytes of all warnings of an answer; beyond, each is cut to `shortLength`.
  private static let totalLimit = 4096
  private static let shortLength = 256

  static func append(_ warnings: [String], to headers: inout HTTPHeaders) {
    let isLong = warnings.reduce(0) { $0 + $1.utf8.count } > totalLimit
    var total = 0
    for warning in warnings {
      let text = isLong ? String(warning.prefix(shortLength)) : warning
      total += text.utf8.count
      if total > totalLimit { return }
      headers.append("warning", value(text))
    }
  }

  static func value(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\":
        escaped += "\\"
        escaped.unicodeScalars.append(scalar)
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: escaped += " "
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return "299 - \"\(escaped)\""
  }
}
