import APISchemas
import JSON
import Testing

@testable import Kube

/// Objects and schemas of the tests.
enum Schemas {
  static let catalog = SchemaCatalog(
    table: { APISchemas.schema(of: $0) }, customKinds: APISchemas.customKinds, builtInKinds: APISchemas.builtInKinds)

  static func schema(_ apiVersion: String, _ kind: String) throws -> any ObjectSchema {
    try #require(catalog.schema(of: GroupVersionKind(apiVersion: apiVersion, kind: kind)))
  }

  static let instanceSpec: JSONValue = [
    "domain": [
      "devices": [
        "disks": [["name": "d", "disk": ["bus": "virtio"]]],
        "interfaces": [["name": "default", "masquerade": [:]]],
      ],
      "memory": ["guest": "1Gi"],
      "resources": ["requests": ["memory": "64M"]],
    ],
    "networks": [["name": "default", "pod": [:]]],
    "volumes": [["name": "d", "containerDisk": ["image": "i"]]],
  ]

  static let objects: [String: JSONValue] = [
    "VirtualMachine": [
      "apiVersion": "kubevirt.io/v1", "kind": "VirtualMachine", "metadata": ["name": "x"],
      "spec": ["running": true, "template": ["metadata": ["labels": ["a": "b"]], "spec": instanceSpec]],
    ],
    "VirtualMachineInstance": [
      "apiVersion": "kubevirt.io/v1", "kind": "VirtualMachineInstance", "metadata": ["name": "x"],
      "spec": instanceSpec,
    ],
    "KubeVirt": [
      "apiVersion": "kubevirt.io/v1", "kind": "KubeVirt", "metadata": ["name": "x"], "spec": ["configuration": [:]],
    ],
    "VirtualMachineInstancetype": [
      "apiVersion": "instancetype.kubevirt.io/v1beta1", "kind": "VirtualMachineInstancetype",
      "metadata": ["name": "x"], "spec": ["cpu": ["guest": 1], "memory": ["guest": "1Gi"]],
    ],
  ]

  /// The object with the value at a path such as `spec.volumes[0].name`; nil removes the member.
  static func object(_ kind: String, _ path: String, _ value: String?) throws -> JSONValue {
    var object = try #require(objects[kind])
    if path.isEmpty { return object }
    let steps = path.replacing("[", with: ".").replacing("]", with: "").split(separator: ".").map(String.init)
    set(&object, steps[...], try value.map { try JSONValue(parsing: $0) })
    return object
  }

  private static func set(_ target: inout JSONValue, _ path: ArraySlice<String>, _ value: JSONValue?) {
    guard let first = path.first else { return }
    if case .array(var elements) = target, let index = Int(first) {
      if path.count == 1 { elements[index] = value ?? .null } else { set(&elements[index], path.dropFirst(), value) }
      target = .array(elements)
    } else if path.count == 1 {
      target[first] = value
    } else {
      var member = target[first] ?? [:]
      set(&member, path.dropFirst(), value)
      target[first] = member
    }
  }

  /// The object as the API server would keep it: pruned and with the defaults.
  static func stored(_ object: JSONValue, _ schema: any ObjectSchema) -> JSONValue {
    var object = object
    schema.prune(&object)
    schema.applyDefaults(to: &object)
    return object
  }
}
