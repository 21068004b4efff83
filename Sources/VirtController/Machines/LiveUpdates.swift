import JSON
import Kube
import KubeClient
import VirtTypes

extension MachineRound {
  /// Carries processors, memory and placement of the template to the running instance; tells what failed.
  mutating func updateResources(_ journal: inout WriteJournal) throws(WriteInterruption) -> [SyncFailure?] {
    guard let instance, !instance.isBeingDeleted, !instance.isFinal else { return [] }
    var wanted = template.spec
    var metadata = ObjectMeta()
    if machine.spec.instancetype != nil || machine.spec.preference != nil {
      // What the machine takes from its instance type can be changed live as if it were its own.
      guard observedGeneration != machine.metadata.generation,
        case .success(let instancetypes) = try findInstancetypes(&journal),
        InstanceSetup.applyInstancetypes(instancetypes, to: &wanted, &metadata) == nil
      else { return [] }
    }
    let sockets = try updateSockets(wanted, &journal)
    let memory = try updateMemory(wanted, &journal)
    let placement = try updatePlacement(wanted, &journal)
    return [sockets, memory, placement, try updateTolerations(wanted, &journal)]
  }

  private mutating func needRestart(_ message: String) { restartNeed = .needed(message) }

  // MARK: Processors

  private mutating func updateSockets(
    _ wanted: V1.VirtualMachineInstanceSpec, _ journal: inout WriteJournal
  ) throws(WriteInterruption) -> SyncFailure? {
    guard let instance, let cpu = wanted.domain.cpu, let present = instance.spec.domain.cpu,
      cpu.sockets != present.sockets
    else { return nil }
    if instance.hasCondition("HotVCPUChange") {
      return SyncFailure(.hotplugCPU, "another change of the processors is under way")
    }
    if instance.isMigrating {
      return SyncFailure(.hotplugCPU, "processors can't be changed while the instance migrates")
    }
    if instance.spec.domain.devices.networkInterfaceMultiqueue == true {
      needRestart("Changes of the CPU sockets need a restart where network interfaces have several queues")
      return nil
    }
    if present.maxSockets > 0, cpu.sockets > present.maxSockets {
      needRestart("The CPU sockets of the template are more than the running instance can have")
      return nil
    }
    if cpu.sockets < present.sockets {
      needRestart("Fewer CPU sockets need a restart")
      return nil
    }
    var operations: [JSONPatch.Operation] = .replacing(
      "spec", "domain", "cpu", "sockets", from: present.sockets.jsonTree, to: cpu.sockets.jsonTree)
    let resources = instance.spec.domain.resources
    let added = Int64(cpu.virtualCPUs) - Int64(present.virtualCPUs)
    let share = Quantity(added * Int64(1000 / max(context.configuration.cpuAllocationRatio, 1)), scale: -3)
    operations += Self.adding(share, to: resources.requests?["cpu"], "requests", "cpu")
    operations += Self.adding(share, to: resources.limits?["cpu"], "limits", "cpu")
    let refusal = try patchInstance(operations, &journal)
    return refusal.map { SyncFailure(.hotplugCPU, "the processors of the instance can't be changed", $0) }
  }

  /// Raises a resource of the instance, if it has one.
  private static func adding(
    _ amount: Quantity, to present: Quantity?, _ section: String, _ name: String
  ) -> [JSONPatch.Operation] {
    guard let present, !present.isZero else { return [] }
    return .replacing(
      "spec", "domain", "resources", section, name, from: present.jsonTree, to: (present + amount).jsonTree)
  }

  // MARK: Memory

  private mutating func updateMemory(
    _ wanted: V1.VirtualMachineInstanceSpec, _ journal: inout WriteJournal
  ) throws(WriteInterruption) -> SyncFailure? {
    guard let instance, let guest = wanted.domain.memory?.guest, let present = instance.spec.domain.memory?.guest,
      let memory = instance.status.memory, let current = memory.guestCurrent, !guest.isEqual(to: present)
    else { return nil }
    if instance.hasCondition("HotMemoryChange") || !present.isEqual(to: current) {
      return SyncFailure(.hotplugMemory, "another change of the memory is under way")
    }
    if instance.isMigrating {
      return SyncFailure(.hotplugMemory, "memory can't be changed while the instance migrates")
    }
    if instance.condition("HotMemoryChange")?.status == "False" {
      needRestart("The memory of the template could not be plugged into the running instance")
      return nil
    }
    guard let most = instance.spec.domain.memory?.maxGuest else {
      needRestart("The memory of the running instance can't be changed: it was started without a maximum")
      return nil
    }
    if most.isLess(than: guest) {
      needRestart("The memory of the template is more than the running instance can have")
      return nil
    }
    if let first = memory.guestAtBoot, guest.isLess(than: first) {
      needRestart("The memory of the template is less than what the instance was started with")
      return nil
    }
    var operations: [JSONPatch.Operation] = .replacing(
      "spec", "domain", "memory", "guest", from: present.jsonTree, to: guest.jsonTree)
    let resources = instance.spec.domain.resources
    var added = guest - current
    if let request = resources.requests?["memory"], !request.isZero {
      // After memory was plugged out, not all of it need have been given back.
      if (request + added).isLess(than: guest) { added = guest - request }
      operations += Self.adding(added, to: request, "requests", "memory")
    }
    operations += Self.adding(added, to: resources.limits?["memory"], "limits", "memory")
    let refusal = try patchInstance(operations, &journal)
    return refusal.map { SyncFailure(.hotplugMemory, "the memory of the instance can't be changed", $0) }
  }

  // MARK: Placement

  private mutating func updatePlacement(
    _ wanted: V1.VirtualMachineInstanceSpec, _ journal: inout WriteJournal
  ) throws(WriteInterruption) -> SyncFailure? {
    guard let instance else { return nil }
    var operations: [JSONPatch.Operation] = []
    if wanted.nodeSelector ?? [:] != instance.spec.nodeSelector ?? [:] {
      operations += .replacing(
        "spec", "nodeSelector", from: instance.spec.nodeSelector?.jsonTree, to: wanted.nodeSelector?.jsonTree)
    }
    if wanted.affinity != instance.spec.affinity {
      operations += .replacing(
        "spec", "affinity", from: instance.spec.affinity?.jsonTree, to: wanted.affinity?.jsonTree)
    }
    if operations.isEmpty { return nil }
    if instance.isMigrating {
      return SyncFailure(.affinityChange, "node selector and affinity can't be changed while the instance migrates")
    }
    let refusal = try patchInstance(operations, &journal)
    return refusal.map { SyncFailure(.affinityChange, "the instance's placement can't be changed", $0) }
  }

  private mutating func updateTolerations(
    _ wanted: V1.VirtualMachineInstanceSpec, _ journal: inout WriteJournal
  ) throws(WriteInterruption) -> SyncFailure? {
    guard let instance, wanted.tolerations != instance.spec.tolerations else { return nil }
    if instance.isMigrating {
      return SyncFailure(.tolerationsChange, "tolerations can't be changed while the instance migrates")
    }
    func tree(_ tolerations: [Toleration]) -> JSONValue? { tolerations.isEmpty ? nil : tolerations.jsonTree }
    let refusal = try patchInstance(
      .replacing(
        "spec", "tolerations", from: tree(instance.spec.tolerations), to: tree(wanted.tolerations)), &journal)
    return refusal.map { SyncFailure(.tolerationsChange, "the instance's tolerations can't be changed", $0) }
  }
}

extension V1.CPU {
  /// Sockets times cores times threads; what is not said is one.
  fileprivate var virtualCPUs: UInt32 { max(sockets, 1) &* max(cores, 1) &* max(threads, 1) }
}
