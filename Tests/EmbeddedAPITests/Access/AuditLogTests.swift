import Foundation
import JSON
import Kube
import Logging
import Testing

@testable import EmbeddedAPI

@Suite struct AuditLogTests {
  private let quiet = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

  private func entry(_ name: String = "x", code: Int = 200, uri: String = "/api/v1/namespaces/a/pods/x") -> AuditEntry {
    let user = UserInfo(username: "ann", groups: ["team"])
    return AuditEntry(
      user: user, impersonated: nil,
      attributes: AccessAttributes(
        user: user, verb: "get", version: "v1", resource: "pods", namespace: "a", name: name),
      method: "GET", uri: uri, userAgent: "kubectl/1\nX", sourceAddress: "127.0.0.1:4711", decisionReason: "RBAC: why",
      code: code, received: Timestamp(seconds: 1_800_000_000, nanoseconds: 1_000),
      completed: Timestamp(seconds: 1_800_000_000, nanoseconds: 2_000))
  }

  private func withFile(_ test: (String) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("audit-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try await test(folder + "/audit.log")
  }

  private func lines(_ path: String) -> [Substring] {
    ((try? String(contentsOfFile: path, encoding: .utf8)) ?? "").split(separator: "\n")
  }

  @Test func writesAnEventALine() async throws {
    try await withFile { path in
      let log = AuditLog(path: path, logger: quiet, makeIdentifier: { "id" })
      log.record(entry())
      log.record(entry(code: 403))
      await log.flush()
      let lines = lines(path)
      #expect(lines.count == 2)
      let event = try JSONValue(parsing: String(lines.first ?? ""))
      let expected: JSONValue = [
        "kind": "Event", "apiVersion": "audit.k8s.io/v1", "level": "Metadata", "auditID": "id",
        "stage": "ResponseComplete", "requestURI": "/api/v1/namespaces/a/pods/x", "verb": "get",
        "user": ["username": "ann", "groups": ["team"]], "sourceIPs": ["127.0.0.1"], "userAgent": "kubectl/1\nX",
        "objectRef": ["resource": "pods", "namespace": "a", "name": "x", "apiVersion": "v1"],
        "responseStatus": ["metadata": [:], "code": 200],
        "requestReceivedTimestamp": "2027-01-15T08:00:00.000001Z", "stageTimestamp": "2027-01-15T08:00:00.000002Z",
        "annotations": ["authorization.k8s.io/decision": "allow", "authorization.k8s.io/reason": "RBAC: why"],
      ]
      #expect(event == expected)
      let second = try JSONValue(parsing: String(lines.last ?? ""))
      #expect(second.value(at: "annotations", "authorization.k8s.io/decision") == "forbid")
      var status = stat()
      #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o600)
    }
  }

  @Test func keepsCommandsAndTokensOut() async throws {
    try await withFile { path in
      let log = AuditLog(path: path, logger: quiet)
      log.record(entry(uri: "/x/exec?command=secret1&stdin=true&Token=secret2&command=secret3"))
      await log.flush()
      let text = String(lines(path).first ?? "")
      #expect(text.contains("stdin=true") && !text.contains("secret"))
    }
  }

  @Test func beginsANewFileWhenOneIsFull() async throws {
    try await withFile { path in
      let log = AuditLog(path: path, options: AuditLog.Options(fileSize: 1500, fileCount: 2), logger: quiet)
      for _ in 0..<20 {
        log.record(entry())
        await log.flush()
      }
      for name in [path, path + ".1", path + ".2"] {
        let size = try FileManager.default.attributesOfItem(atPath: name)[.size] as? Int ?? 0
        #expect(size > 0 && size <= 1500)
        for line in lines(name) { _ = try JSONValue(parsing: String(line)) }
      }
      #expect(!FileManager.default.fileExists(atPath: path + ".3"))
    }
  }

  @Test func countsWhatItCannotWrite() async throws {
    // Writing there fails as on a disk that is full.
    let log = AuditLog(path: "/dev/full", logger: quiet)
    for _ in 0..<3 { log.record(entry()) }
    await log.flush()
    #expect(log.dropped == 3)
  }

  @Test func dropsWhatDoesNotFitInItsQueue() async throws {
    try await withFile { path in
      let log = AuditLog(path: path, options: AuditLog.Options(queueLimit: 0), logger: quiet)
      log.record(entry())
      await log.flush()
      #expect(log.dropped == 1 && lines(path).isEmpty)
    }
  }
}
