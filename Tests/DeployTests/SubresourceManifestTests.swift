import EmbeddedAPI
import JSON
import Testing
import VirtAPI

@Suite("Manifests of the group of subresources")
struct SubresourceManifestTests {
  @Test("every version has an API service that leads to virt-api")
  func everyVersionHasAnAPIService() throws {
    let services = try Manifests.documents(in: "apiservices")
    let versions = services.compactMap { $0.value(at: "spec", "version")?.string }
    #expect(Set(versions) == Set(SubresourceGroup.Version.allCases.map(\.rawValue)))
    #expect(versions.count == SubresourceGroup.Version.allCases.count)
    let target = try #require(
      Manifests.documents(in: "virt-api").first { $0["kind"] == "Service" }?["metadata"])
    for service in services {
      let version = service.value(at: "spec", "version")?.string ?? ""
      #expect(service.value(at: "metadata", "name")?.string == "\(version).\(SubresourceGroup.name)")
      #expect(service.value(at: "spec", "group")?.string == SubresourceGroup.name)
      #expect(service.value(at: "spec", "service", "name") == target["name"])
      #expect(service.value(at: "spec", "service", "namespace") == target["namespace"])
      // The caller must be able to tell virt-api from anyone else.
      #expect(service.value(at: "spec", "insecureSkipTLSVerify") == nil)
    }
  }

  /// What virt-api's account may do in the whole cluster, as "verb group/resource".
  private func permissions() throws -> Set<String> {
    let role = try Manifests.documents(in: "virt-api").first {
      $0["kind"] == "ClusterRole" && $0.value(at: "metadata", "name") == "kubevirt-apiserver"
    }
    func list(_ rule: JSONValue, _ member: String) -> [String] { rule[member]?.array?.compactMap(\.string) ?? [] }
    return Set(
      (role?["rules"]?.array ?? []).flatMap { rule in
        list(rule, "apiGroups").flatMap { group in
          list(rule, "resources").flatMap { resource in
            list(rule, "verbs").map { "\($0) \(group)/\(resource)" }
          }
        }
      })
  }

  @Test("virt-api may do what requests to machines need, and nothing more is written")
  func permissionsAreThoseNeeded() throws {
    let writing = try permissions().filter { !["get", "list", "watch"].contains($0.prefix { $0 != " " }) }
    #expect(
      writing == [
        "create authorization.k8s.io/subjectaccessreviews", "patch kubevirt.io/virtualmachines",
        "patch kubevirt.io/virtualmachines/status", "patch kubevirt.io/virtualmachineinstances",
        "create kubevirt.io/virtualmachineinstancemigrations", "delete /pods",
      ])
    #expect(
      try permissions().isSuperset(of: [
        "get kubevirt.io/virtualmachines", "get kubevirt.io/virtualmachineinstances", "list /pods",
      ]))
    let bindings = try Manifests.documents(in: "virt-api").filter {
      $0.value(at: "roleRef", "name") == "extension-apiserver-authentication-reader"
    }
    #expect(bindings.map { $0.value(at: "metadata", "namespace") } == ["kube-system"])
  }

  @Test("people have the same permissions on a cluster as on one machine")
  func rolesAreThoseOfTheEmbeddedAPI() throws {
    // Names of roles for components have no domain in them.
    let wanted = BootstrapRoles.objects.filter {
      $0.value(at: "metadata", "name")?.string?.contains("kubevirt.io:") == true
    }
    let found = try Manifests.documents(in: "rbac")
    func key(_ object: JSONValue) -> String {
      "\(object["kind"]?.string ?? "") \(object.value(at: "metadata", "name")?.string ?? "")"
    }
    #expect(Set(found.map(key)) == Set(wanted.map(key)))
    let byKey = Dictionary(found.map { (key($0), $0) }) { first, _ in first }
    for object in wanted {
      let manifest = try #require(byKey[key(object)])
      for member in ["metadata", "rules", "roleRef", "subjects"] {
        #expect(manifest[member].map(Self.sorted) == object[member].map(Self.sorted), "\(key(object)) \(member)")
      }
    }
  }

  /// Members in the order of their names.
  private static func sorted(_ value: JSONValue) -> JSONValue {
    switch value {
    case .object(let object):
      .object(JSONObject(object.sorted { $0.key < $1.key }.map { ($0.key, sorted($0.value)) }))
    case .array(let elements): .array(elements.map(sorted))
    default: value
    }
  }
}
