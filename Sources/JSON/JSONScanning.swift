import Glibc

/// A member's name as it stands in the document; valid until the reader meets the next name with an escape.
public struct JSONKey {
  /// The first eight bytes of the name, the first byte lowest, zeros behind a shorter name.
  public let word: UInt64
  public let count: Int
  @usableFromInline let start: UnsafePointer<UInt8>

  /// `readable` counts the bytes from `start` that may be looked at, at least `count`.
  @inlinable init(start: UnsafePointer<UInt8>, count: Int, readable: Int) {
    self.start = start
    self.count = count
    if readable >= 8 {
      let word = UInt64(littleEndian: UnsafeRawPointer(start).loadUnaligned(as: UInt64.self))
      self.word = count >= 8 ? word : word & ((1 &<< UInt64(truncatingIfNeeded: 8 &* count)) &- 1)
    } else {
      var word: UInt64 = 0
      for index in 0..<count { word |= UInt64(start[index]) &<< UInt64(truncatingIfNeeded: 8 &* index) }
      self.word = word
    }
  }

  @inlinable public func equals(_ name: StaticString) -> Bool {
    count == name.utf8CodeUnitCount && memcmp(start, name.utf8Start, count) == 0
  }

  /// Equality without regard to the case of ASCII letters.
  public func equalsFolded(_ name: StaticString) -> Bool {
    guard count == name.utf8CodeUnitCount else { return equalsUnicodeFolded(name) }
    for index in 0..<count where lowered(start[index]) != lowered(name.utf8Start[index]) {
      return equalsUnicodeFolded(name)
    }
    return true
  }

  /// Go folds the Kelvin sign and the long s as well; nothing else beyond ASCII folds to an ASCII letter.
  private func equalsUnicodeFolded(_ name: StaticString) -> Bool {
    guard (0..<count).contains(where: { start[$0] >= 0x80 }) else { return false }
    let folded = string.map { $0 == "\u{212A}" ? "k" : $0 == "\u{17F}" ? "s" : Character(String($0).lowercased()) }
    return String(folded) == name.description.lowercased()
  }

  private func lowered(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }

  /// The name as text.
  public var string: String { String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self) }
}

/// Memory for a name whose escapes were decoded.
final class KeyStorage {
  let bytes: UnsafeMutablePointer<UInt8>

  init(_ text: String) {
    var text = text
    bytes = text.withUTF8 { buffer in
      // One byte at least, so that the address of an empty name is real.
      let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: max(buffer.count, 1))
      if let start = buffer.baseAddress { copy.initialize(from: start, count: buffer.count) }
      return copy
    }
  }

  deinit { bytes.deallocate() }
}

extension JSONReader {
  // MARK: Strings

  /// What ended the run of plain bytes of a string.
  @usableFromInline struct Run {
    @usableFromInline let start: UnsafePointer<UInt8>
    @usableFromInline let count: Int
    @usableFromInline let isASCII: Bool
    @usableFromInline let isComplete: Bool

    @inlinable init(start: UnsafePointer<UInt8>, count: Int, isASCII: Bool, isComplete: Bool) {
      self.start = start
      self.count = count
      self.isASCII = isASCII
      self.isComplete = isComplete
    }
  }

  /// Scans, from behind the opening quote, to the closing quote, an escape, or a control character.
  ///
  /// Eight bytes a step: below 0x80 a byte's high bit comes up in `byte ^ quote &- 1` for a quote alone, in
  /// `byte &- 0x20` for a control character alone. Borrows reach only bytes behind the first such one.
  @inlinable mutating func scanRun() -> Run {
    let start = cursor
    while end - cursor >= 8 {
      let word = UInt64(littleEndian: UnsafeRawPointer(cursor).loadUnaligned(as: UInt64.self))
      let quote = (word ^ 0x2222_2222_2222_2222) &- 0x0101_0101_0101_0101
      let backslash = (word ^ 0x5C5C_5C5C_5C5C_5C5C) &- 0x0101_0101_0101_0101
      let control = word &- 0x2020_2020_2020_2020
      let found = (quote | backslash | control | word) & 0x8080_8080_8080_8080
      if found == 0 {
        cursor += 8
        continue
      }
      cursor += found.trailingZeroBitCount >> 3
      if cursor.pointee == 0x22 {
        cursor += 1
        return Run(start: start, count: cursor - start - 1, isASCII: true, isComplete: true)
      }
      break
    }
    return scanRest(of: start)
  }

  /// Goes on byte by byte, where other characters than ASCII's, an escape, or the document's end may be next.
  @usableFromInline @inline(never) mutating func scanRest(of start: UnsafePointer<UInt8>) -> Run {
    var isASCII = true
    while cursor < end {
      let byte = cursor.pointee
      if byte == 0x22 || byte == 0x5C || byte < 0x20 { break }
      if byte >= 0x80 { isASCII = false }
      cursor += 1
    }
    return endRun(start, isASCII: isASCII)
  }

  private mutating func endRun(_ start: UnsafePointer<UInt8>, isASCII: Bool) -> Run {
    let count = cursor - start
    let isComplete = cursor < end && cursor.pointee == 0x22
    if isComplete { cursor += 1 }
    return Run(start: start, count: count, isASCII: isASCII, isComplete: isComplete)
  }

  @inlinable mutating func readKey() -> JSONKey? {
    let run = scanRun()
    if run.isComplete && run.isASCII {
      return JSONKey(start: run.start, count: run.count, readable: end - run.start)
    }
    return readKeySlowly(run)
  }

  @usableFromInline @inline(never) mutating func readKeySlowly(_ run: Run) -> JSONKey? {
    guard let text = finishString(run) else { return nil }
    let storage = KeyStorage(text)
    unescapedKey = storage
    return JSONKey(start: storage.bytes, count: text.utf8.count, readable: text.utf8.count)
  }

  /// Reads a string; another type is noted and gives nil.
  @inlinable public mutating func string() -> String? {
    guard peek() == 0x22 else {
      mismatch("a string")
      return nil
    }
    cursor += 1
    let run = scanRun()
    if run.isComplete && run.isASCII {
      return String(decoding: UnsafeBufferPointer(start: run.start, count: run.count), as: UTF8.self)
    }
    return finishString(run)
  }

  /// Goes on behind a run: checks UTF-8, decodes escapes up to the closing quote.
  @usableFromInline @inline(never) mutating func finishString(_ run: Run) -> String? {
    var bytes = Array(UnsafeBufferPointer(start: run.start, count: run.count))
    var isComplete = run.isComplete
    while !isComplete {
      guard cursor < end else { return failString("the text ends inside a string") }
      guard cursor.pointee == 0x5C else { return failString("a control character in a string must be escaped") }
      cursor += 1
      guard readEscape(into: &bytes) else { return nil }
      let next = scanRun()
      bytes.append(contentsOf: UnsafeBufferPointer(start: next.start, count: next.count))
      isComplete = next.isComplete
    }
    guard let text = String(validating: bytes, as: UTF8.self) else { return failString("a string is not valid UTF-8") }
    return text
  }

  private mutating func failString(_ what: String) -> String? {
    fail(what)
    return nil
  }

  private mutating func readEscape(into bytes: inout [UInt8]) -> Bool {
    guard cursor < end else {
      fail("the text ends inside a string")
      return false
    }
    let byte = cursor.pointee
    cursor += 1
    switch byte {
    case 0x22, 0x5C, 0x2F: bytes.append(byte)
    case 0x62: bytes.append(0x08)
    case 0x66: bytes.append(0x0C)
    case 0x6E: bytes.append(0x0A)
    case 0x72: bytes.append(0x0D)
    case 0x74: bytes.append(0x09)
    case 0x75:
      guard let scalar = readUnicodeEscape() else { return false }
      bytes.append(contentsOf: Character(scalar).utf8)
    default:
      fail("unknown escape in a string")
      return false
    }
    return true
  }

  /// Reads four hexadecimal digits, and a second escape behind a high surrogate; a lone surrogate becomes U+FFFD.
  private mutating func readUnicodeEscape() -> Unicode.Scalar? {
    guard let first = readHexadecimal() else { return nil }
    if let scalar = Unicode.Scalar(first) { return scalar }
    let replacement: Unicode.Scalar = "\u{FFFD}"
    guard first < 0xDC00, end - cursor >= 6, cursor[0] == 0x5C, cursor[1] == 0x75 else { return replacement }
    let rewind = cursor
    cursor += 2
    guard let second = readHexadecimal() else { return nil }
    guard second >= 0xDC00 && second <= 0xDFFF else {
      cursor = rewind
      return replacement
    }
    return Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00)) ?? replacement
  }

  private mutating func readHexadecimal() -> UInt32? {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard cursor < end, let digit = hexadecimalDigit(cursor.pointee) else {
        fail("expected four hexadecimal digits")
        return nil
      }
      value = value << 4 | digit
      cursor += 1
    }
    return value
  }

  private func hexadecimalDigit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte - 0x30)
    case 0x41...0x46: UInt32(byte - 0x37)
    case 0x61...0x66: UInt32(byte - 0x57)
    default: nil
    }
  }

  // MARK: Numbers

  /// The bytes of the number at the cursor by RFC 8259's grammar, and whether it is an integer; nil after noting why not.
  @usableFromInline mutating func scanNumber() -> (bytes: UnsafeBufferPointer<UInt8>, isInteger: Bool)? {
    let start = cursor
    var isInteger = true
    if cursor < end && cursor.pointee == 0x2D { cursor += 1 }
    if cursor < end && cursor.pointee == 0x30 {
      cursor += 1
    } else if !passDigits() {
      return failNumber()
    }
    if cursor < end && cursor.pointee == 0x2E {
      isInteger = false
      cursor += 1
      if !passDigits() { return failNumber() }
    }
    if cursor < end && cursor.pointee | 0x20 == 0x65 {
      isInteger = false
      cursor += 1
      if cursor < end && (cursor.pointee == 0x2B || cursor.pointee == 0x2D) { cursor += 1 }
      if !passDigits() { return failNumber() }
    }
    if cursor < end, cursor.pointee >= 0x30 && cursor.pointee <= 0x39 { return failNumber() }
    return (UnsafeBufferPointer(start: start, count: cursor - start), isInteger)
  }

  private mutating func failNumber() -> (bytes: UnsafeBufferPointer<UInt8>, isInteger: Bool)? {
    fail("invalid number")
    return nil
  }

  private mutating func passDigits() -> Bool {
    let start = cursor
    while cursor < end, cursor.pointee >= 0x30 && cursor.pointee <= 0x39 { cursor += 1 }
    return cursor > start
  }

  /// Reads a number, kept as written; another type is noted and gives nil.
  public mutating func number() -> JSONNumber? {
    switch peek() {
    case 0x2D, 0x30...0x39: break
    default:
      mismatch("a number")
      return nil
    }
    guard let (bytes, _) = scanNumber() else { return nil }
    return JSONNumber(uncheckedText: String(decoding: bytes, as: UTF8.self))
  }

  /// Reads an integer that fits the type; a fraction, an exponent or too large a number is noted and gives nil.
  @inlinable public mutating func integer<Value: FixedWidthInteger>(_: Value.Type) -> Value? {
    switch peek() {
    case 0x2D, 0x30...0x39: break
    default:
      mismatch("an integer")
      return nil
    }
    guard let (bytes, isInteger) = scanNumber() else { return nil }
    if isInteger, let value = parse(bytes, as: Value.self) {
      if bytes.count > 15 && options.notesSchema { noteInexact(bytes) }
      return value
    }
    noteRange(bytes, isInteger: isInteger, typeName: "\(Value.self)")
    return nil
  }

  @inlinable func parse<Value: FixedWidthInteger>(_ bytes: UnsafeBufferPointer<UInt8>, as: Value.Type) -> Value? {
    var value: Value = 0
    let isNegative = bytes[0] == 0x2D
    // Not even -0 is unsigned, as in Go.
    if isNegative && !Value.isSigned { return nil }
    for byte in bytes[(isNegative ? 1 : 0)...] {
      let digit = Value(truncatingIfNeeded: byte &- 0x30)
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, carry) =
        isNegative ? product.subtractingReportingOverflow(digit) : product.addingReportingOverflow(digit)
      if overflow || carry { return nil }
      value = sum
    }
    return value
  }

  @usableFromInline @inline(never)
  mutating func noteInexact(_ bytes: UnsafeBufferPointer<UInt8>) {
    let text = String(decoding: bytes, as: UTF8.self)
    if let value = Double(text), value.magnitude >= 0x1p53 { note(.inexactInteger(text)) }
  }

  /// Any number with a whole value that Int64 holds passes a schema's `integer`; the type's own range is the decoder's.
  @usableFromInline @inline(never)
  mutating func noteRange(_ bytes: UnsafeBufferPointer<UInt8>, isInteger: Bool, typeName: String) {
    let text = String(decoding: bytes, as: UTF8.self)
    if let whole = Double(text), whole.rounded() != whole {
      return note(.wrongType(expected: "an integer", found: "the fraction \(text)"))
    }
    let fitsInt64 = Double(text).map { $0 >= -0x1p63 && $0 < 0x1p63 } ?? false
    note(.outOfRange(number: text, type: fitsInt64 ? typeName : "Int64"))
  }

  /// Reads a number as a binary floating point number, infinite where it is too large.
  public mutating func double() -> Double? { number()?.double }

  // MARK: Others

  @inlinable public mutating func bool() -> Bool? {
    switch peek() {
    case 0x74: takeLiteral("true") ? true : nil
    case 0x66: takeLiteral("false") ? false : nil
    default: mismatchedBool()
    }
  }

  @usableFromInline mutating func mismatchedBool() -> Bool? {
    mismatch("a boolean")
    return nil
  }

  /// Passes over one value of any kind, checking that it is JSON.
  public mutating func skip() {
    switch peek() {
    case 0x22: skipString()
    case 0x7B:
      cursor += 1
      guard enter() else { return }
      var members = JSONMembers()
      while nextKey(&members) != nil { skip() }
    case 0x5B:
      cursor += 1
      guard enter() else { return }
      var members = JSONMembers()
      while nextElement(&members) { skip() }
    case 0x74: _ = takeLiteral("true")
    case 0x66: _ = takeLiteral("false")
    case 0x6E: _ = takeLiteral("null")
    case 0x2D, 0x30...0x39: _ = scanNumber()
    default: fail(cursor < end ? "expected a value" : "the text ends where a value should be")
    }
  }

  private mutating func skipString() {
    cursor += 1
    let run = scanRun()
    if run.isComplete && run.isASCII { return }
    _ = finishString(run)
  }

  /// Passes over one value and gives its place in the document.
  public mutating func skippedRange() -> Range<Int> {
    skipWhitespace()
    let start = offset
    skip()
    return hasSyntaxError ? start..<start : start..<offset
  }
}
