import JSON
import OpenAPIGenerator

/// Makes random documents of a type from its definition; the same seed makes the same document.
struct RandomDocument {
  let source: Source
  private var state: UInt64

  init(source: Source, seed: UInt64) {
    self.source = source
    self.state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
  }

  /// SplitMix64.
  private mutating func next(below bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
  }

  mutating func object(_ definition: Definition, depth: Int = 0) -> JSONValue {
    var object = JSONObject()
    for field in definition.fields {
      // Deep documents thin out, so that they end.
      if !field.isRequired && next(below: depth + 2) > 1 { continue }
      object[field.name] = value(field.type, of: field, in: definition, depth: depth)
    }
    return .object(object)
  }

  private mutating func value(_ type: FieldType, of field: Field, in definition: Definition, depth: Int) -> JSONValue {
    switch type {
    case .optional(let wrapped): return value(wrapped, of: field, in: definition, depth: depth)
    case .list(let element):
      if depth > 10 { return [] }
      return .array((0..<next(below: 3)).map { _ in value(element, of: field, in: definition, depth: depth + 1) })
    case .map(let element):
      var object = JSONObject()
      for index in 0..<next(below: 3) {
        object["key/\(index)"] = value(element, of: field, in: definition, depth: depth + 1)
      }
      return .object(object)
    case .named(let name):
      guard let target = source.definition(name, in: definition.package.namespace) else { return [:] }
      return object(target, depth: depth + 1)
    case .scalar(let scalar):
      if !field.enumeration.isEmpty { return .string(field.enumeration[next(below: field.enumeration.count)]) }
      return self.scalar(scalar)
    }
  }

  private mutating func scalar(_ scalar: Scalar) -> JSONValue {
    switch scalar {
    case .string: .string(["", "a", "virtio", "Grüße \"x\"\n", "0", "a/b~c"][next(below: 6)])
    case .duration: .string(["1m0s", "90s", "0s"][next(below: 3)])
    case .bool: .bool(next(below: 2) == 0)
    case .double: .number(JSONNumber(Int64(next(below: 1000))))
    case .uint8: .number(JSONNumber(next(below: 256)))
    case .int, .int32: .number(JSONNumber(Int64(next(below: 1 << 31)) - 1 << 30))
    case .int64: .number(JSONNumber(Int64(next(below: 1 << 53)) - 1 << 52))
    case .uint, .uint32: .number(JSONNumber(next(below: 1 << 31)))
    case .uint64: .number(JSONNumber(next(below: 1 << 53)))
    case .quantity: .string(["64M", "1Gi", "500m", "0", "3"][next(below: 5)])
    case .time: .string("2026-01-02T03:04:0\(next(below: 10))Z")
    case .intOrString: next(below: 2) == 0 ? .number(JSONNumber(next(below: 65_536))) : "http"
    case .microTime: .string("2026-01-02T03:04:05.00000\(next(below: 10))Z")
    case .bytes: .string(["", "AAEC"][next(below: 2)])
    case .any, .json: ["f:spec": ["f:x": [:]], "list": [1, "a", .null]]
    }
  }
}

extension JSONValue {
  /// The document without what means nothing: null, false, zero, empty text, lists and objects.
  var withoutEmpties: JSONValue? {
    switch self {
    case .null, .bool(false), .string(""), .string("0"): return nil
    case .number(let number) where number == 0: return nil
    case .array(let elements): return elements.isEmpty ? nil : .array(elements.map { $0.withoutEmpties ?? .null })
    case .object(let object):
      let members = object.compactMap { key, value in value.withoutEmpties.map { (key: key, value: $0) } }
      return members.isEmpty ? nil : .object(JSONObject(members))
    default: return self
    }
  }
}
