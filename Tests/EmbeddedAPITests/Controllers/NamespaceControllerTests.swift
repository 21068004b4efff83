import EmbeddedStore
import JSON
import Kube
import Testing

@testable import EmbeddedAPI

@Suite("Namespaces that come and go")
struct NamespaceControllerTests {
  static func namespace(_ name: String) -> JSONValue {
    ["apiVersion": "v1", "kind": "Namespace", "metadata": ["name": .string(name)]]
  }

  @Test("a namespace goes when its objects have gone, and says what it waits for")
  func deletion() async throws {
    let world = ControllerWorld()
    var driver = ControllerDriver(NamespaceDeletion(world.context), world)
    try await world.create("namespaces", Self.namespace("a"))
    try await world.create("configmaps", GarbageCollectorTests.configMap("one", namespace: "a"))
    try await world.create("configmaps", GarbageCollectorTests.configMap("other", namespace: "b"))
    var held = GarbageCollectorTests.configMap("held", namespace: "a")
    held["metadata"]?["finalizers"] = ["example.com/wait"]
    held = try await world.create("configmaps", held)
    try await driver.settle()
    #expect(try world.get("configmaps", "a", "one") != nil)
    try await world.objects.delete(
      ControllerWorld.resource("namespaces"), namespace: "", name: "a", options: .null)
    try await driver.settle()
    #expect(try world.get("configmaps", "a", "one") == nil)
    let waiting = try #require(try world.get("namespaces", "", "a"))
    let conditions = waiting.value(at: "status", "conditions")?.array ?? []
    func condition(_ type: String) -> JSONValue? { conditions.first { $0["type"]?.string == type } }
    #expect(waiting.value(at: "status", "phase") == "Terminating")
    #expect(condition("NamespaceContentRemaining")?["status"] == "True")
    #expect(
      condition("NamespaceContentRemaining")?["message"]
        == "Some resources are remaining: configmaps. has 1 resource instances")
    #expect(
      condition("NamespaceFinalizersRemaining")?["message"]
        == "Some content in the namespace has finalizers remaining: example.com/wait in 1 resource instances")
    #expect(condition("NamespaceDeletionContentFailure")?["status"] == "False")
    let definition = try #require(world.registry.definition(group: "", resource: "configmaps"))
    try await world.context.modify(definition, definition.key(of: held), uid: held.uid) {
      $0.removeFinalizer("example.com/wait")
    }
    try await driver.settle()
    #expect(try world.get("namespaces", "", "a") == nil)
    #expect(try world.get("configmaps", "b", "other") != nil)
  }

  @Test("a controller that starts in the middle of a deletion ends it")
  func restart() async throws {
    let world = ControllerWorld()
    try await world.create("namespaces", Self.namespace("a"))
    try await world.create("configmaps", GarbageCollectorTests.configMap("one", namespace: "a"))
    try await world.objects.delete(ControllerWorld.resource("namespaces"), namespace: "", name: "a", options: .null)
    var driver = ControllerDriver(NamespaceDeletion(world.context), world, seed: 7)
    try await driver.settle()
    #expect(try world.get("namespaces", "", "a") == nil)
    #expect(try world.get("configmaps", "a", "one") == nil)
  }

  @Test("every namespace has its service account and the authority's certificate, whoever takes them away")
  func defaults() async throws {
    let world = ControllerWorld()
    var driver = ControllerDriver(NamespaceDefaults(context: world.context, authority: { "PEM" }), world)
    try await world.create("namespaces", Self.namespace("a"))
    try await driver.settle()
    #expect(try world.get("serviceaccounts", "a", "default") != nil)
    #expect(try world.get("configmaps", "a", "kube-root-ca.crt")?.value(at: "data", "ca.crt") == "PEM")
    try await world.objects.delete(
      ControllerWorld.resource("serviceaccounts"), namespace: "a", name: "default", options: .null)
    let map = try #require(try world.get("configmaps", "a", "kube-root-ca.crt"))
    let definition = try #require(world.registry.definition(group: "", resource: "configmaps"))
    try await world.context.modify(definition, definition.key(of: map), uid: map.uid) { $0["data"] = ["ca.crt": "no"] }
    try await driver.settle()
    #expect(try world.get("serviceaccounts", "a", "default") != nil)
    #expect(try world.get("configmaps", "a", "kube-root-ca.crt")?.value(at: "data", "ca.crt") == "PEM")
  }

  @Test("a running controller follows the store, and stops when it is cancelled")
  func loop() async throws {
    let world = ControllerWorld()
    try await world.create("namespaces", Self.namespace("before"))
    let context = world.context
    let task = Task { await NamespaceDefaults(context: context, authority: { "PEM" }).run(context) }
    try await world.create("namespaces", Self.namespace("after"))
    for namespace in ["before", "after"] {
      while try world.get("configmaps", namespace, "kube-root-ca.crt") == nil {
        try await Task.sleep(for: .milliseconds(5))
      }
    }
    task.cancel()
    await task.value
  }
}

@Suite("Expiry of events")
struct EventExpiryTests {
  static func event(_ name: String, _ time: Timestamp) -> JSONValue {
    [
      "apiVersion": "v1", "kind": "Event",
      "metadata": ["name": .string(name), "namespace": "default"],
      "involvedObject": ["kind": "Pod", "name": "p", "namespace": "default"], "reason": "Why", "message": "so",
      "type": "Normal", "firstTimestamp": .string(time.text), "lastTimestamp": .string(time.text),
    ]
  }

  static func key(_ name: String) -> ObjectKey { ObjectKey(collection: "events", namespace: "default", name: name) }

  @Test("events of the last hour stay; of too many the oldest go, and a tenth more")
  func ages() {
    var ages = EventAges(mostEvents: 10)
    let start = Timestamp(seconds: 1_800_000_000)
    for index in 0..<10 {
      ages.observe(Self.key("e\(index)"), Self.event("e\(index)", start + .seconds(index)))
    }
    #expect(ages.due(start + .seconds(3599)) == [])
    #expect(ages.due(start + .seconds(3601)) == [Self.key("e0"), Self.key("e1")])
    #expect(ages.pause(start) == .seconds(3600))
    ages.observe(Self.key("e10"), Self.event("e10", start + .seconds(10)))
    #expect(ages.due(start) == [Self.key("e0"), Self.key("e1")])
    ages.observe(Self.key("e0"), nil)
    #expect(!ages.isOverfull)
  }

  @Test("a repeated event lives on from when it was last seen")
  func lastMoment() {
    let start = Timestamp(seconds: 1_800_000_000)
    var event = Self.event("e", start)
    #expect(EventAges.moment(event) == start)
    event["series"] = ["lastObservedTime": .string((start + .seconds(60)).microsecondText)]
    #expect(EventAges.moment(event) == start + .seconds(60))
  }

  @Test("expired events are deleted")
  func deletion() async throws {
    let world = ControllerWorld()
    var driver = ControllerDriver(EventExpiry(world.context), world)
    try await world.create("events", Self.event("old", world.now))
    try await world.create("events", Self.event("new", world.now + .seconds(600)))
    try await driver.settle()
    #expect(try await world.context.list("events").count == 2)
    world.now = world.now + .seconds(3601)
    driver.wakeUp()
    try await driver.settle()
    #expect(try await world.context.list("events").map(\.name) == ["new"])
  }
}
