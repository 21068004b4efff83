import JSON
import Kube
import KubeClient
import VirtController

/// What users do: make machines and replica sets, switch them, scale them, delete them.
struct ModelUser {
  static let namespace = "default"

  /// Does something, chosen by chance.
  static func act(on server: inout ModelServer, at now: Timestamp, _ random: inout SeededGenerator) {
    switch Int.random(in: 0..<13, using: &random) {
    case 0...2: create(machine: Int.random(in: 0..<3, using: &random), on: &server, at: now, &random)
    case 3: create(replicaSet: Int.random(in: 0..<2, using: &random), on: &server, at: now, &random)
    case 4...6: switchMachine(on: &server, at: now, &random)
    case 7: request(on: &server, at: now, &random)
    case 8: scale(on: &server, at: now, &random)
    case 9...10: relabel(on: &server, at: now, &random)
    case 11: delete([Resources.virtualMachines, Resources.replicaSets], "Orphan", on: &server, at: now, &random)
    default:
      let resources = [Resources.virtualMachines, Resources.replicaSets, Resources.virtualMachineInstances]
      delete(resources, "", on: &server, at: now, &random)
    }
  }

  /// Somebody else changes an object in a way that means nothing, so that writes meet a newer version.
  static func touch(on server: inout ModelServer, at now: Timestamp, _ random: inout SeededGenerator) {
    let resource =
      [Resources.virtualMachines, Resources.replicaSets, Resources.virtualMachineInstances, Resources.pods]
      .randomElement(using: &random) ?? Resources.pods
    guard let object = server.all(resource).randomElement(using: &random) else { return }
    let mark = JSONValue.string("\(random.next())")
    patch(object, resource, ["metadata": ["annotations": ["touched": mark]]], on: &server, at: now)
  }

  private static func create(
    machine number: Int, on server: inout ModelServer, at now: Timestamp, _ random: inout SeededGenerator
  ) {
    let name = "vm\(number)"
    // Every third one is of the older profile.
    var spec: JSONObject = ["template": template(["vm": .string(name)])]
    var annotations: JSONObject = [:]
    if number == 2 {
      annotations["swift-virt.io/profile"] = "v0.8.0"
      spec["running"] = .bool(random.chance(2))
    } else {
      spec["runStrategy"] = .string(strategies.randomElement(using: &random) ?? "Always")
    }
    let object: JSONValue = [
      "apiVersion": "kubevirt.io/v1", "kind": "VirtualMachine",
      "metadata": ["name": .string(name), "annotations": .object(annotations)], "spec": .object(spec),
    ]
    let path = ResourcePath(Resources.virtualMachines, namespace: namespace)
    _ = server.perform(ObjectWrite(path, .create(object)), at: now)
  }

  static let strategies = ["Always", "Halted", "RerunOnFailure", "Manual", "Once"]

  private static func create(
    replicaSet number: Int, on server: inout ModelServer, at now: Timestamp, _ random: inout SeededGenerator
  ) {
    let name = "rs\(number)"
    let object: JSONValue = [
      "apiVersion": "kubevirt.io/v1", "kind": "VirtualMachineInstanceReplicaSet",
      "metadata": ["name": .string(name)],
      "spec": [
        "replicas": .number(JSONNumber(Int64.random(in: 0...3, using: &random))),
        "selector": ["matchLabels": ["set": .string(name)]], "template": template(["set": .string(name)]),
      ],
    ]
    let path = ResourcePath(Resources.replicaSets, namespace: namespace)
    _ = server.perform(ObjectWrite(path, .create(object)), at: now)
  }

  private static func template(_ labels: JSONObject) -> JSONValue {
    [
      "metadata": ["labels": .object(labels)],
      "spec": [
        "domain": [
          "devices": [:], "machine": ["type": "q35"], "firmware": ["uuid": "5a9fc181-957e-5c32-9e5a-2de5e9673531"],
          "resources": ["requests": ["memory": "64M"]],
        ]
      ],
    ]
  }

  private static func switchMachine(
    on server: inout ModelServer, at now: Timestamp, _ random: inout SeededGenerator
  ) {
    guard let machine = server.all(Resources.virtualMachines).randomElement(using: &random) else { return }
    let isLegacy = machine.value(at: "metadata", "annotations", "swift-virt.io/profile") != nil
    let spec: JSONValue =
      isLegacy
      ? ["running": .bool(random.chance(2))]
      : ["runStrategy": .string(strategies.randomElement(using: &random) ?? "Always")]
    patch(machine, Resources.virtualMachines, ["spec": spec], on: &server, at: now)
  }

  /// What virt-api writes for `start` and `stop` of machines that are not switched by their strategy.
  private static func request(on server: inout ModelServer, at now: Timestamp, _ random: inout SeededGenerator) {
    let manual = server.all(Resources.virtualMachines).filter {
      $0.value(at: "spec", "runStrategy")?.string == "Manual"
        && $0.value(at: "status", "stateChangeRequests")?.array?.isEmpty != false
    }
    guard let machine = manual.randomElement(using: &random) else { return }
    var requests: [JSONValue] = [["action": "Start"]]
    if let instance = server.object(Resources.virtualMachineInstances, NamespacedName(machine)) {
      requests = [["action": "Stop", "uid": instance.value(at: "metadata", "uid") ?? ""]]
      if random.chance(2) { requests.append(["action": "Start"]) }
    }
    patch(
      machine, Resources.virtualMachines, ["status": ["stateChangeRequests": .array(requests)]],
      subresource: "status", on: &server, at: now)
  }

  private static func scale(on server: inout ModelServer, at now: Timestamp, _ random: inout SeededGenerator) {
    guard let set = server.all(Resources.replicaSets).randomElement(using: &random) else { return }
    let replicas = JSONValue.number(JSONNumber(Int64.random(in: 0...4, using: &random)))
    patch(set, Resources.replicaSets, ["spec": ["replicas": replicas]], on: &server, at: now)
  }

  /// Takes from an instance the label by which its replica set selects it, or puts it back.
  private static func relabel(on server: inout ModelServer, at now: Timestamp, _ random: inout SeededGenerator) {
    let replicas = server.all(Resources.virtualMachineInstances).filter { NamespacedName($0).name.hasPrefix("rs") }
    guard let instance = replicas.randomElement(using: &random) else { return }
    let isSelected = instance.value(at: "metadata", "labels", "set") != nil
    let label: JSONValue = isSelected ? .null : .string(String(NamespacedName(instance).name.prefix(3)))
    patch(
      instance, Resources.virtualMachineInstances, ["metadata": ["labels": ["set": label]]], on: &server, at: now)
  }

  private static func delete(
    _ resources: [GroupVersionResource], _ propagation: String, on server: inout ModelServer, at now: Timestamp,
    _ random: inout SeededGenerator
  ) {
    let resource = resources.randomElement(using: &random) ?? Resources.virtualMachines
    guard let object = server.all(resource).randomElement(using: &random) else { return }
    let name = NamespacedName(object)
    let path = ResourcePath(resource, namespace: name.namespace, name: name.name)
    _ = server.perform(ObjectWrite(path, .delete(DeletionOptions(propagationPolicy: propagation))), at: now)
  }

  private static func patch(
    _ object: JSONValue, _ resource: GroupVersionResource, _ value: JSONValue, subresource: String? = nil,
    on server: inout ModelServer, at now: Timestamp
  ) {
    let name = NamespacedName(object)
    let path = ResourcePath(resource, namespace: name.namespace, name: name.name, subresource: subresource)
    _ = server.perform(ObjectWrite(path, .patch(.merge(value))), at: now)
  }
}
