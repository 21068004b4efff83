import JSON

/// Writes an OpenAPI 2.0 document in the binary form that kubectl before 1.24, helm and others read it in: the messages
/// of `openapi.v2` (github.com/google/gnostic, openapiv2/OpenAPIv2.proto).
///
/// Members that the messages don't have are left out, as kube-apiserver does.
struct OpenAPIProtobuf {
  /// What a field holds, and so how a JSON value becomes it.
  private indirect enum Shape: Sendable {
    case string
    case bool
    case integer
    case double
    /// Any JSON value, as text that is YAML, too.
    case any
    case message(Message)
    /// An element each.
    case list(Shape)
    /// An object, as a message whose field of that number holds name and value of each member.
    case named(Int, Message)
    /// Wrapped in a message whose field of that number it is; what proto3 makes of "one of".
    case wrapped(Int, Shape)
    case parameter
    case additionalProperties
    /// One schema or several in the same place.
    case items
    /// One type or several.
    case types
  }

  /// The messages that Kubernetes' documents use.
  private enum Message: Sendable {
    case document, info, pathItem, operation, response, bodyParameter, pathParameter, queryParameter, schema
  }

  private typealias Fields = [String: (number: Int, shape: Shape)]

  /// The fields of each message by the names of members; "x-" stands for all vendor extensions.
  private static func fields(of message: Message) -> Fields {
    switch message {
    case .document: document
    case .info: info
    case .pathItem: pathItem
    case .operation: operation
    case .response: response
    case .bodyParameter: bodyParameter
    case .pathParameter: pathParameter
    case .queryParameter: queryParameter
    case .schema: schema
    }
  }

  private static let document: Fields = [
    "swagger": (1, .string), "info": (2, .message(.info)), "host": (3, .string), "basePath": (4, .string),
    "schemes": (5, .list(.string)), "consumes": (6, .list(.string)), "produces": (7, .list(.string)),
    "paths": (8, .named(2, .pathItem)), "definitions": (9, .named(1, .schema)), "x-": (16, .any),
  ]
  private static let info: Fields = [
    "title": (1, .string), "version": (2, .string), "description": (3, .string), "termsOfService": (4, .string),
    "x-": (7, .any),
  ]
  private static let pathItem: Fields = [
    "$ref": (1, .string), "get": (2, .message(.operation)), "put": (3, .message(.operation)),
    "post": (4, .message(.operation)), "delete": (5, .message(.operation)), "options": (6, .message(.operation)),
    "head": (7, .message(.operation)), "patch": (8, .message(.operation)), "parameters": (9, .list(.parameter)),
    "x-": (10, .any),
  ]
  private static let operation: Fields = [
    "tags": (1, .list(.string)), "summary": (2, .string), "description": (3, .string), "operationId": (5, .string),
    "produces": (6, .list(.string)), "consumes": (7, .list(.string)), "parameters": (8, .list(.parameter)),
    "responses": (9, .named(1, .response)), "schemes": (10, .list(.string)), "deprecated": (11, .bool),
    "x-": (13, .any),
  ]
  private static let response: Fields = [
    "description": (1, .string), "schema": (2, .wrapped(1, .message(.schema))), "x-": (5, .any),
  ]
  private static let bodyParameter: Fields = [
    "description": (1, .string), "name": (2, .string), "in": (3, .string), "required": (4, .bool),
    "schema": (5, .message(.schema)), "x-": (6, .any),
  ]
  private static let queryParameter: Fields = [
    "required": (1, .bool), "in": (2, .string), "description": (3, .string), "name": (4, .string),
    "type": (6, .string), "format": (7, .string), "uniqueItems": (20, .bool), "x-": (23, .any),
  ]
  private static let pathParameter: Fields = [
    "required": (1, .bool), "in": (2, .string), "description": (3, .string), "name": (4, .string),
    "type": (5, .string), "format": (6, .string), "uniqueItems": (19, .bool), "x-": (22, .any),
  ]
  private static let schema: Fields = [
    "$ref": (1, .string), "format": (2, .string), "title": (3, .string), "description": (4, .string),
    "default": (5, .any), "multipleOf": (6, .double), "maximum": (7, .double), "exclusiveMaximum": (8, .bool),
    "minimum": (9, .double), "exclusiveMinimum": (10, .bool), "maxLength": (11, .integer), "minLength": (12, .integer),
    "pattern": (13, .string), "maxItems": (14, .integer), "minItems": (15, .integer), "uniqueItems": (16, .bool),
    "maxProperties": (17, .integer), "minProperties": (18, .integer), "required": (19, .list(.string)),
    "enum": (20, .list(.any)), "additionalProperties": (21, .additionalProperties), "type": (22, .types),
    "items": (23, .items), "allOf": (24, .list(.message(.schema))), "properties": (25, .named(1, .schema)),
    "discriminator": (26, .string), "readOnly": (27, .bool), "example": (30, .any), "x-": (31, .any),
  ]

  /// The bytes of the message `Document`.
  static func bytes(of document: JSONValue) -> [UInt8] { message(document, .document) }

  /// Said by a schema that also takes what it does not name, which the messages can't say: readers take a schema with
  /// properties as all that there is, and so it goes without type and members (as kube-apiserver writes it).
  private static let openMark = "x-kubernetes-preserve-unknown-fields"
  private static let closedMembers: Set<String> = ["type", "properties", "required", "items", "additionalProperties"]

  private static func message(_ value: JSONValue, _ message: Message) -> [UInt8] {
    let fields = fields(of: message)
    let isOpen = message == .schema && value[openMark]?.bool == true
    var bytes: [UInt8] = []
    for (key, member) in value.object ?? [:] {
      if key.hasPrefix("x-") {
        if let extensions = fields["x-"] { append(extensions.number, named(key, any(member)), to: &bytes) }
      } else if let field = fields[key], !(isOpen && closedMembers.contains(key)) {
        append(field.number, field.shape, member, to: &bytes)
      }
    }
    return bytes
  }

  private static func append(_ number: Int, _ shape: Shape, _ value: JSONValue, to bytes: inout [UInt8]) {
    switch shape {
    case .string: if let text = value.string { append(number, Array(text.utf8), to: &bytes) }
    case .bool: if value.bool == true { append(number, varint: 1, to: &bytes) }
    case .integer: if let integer = value.int64 { append(number, varint: UInt64(bitPattern: integer), to: &bytes) }
    case .double:
      guard let double = value.number.flatMap({ Double($0.text) }) else { return }
      append(varint: UInt64(number) << 3 | 1, to: &bytes)
      withUnsafeBytes(of: double.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
    case .any: append(number, any(value), to: &bytes)
    case .message(let kind): append(number, message(value, kind), to: &bytes)
    case .list(let element): for item in value.array ?? [] { append(number, element, item, to: &bytes) }
    case .named(let inner, let kind):
      var members: [UInt8] = []
      for (name, member) in value.object ?? [:] {
        let content = kind == .response ? field(1, message(member, kind)) : message(member, kind)
        append(inner, named(name, content), to: &members)
      }
      append(number, members, to: &bytes)
    case .wrapped(let inner, let shape):
      var content: [UInt8] = []
      append(inner, shape, value, to: &content)
      append(number, content, to: &bytes)
    case .parameter: append(number, parameter(value), to: &bytes)
    case .additionalProperties:
      let content = value.bool.map { [2 << 3, $0 ? 1 : 0] } ?? field(1, message(value, .schema))
      append(number, content, to: &bytes)
    case .items:
      append(number, (value.array ?? [value]).flatMap { field(1, message($0, .schema)) }, to: &bytes)
    case .types:
      append(number, (value.array ?? [value]).flatMap { field(1, Array(($0.string ?? "").utf8)) }, to: &bytes)
    }
  }

  /// A ParametersItem, which is a reference or a parameter, which is one of the body or another one.
  private static func parameter(_ value: JSONValue) -> [UInt8] {
    if let reference = value["$ref"]?.string { return field(2, field(1, Array(reference.utf8))) }
    return switch value["in"]?.string {
    case "body": field(1, field(1, message(value, .bodyParameter)))
    case "path": field(1, field(2, field(4, message(value, .pathParameter))))
    default: field(1, field(2, field(3, message(value, .queryParameter))))
    }
  }

  private static func any(_ value: JSONValue) -> [UInt8] { field(2, value.jsonBytes()) }

  private static func named(_ name: String, _ content: [UInt8]) -> [UInt8] {
    field(1, Array(name.utf8)) + field(2, content)
  }

  // MARK: The encoding (protobuf.dev/programming-guides/encoding)

  private static func field(_ number: Int, _ content: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    append(number, content, to: &bytes)
    return bytes
  }

  private static func append(_ number: Int, _ content: [UInt8], to bytes: inout [UInt8]) {
    append(varint: UInt64(number) << 3 | 2, to: &bytes)
    append(varint: UInt64(content.count), to: &bytes)
    bytes.append(contentsOf: content)
  }

  private static func append(_ number: Int, varint: UInt64, to bytes: inout [UInt8]) {
    append(varint: UInt64(number) << 3, to: &bytes)
    append(varint: varint, to: &bytes)
  }

  private static func append(varint value: UInt64, to bytes: inout [UInt8]) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }
}
