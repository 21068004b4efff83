import Kube

/// All that is wrong with a name, one text for each fault: Kubernetes counts them.
enum NameFaults {
  private static let longest = 63
  private static let longestSubdomain = 253

  /// Faults of a DNS-1123 label.
  static func ofLabel(_ name: String) -> [String] {
    if NameValidation.isDNS1123Label(name) { return [] }
    let isTooLong = name.utf8.count > longest
    // A label that is only too long is well formed, and so is a subdomain of it alone.
    let isWellFormed = isTooLong && !name.utf8.contains(UInt8(ascii: ".")) && isSubdomain(name)
    return faults(
      name, isTooLong: isTooLong, limit: longest, isWellFormed: isWellFormed,
      form: "a-z, 0-9 and '-', beginning and ending with a letter or digit")
  }

  /// Faults of a DNS-1123 subdomain.
  static func ofSubdomain(_ name: some StringProtocol) -> [String] {
    if NameValidation.isDNS1123Subdomain(name) { return [] }
    let isTooLong = name.utf8.count > longestSubdomain
    return faults(
      String(name), isTooLong: isTooLong, limit: longestSubdomain, isWellFormed: isTooLong && isSubdomain(name),
      form: "a DNS name in lower case")
  }

  /// Faults of the key of a label or an annotation.
  static func ofLabelKey(_ key: String) -> [String] {
    if NameValidation.isQualifiedName(key) { return [] }
    let parts = key.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count <= 2, let name = parts.last else {
      return ["is \"\(key)\", must have at most one '/'"]
    }
    var faults: [String] = []
    if parts.count == 2 {
      faults =
        parts[0].isEmpty
        ? ["is \"\(key)\", must have a DNS name before the '/'"]
        : ofSubdomain(parts[0]).map { "is \"\(key)\", whose part before the '/' \($0)" }
    }
    if name.isEmpty {
      faults.append("must have a name")
    } else if name.utf8.count > longest {
      faults.append("must have at most \(longest) characters in its name")
    }
    if !isLabelText(name) { faults.append("is \"\(key)\", must be of \(labelForm)") }
    return faults
  }

  /// Faults of the value of a label.
  static func ofLabelValue(_ value: String) -> [String] {
    if NameValidation.isLabelValue(value) { return [] }
    return faults(
      value, isTooLong: value.utf8.count > longest, limit: longest, isWellFormed: isLabelText(value), form: labelForm)
  }

  private static let labelForm = "letters, digits, '-', '_' and '.', beginning and ending with a letter or digit"

  private static func faults(
    _ name: String, isTooLong: Bool, limit: Int, isWellFormed: Bool, form: String
  ) -> [String] {
    var faults: [String] = []
    if isTooLong { faults.append("is \"\(name)\", must have at most \(limit) characters") }
    if !isWellFormed { faults.append("is \"\(name)\", must be of \(form)") }
    return faults
  }

  /// Whether the text is a subdomain but for its length.
  private static func isSubdomain(_ text: some StringProtocol) -> Bool {
    text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { part in
      guard let first = part.first, let last = part.last else { return false }
      return first != hyphen && last != hyphen && part.allSatisfy(isSubdomainByte)
    }
  }

  private static let hyphen = UInt8(ascii: "-")

  private static func isSubdomainByte(_ byte: UInt8) -> Bool {
    byte == hyphen || isASCIILetterOrDigit(byte) && !(UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
  }

  private static func isLabelText(_ text: some StringProtocol) -> Bool {
    let text = Substring(text).utf8
    guard let first = text.first, let last = text.last, isASCIILetterOrDigit(first), isASCIILetterOrDigit(last) else {
      return false
    }
    return text.allSatisfy { byte in
      isASCIILetterOrDigit(byte) || byte == hyphen || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
    }
  }
}
