/// A universally unique identifier (RFC 9562).
public struct UUID: Sendable, Hashable {
  /// The sixteen bytes, most significant first.
  public let bytes: [UInt8]

  private init(bytes: [UInt8], version: UInt8) {
    var bytes = bytes
    bytes[6] = bytes[6] & 0x0F | version << 4
    bytes[8] = bytes[8] & 0x3F | 0x80
    self.bytes = bytes
  }

  /// A random identifier (version 4) from the given source.
  public static func random(using generator: inout some RandomNumberGenerator) -> UUID {
    let bytes = (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    return UUID(bytes: bytes, version: 4)
  }

  /// A random identifier (version 4) from the system's source.
  public static func random() -> UUID {
    var generator = SystemRandomNumberGenerator()
    return random(using: &generator)
  }

  /// The identifier of a name within a namespace (version 5, SHA-1): the same arguments give the same identifier.
  public init(namespace: UUID, name: String) {
    self.init(bytes: Array(SHA1.digest(namespace.bytes + Array(name.utf8)).prefix(16)), version: 5)
  }

  /// Reads the form 8-4-4-4-12 in hexadecimal digits of either case; nil for any other text.
  public init?(_ text: some StringProtocol) {
    var digits: [UInt8] = []
    for (index, byte) in text.utf8.enumerated() {
      if [8, 13, 18, 23].contains(index) {
        guard byte == UInt8(ascii: "-") else { return nil }
      } else {
        guard let digit = hexDigitValue(byte), digits.count < 32 else { return nil }
        digits.append(digit)
      }
    }
    guard digits.count == 32 else { return nil }
    bytes = stride(from: 0, to: 32, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }
}

extension UUID: CustomStringConvertible {
  public var description: String {
    var text: [UInt8] = []
    let alphabet = Array("0123456789abcdef".utf8)
    for (index, byte) in bytes.enumerated() {
      if [4, 6, 8, 10].contains(index) { text.append(UInt8(ascii: "-")) }
      text.append(alphabet[Int(byte >> 4)])
      text.append(alphabet[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}

func hexDigitValue(_ byte: UInt8) -> UInt8? {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
  case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
  case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
  default: nil
  }
}
