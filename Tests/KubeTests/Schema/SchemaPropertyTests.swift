import JSON
import TestSupport
import Testing

@testable import Kube

@Suite struct SchemaPropertyTests {
  static let kinds = Schemas.catalog.kinds.sorted { "\($0)" < "\($1)" }

  @Test(arguments: kinds)
  func randomObjectsAreValidOncePrunedAndComplete(kind: GroupVersionKind) throws {
    let schema = try #require(Schemas.catalog.schema(of: kind) as? StructuralSchema)
    var random = SeededGenerator(seed: 7)
    for _ in 0..<30 {
      let object = RandomObject.make(schema, noise: 10, using: &random)
      let stored = Schemas.stored(object, schema)
      #expect(schema.validate(stored) == [], "\(object.serialized())")
      #expect(schema.typeErrors(in: stored) == [])
      #expect(schema.unknownFields(in: stored) == [])
      #expect(Schemas.stored(stored, schema) == stored)
    }
  }

  @Test(arguments: kinds)
  func pruningTakesExactlyTheUnknownFieldsOut(kind: GroupVersionKind) throws {
    let schema = try #require(Schemas.catalog.schema(of: kind) as? StructuralSchema)
    var random = SeededGenerator(seed: 8)
    for _ in 0..<30 {
      let object = RandomObject.make(schema, noise: 3, using: &random)
      var pruned = object
      schema.prune(&pruned)
      #expect(schema.unknownFields(in: pruned) == [])
      if schema.unknownFields(in: object).isEmpty {
        #expect(Self.withoutEmptyMembers(pruned) == Self.withoutEmptyMembers(object))
        if !schema.isBuiltIn { #expect(pruned == object) }
      } else {
        #expect(pruned != object)
      }
      var again = pruned
      schema.prune(&again)
      #expect(again == pruned)
    }
  }

  /// Empty lists and maps of fixed types go too.
  private static func withoutEmptyMembers(_ value: JSONValue) -> JSONValue {
    switch value {
    case .array(let elements): return .array(elements.map(withoutEmptyMembers))
    case .object(let object):
      let members = object.map { ($0.key, withoutEmptyMembers($0.value)) }
      return .object(JSONObject(members.filter { $0.1 != .null && $0.1 != [] && $0.1 != [:] }))
    default: return value
    }
  }

  @Test func arbitraryDocumentsTrapNothing() throws {
    var random = SeededGenerator(seed: 9)
    for kind in Self.kinds {
      let schema = try #require(Schemas.catalog.schema(of: kind) as? StructuralSchema)
      for _ in 0..<20 {
        let object = RandomObject.make(schema, noise: 3, wrongTypes: 4, using: &random)
        _ = schema.validate(Schemas.stored(object, schema))
        _ = schema.typeErrors(in: object)
      }
    }
  }
}

/// Makes objects of a schema; one of `noise` members is unknown or null, one of `wrongTypes` values of another type.
enum RandomObject {
  static func make(
    _ schema: StructuralSchema, noise: Int, wrongTypes: Int = .max, using random: inout SeededGenerator
  ) -> JSONValue {
    var object = value(schema.root, schema, 0, noise, wrongTypes, &random)
    object["apiVersion"] = "v1"
    object["kind"] = "Some"
    object["metadata"] = ["name": "x", "labels": ["a": "b"]]
    return object
  }

  private static func value(
    _ node: SchemaNode, _ schema: StructuralSchema, _ depth: Int, _ noise: Int, _ wrongTypes: Int,
    _ random: inout SeededGenerator
  ) -> JSONValue {
    let shape = schema.shape(of: node)
    if wrongTypes < .max && depth > 0 && Int.random(in: 0..<wrongTypes, using: &random) == 0 {
      return [.null, true, 1.5, "text", [1], ["a": .null]].randomElement(using: &random) ?? .null
    }
    if let listed = node.constraints?.enumeration.randomElement(using: &random) { return listed }
    let constraints = shape.constraints
    switch shape.form {
    case .any: return ["x": 1]
    case .boolean: return true
    case .number: return 1.5
    case .integer: return .number(JSONNumber(max(constraints?.minimum ?? -3, Int64.random(in: -3...3, using: &random))))
    case .integerOrString, .quantity: return Bool.random(using: &random) ? 5 : "1500m"
    case .string:
      if constraints?.format == "date-time" { return "2024-02-29T23:59:59.123+01:00" }
      if constraints?.format == "byte" { return "AAEC" }
      return ["a", "b-c", "é"].randomElement(using: &random).map { .string($0) } ?? ""
    case .array:
      // One element at most, as elements of sets and maps may not repeat.
      guard let elements = shape.elements, depth < 12, Bool.random(using: &random) else { return [] }
      return [value(elements, schema, depth + 1, noise, wrongTypes, &random)]
    case .object:
      var object = JSONObject()
      if let elements = shape.elements {
        object["key"] = value(elements, schema, depth + 1, noise, wrongTypes, &random)
      }
      for (name, child) in shape.properties.sorted(by: { $0.key < $1.key }) {
        let isRequired = shape.required.contains(name)
        guard isRequired || depth < 12 && Int.random(in: 0..<4, using: &random) == 0 else { continue }
        let isNoisy = !isRequired && Int.random(in: 0..<noise, using: &random) == 0
        let isNullAllowed = !(schema.isNullable(child) && child.constraints?.enumeration.isEmpty == false)
        object[name] = isNoisy && isNullAllowed ? .null : value(child, schema, depth + 1, noise, wrongTypes, &random)
      }
      if shape.elements == nil && Int.random(in: 0..<noise, using: &random) == 0 {
        object["unknown\(depth)"] = ["a": .null]
      }
      return .object(object)
    }
  }
}

extension JSONValue: ExpressibleByFloatLiteral {
  public init(floatLiteral value: Double) { self = JSONNumber("\(value)").map { .number($0) } ?? .null }
}
