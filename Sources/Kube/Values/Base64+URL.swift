extension Base64 {
  /// The form for URLs and tokens (RFC 4648 section 5), without padding.
  public static func encodeURL(_ bytes: some Collection<UInt8>) -> String {
    String(
      decoding: encode(bytes).utf8.lazy.filter { $0 != UInt8(ascii: "=") }.map { byte in
        switch byte {
        case UInt8(ascii: "+"): UInt8(ascii: "-")
        case UInt8(ascii: "/"): UInt8(ascii: "_")
        default: byte
        }
      }, as: UTF8.self)
  }

  /// Reads that form; nil for any text that `encodeURL` does not write, so that one value has one text.
  public static func decodeURL(_ text: some StringProtocol) -> [UInt8]? {
    var standard: [UInt8] = []
    standard.reserveCapacity(text.utf8.count + 3)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "-"): standard.append(UInt8(ascii: "+"))
      case UInt8(ascii: "_"): standard.append(UInt8(ascii: "/"))
      case UInt8(ascii: "+"), UInt8(ascii: "/"), UInt8(ascii: "="): return nil
      default: standard.append(byte)
      }
    }
    while standard.count % 4 != 0 { standard.append(UInt8(ascii: "=")) }
    guard let bytes = try? decode(String(decoding: standard, as: UTF8.self)), encodeURL(bytes) == text else {
      return nil
    }
    return bytes
  }
}
