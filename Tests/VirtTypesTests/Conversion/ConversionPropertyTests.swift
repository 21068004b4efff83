import JSON
import OpenAPIGenerator
import Testing

@testable import VirtTypes

/// There and back is the identity, from either side, for random objects.
@Suite struct ConversionPropertyTests {
  static let kinds = [
    ("VirtualMachine", "virtualmachines"), ("VirtualMachineInstance", "virtualmachineinstances"),
    ("VirtualMachineInstanceReplicaSet", "virtualmachineinstancereplicasets"),
    ("VirtualMachineInstancePreset", "virtualmachineinstancepresets"),
  ]
  private static let seeds: ClosedRange<UInt64> = 1...150

  private func document(_ source: Source, _ type: String, _ apiVersion: String, _ seed: UInt64) throws -> JSONValue {
    var random = RandomDocument(source: source, seed: seed)
    var object = random.object(try #require(source.definition(type, in: "")))
    object["apiVersion"] = .string(apiVersion)
    object["metadata"] = object["metadata"] ?? ["name": "a"]
    object["kind"] = .string(String(type.drop { $0 != "." }.dropFirst()))
    return object
  }

  @Test(arguments: kinds)
  func legacyObjectsSurviveAndAreValidInBetween(kind: String, plural: String) throws {
    let source = try Source(files: Repository.files(below: "openapi"))
    let schema = try StructuralSchema(plural: plural, version: "v1")
    var remainders = 0
    for seed in Self.seeds {
      var legacy = try document(source, "V1alpha2.\(kind)", "kubevirt.io/v1alpha2", seed)
      var disorder = Disorder(seed: seed)
      disorder.disturb(&legacy)
      let label: Comment = "\(kind), seed \(seed)"
      let current = try Conversion.convert(legacy, to: "kubevirt.io/v1")
      #expect(current["apiVersion"] == "kubevirt.io/v1", label)
      #expect(schema.problems(of: current) == [], label)
      let back = try Conversion.convert(current, to: "kubevirt.io/v1alpha2")
      #expect(back == legacy, label)
      // Once more from the v1 side, with an annotation that counts.
      #expect(try Conversion.convert(back, to: "kubevirt.io/v1") == current, label)
      if current.value(at: "metadata", "annotations", Conversion.annotation) != nil { remainders += 1 }
    }
    #expect(remainders > 50)
  }

  @Test(arguments: kinds)
  func currentObjectsSurviveWithoutAnAnnotation(kind: String, plural: String) throws {
    let source = try Source(files: Repository.files(below: "openapi"))
    let schema = try StructuralSchema(plural: plural, version: "v1")
    for seed in Self.seeds {
      var current = try document(source, "V1.\(kind)", "kubevirt.io/v1", seed)
      // Webhooks refuse both at once.
      if kind == "VirtualMachine" && current["spec"]?["running"] != nil { current["spec"]?["runStrategy"] = nil }
      current = current.withListedValues
      current = try #require(CurrentSchema.fitted(current, kind: kind))
      let label: Comment = "\(kind), seed \(seed)"
      #expect(schema.problems(of: current) == [], label)
      let legacy = try Conversion.convert(current, to: "kubevirt.io/v1alpha2")
      #expect(legacy.value(at: "metadata", "annotations", Conversion.annotation) == nil, label)
      #expect(!legacy.serialized().contains("\"containerDisk\":"), label)
      let back = try Conversion.convert(legacy, to: "kubevirt.io/v1")
      #expect(back == current, label)
    }
  }
}

/// Puts into an object what no schema knows: unknown members, values of other types, nulls, fractions as quantities.
private struct Disorder {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0xD134_2543_DE82_EF95 &+ 3 }

  private mutating func next(below bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }

  mutating func disturb(_ root: inout JSONValue) {
    for key in root.object?.keys ?? [] where !["metadata", "kind", "apiVersion"].contains(key) {
      disturb(&root[key, default: .null], depth: 1)
    }
    if next(below: 4) == 0 { root["unknown"] = ["a": [1, .null]] }
  }

  private mutating func disturb(_ value: inout JSONValue, depth: Int) {
    switch value {
    case .object(var object):
      for key in object.keys { disturb(&object[key, default: .null], depth: depth + 1) }
      if next(below: 6) == 0 { object[names[next(below: names.count)]] = values[next(below: values.count)] }
      value = .object(object)
    case .array(var elements):
      for index in elements.indices { disturb(&elements[index], depth: depth + 1) }
      if let first = elements.first, next(below: 8) == 0 { elements.append(first) }
      value = .array(elements)
    default:
      if next(below: 25) == 0 { value = values[next(below: values.count)] }
    }
  }

  private let names = [
    "selector", "a/b~c", "containerDisk", "runStrategy", "livenessProbe", "hostDisk", "volumeName", "floppy", "name",
    "tpm", "devices", "registryDisk", "template", "memory", "volumes", "running", "clock", "",
  ]
  private let values: [JSONValue] = [
    .null, true, 7, "Manual", "Halted", [], [:], [["name": "a", "volumeName": "b"]], ["name": "a", "image": "b"],
    .number(JSONNumber("1.5") ?? 1), ["metadata": ["x": 1]], ["port": 1, "path": ["/"]],
  ]
}

extension JSONValue {
  /// The value with those members allowed that the schema itself lists.
  fileprivate var withListedValues: JSONValue {
    let listed: [String: JSONValue] = ["rebootPolicy": "Reboot", "memLock": "Required", "contentType": "archive"]
    switch self {
    case .array(let elements): return .array(elements.map(\.withListedValues))
    case .object(let object):
      return .object(JSONObject(object.map { ($0.key, listed[$0.key] ?? $0.value.withListedValues) }))
    default: return self
    }
  }

  fileprivate subscript(key: String, default value: JSONValue) -> JSONValue {
    get { self[key] ?? value }
    set { self[key] = newValue }
  }
}

extension JSONObject {
  fileprivate subscript(key: String, default value: JSONValue) -> JSONValue {
    get { self[key] ?? value }
    set { self[key] = newValue }
  }
}
