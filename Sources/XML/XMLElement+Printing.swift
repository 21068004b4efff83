extension XMLElement {
  /// The element as XML 1.0 without a header, two blanks a level.
  ///
  /// Characters that XML 1.0 cannot hold (section 2.2) are left out; an attribute's line ends and tabs are written as
  /// character references, since a reader would make blanks of them (section 3.3.3).
  public func printed() -> String {
    var output = ""
    print(into: &output, indent: "")
    return output
  }

  private func print(into output: inout String, indent: String) {
    output += "\(indent)<\(name)"
    for attribute in attributes {
      output += " \(attribute.name)=\""
      Self.escape(attribute.value, inAttribute: true, into: &output)
      output += "\""
    }
    guard !children.isEmpty || !text.isEmpty else {
      output += "/>\n"
      return
    }
    output += ">"
    Self.escape(text, inAttribute: false, into: &output)
    if !children.isEmpty {
      output += "\n"
      for child in children { child.print(into: &output, indent: indent + "  ") }
      output += indent
    }
    output += "</\(name)>\n"
  }

  private static func escape(_ text: String, inAttribute: Bool, into output: inout String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": output += "&amp;"
      case "<": output += "&lt;"
      case ">": output += "&gt;"
      case "\"" where inAttribute: output += "&quot;"
      case "\r": output += "&#13;"
      case "\n" where inAttribute: output += "&#10;"
      case "\t" where inAttribute: output += "&#9;"
      case "\u{0}"..."\u{8}", "\u{B}", "\u{C}", "\u{E}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": break
      default: output.unicodeScalars.append(scalar)
      }
    }
  }
}
