import JSON
import Synchronization

/// Reads Kubernetes' binary form of its own kinds (`application/vnd.kubernetes.protobuf`) as the JSON that it stands for.
///
/// kubectl's typed commands and Go clients send it. Answers are JSON, which they all take. The envelope is that of
/// "Alternate representations of resources" in Kubernetes' API concepts: four bytes, then a message with the kind, the
/// object, and what the object is encoded as.
public final class KubernetesProtobuf: Sendable {
  /// The media type.
  public static let mediaType = "application/vnd.kubernetes.protobuf"
  private static let magic: [UInt8] = [0x6B, 0x38, 0x73, 0x00]
  private static let depthLimit = 64

  /// Why a body can't be read.
  public struct Malformed: Error, Sendable, CustomStringConvertible {
    public var description: String
  }

  private struct Field: Sendable {
    var name: String
    var type: Substring
    var isList = false
    var isMap = false
    var keepsEmpty = false
  }

  private let table: StaticString
  private let messages = Mutex<[String: [Int: Field]]?>(nil)

  /// - Parameter table: as openapi/README.md describes `protobuf.json`. It is read when it is first needed.
  public init(table: StaticString) { self.table = table }

  /// The object of a body, with apiVersion and kind.
  public func object(_ body: [UInt8]) throws(Malformed) -> JSONValue {
    guard body.starts(with: Self.magic) else {
      throw Malformed(description: "the body does not begin as Kubernetes' protobuf does")
    }
    do throws(ProtobufFields.Malformed) {
      var envelope = ProtobufFields(body[4...])
      var kind = GroupVersionKind()
      var raw: ArraySlice<UInt8> = []
      while let (number, value) = try envelope.next() {
        guard case .bytes(let bytes) = value else { continue }
        if number == 1 { kind = try Self.kind(bytes) }
        if number == 2 { raw = bytes }
      }
      guard let message = Self.message(of: kind), fields(of: message) != nil else {
        throw .init(what: "the kind \"\(kind.kind)\" of \"\(kind.apiVersion)\" is not known in this form; send JSON")
      }
      var object: JSONObject = ["apiVersion": .string(kind.apiVersion), "kind": .string(kind.kind)]
      try read(raw, message, into: &object, depth: 0)
      return .object(object)
    } catch {
      throw Malformed(description: "the body is no valid protobuf: \(error.what)")
    }
  }

  private static func kind(_ bytes: ArraySlice<UInt8>) throws(ProtobufFields.Malformed) -> GroupVersionKind {
    var fields = ProtobufFields(bytes)
    var apiVersion = ""
    var kind = ""
    while let (number, value) = try fields.next() {
      guard case .bytes(let text) = value else { continue }
      if number == 1 { apiVersion = String(decoding: text, as: UTF8.self) }
      if number == 2 { kind = String(decoding: text, as: UTF8.self) }
    }
    return GroupVersionKind(apiVersion: apiVersion, kind: kind)
  }

  /// Packages of messages by API group; DeleteOptions come under any group.
  private static let packages = [
    "": "core", "rbac.authorization.k8s.io": "rbac", "coordination.k8s.io": "coordination", "policy": "policy",
    "events.k8s.io": "events", "authentication.k8s.io": "authentication", "authorization.k8s.io": "authorization",
    "autoscaling": "autoscaling",
  ]

  private static func message(of kind: GroupVersionKind) -> String? {
    if kind.kind == "DeleteOptions" { return "meta.v1.DeleteOptions" }
    return packages[kind.group].map { "\($0).\(kind.version).\(kind.kind)" }
  }

  // MARK: messages

  private func fields(of message: String) -> [Int: Field]? {
    messages.withLock { messages in
      if messages == nil { messages = Self.parse(table) }
      return messages?[message]
    }
  }

  private static func parse(_ table: StaticString) -> [String: [Int: Field]] {
    let bytes = table.withUTF8Buffer { Array($0) }
    var messages: [String: [Int: Field]] = [:]
    for (name, members) in (try? JSONValue(parsing: bytes))?.object ?? JSONObject() {
      var fields: [Int: Field] = [:]
      for (number, text) in members.object ?? JSONObject() {
        guard let number = Int(number), let text = text.string, let space = text.firstIndex(of: " ") else { continue }
        var field = Field(name: String(text[..<space]), type: text[text.index(after: space)...])
        if field.type.hasSuffix("?") {
          field.keepsEmpty = true
          field.type.removeLast()
        }
        field.isList = field.type.hasPrefix("[]")
        field.isMap = field.type.hasPrefix("{}")
        if field.isList || field.isMap { field.type.removeFirst(2) }
        fields[number] = field
      }
      messages[name] = fields
    }
    return messages
  }

  private func read(
    _ bytes: ArraySlice<UInt8>, _ message: String, into object: inout JSONObject, depth: Int
  ) throws(ProtobufFields.Malformed) {
    guard depth < Self.depthLimit else { throw .init(what: "it is nested too deeply") }
    guard let known = fields(of: message) else { throw .init(what: "the message \(message) is not known") }
    var fields = ProtobufFields(bytes)
    while let (number, value) = try fields.next() {
      guard let field = known[number] else { continue }
      if field.name.isEmpty {
        guard case .bytes(let inner) = value else { throw .init(what: "\(message) has a number for an object") }
        try read(inner, String(field.type), into: &object, depth: depth + 1)
      } else if field.isMap {
        guard case .bytes(let entry) = value else { throw .init(what: "\(field.name) has a number for an entry") }
        var map = object[field.name]?.object ?? JSONObject()
        object[field.name] = .null
        let (key, element) = try self.entry(entry, field, depth: depth)
        map[key] = element
        object[field.name] = .object(map)
      } else if field.isList {
        var list = object[field.name]?.array ?? []
        object[field.name] = .null
        list.append(try self.value(value, field, depth: depth))
        object[field.name] = .array(list)
      } else {
        let read = try self.value(value, field, depth: depth)
        if field.keepsEmpty || !Self.isEmpty(read) { object[field.name] = read }
      }
    }
  }

  /// What Go's `omitempty` leaves out.
  private static func isEmpty(_ value: JSONValue) -> Bool {
    switch value {
    case .null, .bool(false), .string(""): true
    case .number(let number): number.int64 == 0
    case .object(let object): object.isEmpty
    default: false
    }
  }

  private func entry(
    _ bytes: ArraySlice<UInt8>, _ field: Field, depth: Int
  ) throws(ProtobufFields.Malformed) -> (String, JSONValue) {
    var fields = ProtobufFields(bytes)
    var key = ""
    var element: JSONValue = field.type == "string" || field.type == "bytes" ? "" : .object(JSONObject())
    while let (number, value) = try fields.next() {
      if number == 1, case .bytes(let text) = value { key = String(decoding: text, as: UTF8.self) }
      if number == 2 { element = try self.value(value, field, depth: depth) }
    }
    return (key, element)
  }

  // MARK: values

  private func value(
    _ value: ProtobufFields.Value, _ field: Field, depth: Int
  ) throws(ProtobufFields.Malformed) -> JSONValue {
    switch (field.type, value) {
    case ("int32", .varint(let bits)): return .number(JSONNumber(Int32(truncatingIfNeeded: bits)))
    case ("int64", .varint(let bits)): return .number(JSONNumber(Int64(bitPattern: bits)))
    case ("bool", .varint(let bits)): return .bool(bits != 0)
    case ("string", .bytes(let text)): return .string(String(decoding: text, as: UTF8.self))
    case ("bytes", .bytes(let bytes)): return .string(Base64.encode(bytes))
    case ("Quantity", .bytes(let bytes)): return .string(try Self.text(bytes))
    case ("Time", .bytes(let bytes)): return try Self.time(bytes, isPrecise: false)
    case ("MicroTime", .bytes(let bytes)): return try Self.time(bytes, isPrecise: true)
    case ("IntOrString", .bytes(let bytes)): return try Self.intOrString(bytes)
    case ("Strings", .bytes(let bytes)): return try Self.strings(bytes)
    case ("FieldsV1", .bytes), ("RawExtension", .bytes): return .object(JSONObject())
    case (_, .bytes(let bytes)):
      var object = JSONObject()
      try read(bytes, String(field.type), into: &object, depth: depth + 1)
      return .object(object)
    default: throw .init(what: "\(field.name) is no \(field.type)")
    }
  }

  /// A message whose first field is a text.
  private static func text(_ bytes: ArraySlice<UInt8>) throws(ProtobufFields.Malformed) -> String {
    var fields = ProtobufFields(bytes)
    var text = ""
    while let (number, value) = try fields.next() {
      if number == 1, case .bytes(let bytes) = value { text = String(decoding: bytes, as: UTF8.self) }
    }
    return text
  }

  private static func strings(_ bytes: ArraySlice<UInt8>) throws(ProtobufFields.Malformed) -> JSONValue {
    var fields = ProtobufFields(bytes)
    var texts: [JSONValue] = []
    while let (number, value) = try fields.next() {
      if number == 1, case .bytes(let bytes) = value { texts.append(.string(String(decoding: bytes, as: UTF8.self))) }
    }
    return .array(texts)
  }

  /// Seconds and nanoseconds since 1970; a message without any is no time.
  private static func time(
    _ bytes: ArraySlice<UInt8>, isPrecise: Bool
  ) throws(ProtobufFields.Malformed) -> JSONValue {
    if bytes.isEmpty { return .null }
    var fields = ProtobufFields(bytes)
    var seconds: Int64 = 0
    var nanoseconds: Int32 = 0
    while let (number, value) = try fields.next() {
      guard case .varint(let bits) = value else { continue }
      if number == 1 { seconds = Int64(bitPattern: bits) }
      if number == 2 { nanoseconds = Int32(truncatingIfNeeded: bits) }
    }
    // Go's zero time, which stands for none.
    if seconds == -62_135_596_800 { return .null }
    // Years that RFC 3339 can write.
    guard (-62_135_596_800...253_402_300_799).contains(seconds), (0..<1_000_000_000).contains(nanoseconds) else {
      throw .init(what: "a time is out of range")
    }
    let moment = Timestamp(seconds: seconds, nanoseconds: nanoseconds)
    return .string(isPrecise ? moment.microsecondText : moment.text)
  }

  private static func intOrString(_ bytes: ArraySlice<UInt8>) throws(ProtobufFields.Malformed) -> JSONValue {
    var fields = ProtobufFields(bytes)
    var isText = false
    var number: Int32 = 0
    var text = ""
    while let (index, value) = try fields.next() {
      switch (index, value) {
      case (1, .varint(let bits)): isText = bits == 1
      case (2, .varint(let bits)): number = Int32(truncatingIfNeeded: bits)
      case (3, .bytes(let bytes)): text = String(decoding: bytes, as: UTF8.self)
      default: break
      }
    }
    return isText ? .string(text) : .number(JSONNumber(number))
  }
}
