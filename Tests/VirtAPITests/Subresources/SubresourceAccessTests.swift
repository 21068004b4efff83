import JSON
import Kube
import OpenAPIDocuments
import Testing
import Transport

@testable import VirtAPI

@Suite("Access to subresources")
struct SubresourceAccessTests {
  private func requirement(_ method: String, _ path: String) -> SubresourceAccess.Requirement? {
    SubresourcePath(path).map { SubresourceAccess.requirement(method: method, path: $0) }
  }

  private func permission(_ method: String, _ path: String) -> SubresourceAccess.Permission? {
    guard case .permission(let permission) = requirement(method, path) else { return nil }
    return permission
  }

  private static let base = "/apis/subresources.kubevirt.io/v1"

  @Test("a permission is asked for with every step of the path", arguments: ["v1", "v1alpha3"])
  func asksForTheWholePath(_ version: String) {
    for steps in ["start", "vnc", "vnc/screenshot", "sev/fetchcertchain", "a/b/c/d", "evacuate/cancel"] {
      let path = "/apis/subresources.kubevirt.io/\(version)/namespaces/n/virtualmachines/m/\(steps)"
      #expect(
        permission("PUT", path)
          == SubresourceAccess.Permission(
            verb: "update", group: "subresources.kubevirt.io", version: version, namespace: "n",
            resource: "virtualmachines", name: "m", subresource: steps))
      #expect(permission("PUT", path + "/")?.subresource == steps)
    }
    let forwarding = "\(Self.base)/namespaces/n/virtualmachineinstances/m/portforward"
    for path in [forwarding, forwarding + "/80", forwarding + "/80/udp"] {
      #expect(permission("GET", path)?.subresource == "portforward")
    }
    #expect(permission("GET", forwarding + "er")?.subresource == "portforwarder")
  }

  @Test("verbs are those of the methods")
  func namesVerbs() {
    let path = "\(Self.base)/namespaces/n/virtualmachines/m/start"
    let verbs = ["GET", "HEAD", "PUT", "POST", "PATCH", "DELETE"].map { permission($0, path)?.verb }
    #expect(verbs == ["get", "get", "update", "create", "patch", "delete"])
    #expect(permission("OPTIONS", path) == nil)
    #expect(permission("PUT", "\(Self.base)/namespaces/n/expand-vm-spec")?.resource == "expand-vm-spec")
  }

  @Test(
    "documents are open to all",
    arguments: ["", "/", "/version", "/healthz", "/guestfs"].map { base + $0 } + [
      "/apis", "/apis/subresources.kubevirt.io",
    ])
  func opensDocuments(_ path: String) {
    #expect(requirement("GET", path) == .nothing)
  }

  @Test(
    "everything else is closed",
    arguments: [
      "/apis/subresources.kubevirt.io/v2/namespaces/n/virtualmachines/m/start", "\(base)/version/x",
      "\(base)/namespaces",
      "\(base)/namespaces/n", "\(base)/namespaces/n/virtualmachines/m", "\(base)/nodes/n/virtualmachines/m/start",
      "\(base)/namespaces//virtualmachines/m/start", "\(base)/namespaces/n/virtualmachines//start",
      "\(base)//namespaces/n/virtualmachines/m/start", "/apis/other/v1/namespaces/n/virtualmachines/m/start",
    ])
  func closesTheRest(_ path: String) {
    guard case .refusal = requirement("PUT", path) else {
      Issue.record("\(path) is open: \(String(describing: requirement("PUT", path)))")
      return
    }
  }

  @Test(
    "a path that two programs read differently is none",
    arguments: ["%2f", "%2F", "a%2fb", "..", ".", "%2e%2e", "%zz", "%", "%ff"])
  func refusesAmbiguousPaths(_ step: String) {
    #expect(SubresourcePath("\(Self.base)/namespaces/n/virtualmachines/\(step)/start") == nil)
  }

  @Test("escapes are undone before anyone is asked")
  func undoesEscapes() {
    #expect(
      permission("PUT", "\(Self.base)/namespaces/n/%76irtualmachines/m/%73tart")?.subresource == "start")
  }

  @Test("discovery and OpenAPI describe what is served, and nothing else")
  func documentsAgree() throws {
    func paths(_ document: StaticString) throws -> Set<String> {
      let text = UnsafeBufferPointer(start: document.utf8Start, count: document.utf8CodeUnitCount)
      let tree = try JSONValue(parsing: Array(text))
      return Set((tree["paths"]?.object?.keys ?? []).filter { $0.hasPrefix("/apis/subresources.kubevirt.io/") })
    }
    var all: Set<String> = []
    for version in SubresourceGroup.Version.allCases where version != .v1alpha2 {
      let served = Set(
        SubresourceGroup.routes.filter { $0.versions.contains(version) }.map {
          "/apis/subresources.kubevirt.io/\(version)/namespaces/{namespace}/\($0.resource)/{name}/\($0.subresource)"
        })
      let document = OpenAPIDocuments.v3.first { $0.path == "apis/subresources.kubevirt.io/\(version)" }
      #expect(try paths(#require(document).document) == served)
      all.formUnion(served)
      let listed = SubresourceDiscovery.listed(in: version).map { "\($0.resource)/\($0.subresource)" }
      #expect(
        listed == [
          "virtualmachineinstances/console", "virtualmachineinstances/filesystemlist",
          "virtualmachineinstances/freeze", "virtualmachineinstances/guestosinfo", "virtualmachineinstances/pause",
          "virtualmachineinstances/reset", "virtualmachineinstances/softreboot", "virtualmachineinstances/unfreeze",
          "virtualmachineinstances/unpause", "virtualmachineinstances/userlist", "virtualmachineinstances/vnc",
          "virtualmachines/migrate", "virtualmachines/restart", "virtualmachines/start", "virtualmachines/stop",
        ])
    }
    #expect(try paths(OpenAPIDocuments.v2) == all)
    #expect(SubresourceDiscovery.listed(in: .v1alpha2) == [])
  }
}

@Suite("Front proxy")
struct FrontProxyTests {
  private static let proxy = FrontProxy(authorities: .bytes([]), allowedNames: ["front-proxy-client"])
  private static let headers: HTTPHeaders = [
    "X-Remote-User": "ann", "X-Remote-Group": "g1", "x-remote-extra-Scopes.example.com%2Fs": "a",
  ]

  private func certificate(_ name: String, isVerified: Bool = true) -> PeerCertificate {
    PeerCertificate(commonName: name, organizations: ["system:masters"], isVerified: isVerified)
  }

  @Test("the front proxy's word is taken")
  func believesTheProxy() throws {
    var headers = Self.headers
    headers.append("X-Remote-Group", "g2")
    headers.append("X-Remote-Uid", "7")
    let user = try Self.proxy.user(certificate: certificate("front-proxy-client"), headers: headers)
    #expect(
      user == UserInfo(username: "ann", uid: "7", groups: ["g1", "g2"], extra: ["scopes.example.com/s": ["a"]]))
  }

  @Test("headers from anyone else are worth nothing")
  func believesNobodyElse() {
    for certificate in [
      nil, certificate("admin"), certificate(""), certificate("front-proxy-client", isVerified: false),
    ] {
      #expect(throws: FrontProxy.Refusal.self) {
        try Self.proxy.user(certificate: certificate, headers: Self.headers)
      }
    }
  }

  @Test("with no name listed any name that the authority signed will do")
  func emptyListAllowsAll() throws {
    let proxy = FrontProxy(authorities: .bytes([]), allowedNames: [])
    #expect(try proxy.user(certificate: certificate("whoever"), headers: Self.headers).username == "ann")
  }

  @Test("a header that is missing or empty is no identity", arguments: ["x-remote-user", "x-remote-group"])
  func needsUserAndGroup(_ name: String) {
    var headers = Self.headers
    headers.remove(name)
    #expect(throws: FrontProxy.Refusal.self) {
      try Self.proxy.user(certificate: certificate("front-proxy-client"), headers: headers)
    }
    if name == "x-remote-user" {
      headers.append(name, "")
      #expect(throws: FrontProxy.Refusal.self) {
        try Self.proxy.user(certificate: certificate("front-proxy-client"), headers: headers)
      }
    }
  }

  @Test("what the ConfigMap says comes behind the usual headers")
  func readsTheConfiguration() throws {
    let proxy = try #require(
      try FrontProxy(configuration: [
        "data": [
          "client-ca-file": "CLIENTS", "requestheader-client-ca-file": "PEM",
          "requestheader-allowed-names": #"["front-proxy-client","b"]"#,
          "requestheader-username-headers": #"["X-Other-User"]"#, "requestheader-group-headers": #"["X-Other-Group"]"#,
          "requestheader-extra-headers-prefix": #"["X-Other-Extra-"]"#,
        ]
      ]))
    #expect(proxy.authorities == .bytes(Array("PEM".utf8)))
    #expect(proxy.allowedNames == ["front-proxy-client", "b"])
    let user = try proxy.user(
      certificate: certificate("b"), headers: ["x-other-user": "o", "x-other-group": "og", "x-other-extra-k": "v"])
    #expect(user == UserInfo(username: "o", groups: ["og"], extra: ["k": ["v"]]))
    let both = try proxy.user(
      certificate: certificate("b"), headers: ["x-other-user": "o", "x-remote-user": "r", "x-other-group": "og"])
    #expect(both.username == "r")
  }

  @Test("without an authority of its own there is no front proxy, whatever other clients have")
  func needsItsOwnAuthority() throws {
    #expect(try FrontProxy(configuration: ["data": ["client-ca-file": "CLIENTS"]]) == nil)
    #expect(try FrontProxy(configuration: [:]) == nil)
  }

  @Test(
    "a list of names that can't be read does not become one that allows all", arguments: ["x", "{}", "[1]", "[\"a\""])
  func refusesUnreadableLists(_ text: String) {
    #expect(throws: FrontProxy.Unreadable.self) {
      try FrontProxy(configuration: [
        "data": ["requestheader-client-ca-file": "PEM", "requestheader-allowed-names": .string(text)]
      ])
    }
  }

  @Test("a review says who asks for what")
  func reviewsAreComplete() {
    let permission = SubresourceAccess.Permission(
      verb: "update", group: "subresources.kubevirt.io", version: "v1", namespace: "n", resource: "virtualmachines",
      name: "m", subresource: "start")
    let user = UserInfo(username: "ann", uid: "7", groups: ["g"], extra: ["k": ["v"]])
    #expect(
      AccessReview(user: user, permission: permission).json["spec"] == [
        "user": "ann",
        "resourceAttributes": [
          "group": "subresources.kubevirt.io", "version": "v1", "namespace": "n", "resource": "virtualmachines",
          "name": "m", "subresource": "start", "verb": "update",
        ], "uid": "7", "groups": ["g"], "extra": ["k": ["v"]],
      ])
  }
}
