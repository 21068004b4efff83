/// Any JSON value as a tree; numbers stay as written, objects keep the order of their members.
public enum JSONValue: Sendable, Hashable {
  case null
  case bool(Bool)
  case number(JSONNumber)
  case string(String)
  case array([JSONValue])
  case object(JSONObject)

  /// Reads a whole document; throws the first fault, or the first member that is given twice.
  public init(parsing bytes: some Collection<UInt8>, options: JSONReader.Options = .strict) throws(JSONProblem) {
    try self.init(json: bytes, options: options)
  }

  /// Reads a whole document; throws the first fault.
  public init(parsing text: String) throws(JSONProblem) { try self.init(json: text) }

  /// The value as JSON text: without white space, or with two spaces a level.
  public func serialized(pretty: Bool = false) -> String {
    guard pretty else { return jsonText() }
    var text = ""
    print(into: &text, indent: "")
    return text
  }

  private func print(into text: inout String, indent: String) {
    let inner = indent + "  "
    switch self {
    case .array(let elements) where !elements.isEmpty:
      text += "[\n"
      for (index, element) in elements.enumerated() {
        text += inner
        element.print(into: &text, indent: inner)
        text += index == elements.count - 1 ? "\n" : ",\n"
      }
      text += indent + "]"
    case .object(let object) where !object.isEmpty:
      text += "{\n"
      for (index, (key, value)) in object.enumerated() {
        text += inner + key.jsonText() + ": "
        value.print(into: &text, indent: inner)
        text += index == object.count - 1 ? "\n" : ",\n"
      }
      text += indent + "}"
    default: text += jsonText()
    }
  }
}

// MARK: Looking in

extension JSONValue {
  public var object: JSONObject? { if case .object(let object) = self { object } else { nil } }
  public var array: [JSONValue]? { if case .array(let elements) = self { elements } else { nil } }
  public var string: String? { if case .string(let text) = self { text } else { nil } }
  public var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
  public var number: JSONNumber? { if case .number(let number) = self { number } else { nil } }
  public var int64: Int64? { number?.int64 }
  public var isNull: Bool { self == .null }

  /// The member of an object; nil where there is none or this is no object. Assigning to what is no object makes one.
  public subscript(key: String) -> JSONValue? {
    get { object?[key] }
    set {
      var object = self.object ?? JSONObject()
      self = .null  // Lets go of the tree, so that it is changed in place.
      object[key] = newValue
      self = .object(object)
    }
  }

  /// The element of an array; nil where there is none or this is no array.
  public subscript(index: Int) -> JSONValue? {
    guard let array, array.indices.contains(index) else { return nil }
    return array[index]
  }

  /// The value at the end of a chain of member names.
  public func value(at path: String...) -> JSONValue? {
    var value: JSONValue? = self
    for key in path { value = value?[key] }
    return value
  }

  /// The JSON type's name, as messages use it.
  public var typeName: String {
    switch self {
    case .null: "null"
    case .bool: "a boolean"
    case .number: "a number"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }
}

// MARK: Coding

extension JSONValue: JSONCodable {
  public init() { self = .null }
  public static var expectedJSON: String { "a value" }
  public mutating func decodeNull() { self = .null }

  public mutating func decode(from reader: inout JSONReader) {
    switch reader.peek() {
    case 0x7B: self = .object(readObject(from: &reader))
    case 0x5B: self = .array(readArray(from: &reader))
    case 0x22: if let text = reader.string() { self = .string(text) }
    case 0x74, 0x66: if let value = reader.bool() { self = .bool(value) }
    case 0x6E: if reader.takeNull() { self = .null }
    case 0x2D, 0x30...0x39: if let number = reader.number() { self = .number(number) }
    default: reader.skip()
    }
  }

  private func readObject(from reader: inout JSONReader) -> JSONObject {
    var object = JSONObject()
    guard var members = reader.beginObject() else { return object }
    while let key = reader.nextKey(&members) {
      let name = key.string
      if object[name] != nil { reader.note(.duplicateField(name)) }
      guard reader.hold(MemoryLayout<JSONObject.Element>.stride) else { return object }
      let mark = reader.problems.count
      var value = JSONValue.null
      value.decode(from: &reader)
      object[name] = value
      if reader.problems.count != mark { reader.prefix(since: mark, .member(name)) }
    }
    return object
  }

  private func readArray(from reader: inout JSONReader) -> [JSONValue] {
    var elements: [JSONValue] = []
    guard var members = reader.beginArray() else { return elements }
    while reader.nextElement(&members) {
      guard reader.hold(MemoryLayout<JSONValue>.stride) else { return elements }
      let mark = reader.problems.count
      var value = JSONValue.null
      value.decode(from: &reader)
      elements.append(value)
      if reader.problems.count != mark { reader.prefix(since: mark, .index(elements.count - 1)) }
    }
    return elements
  }

  public func encode(to writer: inout JSONWriter) {
    switch self {
    case .null: writer.null()
    case .bool(let value): writer.bool(value)
    case .number(let number): writer.raw(number.text.utf8)
    case .string(let text): writer.string(text)
    case .array(let elements): elements.encode(to: &writer)
    case .object(let object): object.encode(to: &writer)
    }
  }

  public var isEmptyJSON: Bool { self == .null }
}

extension JSONObject: JSONEncodable {
  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    for (key, value) in self {
      writer.key(key)
      value.encode(to: &writer)
    }
    writer.endObject()
  }

  public var isEmptyJSON: Bool { isEmpty }
}

// MARK: Literals

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  public init(stringLiteral value: String) { self = .string(value) }
  public init(integerLiteral value: Int64) { self = .number(JSONNumber(value)) }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }

  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(JSONObject(elements.map { ($0, $1) }))
  }
}
