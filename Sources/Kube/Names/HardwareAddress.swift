/// A link-layer address of 6, 8 or 20 bytes.
public struct HardwareAddress: Sendable, Hashable {
  public let bytes: [UInt8]

  /// Reads what Go's net.ParseMAC reads: pairs of hexadecimal digits between colons or between hyphens, or groups of
  /// four between points.
  public init?(_ text: some StringProtocol) {
    let characters = Array(text.utf8)
    guard characters.count >= 14, characters.count <= 59 else { return nil }
    let (separator, width): (UInt8, Int) =
      switch (characters[2], characters[4]) {
      case (UInt8(ascii: ":"), _): (UInt8(ascii: ":"), 2)
      case (UInt8(ascii: "-"), _): (UInt8(ascii: "-"), 2)
      default: (UInt8(ascii: "."), 4)
      }
    var bytes: [UInt8] = []
    for group in characters.split(separator: separator, omittingEmptySubsequences: false) {
      guard group.count == width else { return nil }
      var digits: [UInt8] = []
      for character in group {
        guard let digit = hexDigitValue(character) else { return nil }
        digits.append(digit)
      }
      for index in stride(from: 0, to: width, by: 2) { bytes.append(digits[index] << 4 | digits[index + 1]) }
    }
    guard [6, 8, 20].contains(bytes.count) else { return nil }
    self.bytes = bytes
  }
}

extension HardwareAddress: CustomStringConvertible {
  /// Lower-case pairs between colons.
  public var description: String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined(separator: ":")
  }
}
