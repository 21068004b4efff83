import Admission
import JSON
import Kube
import KubeClient
import Logging
import Synchronization
import Testing
import Transport

@testable import VirtAPI

/// Requests over TLS, as an API server in front sends them, and as others try.
@Suite("Subresources over TLS")
struct SubresourceServerTests {
  private static let start = "/apis/subresources.kubevirt.io/v1/namespaces/ns/virtualmachines/vm/start"
  private static let identity: HTTPHeaders = ["x-remote-user": "ann", "x-remote-group": "devs"]

  @Test("the front proxy's user starts a machine, once his permission was asked for")
  func startsAMachine() async throws {
    try await FrontedServer.run { server in
      let answer = try await server.send("PUT", Self.start, Self.identity, as: "front-proxy-client")
      #expect(answer.status == 202)
      #expect(answer.body.isEmpty)
      #expect(server.objects.writes.count == 1)
      let review = try #require(server.reviews.asked.first)
      #expect(review.user == UserInfo(username: "ann", groups: ["devs"]))
      #expect(review.permission.subresource == "start")
    }
  }

  @Test("without a certificate, or with another name in it, headers say nothing")
  func believesNobodyElse() async throws {
    try await FrontedServer.run { server in
      for name in [nil, "kubernetes-admin", "front-proxy-client.evil"] {
        let answer = try await server.send("PUT", Self.start, Self.identity, as: name)
        #expect(answer.status == 401)
        #expect(answer.headers["content-type"]?.hasPrefix("text/plain") == true)
      }
      #expect(server.reviews.asked.isEmpty)
      #expect(server.objects.writes.isEmpty)
    }
  }

  @Test("a certificate of another authority does not get as far as a request")
  func refusesOtherAuthorities() async throws {
    let other = try CertificateAuthority(commonName: "front-proxy-ca")
    try await FrontedServer.run { server in
      await #expect(throws: (any Error).self) {
        try await server.send("PUT", Self.start, Self.identity, as: "front-proxy-client", signedBy: other)
      }
      #expect(server.objects.writes.isEmpty)
    }
  }

  @Test("a header that is missing is no identity")
  func needsAllHeaders() async throws {
    try await FrontedServer.run { server in
      for headers: HTTPHeaders in [[:], ["x-remote-user": "ann"], ["x-remote-group": "devs"]] {
        let answer = try await server.send("PUT", Self.start, headers, as: "front-proxy-client")
        #expect(answer.status == 401)
      }
      #expect(server.reviews.asked.isEmpty)
    }
  }

  @Test("a review that denies is a refusal, one that fails an error; nothing is written")
  func refusesWithoutPermission() async throws {
    try await FrontedServer.run(verdict: .success(.denied(reason: "no role"))) { server in
      let answer = try await server.send("PUT", Self.start, Self.identity, as: "front-proxy-client")
      #expect(answer.status == 401)
      #expect(answer.text == "no role\n")
      #expect(server.objects.writes.isEmpty)
    }
    try await FrontedServer.run(verdict: .failure(.unexpectedAnswer(status: 503, "secret detail"))) { server in
      let answer = try await server.send("PUT", Self.start, Self.identity, as: "front-proxy-client")
      #expect(answer.status == 500)
      #expect(!answer.text.contains("secret detail"))
      #expect(server.objects.writes.isEmpty)
    }
  }

  @Test("who may ask for it learns that a path is not there")
  func unknownPathsAreNotFound() async throws {
    try await FrontedServer.run { server in
      for (method, path, code) in [
        ("GET", "/apis/subresources.kubevirt.io/v1alpha2/namespaces/ns/virtualmachineinstances/vm/test", 200),
        ("GET", "/apis/subresources.kubevirt.io/v1/namespaces/ns/virtualmachineinstances/vm/test", 404),
        ("PUT", Self.start + "x", 404), ("PUT", Self.start + "/more", 404), ("GET", Self.start, 405),
        ("PUT", Self.start.replacing("virtualmachines", with: "virtualmachineinstances"), 404),
        ("PUT", "/apis/subresources.kubevirt.io/v1alpha2/namespaces/ns/virtualmachineinstances/vm/start", 404),
      ] {
        let answer = try await server.send(method, path, Self.identity, as: "front-proxy-client")
        #expect(answer.status == code, "\(method) \(path)")
      }
      #expect(server.objects.writes.isEmpty)
    }
  }

  @Test("documents need no certificate")
  func documentsAreOpen() async throws {
    try await FrontedServer.run { server in
      let group = "/apis/subresources.kubevirt.io"
      for (method, path, code, text) in [
        ("GET", group + "/v1alpha2/version", 200, "gitVersion"), ("GET", group + "/v1/healthz", 200, "ok"),
        ("GET", group, 200, #""preferredVersion":{"groupVersion":"subresources.kubevirt.io/v1""#),
        ("GET", group + "/v1", 200, #""name":"virtualmachines/start""#), ("GET", "/apis", 200, "APIGroupList"),
        ("POST", group + "/v1", 405, ""), ("GET", group + "/v1/version/x", 401, ""),
      ] {
        let answer = try await server.send(method, path, as: nil)
        #expect(answer.status == code, "\(path)")
        #expect(text.isEmpty || answer.text.contains(text), "\(path)")
      }
    }
  }

  @Test("a body that is too long is refused")
  func limitsBodies() async throws {
    try await FrontedServer.run { server in
      let answer = try await server.send(
        "PUT", Self.start, Self.identity, as: "front-proxy-client",
        body: [UInt8](repeating: 0x20, count: SubresourceService.bodyLimit + 1))
      #expect(answer.status == 413)
      #expect(server.objects.writes.isEmpty)
    }
  }

  @Test("whom the ConfigMap no longer names is no longer believed")
  func followsTheConfiguration() async throws {
    try await FrontedServer.run { server in
      func status(_ name: String) async throws -> Int {
        try await server.send("PUT", Self.start, Self.identity, as: name).status
      }
      var found = [try await status("front-proxy-client")]
      server.follower.take(server.configuration(names: #"["next"]"#))
      found += [try await status("front-proxy-client"), try await status("next")]
      #expect(found == [202, 401, 202])
      // What can't be read changes nothing.
      server.follower.take(server.configuration(names: "[broken"))
      found = [try await status("front-proxy-client"), try await status("next")]
      #expect(found == [401, 202])
      server.follower.take(nil)
      found = [try await status("next")]
      #expect(found == [401])
    }
  }
}
