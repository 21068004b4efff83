import JSON
import Kube
import KubeClient
import VirtTypes

/// Ends a machine's instance and has the controller make another one.
struct RestartMachine {
  let request: MachineRequest

  init(_ request: MachineRequest) { self.request = request }

  /// Seconds that a launcher gets that is to end without grace: the least with which a pod still ends in good order.
  private static let forcedGracePeriod: Int64 = 1

  func decide(_ journal: inout WriteJournal) throws(DecisionEnd) {
    let (options, isDryRun) = try SubresourceBody.options(
      V1.RestartOptions.self, from: request.body, dryRun: \.dryRun)
    if let period = options.gracePeriodSeconds, period != 0 {
      throw .refused(
        .faultyRequest(
          period > 0
            ? "For force restart, only gracePeriod=0 is supported for now"
            : "gracePeriod has to be greater or equal to 0"))
    }
    let machine = try request.observedMachine()
    if machine.hasCondition("VolumesChange") { throw conflict("VM recovery required after a change of its volumes") }
    switch machine.runStrategy {
    case .halted, .once:
      throw conflict("RunStategy \(machine.runStrategy.text) does not support manual restart requests")
    case .always, .manual, .rerunOnFailure, .other: break
    }
    guard let instance = try request.observedInstance() else { throw conflict("VM is not running: Halted") }
    try request.submit(
      try machine.patch(asking: [.stop(uid: instance.uid), .start()]),
      to: request.path(MachineRequest.machines, subresource: "status"), isDryRun: isDryRun, &journal)
    if options.gracePeriodSeconds == 0, let pod = launcher(of: instance) {
      try delete(pod, isDryRun: isDryRun, &journal)
    }
  }

  private func conflict(_ why: String) -> DecisionEnd { .refused(.stateConflict("virtualmachine", request.name, why)) }

  /// The running launcher pod. Anyone who may make pods can label them, so one that the instance owns goes first, and
  /// one that something else owns is none.
  private func launcher(of instance: ObservedInstance) -> JSONValue? {
    let candidates = request.pods.filter { pod in
      let labels = pod.value(at: "metadata", "labels")
      guard labels?["kubevirt.io"] == "virt-launcher",
        labels?["kubevirt.io/created-by"]?.string == instance.uid, pod.value(at: "status", "phase") == "Running"
      else { return false }
      let owner = Self.controller(of: pod)
      return owner == nil || owner == instance.uid
    }
    return candidates.first { Self.controller(of: $0) == instance.uid } ?? candidates.first
  }

  private static func controller(of pod: JSONValue) -> String? {
    pod.value(at: "metadata", "ownerReferences")?.array?.first { $0["controller"]?.bool == true }?["uid"]?.string
  }

  private func delete(_ pod: JSONValue, isDryRun: Bool, _ journal: inout WriteJournal) throws(DecisionEnd) {
    let metadata = pod["metadata"]
    let options = DeletionOptions(
      gracePeriodSeconds: Self.forcedGracePeriod, uid: metadata?["uid"]?.string ?? "", isDryRun: isDryRun)
    let write = ObjectWrite(
      request.path(MachineRequest.pods, name: metadata?["name"]?.string ?? ""), .delete(options))
    if case .failure(let error) = try request.perform(write, &journal), !error.isNotFound {
      throw .refused(.internalFailure("\(error)"))
    }
  }
}
