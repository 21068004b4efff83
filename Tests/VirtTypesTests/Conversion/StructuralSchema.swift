import JSON
import Testing
import YAML

/// What an API server checks of a stored object: types, required members, listed values, members that it would prune.
struct StructuralSchema {
  let root: JSONValue

  /// The schema of a version in `deploy/crds/`.
  init(plural: String, version: String) throws {
    let bytes = try #require(try Repository.files(below: "deploy/crds")["\(plural).yaml"])
    let manifest = try YAML.value(parsing: String(decoding: bytes, as: UTF8.self))
    let versions = try #require(manifest.value(at: "spec", "versions")?.array)
    let entry = try #require(versions.first { $0["name"] == .string(version) })
    root = try #require(entry.value(at: "schema", "openAPIV3Schema"))
  }

  func problems(of object: JSONValue) -> [String] {
    var found: [String] = []
    for (name, member) in object.object ?? JSONObject() where !["metadata", "kind", "apiVersion"].contains(name) {
      guard let schema = root["properties"]?[name] else {
        found.append("\(name) is pruned")
        continue
      }
      check(member, schema, name, &found)
    }
    for name in root["required"]?.array ?? [] where object[name.string ?? ""] == nil {
      found.append("\(name) is missing")
    }
    return found
  }

  private func check(_ value: JSONValue, _ schema: JSONValue, _ path: String, _ found: inout [String]) {
    if value.isNull {
      if schema["nullable"] != true && schema["x-kubernetes-preserve-unknown-fields"] != true {
        found.append("\(path) is null")
      }
      return
    }
    if schema["x-kubernetes-int-or-string"] == true {
      if value.string == nil && value.int64 == nil { found.append("\(path) is neither integer nor text") }
      return
    }
    if let allowed = schema["enum"]?.array, !allowed.contains(value) { found.append("\(path) is not listed") }
    switch (schema["type"]?.string, value) {
    case ("object", .object(let object)): checkMembers(object, schema, path, &found)
    case ("array", .array(let elements)):
      for (index, element) in elements.enumerated() {
        check(element, schema["items"] ?? [:], "\(path)[\(index)]", &found)
      }
    case ("string", .string), ("boolean", .bool), ("number", .number), (nil, _): break
    case ("integer", .number(let number)) where number.int64 != nil: break
    default: found.append("\(path) is \(value.typeName)")
    }
  }

  private func checkMembers(_ object: JSONObject, _ schema: JSONValue, _ path: String, _ found: inout [String]) {
    for name in schema["required"]?.array?.compactMap(\.string) ?? [] where object[name] == nil {
      found.append("\(path).\(name) is missing")
    }
    for (name, member) in object {
      if let property = schema["properties"]?[name] ?? schema["additionalProperties"] {
        check(member, property, path + "." + name, &found)
      } else if schema["x-kubernetes-preserve-unknown-fields"] != true {
        found.append("\(path).\(name) is pruned")
      }
    }
  }
}
