import JSON
import Kube
import Testing
import Transport
import VirtAPI

@testable import EmbeddedAPI

@Suite struct DiscoveryServiceTests {
  typealias Fixtures = ReadingFixtures
  /// As kubectl 1.32 asks.
  private static let aggregatedAccept =
    "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,"
    + "application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList,application/json"

  private let service = DiscoveryService(
    registry: ResourceRegistry([Fixtures.configMap, Fixtures.pod, Fixtures.machine]), serverAddress: "127.0.0.1:6443",
    health: HealthChecks([
      HealthChecks.Check("store") { nil }, HealthChecks.Check("seed", isVital: false) { "not yet" },
    ]), metrics: { "up 1\n" })

  private func answer(
    _ path: String, query: String = "", accept: String = "application/json", tag: String? = nil
  ) -> HTTPResponse? {
    var headers: HTTPHeaders = ["accept": accept]
    headers["if-none-match"] = tag
    return service.answer(
      APIRequest(method: "GET", path: path, query: query, headers: headers, user: UserInfo()))
  }

  private func document(_ path: String, accept: String = "application/json") throws -> JSONValue {
    let response = try #require(answer(path, accept: accept))
    #expect(response.status == 200)
    return try JSONValue(parsing: response.body)
  }

  private func text(_ response: HTTPResponse?) -> String { Fixtures.text(response?.body ?? []) }

  @Test func namesTheCoreVersions() {
    #expect(
      text(answer("/api"))
        == #"{"kind":"APIVersions","versions":["v1"],"serverAddressByClientCIDRs":[{"clientCIDR":"0.0.0.0/0","#
        + #""serverAddress":"127.0.0.1:6443"}]}"#)
  }

  @Test func namesGroupsWithThePreferredVersionFirst() {
    let group =
      #""name":"kubevirt.io","versions":[{"groupVersion":"kubevirt.io/v1","version":"v1"},"#
      + #"{"groupVersion":"kubevirt.io/v1alpha2","version":"v1alpha2"}],"#
      + #""preferredVersion":{"groupVersion":"kubevirt.io/v1","version":"v1"}}"#
    #expect(text(answer("/apis")) == #"{"kind":"APIGroupList","apiVersion":"v1","groups":[{"# + group + "]}")
    #expect(text(answer("/apis/kubevirt.io")) == #"{"kind":"APIGroup","apiVersion":"v1","# + group)
  }

  @Test func listsResourcesWithTheirParts() {
    #expect(
      text(answer("/apis/kubevirt.io/v1"))
        == #"{"kind":"APIResourceList","apiVersion":"v1","groupVersion":"kubevirt.io/v1","resources":["#
        + #"{"name":"machines","singularName":"machine","namespaced":true,"kind":"Machine","#
        + #""verbs":["create","delete","deletecollection","get","list","patch","update","watch"],"#
        + #""shortNames":["ma"],"categories":["all"]},"#
        + #"{"name":"machines/scale","singularName":"","namespaced":true,"group":"autoscaling","version":"v1","#
        + #""kind":"Scale","verbs":["get","patch","update"]},"#
        + #"{"name":"machines/status","singularName":"","namespaced":true,"kind":"Machine","#
        + #""verbs":["get","patch","update"]}]}"#)
  }

  @Test func coreResourcesAreBelowAPI() throws {
    let names = try document("/api/v1")["resources"]?.array?.map { $0["name"]?.string ?? "" }
    #expect(names == ["configmaps", "pods", "pods/status"])
  }

  @Test func whatIsNotServedIsNotDescribed() {
    for path in ["/apis/nope", "/apis/kubevirt.io/v9", "/api/v2", "/apis/kubevirt.io/v1/machines", "/nothing"] {
      #expect(answer(path) == nil, "\(path)")
    }
  }

  @Test func aggregatesEverythingInOneDocument() throws {
    let response = try #require(answer("/apis", accept: Self.aggregatedAccept))
    #expect(
      response.headers["content-type"] == "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList")
    let verbs = #"["create","delete","deletecollection","get","list","patch","update","watch"]"#
    let kind = #"{"group":"kubevirt.io","version":"v1","kind":"Machine"}"#
    #expect(
      text(response).hasPrefix(
        #"{"kind":"APIGroupDiscoveryList","apiVersion":"apidiscovery.k8s.io/v2","metadata":{},"items":["#
          + #"{"metadata":{"creationTimestamp":null,"name":"kubevirt.io"},"versions":[{"version":"v1","resources":["#
          + #"{"resource":"machines","responseKind":"# + kind + #","scope":"Namespaced","singularResource":"machine","#
          + #""verbs":"# + verbs + #","shortNames":["ma"],"categories":["all"],"subresources":["#
          + #"{"subresource":"scale","responseKind":{"group":"autoscaling","version":"v1","kind":"Scale"},"#
          + #""verbs":["get","patch","update"]},{"subresource":"status","responseKind":"# + kind
          + #","verbs":["get","patch","update"]}]}],"freshness":"Current"},{"version":"v1alpha2""#))
    let core = try document("/api", accept: Self.aggregatedAccept)
    #expect(core["items"]?.array?.count == 1)
    #expect(core["items"]?[0]?["versions"]?[0]?["version"] == "v1")
  }

  @Test func aggregatedDocumentsAreKeptByTheirTag() throws {
    let response = try #require(answer("/apis", accept: Self.aggregatedAccept))
    let tag = try #require(response.headers["etag"])
    #expect(answer("/apis", accept: Self.aggregatedAccept, tag: tag)?.status == 304)
    #expect(answer("/apis", accept: Self.aggregatedAccept, tag: "\"other\"")?.status == 200)
  }

  @Test func olderClientsGetTheOlderVersion() throws {
    let accept = "application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList,application/json"
    #expect(try document("/apis", accept: accept)["apiVersion"] == "apidiscovery.k8s.io/v2beta1")
  }

  @Test func saysItsVersion() throws {
    let version = try document("/version")
    #expect(version["major"] == "1")
    #expect(version["minor"] == "32")
    #expect(version["gitVersion"] == "v1.32.0+swift-virt")
  }

  @Test func listsPaths() throws {
    let paths = try document("/")["paths"]?.array ?? []
    for path in ["/api/v1", "/apis/kubevirt.io/v1alpha2", "/version", "/openapi/v3"] as [JSONValue] {
      #expect(paths.contains(path))
    }
  }

  @Test func answersHealthAsAWholeAndByCheck() {
    #expect(answer("/livez")?.status == 200)
    #expect(text(answer("/livez")) == "ok")
    #expect(text(answer("/livez", query: "verbose")) == "[+]ping ok\n[+]store ok\nlivez check passed\n")
    #expect(answer("/readyz")?.status == 500)
    #expect(
      text(answer("/readyz"))
        == "[+]ping ok\n[+]store ok\n[-]seed failed: reason withheld\nreadyz check failed\n")
    #expect(answer("/readyz", query: "exclude=seed")?.status == 200)
    #expect(text(answer("/readyz/ping")) == "ok")
    #expect(answer("/readyz/seed")?.status == 500)
    #expect(answer("/readyz/nope") == nil)
  }

  @Test func answersMetrics() { #expect(text(answer("/metrics")) == "up 1\n") }

  @Test func servesOpenAPI() throws {
    let index = try document("/openapi/v3")
    let path = try #require(index["paths"]?["apis/kubevirt.io/v1"]?["serverRelativeURL"]?.string)
    let parts = path.split(separator: "?", maxSplits: 1).map(String.init)
    let response = try #require(answer(parts[0], query: parts[1]))
    #expect(response.headers["cache-control"] != nil)
    #expect(answer(parts[0], tag: response.headers["etag"])?.status == 304)
    #expect(try JSONValue(parsing: response.body)["openapi"]?.string?.hasPrefix("3.0") == true)
    #expect(answer("/openapi/v2", accept: "text/html")?.status == 406)
  }

  @Test(arguments: ["@v1.0+protobuf", ".v1.0+protobuf"])
  func servesOpenAPIInProtobuf(version: String) throws {
    let service = OpenAPIService(
      version2: [
        #"""
        {"swagger":"2.0","paths":{"/a":{"patch":{"parameters":[{"name":"dryRun","in":"query","type":"string"}],
        "responses":{"200":{"description":"OK","schema":{"$ref":"d"}}}}}},
        "definitions":{"d":{"type":"object","nullable":true,"maximum":1,"x-kubernetes-list-type":"map",
        "additionalProperties":{"type":"string"}}}}
        """#
      ], version3: [])
    let type = "application/com.github.proto-openapi.spec.v2" + version
    let response = try #require(service.answer(path: "/openapi/v2", accept: type, ifNoneMatch: nil))
    #expect(response.status == 200)
    #expect(response.headers["content-type"] == "application/com.github.proto-openapi.spec.v2.v1.0+protobuf")
    func field(_ number: UInt8, _ content: [UInt8]) -> [UInt8] { [number << 3 | 2, UInt8(content.count)] + content }
    func text(_ number: UInt8, _ content: String) -> [UInt8] { field(number, Array(content.utf8)) }
    let query = text(2, "query"), string = text(6, "string")
    let parameter = field(8, field(1, field(2, field(3, text(4, "dryRun") + query + string))))
    let success = text(1, "OK") + field(2, field(1, text(1, "d")))
    let responses = field(9, field(1, text(1, "200") + field(2, field(1, success))))
    let path = field(8, field(2, text(1, "/a") + field(2, field(8, parameter + responses))))
    let long: [UInt8] = [31 << 3 & 0x7F | 2 | 0x80, 1]
    let named = text(1, "x-kubernetes-list-type") + field(2, text(2, "\"map\""))
    let type22: [UInt8] = [22 << 3 & 0x7F | 2 | 0x80, 1], type21: [UInt8] = [21 << 3 & 0x7F | 2 | 0x80, 1]
    func wide(_ tag: [UInt8], _ content: [UInt8]) -> [UInt8] { tag + [UInt8(content.count)] + content }
    let maximum: [UInt8] = [7 << 3 | 1, 0, 0, 0, 0, 0, 0, 0xF0, 0x3F]
    let schema =
      wide(type22, text(1, "object")) + maximum + wide(long, named)
      + wide(type21, field(1, wide(type22, text(1, "string"))))
    #expect(response.body == text(1, "2.0") + path + field(9, field(1, text(1, "d") + field(2, schema))))
  }

  @Test func saysNoMembersOfOpenSchemasInProtobuf() throws {
    let service = OpenAPIService(
      version2: [
        #"""
        {"definitions":{"d":{"description":"text","type":"object","required":["member"],"properties":{"member":{}},
        "x-kubernetes-preserve-unknown-fields":true}}}
        """#
      ], version3: [])
    let type = "application/com.github.proto-openapi.spec.v2@v1.0+protobuf"
    let response = try #require(service.answer(path: "/openapi/v2", accept: type, ifNoneMatch: nil))
    let text = String(decoding: response.body, as: UTF8.self)
    #expect(text.contains("text") && text.contains("x-kubernetes-preserve-unknown-fields"))
    #expect(!text.contains("object") && !text.contains("member"))
  }

  @Test func keepsKindsOfTheOldVersionOpen() throws {
    let definitions = try document("/openapi/v2")["definitions"]
    #expect(definitions?["v1alpha2.VirtualMachine"]?["x-kubernetes-preserve-unknown-fields"] == true)
    #expect(definitions?["v1.VirtualMachine"]?["x-kubernetes-preserve-unknown-fields"] == nil)
  }

  @Test func mergesOpenAPIDocuments() throws {
    let service = OpenAPIService(
      version2: [
        #"{"swagger":"2.0","info":{"title":"a"},"paths":{"/a":{"x":1}},"definitions":{"d":{"y":1}}}"#,
        #"{"swagger":"2.0","info":{"title":"b"},"paths":{"/b":{}},"definitions":{"d":{"y":2},"e":{}}}"#,
      ], version3: [])
    let response = try #require(service.answer(path: "/openapi/v2", accept: "application/json", ifNoneMatch: nil))
    #expect(
      Fixtures.text(response.body)
        == #"{"swagger":"2.0","info":{"title":"a"},"paths":{"/a":{"x":1},"/b":{}},"definitions":{"d":{"y":1},"e":{}}}"#)
  }

  @Test func ordersVersionsAsKubernetesDoes() {
    let names = ["v1alpha2", "foo1", "v1", "v2beta1", "v11alpha2", "v10", "v1beta1", "foo10", "v2"]
    #expect(
      names.sorted { KubernetesVersion($0) > KubernetesVersion($1) } == [
        "v10", "v2", "v1", "v2beta1", "v1beta1", "v11alpha2", "v1alpha2", "foo1", "foo10",
      ])
  }
}
