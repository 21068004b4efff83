import EmbeddedStore
import JSON
import Kube
import TestSupport
import Testing

@testable import EmbeddedAPI

@Suite("Garbage collection")
struct GarbageCollectorTests {
  static func configMap(_ name: String, owners: [JSONValue] = [], namespace: String = "default") -> JSONValue {
    [
      "apiVersion": "v1", "kind": "ConfigMap",
      "metadata": ["name": .string(name), "namespace": .string(namespace), "ownerReferences": .array(owners)],
    ]
  }

  static func reference(to owner: JSONValue, blocks: Bool = false, uid: String? = nil, kind: String? = nil) -> JSONValue
  {
    [
      "apiVersion": owner["apiVersion"] ?? "v1", "kind": kind.map { .string($0) } ?? owner["kind"] ?? "ConfigMap",
      "name": .string(owner.name), "uid": .string(uid ?? owner.uid), "blockOwnerDeletion": .bool(blocks),
    ]
  }

  static func names(_ world: ControllerWorld) async throws -> Set<String> {
    Set(try await world.context.list("configmaps").map(\.name))
  }

  @Test("dependents go with their last owner", arguments: ["Background", "Foreground"])
  func cascade(policy: String) async throws {
    let world = ControllerWorld()
    var driver = ControllerDriver(GarbageCollector(world.context), world)
    let owner = try await world.create("configmaps", Self.configMap("owner"))
    let other = try await world.create("configmaps", Self.configMap("other"))
    let both = [Self.reference(to: owner, blocks: true), Self.reference(to: other)]
    _ = try await world.create("configmaps", Self.configMap("one", owners: [both[0]]))
    _ = try await world.create("configmaps", Self.configMap("two", owners: both))
    try await driver.settle()
    #expect(try await Self.names(world).count == 4)
    try await world.objects.delete(
      ControllerWorld.resource("configmaps"), namespace: "default", name: "owner",
      options: ["propagationPolicy": .string(policy)])
    try await driver.settle()
    #expect(try await Self.names(world) == ["other", "two"])
    let left = try #require(try world.get("configmaps", "default", "two"))
    #expect(GarbageGraph.owners(of: left).map(\.name) == ["other"])
  }

  @Test("an owner that is deleted in the foreground waits for those that block it, and no others")
  func foregroundOrder() async throws {
    let world = ControllerWorld()
    var driver = ControllerDriver(GarbageCollector(world.context), world)
    let owner = try await world.create("configmaps", Self.configMap("owner"))
    var blocking = Self.configMap("blocking", owners: [Self.reference(to: owner, blocks: true)])
    blocking["metadata"]?["finalizers"] = ["example.com/wait"]
    _ = try await world.create("configmaps", blocking)
    var free = Self.configMap("free", owners: [Self.reference(to: owner)])
    free["metadata"]?["finalizers"] = ["example.com/wait"]
    _ = try await world.create("configmaps", free)
    try await driver.settle()
    try await world.objects.delete(
      ControllerWorld.resource("configmaps"), namespace: "default", name: "owner",
      options: ["propagationPolicy": "Foreground"])
    try await driver.settle()
    #expect(try world.get("configmaps", "default", "owner")?.finalizers == ["foregroundDeletion"])
    #expect(try world.get("configmaps", "default", "free")?.isBeingDeleted == true)
    let definition = try #require(world.registry.definition(group: "", resource: "configmaps"))
    let waiting = try #require(try world.get("configmaps", "default", "blocking"))
    try await world.context.modify(definition, definition.key(of: waiting), uid: waiting.uid) {
      $0.removeFinalizer("example.com/wait")
    }
    try await driver.settle()
    #expect(try await Self.names(world) == ["free"])
  }

  @Test("dependents of an owner that is deleted as Orphan stay, without it")
  func orphan() async throws {
    let world = ControllerWorld()
    var driver = ControllerDriver(GarbageCollector(world.context), world)
    let owner = try await world.create("configmaps", Self.configMap("owner"))
    _ = try await world.create("configmaps", Self.configMap("one", owners: [Self.reference(to: owner)]))
    try await world.objects.delete(
      ControllerWorld.resource("configmaps"), namespace: "default", name: "owner",
      options: ["propagationPolicy": "Orphan"])
    try await driver.settle()
    #expect(try await Self.names(world) == ["one"])
    #expect(GarbageGraph.owners(of: try #require(try world.get("configmaps", "default", "one"))) == [])
  }

  @Test("owners that nobody can say anything of keep their dependents")
  func unknownOwners() async throws {
    let world = ControllerWorld()
    var driver = ControllerDriver(GarbageCollector(world.context), world)
    var foreign = Self.reference(to: Self.configMap("x"), uid: "elsewhere")
    foreign["apiVersion"] = "example.com/v1"
    _ = try await world.create("configmaps", Self.configMap("foreign", owners: [foreign]))
    _ = try await world.create(
      "nodes",
      [
        "apiVersion": "v1", "kind": "Node",
        "metadata": [
          "name": "node", "ownerReferences": [Self.reference(to: Self.configMap("x"), uid: "elsewhere")],
        ],
      ])
    _ = try await world.create(
      "configmaps", Self.configMap("gone", owners: [Self.reference(to: Self.configMap("x"), uid: "elsewhere")]))
    try await driver.settle()
    #expect(try await Self.names(world) == ["foreign"])
    #expect(try world.get("nodes", "", "node") != nil)
  }

  @Test("an owner in another namespace is none, one of the cluster is")
  func otherNamespaces() async throws {
    let world = ControllerWorld()
    var driver = ControllerDriver(GarbageCollector(world.context), world)
    let owner = try await world.create("configmaps", Self.configMap("owner", namespace: "elsewhere"))
    let node = try await world.create("nodes", ["apiVersion": "v1", "kind": "Node", "metadata": ["name": "node"]])
    _ = try await world.create("configmaps", Self.configMap("astray", owners: [Self.reference(to: owner)]))
    _ = try await world.create("configmaps", Self.configMap("local", owners: [Self.reference(to: node)]))
    try await driver.settle()
    #expect(try await Self.names(world) == ["owner", "local"])
  }

  /// What is left after each deletion, by the documentation's words.
  struct Model {
    var owners: [String: Set<String>] = [:]

    mutating func delete(_ name: String, orphans: Bool) {
      owners[name] = nil
      if orphans { for key in owners.keys { owners[key]?.remove(name) } }
      while true {
        let gone = owners.filter { !$0.value.isEmpty && $0.value.allSatisfy { owners[$0] == nil } }.map(\.key)
        if gone.isEmpty { break }
        for name in gone { owners[name] = nil }
      }
      let left = Set(owners.keys)
      for key in left { owners[key]?.formIntersection(left) }
    }
  }

  @Test("random graphs under random deletions end as the model does", arguments: 0..<25)
  func randomGraphs(seed: UInt64) async throws {
    var generator = SeededGenerator(seed: seed)
    let world = ControllerWorld()
    var driver = ControllerDriver(GarbageCollector(world.context), world, seed: seed)
    let definition = try #require(world.registry.definition(group: "", resource: "configmaps"))
    var model = Model()
    var objects: [JSONValue] = []
    for index in 0..<14 {
      objects.append(try await world.create("configmaps", Self.configMap("o\(index)")))
      model.owners["o\(index)"] = []
    }
    // References are added when all are there, so that there are cycles too.
    for object in objects {
      let owners = objects.filter { $0.uid != object.uid && Int.random(in: 0..<8, using: &generator) == 0 }
      let references = owners.map { Self.reference(to: $0, blocks: Bool.random(using: &generator)) }
      model.owners[object.name] = Set(owners.map(\.name))
      try await world.context.modify(definition, definition.key(of: object), uid: object.uid) {
        $0["metadata"]?["ownerReferences"] = .array(references)
      }
    }
    try await driver.settle()
    while let name = model.owners.keys.sorted().randomElement(using: &generator) {
      let policy = ["Background", "Foreground", "Orphan"].randomElement(using: &generator) ?? ""
      model.delete(name, orphans: policy == "Orphan")
      try await world.objects.delete(
        ControllerWorld.resource("configmaps"), namespace: "default", name: name,
        options: ["propagationPolicy": .string(policy)])
      try await driver.settle()
      let left = try await world.context.list("configmaps")
      let found = Dictionary(uniqueKeysWithValues: left.map { ($0.name, Set(GarbageGraph.owners(of: $0).map(\.name))) })
      try #require(found == model.owners, "after \(policy) deletion of \(name)")
    }
  }
}
