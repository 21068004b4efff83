/// Standard padded base64 (RFC 4648 section 4) with the leniency of Go's StdEncoding.
public enum Base64 {
  /// A text that is no base64; `decoded` holds the bytes before the fault.
  public struct DecodingError: Error, Sendable, Hashable {
    public var decoded: [UInt8]
    /// Offset of the fault in the text, in bytes.
    public var offset: Int
  }

  public static func encode(_ bytes: some Collection<UInt8>) -> String {
    var output: [UInt8] = []
    output.reserveCapacity((bytes.count + 2) / 3 * 4)
    var group: UInt32 = 0
    var count = 0
    for byte in bytes {
      group = group << 8 | UInt32(byte)
      count += 1
      if count == 3 {
        for shift in [18, 12, 6, 0] { output.append(symbol(group >> UInt32(shift))) }
        group = 0
        count = 0
      }
    }
    if count == 1 {
      output += [symbol(group >> 2), symbol(group << 4), padding, padding]
    } else if count == 2 {
      output += [symbol(group >> 10), symbol(group >> 4), symbol(group << 2), padding]
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// Decodes. CR and LF are ignored anywhere, left-over bits of the last symbol need not be zero, padding is
  /// required, and nothing may follow it.
  public static func decode(_ text: some StringProtocol) throws(DecodingError) -> [UInt8] {
    var decoded: [UInt8] = []
    var group: UInt32 = 0
    var symbols = 0
    var paddings = 0
    var offset = 0
    for byte in text.utf8 {
      defer { offset += 1 }
      if byte == UInt8(ascii: "\r") || byte == UInt8(ascii: "\n") { continue }
      if byte == padding {
        guard symbols >= 2, symbols + paddings < 4 else {
          throw DecodingError(decoded: decoded, offset: offset)
        }
        paddings += 1
        continue
      }
      guard paddings == 0, let value = value(of: byte) else { throw DecodingError(decoded: decoded, offset: offset) }
      group = group << 6 | value
      symbols += 1
      if symbols == 4 {
        decoded += [UInt8(group >> 16 & 255), UInt8(group >> 8 & 255), UInt8(group & 255)]
        group = 0
        symbols = 0
      }
    }
    switch (symbols, paddings) {
    case (0, 0): break
    case (2, 2): decoded.append(UInt8(group >> 4 & 255))
    case (3, 1): decoded += [UInt8(group >> 10 & 255), UInt8(group >> 2 & 255)]
    default: throw DecodingError(decoded: decoded, offset: offset)
    }
    return decoded
  }

  private static let padding = UInt8(ascii: "=")

  private static func symbol(_ bits: UInt32) -> UInt8 {
    let index = UInt8(bits & 63)
    return switch index {
    case 0..<26: UInt8(ascii: "A") + index
    case 26..<52: UInt8(ascii: "a") + index - 26
    case 52..<62: UInt8(ascii: "0") + index - 52
    case 62: UInt8(ascii: "+")
    default: UInt8(ascii: "/")
    }
  }

  private static func value(of symbol: UInt8) -> UInt32? {
    switch symbol {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(symbol - UInt8(ascii: "A"))
    case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(symbol - UInt8(ascii: "a")) + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(symbol - UInt8(ascii: "0")) + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}
