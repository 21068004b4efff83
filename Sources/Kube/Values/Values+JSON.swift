import JSON

extension Quantity: JSONCodable {
  public static var expectedJSON: String { "a quantity" }

  public mutating func decodeNull() { self = Quantity() }

  /// Takes a string or a number.
  public mutating func decode(from reader: inout JSONReader) {
    let text: String
    switch reader.peek() {
    case UInt8(ascii: "\""):
      guard let string = reader.string() else { return }
      // Kubernetes reads the text as it is in the document, and so takes an escaped control character for a fault.
      guard !string.utf8.contains(where: { $0 < 0x20 }) else {
        return reader.note(.invalidValue("a quantity has no control characters; write it as in 64M or 1Gi"))
      }
      text = string
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      guard let number = reader.number() else { return }
      text = number.text
    case UInt8(ascii: "{"): return Self.noteObject(&reader)
    default: return reader.mismatch("a quantity")
    }
    do {
      self = try Quantity(text)
    } catch {
      reader.note(
        .invalidValue("\"\(text)\" is no quantity; write a number with an optional suffix such as 64M or 1Gi"))
    }
  }

  /// An object is of the wrong type, and so is each of its members: Kubernetes' schema check counts them.
  private static func noteObject(_ reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) { reader.unknownMember(key) }
    if !reader.hasSyntaxError { reader.note(.wrongType(expected: expectedJSON, found: "an object")) }
  }

  public func encode(to writer: inout JSONWriter) { writer.string(canonicalText) }
}

extension IntOrString: JSONCodable {
  public static var expectedJSON: String { "an integer or a string" }

  public mutating func decode(from reader: inout JSONReader) {
    switch reader.peek() {
    case UInt8(ascii: "\""): if let text = reader.string() { self = .string(text) }
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      // A schema has any number pass here; that it is a whole one is the decoder's rule.
      guard let number = reader.number() else { return }
      if let value = Int32(number.text) {
        self = .int(value)
      } else {
        reader.note(.outOfRange(number: number.text, type: "Int32"))
      }
    default: reader.mismatch(Self.expectedJSON)
    }
  }

  public func encode(to writer: inout JSONWriter) {
    switch self {
    case .int(let number): writer.integer(number)
    case .string(let text): writer.string(text)
    }
  }
}

extension Timestamp: JSONCodable {
  public static var expectedJSON: String { "a string" }

  public mutating func decode(from reader: inout JSONReader) {
    guard let text = reader.string() else { return }
    if let moment = Timestamp(text) {
      self = moment
    } else {
      reader.note(.invalidValue("\"\(text)\" is no time; write it as in 2026-11-24T11:48:54Z"))
    }
  }

  public func encode(to writer: inout JSONWriter) { writer.string(text) }
}

extension MicroTimestamp: JSONCodable {
  public static var expectedJSON: String { Timestamp.expectedJSON }

  public mutating func decode(from reader: inout JSONReader) { timestamp.decode(from: &reader) }
  public func encode(to writer: inout JSONWriter) { writer.string(timestamp.microsecondText) }
}

extension GoDuration: JSONCodable {
  public static var expectedJSON: String { "a string" }

  public mutating func decode(from reader: inout JSONReader) {
    guard let text = reader.string() else { return }
    if let duration = GoDuration(text) {
      self = duration
    } else {
      reader.note(.invalidValue("\"\(text)\" is no duration; write it as in 1m30s"))
    }
  }

  public func encode(to writer: inout JSONWriter) { writer.string(description) }
}
