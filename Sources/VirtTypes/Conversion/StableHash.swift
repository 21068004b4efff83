import JSON

/// A hash of JSON values that is the same in every process and for every spelling of one value (FNV-1a, 64 bits).
/// It tells a changed value from an unchanged one and protects nothing.
struct StableHash {
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325

  /// Sixteen hexadecimal digits; an absent value has a hash of its own.
  static func text(of value: JSONValue?) -> String {
    var hash = StableHash()
    if let value { hash.combine(value) }
    let digits = String(hash.state, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  private mutating func combine(_ value: JSONValue) {
    switch value {
    case .null: combine(byte: 0x6e)
    case .bool(let flag): combine(byte: flag ? 0x74 : 0x66)
    case .number(let number):
      combine(byte: 0x23)
      combine(Self.text(of: number))
    case .string(let text):
      combine(byte: 0x22)
      combine(text)
    case .array(let elements):
      combine(byte: 0x5b)
      for element in elements { combine(element) }
      combine(byte: 0x5d)
    case .object(let object):
      combine(byte: 0x7b)
      for key in object.keys.sorted() {
        combine(key)
        if let member = object[key] { combine(member) }
      }
      combine(byte: 0x7d)
    }
  }

  /// One text for all spellings; a store may give an integer back as a floating point number.
  private static func text(of number: JSONNumber) -> String {
    if let integer = number.int64 ?? number.double.flatMap({ Int64(exactly: $0) }) { return "\(integer)" }
    return number.double.map { "\($0)" } ?? number.text
  }

  private mutating func combine(_ text: String) {
    for byte in text.utf8 { combine(byte: byte) }
    combine(byte: 0xff)  // No UTF-8 text has this byte.
  }

  private mutating func combine(byte: UInt8) {
    state ^= UInt64(byte)
    state &*= 0x0000_0100_0000_01b3
  }
}
