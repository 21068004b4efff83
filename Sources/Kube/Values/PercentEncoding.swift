/// Percent-encoding of paths and queries (RFC 3986 section 2.1).
public enum PercentEncoding {
  /// The text with its escapes decoded; nil for an escape without two hexadecimal digits, or bytes that are no UTF-8.
  ///
  /// - Parameter plusIsSpace: as queries of forms have it.
  public static func decode(_ text: some StringProtocol, plusIsSpace: Bool = false) -> String? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var rest = text.utf8.makeIterator()
    while let byte = rest.next() {
      switch byte {
      case UInt8(ascii: "%"):
        guard let high = rest.next().flatMap(digit), let low = rest.next().flatMap(digit) else { return nil }
        bytes.append(high << 4 | low)
      case UInt8(ascii: "+") where plusIsSpace: bytes.append(0x20)
      default: bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self)
  }

  /// The parameters of a query, in order; what can't be decoded is left out, as Go's servers do.
  public static func parameters(_ query: some StringProtocol) -> [String: [String]] {
    var parameters: [String: [String]] = [:]
    for part in query.split(separator: "&") {
      let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = pair.first.flatMap({ decode($0, plusIsSpace: true) }), !name.isEmpty,
        let value = pair.count > 1 ? decode(pair[1], plusIsSpace: true) : ""
      else { continue }
      parameters[name, default: []].append(value)
    }
    return parameters
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }
}
