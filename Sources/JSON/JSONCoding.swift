/// A type that reads itself from JSON in one pass.
///
/// `decode` works over the present value: a member that the document lacks stays as it is, so that a key given twice
/// merges as Go's `encoding/json` merges it.
public protocol JSONDecodable {
  /// The value of an absent member.
  init()
  /// Reads one value; on a fault the reader notes a problem and the value stays usable.
  mutating func decode(from reader: inout JSONReader)
  /// What a `null` leaves of the present value; scalars keep it.
  mutating func decodeNull()
  /// The JSON type that a message names, such as "a string".
  static var expectedJSON: String { get }
}

extension JSONDecodable {
  @inlinable public mutating func decodeNull() {}
}

/// A type that writes itself as JSON.
public protocol JSONEncodable {
  /// Writes one value.
  func encode(to writer: inout JSONWriter)
  /// True for what `omitempty` leaves out: zero, false, empty text, nothing.
  var isEmptyJSON: Bool { get }
}

/// A type that reads and writes itself as JSON.
public typealias JSONCodable = JSONDecodable & JSONEncodable

extension JSONDecodable {
  /// Reads a whole document; the second part lists everything that was noted on the way.
  public static func decode(
    _ bytes: UnsafeRawBufferPointer, options: JSONReader.Options = .strict
  ) -> (value: Self, problems: [JSONProblem]) {
    var reader = JSONReader(bytes, options: options)
    var value = Self()
    reader.decodeValue(&value)
    reader.finish()
    return (value, reader.problems)
  }

  /// Reads a whole document, and throws the first fault.
  public init(json bytes: some Collection<UInt8>, options: JSONReader.Options = .strict) throws(JSONProblem) {
    let contiguous = Array(bytes)
    let (value, problems) = contiguous.withUnsafeBytes { Self.decode($0, options: options) }
    if let fault = problems.first(where: \.isFault) { throw fault }
    self = value
  }

  /// Reads a whole document, and throws the first fault.
  public init(json text: String, options: JSONReader.Options = .strict) throws(JSONProblem) {
    try self.init(json: text.utf8, options: options)
  }
}

extension JSONEncodable {
  @inlinable public var isEmptyJSON: Bool { false }

  /// The value as UTF-8 JSON without white space.
  public func jsonBytes() -> [UInt8] {
    var writer = JSONWriter()
    encode(to: &writer)
    return writer.bytes
  }

  /// The value as a tree, as it would be written.
  public var jsonTree: JSONValue { (try? JSONValue(parsing: jsonBytes())) ?? .null }

  /// The value as JSON text without white space.
  public func jsonText() -> String { String(decoding: jsonBytes(), as: UTF8.self) }
}
