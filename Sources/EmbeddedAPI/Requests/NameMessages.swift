import Kube

/// What Kubernetes says about names, label keys and label values that don't have their form; empty for good ones.
enum NameMessages {
  static let subdomainPattern = "[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*"

  static func name(_ name: String, _ form: NameForm) -> [String] {
    switch form {
    case .subdomain: subdomain(name)
    case .label: label(name)
    case .rfc1035Label: rfc1035Label(name)
    case .pathSegment: pathSegment(name)
    }
  }

  /// A `generateName`: a hyphen or point at its end is all right, for more follows.
  static func prefix(_ prefix: String, _ form: NameForm) -> [String] {
    if form == .pathSegment { return pathSegment(prefix, isPrefix: true) }
    guard prefix.count > 1, prefix.hasSuffix("-") else { return name(prefix, form) }
    return name(String(prefix.dropLast()) + "a", form)
  }

  static func subdomain(_ text: String) -> [String] {
    length(text, 253)
      + (isForm(text, NameValidation.isDNS1123Subdomain)
        ? []
        : [
          "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must "
            + "start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is "
            + "'\(subdomainPattern)')"
        ])
  }

  static func label(_ text: String) -> [String] {
    length(text, 63)
      + (isForm(text, NameValidation.isDNS1123Label)
        ? []
        : [
          "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end "
            + "with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is "
            + "'[a-z0-9]([-a-z0-9]*[a-z0-9])?')"
        ])
  }

  static func rfc1035Label(_ text: String) -> [String] {
    length(text, 63)
      + (isForm(text, NameValidation.isDNS1035Label)
        ? []
        : [
          "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic "
            + "character, and end with an alphanumeric character (e.g. 'my-name',  or 'abc-123', regex used for "
            + "validation is '[a-z]([-a-z0-9]*[a-z0-9])?')"
        ])
  }

  /// What can't be one step of a path.
  static func pathSegment(_ text: String, isPrefix: Bool = false) -> [String] {
    if !isPrefix, text == "." || text == ".." { return ["may not be '\(text)'"] }
    return ["/", "%"].filter { text.contains($0) }.map { "may not contain '\($0)'" }
  }

  /// A label's, annotation's or finalizer's key.
  static func qualifiedName(_ text: String) -> [String] {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    var messages: [String] = []
    guard let name = parts.last, parts.count <= 2 else {
      return [
        "a qualified name must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an "
          + "alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is "
          + "'([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]') with an optional DNS subdomain prefix and '/' (e.g. "
          + "'example.com/MyName')"
      ]
    }
    if parts.count == 2 {
      if parts[0].isEmpty {
        messages.append("prefix part must be non-empty")
      } else {
        messages += subdomain(parts[0]).map { "prefix part " + $0 }
      }
    }
    if name.isEmpty { messages.append("name part must be non-empty") }
    messages += length(name, 63).map { "name part " + $0 }
    if name.isEmpty || !isForm(name, NameValidation.isLabelValue) {
      messages.append(
        "name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an "
          + "alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is "
          + "'([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')")
    }
    return messages
  }

  static func labelValue(_ text: String) -> [String] {
    length(text, 63)
      + (isForm(text, NameValidation.isLabelValue)
        ? []
        : [
          "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start "
            + "and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for "
            + "validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')"
        ])
  }

  private static func length(_ text: String, _ most: Int) -> [String] {
    text.utf8.count > most ? ["must be no more than \(most) bytes"] : []
  }

  /// The form without its bound of length, which has a message of its own. Longer texts are looked at in pieces that
  /// have the form when the whole has it.
  private static func isForm(_ text: String, _ test: (String) -> Bool) -> Bool {
    if test(text) { return true }
    guard text.utf8.count > 63, text.utf8.count <= 4096, let first = text.first, let last = text.last else {
      return false
    }
    return text.allSatisfy { test("a" + String($0) + "a") } && test(String(first)) && test(String(last))
  }
}
