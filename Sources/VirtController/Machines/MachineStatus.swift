import Kube
import KubeClient
import VirtTypes

extension MachineRound {
  /// Writes the status that follows from all this, if it is another one than there is.
  mutating func settleStatus(
    _ failure: SyncFailure?, _ journal: inout WriteJournal
  ) throws(WriteInterruption) -> KubernetesError? {
    status.created = instance != nil
    status.ready = instance?.hasCondition("Ready") ?? false
    settleVolumeRequests()
    settleMemoryDump()
    status.dropSettledRequest(instance)
    // A new machine has followed no strategy before it has an instance: so the first one is started.
    if instance != nil || !status.runStrategy.isEmpty { status.runStrategy = strategy.rawValue }
    if let generation = observedGeneration {
      status.observedGeneration = generation
      status.desiredGeneration = machine.metadata.generation
    }
    status.startFailure = StartFailures.counted(status.startFailure, strategy, instance, in: context)
    settleConditions(failure)
    status.printableStatus = printableStatus.rawValue
    var wanted = machine
    wanted.status = status
    return try change(to: wanted, subresource: "status", &journal)
  }
}
