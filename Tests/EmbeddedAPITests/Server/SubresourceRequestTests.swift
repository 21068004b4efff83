import Admission
import EmbeddedStore
import JSON
import Kube
import Testing
import VirtAPI

@testable import EmbeddedAPI

/// The group of subresources in process: by whose permission, and with what effect.
@Suite("Subresources in process")
struct SubresourceRequestTests {
  private static let machines = [
    ResourceDefinition(
      group: "kubevirt.io", names: .init(plural: "virtualmachines", singular: "virtualmachine", kind: "VirtualMachine"),
      versions: [.init(name: "v1", hasStatus: true)]),
    ResourceDefinition(
      group: "kubevirt.io",
      names: .init(
        plural: "virtualmachineinstances", singular: "virtualmachineinstance", kind: "VirtualMachineInstance"),
      versions: [.init(name: "v1")]),
  ]
  private static let group = "/apis/subresources.kubevirt.io"
  private static let machine = group + "/v1/namespaces/ns/virtualmachines/vm"

  private func api(_ authorizer: any Authorizer = AllowEverything()) throws -> TestAPI {
    try TestAPI(
      definitions: Self.machines, authorizer: authorizer,
      subresources: SubresourceOptions(configuration: { ClusterConfiguration() }))
  }

  private func create(_ api: TestAPI, strategy: JSONValue) async {
    let answer = await api.send(
      "POST", "/apis/kubevirt.io/v1/namespaces/ns/virtualmachines",
      json: [
        "apiVersion": "kubevirt.io/v1", "kind": "VirtualMachine", "metadata": ["name": "vm"],
        "spec": ["runStrategy": strategy],
      ])
    #expect(answer.code == 201)
  }

  private func strategy(_ api: TestAPI) async -> String? {
    await api.send("GET", "/apis/kubevirt.io/v1/namespaces/ns/virtualmachines/vm").body
      .value(at: "spec", "runStrategy")?.string
  }

  @Test("a start and a stop change the machine, a dry run does not")
  func switchesAMachine() async throws {
    let api = try api()
    await create(api, strategy: "Halted")
    #expect(await api.send("PUT", Self.machine + "/start", #"{"dryRun":["All"]}"#).code == 202)
    #expect(await strategy(api) == "Halted")
    #expect(await api.send("PUT", Self.machine + "/start").code == 202)
    #expect(await strategy(api) == "Always")
    #expect(await api.send("PUT", Self.machine + "/start").code == 409)
    #expect(await api.send("PUT", Self.machine + "/stop").code == 202)
    #expect(await strategy(api) == "Halted")
  }

  @Test("a request for a change is in the status, where none was before")
  func asksByTheStatus() async throws {
    let api = try api()
    await create(api, strategy: "Manual")
    #expect(await api.send("PUT", Self.machine + "/start", "paused: true", type: "application/yaml").code == 202)
    let requests = await api.send("GET", "/apis/kubevirt.io/v1/namespaces/ns/virtualmachines/vm").body
      .value(at: "status", "stateChangeRequests")
    #expect(requests == [["action": "Start", "data": ["paused": "true"]]])
    #expect(await api.send("PUT", Self.machine + "/start").code == 500)
  }

  @Test("permission is asked for with every step of the path")
  func authorizesTheWholePath() async throws {
    let authorizer = RecordingAuthorizer { $0.subresource == "vnc" }
    let api = try api(authorizer)
    let instance = Self.group + "/v1/namespaces/ns/virtualmachineinstances/vm"
    #expect(await api.send("GET", instance + "/vnc/screenshot").code == 403)
    // Allowed, and then refused for being no WebSocket.
    #expect(await api.send("GET", instance + "/vnc").code == 400)
    _ = await api.send("GET", instance + "/portforward/80/tcp")
    _ = await api.send("PUT", Self.machine + "/start")
    #expect(authorizer.all.map(\.subresource) == ["vnc/screenshot", "vnc", "portforward", "start"])
    #expect(authorizer.all.map(\.verb) == ["get", "get", "get", "update"])
  }

  @Test("what is not served is not found, and identity headers of a client say nothing")
  func servesNothingElse() async throws {
    let api = try api(RecordingAuthorizer { $0.user.username == "admin" })
    #expect(await api.send("PUT", Self.machine + "/juggle").code == 404)
    #expect(await api.send("PUT", Self.machine).code == 404)
    #expect(await api.send("POST", Self.machine + "/start").code == 405)
    #expect(await api.send("PUT", Self.group + "/v1alpha2/namespaces/ns/virtualmachines/vm/start").code == 404)
    #expect(await api.send("PUT", Self.group + "/v1/namespaces/ns/virtualmachines/a%2fstart/b").code == 400)
    let forged = await api.send(
      "PUT", Self.machine + "/start", headers: [("x-remote-user", "admin"), ("x-remote-group", "system:masters")],
      user: UserInfo(username: "joe"))
    #expect(forged.code == 403)
  }

  @Test("version and health are there, and a server without the group has neither")
  func answersDocuments() async throws {
    let api = try api()
    #expect(await api.send("GET", Self.group + "/v1/version").body["gitVersion"] == "v1.8.4")
    #expect(await api.send("GET", Self.group + "/v1/healthz").code == 200)
    let without = try TestAPI()
    #expect(await without.send("GET", Self.group + "/v1/version").code == 404)
  }

  @Test("discovery lists what is below objects, and not the objects")
  func isDiscovered() throws {
    let documents = DiscoveryDocuments(groups: [.subresources], serverAddress: "")
    let names = documents.document(Self.group + "/v1")?["resources"]?.array?.compactMap { $0["name"]?.string }
    #expect(
      names == [
        "virtualmachineinstances/console", "virtualmachineinstances/filesystemlist", "virtualmachineinstances/freeze",
        "virtualmachineinstances/guestosinfo", "virtualmachineinstances/pause", "virtualmachineinstances/reset",
        "virtualmachineinstances/softreboot", "virtualmachineinstances/unfreeze", "virtualmachineinstances/unpause",
        "virtualmachineinstances/userlist", "virtualmachineinstances/vnc", "virtualmachines/migrate",
        "virtualmachines/restart", "virtualmachines/start", "virtualmachines/stop",
      ])
    #expect(documents.document(Self.group + "/v1alpha2")?["resources"] == [])
    let versions = documents.document(Self.group)?["versions"]?.array?.compactMap { $0["version"]?.string }
    #expect(versions == ["v1", "v1alpha3", "v1alpha2"])
    let aggregated = documents.aggregated("/apis", .v2)?["items"]?[0]?["versions"]?[0]?["resources"]?[1]
    #expect(aggregated?["resource"] == "virtualmachines")
    #expect(aggregated?["verbs"] == [])
    #expect(aggregated?["subresources"]?.array?.count == 4)
  }

  @Test("its API services are among the seeds")
  func isSeeded() {
    let names = SeedManifests.services(of: ResourceRegistry(Self.machines), others: [.subresources])
      .compactMap { $0.value(at: "metadata", "name")?.string }
    #expect(
      names == [
        "v1.subresources.kubevirt.io", "v1alpha3.subresources.kubevirt.io", "v1alpha2.subresources.kubevirt.io",
        "v1.kubevirt.io",
      ])
  }
}
