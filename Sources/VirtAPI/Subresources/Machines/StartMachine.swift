import KubeClient
import VirtTypes

/// Starts a machine: for good where it is switched off, once where its strategy leaves starting to people.
struct StartMachine {
  let request: MachineRequest

  init(_ request: MachineRequest) { self.request = request }

  func decide(_ journal: inout WriteJournal) throws(DecisionEnd) {
    let (options, isDryRun) = try SubresourceBody.options(V1.StartOptions.self, from: request.body, dryRun: \.dryRun)
    let machine = try request.observedMachine()
    let instance = try request.observedInstance()
    if instance?.isUnderway == true { throw conflict("VM is already running") }
    if machine.hasCondition("ManualRecoveryRequired") { throw conflict("VM needs manual recovery before it starts") }
    let start = StateChange.start(isPaused: options.paused)
    let changes: [StateChange]
    switch machine.runStrategy {
    case .always, .once: throw conflict("\(machine.runStrategy.text) does not support manual start requests")
    case .rerunOnFailure where instance?.phase == "Failed":
      throw conflict("\(machine.runStrategy.text) does not support starting VM from failed state")
    case .manual, .rerunOnFailure:
      if let instance, instance.isFinal {
        changes = [.stop(uid: instance.uid), start]
      } else {
        changes = [start]
      }
    case .halted where options.paused: changes = [start]
    case .halted:
      return try request.submit(
        machine.patch(switchingOn: true), to: request.path(MachineRequest.machines), isDryRun: isDryRun, &journal)
    case .other: return
    }
    try request.submit(
      try machine.patch(asking: changes), to: request.path(MachineRequest.machines, subresource: "status"),
      isDryRun: isDryRun, &journal)
  }

  private func conflict(_ why: String) -> DecisionEnd { .refused(.stateConflict("virtualmachine", request.name, why)) }
}
