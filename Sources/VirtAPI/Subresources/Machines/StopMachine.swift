import JSON
import Kube
import KubeClient
import VirtTypes

/// Stops a machine: for good where its strategy keeps it running, once where that leaves stopping to people.
struct StopMachine {
  let request: MachineRequest

  init(_ request: MachineRequest) { self.request = request }

  func decide(_ journal: inout WriteJournal) throws(DecisionEnd) {
    let (options, isDryRun) = try SubresourceBody.options(V1.StopOptions.self, from: request.body, dryRun: \.dryRun)
    if let period = options.gracePeriod, period < 0 {
      throw .refused(.faultyRequest("gracePeriod has to be greater or equal to 0"))
    }
    let machine = try request.observedMachine()
    let observed = try request.observedInstance()
    let live = observed.flatMap { $0.isFinal ? nil : $0 }
    // Before anything else, so that whatever ends the instance finds it.
    if let live, let period = options.gracePeriod {
      try setGracePeriod(period, of: live, isDryRun: isDryRun, &journal)
    }
    switch machine.runStrategy {
    case .halted:
      // It is stopping already; all that is left to ask for is that it goes faster.
      guard let live, let period = options.gracePeriod, isShorter(period, than: live) else { throw notRunning }
      try ask(machine, toStop: live, isDryRun: isDryRun, &journal)
    case .manual, .rerunOnFailure:
      guard let live else { throw notRunning }
      try ask(machine, toStop: live, isDryRun: isDryRun, &journal)
    case .always, .once:
      try request.submit(
        machine.patch(switchingOn: false), to: request.path(MachineRequest.machines), isDryRun: isDryRun, &journal)
    case .other: return
    }
  }

  private var notRunning: DecisionEnd {
    .refused(.stateConflict("virtualmachine", request.name, "VM is not running"))
  }

  private func isShorter(_ period: Int64, than instance: ObservedInstance) -> Bool {
    instance.value.spec.terminationGracePeriodSeconds.map { period < $0 } ?? true
  }

  private func ask(
    _ machine: ObservedMachine, toStop instance: ObservedInstance, isDryRun: Bool, _ journal: inout WriteJournal
  ) throws(DecisionEnd) {
    try request.submit(
      try machine.patch(asking: [.stop(uid: instance.uid)]),
      to: request.path(MachineRequest.machines, subresource: "status"), isDryRun: isDryRun, &journal)
  }

  private func setGracePeriod(
    _ period: Int64, of instance: ObservedInstance, isDryRun: Bool, _ journal: inout WriteJournal
  ) throws(DecisionEnd) {
    let place = JSONPointer(["spec", "terminationGracePeriodSeconds"])
    let wanted = JSONValue.number(JSONNumber(period))
    let present = instance.value.spec.terminationGracePeriodSeconds.map { JSONValue.number(JSONNumber($0)) }
    let patch = JSONPatch([
      .test(place, present ?? .null), present == nil ? .add(place, wanted) : .replace(place, wanted),
    ])
    try request.submit(
      patch, to: request.path(MachineRequest.instances), kind: "virtualmachineinstance", isDryRun: isDryRun, &journal)
  }
}
