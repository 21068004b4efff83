import Admission
import JSON
import Kube
import KubeClient
import KubeTypes
import VirtTypes

@testable import VirtController

/// A reconcile against an API server that takes every write but those which the test refuses.
struct Reconciled {
  var requeue: Requeue
  var journal: WriteJournal

  /// - Parameters:
  ///   - refusals: "verb resource" with the error's code; 404 for objects that are not there.
  ///   - objects: what a read finds, by resource and name.
  init<R: Reconciler>(
    _ reconciler: R, _ observation: R.Observation, at now: Timestamp = Reconciled.now,
    configuration: V1.KubeVirtConfiguration = .init(), refusing refusals: [String: Int] = [:],
    message: String = "refused", objects: [String: JSONValue] = [:]
  ) {
    let context = ReconcileContext(now: now, seed: 7, configuration: .make(from: configuration))
    (requeue, journal) = WriteJournal.run(performing: { (write) throws(Never) in
      let heading = Self.heading(write)
      if let code = refusals[heading] {
        let reason: StatusReason = code == 404 ? .notFound : code == 409 ? .conflict : .internalError
        return .failure(.status(.failure(reason, code: Int32(code), message: message)))
      }
      return Self.answer(to: write, objects)
    }) { (journal) throws(WriteInterruption) in
      try reconciler.reconcile(observation, in: context, &journal)
    }
  }

  static let now = Timestamp(seconds: 1_800_000_000)

  static func ago(_ seconds: Int64) -> Timestamp { now + .seconds(-seconds) }

  private static func answer(to write: ObjectWrite, _ objects: [String: JSONValue]) -> WriteOutcome {
    switch write.operation {
    case .get:
      let key = "\(write.path.resource.resource)/\(write.path.name ?? "")"
      guard let object = objects[key] else {
        return .failure(.status(.failure(.notFound, code: 404, message: "\(key) not found")))
      }
      return .success(object)
    case .list: return .success(["items": []])
    case .create(var object):
      var metadata = object["metadata"] ?? [:]
      if metadata["name"] == nil {
        metadata["name"] = .string((metadata["generateName"]?.string ?? "") + "xxxxx")
      }
      object["metadata"] = metadata
      return .success(object)
    case .change(_, let wanted): return .success(wanted)
    case .patch, .delete: return .success([:])
    }
  }

  static func heading(_ write: ObjectWrite) -> String {
    let verb =
      switch write.operation {
      case .get: "get"
      case .list: "list"
      case .create: "create"
      case .change: "update"
      case .patch: "patch"
      case .delete: "delete"
      }
    let subresource = write.path.subresource.map { "/" + $0 } ?? ""
    return "\(verb) \(write.path.resource.resource)\(subresource)"
  }

  var writes: [ObjectWrite] { journal.history.map(\.write) }

  /// "verb resource name" of each write, in order.
  var headings: [String] {
    writes.map { Self.heading($0) + ($0.path.name.map { " " + $0 } ?? "") }
  }

  /// "Type Reason" of each event, in order.
  var events: [String] { journal.events.map { "\($0.severity.rawValue) \($0.reason)" } }

  /// What the writes of a kind want to see, or the patch or object that they bring.
  func bodies(_ heading: String) -> [JSONValue] {
    writes.filter { Self.heading($0) == heading }.map { write in
      switch write.operation {
      case .create(let object): object
      case .change(_, let wanted): wanted
      case .patch(.json(let patch)): patch.jsonTree
      case .patch(.merge(let patch)), .patch(.strategicMerge(let patch)), .patch(.apply(let patch)): patch
      case .get, .list, .delete: .null
      }
    }
  }

  func body(_ heading: String) -> JSONValue { bodies(heading).first ?? .null }
}

extension JSONStructure {
  /// A value from its JSON, for tests.
  init(test json: JSONValue) throws { try self.init(json: json.jsonBytes(), options: .lenient) }
}

/// Objects that tests of several controllers begin with.
enum Sample {
  static let observed: [String: String] = [
    "kubevirt.io/latest-observed-api-version": "v1", "kubevirt.io/storage-observed-api-version": "v1",
  ]

  static func instance(_ name: String, phase: String = "Running", node: String = "node01")
    -> V1.VirtualMachineInstance
  {
    var instance = V1.VirtualMachineInstance()
    instance.apiVersion = "kubevirt.io/v1"
    instance.kind = "VirtualMachineInstance"
    instance.metadata.name = name
    instance.metadata.namespace = "default"
    instance.metadata.uid = "uid-\(name)"
    instance.metadata.resourceVersion = "1"
    instance.metadata.labels = ["kubevirt.io/nodeName": node]
    instance.status.phase = phase
    instance.status.nodeName = node
    return instance
  }

  static func condition(_ type: String, _ status: String, reason: String = "") -> V1.VirtualMachineInstanceCondition {
    var condition = V1.VirtualMachineInstanceCondition()
    condition.type = type
    condition.status = status
    condition.reason = reason
    return condition
  }

  static func node(_ name: String = "node01") -> Core.Node {
    var node = Core.Node()
    node.metadata.name = name
    node.metadata.uid = "uid-\(name)"
    return node
  }

  /// A ready launcher pod.
  static func pod(_ name: String, of instance: V1.VirtualMachineInstance, on node: String, phase: String = "Running")
    -> Core.Pod
  {
    var pod = Core.Pod()
    pod.metadata.name = name
    pod.metadata.namespace = instance.metadata.namespace
    pod.metadata.uid = "uid-\(name)"
    pod.metadata.creationTimestamp = Reconciled.ago(60)
    pod.metadata.labels = ["kubevirt.io": "virt-launcher", "kubevirt.io/created-by": instance.metadata.uid]
    pod.spec.nodeName = node
    pod.status.phase = phase
    var container = Core.ContainerStatus()
    container.name = "compute"
    container.ready = phase == "Running"
    pod.status.containerStatuses = [container]
    return pod
  }
}
