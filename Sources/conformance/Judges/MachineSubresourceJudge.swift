import JSON
import Kube
import KubeClient
import VirtAPI

/// Runs recorded requests to machines: start, stop, restart, migrate, addvolume and removevolume.
enum MachineSubresourceJudge {
  @Sendable static func differences(_ record: RecordedCase) -> [String] {
    let input = record.input
    guard let subresource = MachineSubresource(rawValue: input["subresource"]?.string ?? "") else {
      return ["\(input["subresource"]?.string ?? "no subresource") is not served"]
    }
    var cluster = RecordedCluster(input)
    if let machine = input["vm"] { cluster.add(machine, "virtualmachines") }
    if let instance = input["vmi"] { cluster.add(instance, "virtualmachineinstances") }
    for pod in input["pods"]?.array ?? [] { cluster.add(pod, "pods") }
    let metadata = input["vm"]?["metadata"] ?? input["vmi"]?["metadata"]
    let request = MachineRequest(
      namespace: metadata?["namespace"]?.string ?? "", name: metadata?["name"]?.string ?? "",
      body: Array((input["body"]?.string ?? "").utf8), machine: input["vm"], instance: input["vmi"],
      pods: input["pods"]?.array ?? [], configuration: record.configuration)
    let (decision, journal) = WriteJournal.run(performing: { cluster.perform($0) }) {
      (journal) throws(WriteInterruption) in
      try subresource.decide(request, &journal)
    }
    let expected = (record.output["actions"]?.array ?? []).map { RecordedAction($0) }
    let found = journal.history.map(action).filter { $0.verb != "get" }
    return RecordedAction.differences(expected, found, inOrder: true) + answer(record, decision)
  }

  /// Records show objects without their kind, and without the namespace that their path says.
  private static func action(_ write: ObjectWrite, _ outcome: WriteOutcome) -> RecordedAction {
    var action = RecordedAction(write, outcome)
    action.object?["apiVersion"] = nil
    action.object?["kind"] = nil
    action.object?["metadata"]?["namespace"] = nil
    return action
  }

  private static func answer(_ record: RecordedCase, _ decision: SubresourceDecision) -> [String] {
    let expected = "\(record.output["httpStatus"]?.int64 ?? 0) \(record.output["reason"]?.string ?? "")"
    let found =
      switch decision {
      case .accepted: "202 "
      case .refused(let status): "\(status.code) \(status.reason.rawValue)"
      }
    return expected == found ? [] : ["answer \(expected), got \(found)"]
  }
}
