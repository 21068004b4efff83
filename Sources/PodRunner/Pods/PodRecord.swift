import JSON
import Kube

/// What the runner knows of a pod that has something on this machine; kept on disk, so that a start of ours finds it.
struct PodRecord: Sendable, Hashable {
  var uid: String
  var namespace: String
  var name: String
  /// The boot of the machine that its processes belong to.
  var bootID: String
  var startTime: Timestamp
  /// Set while there are namespaces and a network.
  var sandbox: Sandbox?
  /// By container name; init containers too.
  var containers: [String: ContainerRecord] = [:]
  /// Why the pod as a whole has failed, where no container says it.
  var failure: Failure?

  /// The namespaces that a pod's containers share.
  struct Sandbox: Sendable, Hashable {
    /// IP addresses without prefix lengths, the first one is the pod's main one.
    var addresses: [String]
  }

  struct Failure: Sendable, Hashable {
    var reason: String
    var message: String
  }

  init(uid: String, namespace: String, name: String, bootID: String, startTime: Timestamp) {
    self.uid = uid
    self.namespace = namespace
    self.name = name
    self.bootID = bootID
    self.startTime = startTime
  }
}

/// What the runner knows of one container.
struct ContainerRecord: Sendable, Hashable {
  /// How often it was started before.
  var restartCount: Int32 = 0
  /// The runtime's name of the present or last run; empty before the first.
  var runtimeID = ""
  /// What the image was asked for as, and what it is.
  var imageID = ""
  var state = State.waiting(reason: "ContainerCreating", message: "")
  /// The run before the present one.
  var last: Termination?
  /// Not to be started, and its image not to be asked for, before this moment.
  var notBefore: Timestamp?
  /// Failed attempts to get the image in a row.
  var pullFailures = 0

  enum State: Sendable, Hashable {
    case waiting(reason: String, message: String)
    case running(since: Timestamp)
    case terminated(Termination)
  }

  var isRunning: Bool { if case .running = state { true } else { false } }
  var termination: Termination? { if case .terminated(let termination) = state { termination } else { nil } }
}

/// How a run of a container ended.
struct Termination: Sendable, Hashable {
  var exitCode: Int32
  var reason: String
  var message = ""
  var startedAt: Timestamp
  var finishedAt: Timestamp
  var runtimeID: String

  /// - Parameters:
  ///   - exitCode: as a shell counts it.
  ///   - isOutOfMemory: whether the kernel ended it for its memory limit.
  init(
    exitCode: Int32, isOutOfMemory: Bool = false, message: String = "", startedAt: Timestamp, finishedAt: Timestamp,
    runtimeID: String
  ) {
    self.exitCode = exitCode
    reason = isOutOfMemory ? "OOMKilled" : exitCode == 0 ? "Completed" : "Error"
    self.message = message
    self.startedAt = startedAt
    self.finishedAt = finishedAt
    self.runtimeID = runtimeID
  }
}

// MARK: On disk

extension PodRecord {
  var json: JSONValue {
    var value: JSONValue = [
      "uid": .string(uid), "namespace": .string(namespace), "name": .string(name), "bootID": .string(bootID),
      "startTime": .string(startTime.text),
    ]
    if let sandbox { value["sandbox"] = ["addresses": .array(sandbox.addresses.map { .string($0) })] }
    if let failure {
      value["failure"] = ["reason": .string(failure.reason), "message": .string(failure.message)]
    }
    value["containers"] = .object(
      JSONObject(containers.sorted { $0.key < $1.key }.map { ($0.key, $0.value.json) }))
    return value
  }

  /// Nil for what is none.
  init?(json: JSONValue) {
    guard let uid = json["uid"]?.string, let namespace = json["namespace"]?.string, let name = json["name"]?.string,
      let bootID = json["bootID"]?.string, let start = json["startTime"]?.string.flatMap({ Timestamp($0) })
    else { return nil }
    self.init(uid: uid, namespace: namespace, name: name, bootID: bootID, startTime: start)
    if let sandbox = json["sandbox"] {
      self.sandbox = Sandbox(addresses: sandbox["addresses"]?.array?.compactMap(\.string) ?? [])
    }
    if let failure = json["failure"] {
      self.failure = Failure(
        reason: failure["reason"]?.string ?? "", message: failure["message"]?.string ?? "")
    }
    for (name, value) in json["containers"]?.object ?? JSONObject() { containers[name] = ContainerRecord(json: value) }
  }
}

extension ContainerRecord {
  var json: JSONValue {
    var value: JSONValue = [
      "restartCount": .number(JSONNumber(restartCount)), "runtimeID": .string(runtimeID), "imageID": .string(imageID),
    ]
    switch state {
    case .waiting(let reason, let message):
      value["waiting"] = ["reason": .string(reason), "message": .string(message)]
    case .running(let since): value["running"] = .string(since.text)
    case .terminated(let termination): value["terminated"] = termination.json
    }
    if let last { value["last"] = last.json }
    return value
  }

  init(json: JSONValue) {
    restartCount = json["restartCount"]?.int64.flatMap { Int32(exactly: $0) } ?? 0
    runtimeID = json["runtimeID"]?.string ?? ""
    imageID = json["imageID"]?.string ?? ""
    last = json["last"].flatMap { Termination(json: $0) }
    if let since = json["running"]?.string.flatMap({ Timestamp($0) }) {
      state = .running(since: since)
    } else if let termination = json["terminated"].flatMap({ Termination(json: $0) }) {
      state = .terminated(termination)
    } else if let waiting = json["waiting"] {
      state = .waiting(reason: waiting["reason"]?.string ?? "", message: waiting["message"]?.string ?? "")
    }
  }
}

extension Termination {
  var json: JSONValue {
    [
      "exitCode": .number(JSONNumber(exitCode)), "reason": .string(reason), "message": .string(message),
      "startedAt": .string(startedAt.text), "finishedAt": .string(finishedAt.text), "runtimeID": .string(runtimeID),
    ]
  }

  init?(json: JSONValue) {
    guard let code = json["exitCode"]?.int64.flatMap({ Int32(exactly: $0) }),
      let started = json["startedAt"]?.string.flatMap({ Timestamp($0) }),
      let finished = json["finishedAt"]?.string.flatMap({ Timestamp($0) })
    else { return nil }
    self.init(
      exitCode: code, message: json["message"]?.string ?? "", startedAt: started, finishedAt: finished,
      runtimeID: json["runtimeID"]?.string ?? "")
    if let reason = json["reason"]?.string { self.reason = reason }
  }
}
