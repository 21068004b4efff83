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
          "a name of this kind has small letters, digits, '-' and '.', with a letter or digit at both ends "
            + "and on both sides of every '.' (RFC 1123 subdomain: \(subdomainPattern))"
        ])
  }

  static func label(_ text: String) -> [String] {
    length(text, 63)
      + (isForm(text, NameValidation.isDNS1123Label)
        ? []
        : [
          "a name of this kind has small letters, digits and '-', with a letter or digit at both ends (RFC 1123 label: "
            + "[a-z0-9]([-a-z0-9]*[a-z0-9])?)"
        ])
  }

  static func rfc1035Label(_ text: String) -> [String] {
    length(text, 63)
      + (isForm(text, NameValidation.isDNS1035Label)
        ? []
        : [
          "a name of this kind has small letters, digits and '-', begins with a letter and ends with a letter or digit "
            + "(RFC 1035 label: [a-z]([-a-z0-9]*[a-z0-9])?)"
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
        "a key has one '/' at most, with its owner's domain before it, such as example.com/name"
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
        "name part has letters, digits, '-', '_' and '.', with a letter or digit at both ends")
    }
    return messages
  }

  static func labelValue(_ text: String) -> [String] {
    length(text, 63)
      + (isForm(text, NameValidation.isLabelValue)
        ? []
        : [
          "a label's value is empty, or has letters, digits, '-', '_' and '.', with a letter or digit at both ends"
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
