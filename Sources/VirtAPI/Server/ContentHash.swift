/// A short name for a text that changes with it, for entity tags and addresses. It guards against nothing: who can
/// choose both texts can make them alike.
public enum ContentHash {
  /// FNV-1a, 64 bits, as hexadecimal digits.
  public static func digits(of text: some Sequence<UInt8>) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return String(hash, radix: 16)
  }
}
