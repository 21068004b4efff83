import EmbeddedStore
import JSON
import Kube

/// Objects that are there from the first start: namespaces, roles, the `kubernetes` Service, and what describes the
/// kinds that are served.
public struct SeedObjects: Sendable {
  /// In their storage versions, with kind and apiVersion.
  public var objects: [JSONValue]

  public init(_ objects: [JSONValue]) { self.objects = objects }

  /// What every instance has.
  ///
  /// - Parameters:
  ///   - roles: RBAC objects.
  ///   - groups: groups that are served without stored kinds.
  ///   - port: where the API listens.
  public init(registry: ResourceRegistry, roles: [JSONValue], groups: [DiscoveredGroup] = [], port: Int) {
    objects = SeedManifests.namespaces + roles + [SeedManifests.service(port: port)]
    objects += registry.definitions.filter(\.isCustom).map(SeedManifests.customResourceDefinition)
    objects += SeedManifests.services(of: registry, others: groups)
  }

  /// Brings the store's objects in line in one commit; returns how many were written. A second time that is none.
  ///
  /// Rules and subjects that someone added to a role or a binding stay, as does one whose annotation
  /// `rbac.authorization.kubernetes.io/autoupdate` is `false`; namespaces and Services that are there are left alone.
  @discardableResult
  public func ensure(
    in store: any ObjectStoring, registry: ResourceRegistry, now: Timestamp,
    makeUID: @Sendable () -> String = { UUID.random().description }
  ) async throws -> Int {
    var writes: [Write] = []
    for object in objects {
      let kind = GroupVersionKind(apiVersion: object["apiVersion"]?.string ?? "", kind: object["kind"]?.string ?? "")
      guard let definition = registry.definition(of: kind) else { continue }
      let key = definition.key(of: object)
      if let version = try store.get(key) {
        let existing = try version.tree()
        guard let wanted = Self.update(of: existing, to: object), wanted != existing else { continue }
        writes.append(Write(key, .replace(EncodedObject(wanted), expecting: version.revision)))
      } else {
        writes.append(Write(key, .create(EncodedObject(Self.created(object, now: now, uid: makeUID())))))
      }
    }
    if !writes.isEmpty { _ = try await store.commit(writes) }
    return writes.count
  }

  private static func created(_ object: JSONValue, now: Timestamp, uid: String) -> JSONValue {
    var object = object
    object["metadata"]?["uid"] = .string(uid)
    object["metadata"]?["creationTimestamp"] = .string(now.text)
    if object["kind"] == "CustomResourceDefinition" { object["metadata"]?["generation"] = 1 }
    return stamped(object, now: now)
  }

  /// Fills the times of conditions in that are new.
  private static func stamped(_ object: JSONValue, now: Timestamp) -> JSONValue {
    guard let conditions = object.value(at: "status", "conditions")?.array else { return object }
    var object = object
    object["status"]?["conditions"] = .array(
      conditions.map { condition in
        var condition = condition
        condition["lastTransitionTime"] = .string(now.text)
        return condition
      })
    return object
  }

  /// The stored object with what is wanted in it; nil where it is to stay as it is.
  static func update(of existing: JSONValue, to wanted: JSONValue) -> JSONValue? {
    var result = existing
    switch wanted["kind"]?.string {
    case "Namespace", "Service": return nil
    case "ClusterRole", "Role", "ClusterRoleBinding", "RoleBinding":
      if existing.annotation(SeedManifests.autoupdate) == "false" { return nil }
      for member in ["rules", "subjects"] {
        guard let added = wanted[member]?.array else { continue }
        let present = existing[member]?.array ?? []
        let missing = added.filter { !present.contains($0) }
        if !missing.isEmpty { result[member] = .array(present + missing) }
      }
      if let aggregation = wanted["aggregationRule"] { result["aggregationRule"] = aggregation }
    default:
      result["spec"] = wanted["spec"]
      // Conditions are those of the kind as it is served: their times stay.
      if existing.value(at: "status", "storedVersions") != wanted.value(at: "status", "storedVersions") {
        result["status"]?["storedVersions"] = wanted.value(at: "status", "storedVersions")
      }
      if let names = wanted.value(at: "status", "acceptedNames") { result["status"]?["acceptedNames"] = names }
      if result["spec"] != existing["spec"], let generation = existing.value(at: "metadata", "generation")?.int64 {
        result["metadata"]?["generation"] = .number(JSONNumber(generation + 1))
      }
    }
    for member in ["labels", "annotations"] {
      for (name, value) in wanted.value(at: "metadata", member)?.object ?? [:] {
        var values = result.value(at: "metadata", member) ?? [:]
        values[name] = value
        result["metadata"]?[member] = values
      }
    }
    return result
  }
}
