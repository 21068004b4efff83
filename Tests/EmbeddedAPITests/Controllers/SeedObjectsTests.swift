import EmbeddedStore
import JSON
import Kube
import Testing

@testable import EmbeddedAPI

@Suite("Seed objects")
struct SeedObjectsTests {
  let world = ControllerWorld()
  let now = Timestamp(seconds: 1_800_000_000)

  static func role(_ rules: [JSONValue]) -> JSONValue {
    [
      "apiVersion": "rbac.authorization.k8s.io/v1", "kind": "ClusterRole",
      "metadata": ["name": "view"], "rules": .array(rules),
    ]
  }

  func seeds(_ rules: [JSONValue]) -> SeedObjects {
    SeedObjects(registry: world.registry, roles: [Self.role(rules)], port: 6443)
  }

  @Test("the first start writes all at once, the second nothing")
  func twice() async throws {
    let seeds = seeds([["verbs": ["get"]]])
    let written = try await seeds.ensure(in: world.store, registry: world.registry, now: now)
    #expect(written == seeds.objects.count)
    #expect(try await seeds.ensure(in: world.store, registry: world.registry, now: now + .seconds(60)) == 0)
    #expect(try world.get("namespaces", "", "kubevirt")?.value(at: "status", "phase") == "Active")
    let definition = try world.get("customresourcedefinitions.apiextensions.k8s.io", "", "virtualmachines.kubevirt.io")
    #expect(definition?.value(at: "status", "conditions")?[1]?["type"] == "Established")
    #expect(definition?.value(at: "status", "conditions")?[1]?["lastTransitionTime"] == .string(now.text))
    #expect(definition?.value(at: "spec", "names", "shortNames") == ["vm", "vms"])
    let service = try world.get("apiservices.apiregistration.k8s.io", "", "v1alpha2.kubevirt.io")
    #expect(service?.value(at: "status", "conditions")?[0]?["status"] == "True")
    #expect(try world.get("apiservices.apiregistration.k8s.io", "", "v1.") != nil)
  }

  @Test("a role gets what it lacks, keeps what was added, and is left alone where it says so")
  func roles() async throws {
    let (get, list, own): (JSONValue, JSONValue, JSONValue) = (
      ["verbs": ["get"]], ["verbs": ["list"]], ["verbs": ["watch"]]
    )
    let collection = "clusterroles.rbac.authorization.k8s.io"
    try await seeds([get]).ensure(in: world.store, registry: world.registry, now: now)
    var role = try #require(try world.get(collection, "", "view"))
    role["rules"] = [own]
    try await world.store.put(role, in: collection)
    #expect(try await seeds([get, list]).ensure(in: world.store, registry: world.registry, now: now) == 1)
    #expect(try world.get(collection, "", "view")?["rules"] == [own, get, list])
    role.setAnnotation("rbac.authorization.kubernetes.io/autoupdate", "false")
    try await world.store.put(role, in: collection)
    #expect(try await seeds([get, list]).ensure(in: world.store, registry: world.registry, now: now) == 0)
  }
}
