/// A link-layer address of 6, 8 or 20 bytes.
public struct HardwareAddress: Sendable, Hashable {
  public let bytes: [UInt8]

  /// Reads what Go's net.ParseMAC reads: pairs of hexadecimal digits between colons or between hyphens, or groups of
  /// four between points.
  public init?(_ text: some StringProtocol) { self.init(String(text)) }

  /// Reads an address straight from the bytes of the text.
  public init?(_ text: String) {
    let parsed =
      text.utf8.withContiguousStorageIfAvailable(Self.parse) ?? Array(text.utf8).withUnsafeBufferPointer(Self.parse)
    guard let parsed else { return nil }
    bytes = parsed
  }

  /// The address of these bytes; nil unless there are 6, 8 or 20.
  public init?(bytes: [UInt8]) {
    guard [6, 8, 20].contains(bytes.count) else { return nil }
    self.bytes = bytes
  }

  private static func parse(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard text.count >= 14, text.count <= 59 else { return nil }
    let (separator, width): (UInt8, Int) =
      switch text[2] {
      case UInt8(ascii: ":"): (UInt8(ascii: ":"), 2)
      case UInt8(ascii: "-"): (UInt8(ascii: "-"), 2)
      default: (UInt8(ascii: "."), 4)
      }
    // Groups of `width` digits, each but the last with a separator after it.
    guard (text.count + 1) % (width + 1) == 0 else { return nil }
    let count = (text.count + 1) / (width + 1) * width / 2
    guard count == 6 || count == 8 || count == 20 else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    var offset = 0
    while offset < text.count {
      if offset % (width + 1) == width {
        guard text[offset] == separator else { return nil }
        offset += 1
      }
      guard let high = hexDigitValue(text[offset]), let low = hexDigitValue(text[offset + 1]) else { return nil }
      bytes.append(high << 4 | low)
      offset += 2
    }
    return bytes
  }
}

extension HardwareAddress: CustomStringConvertible {
  /// Lower-case pairs between colons.
  public var description: String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined(separator: ":")
  }
}
