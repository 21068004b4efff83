import JSON
import Kube
import KubeClient
import Transport

/// What `swift-virt status` says of the instance on a data directory.
public struct StatusReport: Sendable {
  enum State: String, Sendable {
    case stopped, starting, running
    /// It runs but does not answer, or answers that a part of it is not ready.
    case notReady = "not ready"
  }

  var state: State
  var directory: DataDirectory
  var record: InstanceRecord?
  /// What the instance answered; nil when it did not.
  var answer: JSONValue?
  /// Why it did not.
  var failure = ""
  var now: Timestamp

  /// 0 when it runs and is ready, 3 when it does not run (as LSB's `status` action has it), 4 otherwise.
  public var exitCode: Int32 {
    switch state {
    case .running: 0
    case .stopped: 3
    case .starting, .notReady: 4
    }
  }

  /// Asks the instance. An answer takes milliseconds; after five seconds none is expected.
  public static func read(_ directory: DataDirectory) async -> StatusReport {
    var report = StatusReport(state: .stopped, directory: directory, now: Timestamp.now())
    guard InstanceLock.isHeld(directory) else { return report }
    report.record = InstanceRecord(readingFrom: directory)
    guard report.record != nil else {
      report.state = .starting
      return report
    }
    do {
      let kubeconfig = try UserKubeconfig.administrator(directory)
      let access = try Kubeconfig(parsing: Array(kubeconfig.utf8), file: directory.adminKubeconfig).access()
      let client = try HTTPClient()
      let request = HTTPClientRequest(
        target: InstanceStatus.path, headers: ["accept": "application/json"], timeout: .seconds(5))
      let response = try await client.send(request, to: access.endpoint)
      let body = try await response.body.collect(limit: 1 << 20)
      await client.shutdown()
      let answer = try JSONValue(parsing: body)
      guard response.status == 200 else {
        report.state = .notReady
        report.failure = answer["message"]?.string ?? "status \(response.status)"
        return report
      }
      report.answer = answer
      report.state = answer["ready"]?.bool == true ? .running : .notReady
    } catch {
      report.state = .notReady
      report.failure = "\(error)"
    }
    return report
  }

  public var text: String {
    var lines = ["swift-virt: \(state.rawValue)", "data:       \(directory.path)"]
    if let record {
      lines.append("server:     \(record.server)")
      lines.append("process:    \(record.process), version \(record.version), since \(record.started.text)")
    }
    if !failure.isEmpty { lines.append("failure:    \(failure)") }
    guard let answer else { return lines.joined(separator: "\n") }
    if let store = answer["store"] {
      let objects = store["objects"]?.int64 ?? 0
      let bytes = store["fileBytes"]?.int64 ?? 0
      lines.append("objects:    \(objects), revision \(store["revision"]?.int64 ?? 0), \(bytes / 1024) KiB on disk")
    }
    if let memory = answer["residentBytes"]?.int64 { lines.append("memory:     \(memory / 1024) KiB resident") }
    let parts = (answer["parts"]?.array ?? []).map { part in
      (part["name"]?.string ?? "", part["ready"]?.bool == true ? "ready" : "not ready", part["message"]?.string ?? "")
    }
    let width = parts.map(\.0.count).max() ?? 0
    if !parts.isEmpty { lines.append("") }
    for (name, state, message) in parts {
      let padding = String(repeating: " ", count: width - name.count)
      lines.append("  \(name)\(padding)  \(state)" + (message.isEmpty ? "" : "  \(message)"))
    }
    return lines.joined(separator: "\n")
  }

  public var json: String {
    var value: JSONValue = ["state": .string(state.rawValue), "dataDirectory": .string(directory.path)]
    if let record {
      value["server"] = .string(record.server)
      value["process"] = .number(JSONNumber(record.process))
      value["version"] = .string(record.version)
      value["started"] = .string(record.started.text)
    }
    if !failure.isEmpty { value["failure"] = .string(failure) }
    if let answer { value["instance"] = answer }
    return value.serialized(pretty: true)
  }
}

/// What a running instance says of its parts, at a path of its own that administrators may read.
struct InstanceStatus: Sendable {
  static let path = "/swift-virt/status"

  struct Part: Sendable {
    var name: String
    var isReady: Bool
    var message = ""
  }

  var parts: [Part]
  var objects: Int
  var revision: UInt64
  var fileBytes: Int
  var residentBytes: Int

  var json: JSONValue {
    [
      "ready": .bool(parts.allSatisfy(\.isReady)),
      "parts": .array(
        parts.map { part in
          var value: JSONValue = ["name": .string(part.name), "ready": .bool(part.isReady)]
          if !part.message.isEmpty { value["message"] = .string(part.message) }
          return value
        }),
      "store": [
        "objects": .number(JSONNumber(objects)), "revision": .number(JSONNumber(revision)),
        "fileBytes": .number(JSONNumber(fileBytes)),
      ],
      "residentBytes": .number(JSONNumber(residentBytes)),
    ]
  }
}
