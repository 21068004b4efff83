import Kube
import KubeClient
import VirtTypes

/// Starts, stops and watches over the instance of a machine (current profile).
public struct MachineReconciler: Reconciler {
  public init() {}

  public func reconcile(
    _ observation: MachineObservation, in context: ReconcileContext, _ journal: inout WriteJournal
  ) throws(WriteInterruption) -> Requeue {
    let machine = observation.machine
    guard ObservedVersions.areNoted(in: machine.metadata) else {
      return try noteVersions(of: machine, &journal)
    }
    let strategy: RunStrategy
    do throws(RunStrategy.Fault) { strategy = try RunStrategy(of: machine.spec) } catch {
      return .backingOff(reason: error.message)
    }
    var round = MachineRound(observation, strategy, context)
    if let refusal = try round.claimInstance(&journal) {
      return refusal.isNotFound ? .no : .backingOff(reason: "the instance can't be taken over: \(refusal)")
    }
    let failure = try round.synchronize(&journal)
    let refusal = try round.settleStatus(failure, &journal)
    // The machine goes with its last finalizer.
    if let refusal, !(refusal.isNotFound && machine.metadata.deletionTimestamp != nil) {
      return .backingOff(reason: "the status can't be written: \(refusal)")
    }
    if let refusal = try round.releaseFinalInstance(&journal) { return .backingOff(reason: "\(refusal)") }
    if let failure { return .backingOff(reason: failure.message) }
    return round.delay.map { .after($0) } ?? .no
  }

  private func noteVersions(
    of machine: V1.VirtualMachine, _ journal: inout WriteJournal
  ) throws(WriteInterruption) -> Requeue {
    var noted = machine
    var annotations = machine.metadata.annotations ?? [:]
    annotations[KubeVirtNames.latestObservedAPIVersion] = ObservedVersions.current
    annotations[KubeVirtNames.storageObservedAPIVersion] = ObservedVersions.current
    noted.metadata.annotations = annotations
    guard let write = ObjectWrite.change(MachineRound.path(of: machine), from: machine, to: noted) else { return .no }
    return Requeue(of: try journal.perform(write))
  }
}
