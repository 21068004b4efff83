/// Goes through the fields of one protobuf message (protobuf.dev/programming-guides/encoding).
struct ProtobufFields {
  enum Value {
    /// Numbers, booleans: the bits as they are.
    case varint(UInt64)
    case fixed64(UInt64)
    case fixed32(UInt32)
    /// Texts, bytes, messages, packed lists.
    case bytes(ArraySlice<UInt8>)
  }

  struct Malformed: Error {
    var what: String
  }

  private var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  /// The next field's number and value; nil at the end.
  mutating func next() throws(Malformed) -> (number: Int, value: Value)? {
    if rest.isEmpty { return nil }
    let tag = try varint()
    let number = Int(truncatingIfNeeded: tag >> 3)
    guard number > 0, number < 1 << 29 else { throw Malformed(what: "a field has the number \(number)") }
    switch tag & 7 {
    case 0: return (number, .varint(try varint()))
    case 1: return (number, .fixed64(try fixed(8)))
    case 2:
      let count = try varint()
      guard count <= UInt64(rest.count) else { throw Malformed(what: "field \(number) goes beyond the end") }
      return (number, .bytes(take(Int(count))))
    case 5: return (number, .fixed32(UInt32(truncatingIfNeeded: try fixed(4))))
    default: throw Malformed(what: "field \(number) has the unknown wire type \(tag & 7)")
    }
  }

  private mutating func take(_ count: Int) -> ArraySlice<UInt8> {
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
  }

  private mutating func varint() throws(Malformed) -> UInt64 {
    var value: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 64, by: 7) {
      guard let byte = rest.popFirst() else { throw Malformed(what: "it ends within a number") }
      value |= UInt64(byte & 0x7F) << shift
      if byte & 0x80 == 0 { return value }
    }
    throw Malformed(what: "a number has more than ten bytes")
  }

  private mutating func fixed(_ count: Int) throws(Malformed) -> UInt64 {
    guard rest.count >= count else { throw Malformed(what: "it ends within a number") }
    return take(count).reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }
}
