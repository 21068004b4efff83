/// Appends JSON to a buffer of UTF-8; commas are its business, nesting the caller's.
public struct JSONWriter: Sendable {
  /// What was written so far.
  public var bytes: [UInt8] = []
  @usableFromInline var needsComma = false

  public init(reserving capacity: Int = 0) {
    if capacity > 0 { bytes.reserveCapacity(capacity) }
  }

  @inlinable public mutating func beginObject() { open(0x7B) }
  @inlinable public mutating func endObject() { close(0x7D) }
  @inlinable public mutating func beginArray() { open(0x5B) }
  @inlinable public mutating func endArray() { close(0x5D) }

  @inlinable mutating func open(_ byte: UInt8) {
    separate()
    bytes.append(byte)
    needsComma = false
  }

  @inlinable mutating func close(_ byte: UInt8) {
    bytes.append(byte)
    needsComma = true
  }

  @inlinable mutating func separate() {
    if needsComma { bytes.append(0x2C) }
    needsComma = true
  }

  /// Writes a member's name; the name must need no escaping.
  @inlinable public mutating func key(_ name: StaticString) {
    separate()
    bytes.append(0x22)
    bytes.append(contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    bytes.append(0x22)
    bytes.append(0x3A)
    needsComma = false
  }

  /// Writes a member's name.
  public mutating func key(_ name: String) {
    string(name)
    bytes.append(0x3A)
    needsComma = false
  }

  // One copy for each type of value, not one for each member: there are thousands of members.
  @inlinable @inline(never) public mutating func member(_ name: StaticString, _ value: some JSONEncodable) {
    key(name)
    value.encode(to: &self)
  }

  /// Writes a member unless its value is what `omitempty` leaves out.
  @inlinable public mutating func memberUnlessEmpty(_ name: StaticString, _ value: some JSONEncodable) {
    if value.isEmptyJSON { return }
    member(name, value)
  }

  public mutating func null() { literal("null") }
  public mutating func bool(_ value: Bool) { literal(value ? "true" : "false") }

  /// Writes text that is JSON already, such as a number kept as written.
  public mutating func raw(_ json: some Collection<UInt8>) {
    separate()
    bytes.append(contentsOf: json)
  }

  mutating func literal(_ text: StaticString) {
    separate()
    bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  public mutating func integer(_ value: some FixedWidthInteger) {
    separate()
    if value >= 0 && value < 10 {
      bytes.append(0x30 + UInt8(truncatingIfNeeded: value))
    } else {
      bytes.append(contentsOf: value.description.utf8)
    }
  }

  /// Writes a string, escaping what RFC 8259 section 7 demands.
  public mutating func string(_ text: String) {
    separate()
    bytes.append(0x22)
    var text = text
    text.withUTF8 { buffer in
      var start = 0
      for index in buffer.indices {
        let byte = buffer[index]
        if byte >= 0x20 && byte != 0x22 && byte != 0x5C { continue }
        bytes.append(contentsOf: buffer[start..<index])
        start = index + 1
        escape(byte)
      }
      bytes.append(contentsOf: buffer[start...])
    }
    bytes.append(0x22)
  }

  private mutating func escape(_ byte: UInt8) {
    bytes.append(0x5C)
    switch byte {
    case 0x22, 0x5C: bytes.append(byte)
    case 0x0A: bytes.append(0x6E)
    case 0x0D: bytes.append(0x72)
    case 0x09: bytes.append(0x74)
    case 0x08: bytes.append(0x62)
    case 0x0C: bytes.append(0x66)
    default:
      bytes.append(contentsOf: [0x75, 0x30, 0x30])
      bytes.append(hexDigit(byte >> 4))
      bytes.append(hexDigit(byte & 15))
    }
  }

  private func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }
}
