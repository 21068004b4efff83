/// A single pass over a JSON document (RFC 8259) that neither throws nor traps: what is wrong is noted in `problems`.
///
/// The reader does not own the bytes: use it inside `withUnsafeBytes` only. After a syntax error the cursor stands at
/// the end, so every loop over members or elements finishes by itself. A document whose top value is followed by
/// anything but white space is found by `finish`.
public struct JSONReader {
  /// How strictly names are taken and what is noted.
  public struct Options: Sendable, Hashable {
    /// Match member names without regard to case, as Go's `encoding/json` does.
    public var foldsCase = false
    /// Note unknown and duplicate members, nulls and missing members.
    public var notesSchema = true
    /// Levels of objects and arrays in one another.
    public var depthLimit = 256

    public init(foldsCase: Bool = false, notesSchema: Bool = true, depthLimit: Int = 256) {
      self.foldsCase = foldsCase
      self.notesSchema = notesSchema
      self.depthLimit = depthLimit
    }

    /// Exact names, everything noted.
    public static let strict = Options()
    /// As Go's `encoding/json` decodes: names in any case, unknown members passed over.
    public static let lenient = Options(foldsCase: true, notesSchema: false)
  }

  public let options: Options
  /// Everything found wrong so far, innermost steps first; at most `problemLimit` are kept.
  public var problems: [JSONProblem] = []
  public static let problemLimit = 256

  @usableFromInline let base: UnsafePointer<UInt8>
  @usableFromInline var cursor: UnsafePointer<UInt8>
  @usableFromInline let end: UnsafePointer<UInt8>
  @usableFromInline var depth = 0
  /// Bytes for which `hold` was asked, and how many it grants.
  @usableFromInline var heldBytes = 0
  @usableFromInline let heldBytesLimit: Int
  /// Holds a key that had escapes, decoded; its address is stable until the next such key.
  var unescapedKey: KeyStorage?
  public internal(set) var hasSyntaxError = false

  public init(_ bytes: UnsafeRawBufferPointer, options: Options = .strict) {
    self.options = options
    // An empty buffer may have no address; any address will do for a range of no bytes.
    let nothing: StaticString = ""
    let start = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self) ?? nothing.utf8Start
    base = start
    cursor = start
    end = start + bytes.count
    heldBytesLimit = Self.freeBytes + 4 * bytes.count
  }

  /// What elements may take of memory, beyond four times the document's own size. A type of many members may take
  /// hundreds of bytes for the three of `{},`; what people write is far from that.
  private static let freeBytes = 16 << 20

  /// Bytes read so far.
  public var offset: Int { cursor - base }

  // MARK: Readers within readers

  /// A reader that stands where this one stands, with options and problems of its own.
  public func nested(options: Options) -> JSONReader {
    var reader = JSONReader(UnsafeRawBufferPointer(start: base, count: end - base), options: options)
    reader.cursor = cursor
    reader.depth = depth
    return reader
  }

  /// Goes on where a nested reader stands.
  public mutating func resume(after nested: JSONReader) { cursor = nested.cursor }

  // MARK: Problems

  public mutating func note(_ kind: JSONProblem.Kind) {
    if problems.count < Self.problemLimit { problems.append(JSONProblem(kind)) }
  }

  /// Notes a syntax error and ends the reading.
  public mutating func fail(_ what: String) {
    if !hasSyntaxError { problems.append(JSONProblem(.syntax(what, offset: offset))) }
    hasSyntaxError = true
    cursor = end
  }

  /// Puts a step before the path of every problem noted since there were `mark` of them.
  @usableFromInline @inline(never)
  mutating func prefix(since mark: Int, _ step: JSONProblem.Step) {
    for index in mark..<problems.count { problems[index].reversedPath.append(step) }
  }

  // MARK: Bytes

  @inlinable mutating func skipWhitespace() {
    while cursor < end {
      let byte = cursor.pointee
      if byte > 0x20 { return }
      guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
      cursor += 1
    }
  }

  /// The next byte that is not white space, without passing it; 0 at the end.
  @inlinable public mutating func peek() -> UInt8 {
    skipWhitespace()
    return cursor < end ? cursor.pointee : 0
  }

  /// The type of the next value, as messages name it.
  public mutating func nextTypeName() -> String {
    switch peek() {
    case 0x22: "a string"
    case 0x7B: "an object"
    case 0x5B: "an array"
    case 0x74, 0x66: "a boolean"
    case 0x6E: "null"
    case 0x2D, 0x30...0x39: "a number"
    default: "something else"
    }
  }

  /// Passes `null` if it is next.
  @inlinable public mutating func takeNull() -> Bool {
    guard peek() == 0x6E else { return false }
    return takeLiteral("null")
  }

  @inlinable mutating func takeLiteral(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard end - cursor >= count else {
      fail("unknown literal")
      return false
    }
    for index in 0..<count where cursor[index] != text.utf8Start[index] {
      fail("unknown literal")
      return false
    }
    cursor += count
    return true
  }

  /// Checks that nothing follows the value.
  public mutating func finish() {
    if hasSyntaxError { return }
    skipWhitespace()
    if cursor < end { fail("unexpected text after the value") }
  }

  // MARK: Structure

  @inlinable mutating func enter() -> Bool {
    depth += 1
    if depth <= options.depthLimit { return true }
    failTooDeep()
    return false
  }

  @usableFromInline mutating func failTooDeep() {
    if !hasSyntaxError { problems.append(JSONProblem(.tooDeep(limit: options.depthLimit))) }
    hasSyntaxError = true
    cursor = end
  }

  /// Asks for the memory of one more element or member; without it the reading ends. Texts are not counted: they are no
  /// longer than in the document.
  @inlinable public mutating func hold(_ bytes: Int) -> Bool {
    heldBytes &+= bytes
    if heldBytes <= heldBytesLimit { return true }
    failTooManyElements()
    return false
  }

  @usableFromInline mutating func failTooManyElements() {
    if !hasSyntaxError { problems.append(JSONProblem(.tooManyElements)) }
    hasSyntaxError = true
    cursor = end
  }

  /// Steps into an object; anything else is noted as of the wrong type and passed over.
  @inlinable public mutating func beginObject() -> JSONMembers? {
    guard peek() == 0x7B else {
      mismatch("an object")
      return nil
    }
    cursor += 1
    guard enter() else { return nil }
    return JSONMembers()
  }

  /// Notes that the next value should have been of another type, and passes over it.
  public mutating func mismatch(_ expected: String) {
    let found = nextTypeName()
    if cursor >= end { return fail("the text ends where a value should be") }
    let before = problems.count
    skip()
    if hasSyntaxError && problems.count > before { return }
    note(.wrongType(expected: expected, found: found))
  }

  /// The next member's name, with the cursor at its value; nil after the last.
  @inlinable public mutating func nextKey(_ members: inout JSONMembers) -> JSONKey? {
    var byte = peek()
    if byte == 0x7D {
      cursor += 1
      depth -= 1
      return nil
    }
    if members.isFirst {
      members.isFirst = false
    } else {
      guard byte == 0x2C else { return failKey("expected a comma or the end of an object") }
      cursor += 1
      byte = peek()
    }
    guard byte == 0x22 else { return failKey("expected a member name in double quotes") }
    cursor += 1
    guard let key = readKey() else { return nil }
    guard peek() == 0x3A else { return failKey("expected a colon after a member name") }
    cursor += 1
    return key
  }

  @usableFromInline @inline(never) mutating func failKey(_ what: String) -> JSONKey? {
    fail(cursor < end ? what : "the text ends inside an object")
    return nil
  }

  /// Steps into an array; anything else is noted as of the wrong type and passed over.
  @inlinable public mutating func beginArray() -> JSONMembers? {
    guard peek() == 0x5B else {
      mismatch("an array")
      return nil
    }
    cursor += 1
    guard enter() else { return nil }
    return JSONMembers()
  }

  /// True with the cursor at the next element; false after the last.
  @inlinable public mutating func nextElement(_ members: inout JSONMembers) -> Bool {
    let byte = peek()
    if byte == 0x5D {
      cursor += 1
      depth -= 1
      return false
    }
    if members.isFirst {
      members.isFirst = false
      if cursor < end { return true }
    } else if byte == 0x2C {
      cursor += 1
      if peek() != 0x5D && cursor < end { return true }
    }
    fail(cursor < end ? "expected a comma or the end of an array" : "the text ends inside an array")
    return false
  }

  // MARK: Decoding members

  /// Decodes a value of any decodable type; `null` is left to the type.
  @inlinable public mutating func decodeValue<Value: JSONDecodable>(_ value: inout Value) {
    if peek() == 0x6E {
      guard takeLiteral("null") else { return }
      value.decodeNull()
      if options.notesSchema { note(.null(expected: Value.expectedJSON)) }
      return
    }
    value.decode(from: &self)
  }

  /// Decodes a value where `null` is as good as absent.
  @inlinable public mutating func decodeNullable<Value: JSONDecodable>(_ value: inout Value) {
    if peek() == 0x6E {
      if takeLiteral("null") { value.decodeNull() }
      return
    }
    value.decode(from: &self)
  }

  /// Decodes the value of a member; what goes wrong inside is noted under its name.
  // One copy for each type of value, not one for each member: there are thousands of members.
  @inlinable @inline(never) public mutating func member<Value: JSONDecodable>(
    _ name: StaticString, _ value: inout Value
  ) {
    let mark = problems.count
    decodeValue(&value)
    if problems.count != mark { prefix(since: mark, .member(name.description)) }
  }

  /// Decodes the value of a member that may be `null`.
  @inlinable @inline(never) public mutating func nullableMember<Value: JSONDecodable>(
    _ name: StaticString, _ value: inout Value
  ) {
    let mark = problems.count
    decodeNullable(&value)
    if problems.count != mark { prefix(since: mark, .member(name.description)) }
  }

  /// Decodes the value of a member by a function; what goes wrong inside is noted under the member's name.
  public mutating func member(_ name: StaticString, decode: (inout JSONReader) -> Void) {
    let mark = problems.count
    decode(&self)
    if problems.count != mark { prefix(since: mark, .member(name.description)) }
  }

  /// Decodes the value of a member whose text must be one of a list; what is no text is none of it either.
  public mutating func listedMember<Value: JSONDecodable & JSONListable>(
    _ name: StaticString, _ value: inout Value, _ allowed: [String]
  ) {
    let mark = problems.count
    let found = options.notesSchema ? nextTypeName() : ""
    decodeValue(&value)
    if options.notesSchema && !hasSyntaxError {
      if problems.count != mark {
        note(.notListed(found, allowed: allowed))
      } else if let text = value.listedText, !allowed.contains(text) {
        note(.notListed(text, allowed: allowed))
      }
    }
    if problems.count != mark { prefix(since: mark, .member(name.description)) }
  }

  /// Passes over a member that the type does not have.
  public mutating func unknownMember(_ key: JSONKey) {
    if options.notesSchema { note(.unknownField(key.string)) }
    skip()
  }

  /// Notes that a member was seen; `index` is its number in the type, below 64.
  @inlinable public mutating func saw(_ index: Int, _ members: inout JSONMembers, _ key: JSONKey) {
    let bit: UInt64 = 1 &<< UInt64(truncatingIfNeeded: index)
    if members.seen & bit != 0 && options.notesSchema { note(.duplicateField(key.string)) }
    members.seen |= bit
  }

  /// Notes each required member that was not seen.
  @inlinable public mutating func require(_ index: Int, _ members: JSONMembers, _ name: StaticString) {
    let bit: UInt64 = 1 &<< UInt64(truncatingIfNeeded: index)
    if members.seen & bit == 0 && options.notesSchema && !hasSyntaxError { note(.missingField(name.description)) }
  }
}

/// Where a reader stands within one object or array.
public struct JSONMembers: Sendable {
  @usableFromInline var isFirst = true
  /// A bit for each member of the type that was seen.
  @usableFromInline var seen: UInt64 = 0

  @inlinable init() {}
}

/// A type whose JSON is text that a schema may restrict to a list of values.
public protocol JSONListable {
  /// The text to look up in the list; nil when there is none.
  var listedText: String? { get }
}
