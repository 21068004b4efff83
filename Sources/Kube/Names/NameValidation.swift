/// The forms that names have in Kubernetes ("Object Names and IDs", "Labels and Selectors").
public enum NameValidation {
  /// At most 63 of `a-z 0-9 -`, beginning and ending with a letter or digit (RFC 1123).
  public static func isDNS1123Label(_ text: some StringProtocol) -> Bool {
    text.utf8.count <= 63 && isLabel(Substring(text).utf8)
  }

  /// As for any text, straight over the bytes: names of devices are checked by the dozen in every request.
  public static func isDNS1123Label(_ text: String) -> Bool {
    text.utf8.withContiguousStorageIfAvailable { $0.count <= 63 && isLabel($0) }
      ?? isDNS1123Label(Substring(text))
  }

  /// At most 253: labels of `a-z 0-9 -` joined by points (RFC 1123). A single label may be longer than 63.
  public static func isDNS1123Subdomain(_ text: some StringProtocol) -> Bool {
    text.utf8.count <= 253
      && Substring(text).utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy(isLabel)
  }

  /// As a DNS-1123 label, but beginning with a letter (RFC 1035); the form of service names.
  public static func isDNS1035Label(_ text: some StringProtocol) -> Bool {
    isDNS1123Label(text) && text.utf8.first.map(isLowercase) == true
  }

  /// The form of label and annotation keys: a name of at most 63 with, optionally, a DNS subdomain and `/` in front.
  public static func isQualifiedName(_ text: some StringProtocol) -> Bool {
    let parts = Substring(text).utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard let name = parts.last, parts.count <= 2, !name.isEmpty, isLabelValue(name) else { return false }
    return parts.count == 1 || isDNS1123Subdomain(Substring(parts[0]))
  }

  /// Empty, or at most 63 of letters, digits, `-`, `_` and `.`, beginning and ending with a letter or digit.
  public static func isLabelValue(_ text: some StringProtocol) -> Bool { isLabelValue(Substring(text).utf8) }

  /// At most 15 of `a-z 0-9 -` with at least one letter, no two hyphens together and none at the ends (RFC 6335).
  public static func isPortName(_ text: some StringProtocol) -> Bool {
    let bytes = Substring(text).utf8
    guard bytes.count <= 15, isLabel(bytes), bytes.contains(where: isLowercase) else { return false }
    return !zip(bytes, bytes.dropFirst()).contains { $0 == UInt8(ascii: "-") && $1 == UInt8(ascii: "-") }
  }

  private static func isLabel(_ bytes: some BidirectionalCollection<UInt8>) -> Bool {
    guard let first = bytes.first, let last = bytes.last else { return false }
    return isLowercaseOrDigit(first) && isLowercaseOrDigit(last)
      && bytes.allSatisfy { isLowercaseOrDigit($0) || $0 == UInt8(ascii: "-") }
  }

  private static func isLabelValue(_ bytes: Substring.UTF8View) -> Bool {
    guard let first = bytes.first, let last = bytes.last else { return true }
    return bytes.count <= 63 && isAlphanumeric(first) && isAlphanumeric(last)
      && bytes.allSatisfy {
        isAlphanumeric($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ".")
      }
  }

  private static func isLowercase(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z") }

  private static func isLowercaseOrDigit(_ byte: UInt8) -> Bool {
    isLowercase(byte) || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"))
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    isLowercaseOrDigit(byte) || (byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z"))
  }
}
