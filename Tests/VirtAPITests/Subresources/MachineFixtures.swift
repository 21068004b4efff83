import Admission
import JSON
import Kube
import KubeClient

@testable import VirtAPI

/// Machines and instances for tests of what is asked of them.
enum MachineFixtures {
  static func machine(_ strategy: String = "Manual", status: JSONValue = [:], volumes: JSONValue = []) -> JSONValue {
    [
      "apiVersion": "kubevirt.io/v1", "kind": "VirtualMachine", "metadata": ["name": "vm", "namespace": "ns"],
      "spec": ["runStrategy": .string(strategy), "template": ["spec": ["volumes": volumes]]], "status": status,
    ]
  }

  static func instance(_ phase: String = "Running", uid: String = "u1", grace: Int64? = 30) -> JSONValue {
    var instance: JSONValue = [
      "apiVersion": "kubevirt.io/v1", "kind": "VirtualMachineInstance",
      "metadata": ["name": "vm", "namespace": "ns", "uid": .string(uid)], "spec": [:],
      "status": ["phase": .string(phase)],
    ]
    if let grace { instance["spec"]?["terminationGracePeriodSeconds"] = .number(JSONNumber(grace)) }
    return instance
  }

  static func pod(_ name: String, uid: String = "u1", owner: String?, phase: String = "Running") -> JSONValue {
    var pod: JSONValue = [
      "metadata": [
        "name": .string(name), "uid": .string(name + "-uid"),
        "labels": ["kubevirt.io": "virt-launcher", "kubevirt.io/created-by": .string(uid)],
      ],
      "status": ["phase": .string(phase)],
    ]
    if let owner { pod["metadata"]?["ownerReferences"] = [["uid": .string(owner), "controller": true]] }
    return pod
  }

  static func gates(_ gates: FeatureGate...) -> ClusterConfiguration {
    var configuration = ClusterConfiguration()
    configuration.listedGates = Set(gates)
    return configuration
  }
}

/// A request that is decided with all writes answered alike.
struct DecidedRequest {
  var decision: SubresourceDecision
  var writes: [ObjectWrite]

  init(
    _ subresource: MachineSubresource, body: String = "", machine: JSONValue? = MachineFixtures.machine(),
    instance: JSONValue? = nil, pods: [JSONValue] = [], configuration: ClusterConfiguration = ClusterConfiguration(),
    answers: @escaping (ObjectWrite) -> WriteOutcome = { _ in .success([:]) }
  ) {
    let request = MachineRequest(
      namespace: "ns", name: "vm", body: Array(body.utf8), machine: machine, instance: instance, pods: pods,
      configuration: configuration)
    let (decision, journal) = WriteJournal.run(performing: answers) { (journal) throws(WriteInterruption) in
      try subresource.decide(request, &journal)
    }
    self.decision = decision
    writes = journal.history.map(\.write)
  }

  var code: Int32 {
    switch decision {
    case .accepted: 202
    case .refused(let status): status.code
    }
  }

  var message: String {
    switch decision {
    case .accepted: ""
    case .refused(let status): status.message
    }
  }

  /// What was sent where, a line each.
  var log: [String] {
    writes.map { write in
      let path = write.path.path ?? ""
      return switch write.operation {
      case .patch(.json(let patch)): "PATCH \(path) \(patch.jsonText())"
      case .create(let object): "POST \(path) \(object["spec"]?.jsonText() ?? "")"
      case .delete(let options): "DELETE \(path) \(options.gracePeriodSeconds ?? -1) \(options.uid)"
      default: "? \(path)"
      }
    }
  }
}
