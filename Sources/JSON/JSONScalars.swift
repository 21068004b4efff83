extension String: JSONCodable, JSONListable {
  public static var expectedJSON: String { "a string" }

  @inlinable public mutating func decode(from reader: inout JSONReader) {
    if let text = reader.string() { self = text }
  }

  @inlinable public func encode(to writer: inout JSONWriter) { writer.string(self) }
  @inlinable public var isEmptyJSON: Bool { isEmpty }
  public var listedText: String? { self }
}

extension Bool: JSONCodable {
  public static var expectedJSON: String { "a boolean" }

  @inlinable public mutating func decode(from reader: inout JSONReader) {
    if let value = reader.bool() { self = value }
  }

  @inlinable public func encode(to writer: inout JSONWriter) { writer.bool(self) }
  @inlinable public var isEmptyJSON: Bool { !self }
}

extension Double: JSONCodable {
  public static var expectedJSON: String { "a number" }

  public mutating func decode(from reader: inout JSONReader) {
    guard let number = reader.number() else { return }
    if let value = number.double, value.isFinite {
      self = value
    } else {
      reader.note(.outOfRange(number: number.text, type: "Double"))
    }
  }

  /// Whole numbers are written without a fraction; what JSON can't express becomes null.
  public func encode(to writer: inout JSONWriter) {
    if !isFinite {
      writer.null()
    } else if let whole = Int64(exactly: self), magnitude < 1e15 {
      writer.integer(whole)
    } else {
      writer.raw(description.utf8)
    }
  }

  public var isEmptyJSON: Bool { self == 0 }
}

extension FixedWidthInteger where Self: JSONCodable {
  public static var expectedJSON: String { "an integer" }

  @inlinable public mutating func decode(from reader: inout JSONReader) {
    if let value = reader.integer(Self.self) { self = value }
  }

  @inlinable public func encode(to writer: inout JSONWriter) { writer.integer(self) }
  @inlinable public var isEmptyJSON: Bool { self == 0 }
}

extension Int: JSONCodable {}
extension Int32: JSONCodable {}
extension Int64: JSONCodable {}
extension UInt: JSONCodable {}
extension UInt8: JSONCodable {}
extension UInt32: JSONCodable {}
extension UInt64: JSONCodable {}

extension Optional: JSONDecodable where Wrapped: JSONDecodable {
  public init() { self = .none }
  public static var expectedJSON: String { Wrapped.expectedJSON }
  @inlinable public mutating func decodeNull() { self = .none }

  @inlinable public mutating func decode(from reader: inout JSONReader) {
    if self == nil { self = .some(Wrapped()) }
    self?.decode(from: &reader)
  }
}

extension Optional: JSONEncodable where Wrapped: JSONEncodable {
  @inlinable public func encode(to writer: inout JSONWriter) {
    if let self { self.encode(to: &writer) } else { writer.null() }
  }

  @inlinable public var isEmptyJSON: Bool { self == nil }
}

extension Optional: JSONListable where Wrapped: JSONListable {
  public var listedText: String? { self?.listedText }
}

extension Array: JSONDecodable where Element: JSONDecodable {
  public static var expectedJSON: String { "an array" }
  @inlinable public mutating func decodeNull() { self = [] }

  /// Elements are decoded over those already there, position by position; what is left over is cut off.
  @inlinable public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginArray() else { return }
    var index = 0
    while reader.nextElement(&members) {
      let mark = reader.problems.count
      if index == count {
        guard reader.hold(MemoryLayout<Element>.stride) else { return }
        append(Element())
      }
      reader.decodeValue(&self[index])
      if reader.problems.count != mark { reader.prefix(since: mark, .index(index)) }
      index += 1
    }
    if index < count { removeLast(count - index) }
  }
}

extension Array: JSONEncodable where Element: JSONEncodable {
  public func encode(to writer: inout JSONWriter) {
    writer.beginArray()
    for element in self { element.encode(to: &writer) }
    writer.endArray()
  }

  @inlinable public var isEmptyJSON: Bool { isEmpty }
}

extension Dictionary: JSONDecodable where Key == String, Value: JSONDecodable {
  public static var expectedJSON: String { "an object" }
  @inlinable public mutating func decodeNull() { self = [:] }

  @inlinable public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let name = key.string
      let mark = reader.problems.count
      var value = Value()
      reader.decodeValue(&value)
      updateValue(value, forKey: name)
      if reader.problems.count != mark { reader.prefix(since: mark, .member(name)) }
    }
  }
}

extension Dictionary: JSONEncodable where Key == String, Value: JSONEncodable {
  /// Members are written in the order of their names, as Go writes maps.
  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    for (name, value) in sorted(by: { $0.key < $1.key }) {
      writer.key(name)
      value.encode(to: &writer)
    }
    writer.endObject()
  }

  @inlinable public var isEmptyJSON: Bool { isEmpty }
}
