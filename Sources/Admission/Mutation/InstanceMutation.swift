import JSON
import Kube
import VirtTypes

/// What a virtual machine instance becomes when it is created, and what users can't change later.
enum InstanceMutation {
  static let finalizer = "kubevirt.io/foregroundDeleteVirtualMachine"
  /// The user that launchers run as unless the gate Root is on.
  static let launcherUser: UInt64 = 107

  static func admit(
    _ request: AdmissionRequest, _ body: UnsafeRawBufferPointer, _ environment: AdmissionEnvironment
  ) -> Verdict {
    .decide(request, body, environment) { (reading) throws(Decided) in
      try reading.expect("kubevirt.io", "virtualmachineinstances")
      let instance = try reading.object(V1.VirtualMachineInstance.self)
      guard request.operation == .create else { return try keepStatus(instance, reading) }
      var changed = instance
      let warnings = try create(&changed, reading)
      let patch = ObjectPatch(try reading.objectTree()).replacing(
        ("spec", changed.spec), ("metadata", changed.metadata), ("status", changed.status))
      return .allowed(patch: patch, warnings: warnings + deprecations(changed))
    }
  }

  private static func create(
    _ instance: inout V1.VirtualMachineInstance, _ reading: ObjectReading
  ) throws(Decided) -> [String] {
    let snapshot = reading.environment.snapshot
    let warnings = try applyPresets(to: &instance, reading)
    do {
      try setDefaults(&instance, snapshot.configuration, makeUUID: reading.environment.makeUUID)
    } catch {
      throw .failed(error.description)
    }
    start(&instance, snapshot.configuration, now: reading.environment.now)
    return warnings
  }

  private static func applyPresets(
    to instance: inout V1.VirtualMachineInstance, _ reading: ObjectReading
  ) throws(Decided) -> [String] {
    let snapshot = reading.environment.snapshot
    let presets = snapshot.presets[reading.namespace(of: instance.metadata)] ?? []
    if presets.isEmpty { return [] }
    let application = PresetApplication(presets: presets.map(\.v1))
    let before = instance
    do {
      let warnings = try application.apply(to: &instance)
      if snapshot.explainsPresets { application.explain(before: before, after: &instance) }
      return warnings
    } catch {
      throw .failed(error.description, code: 422)
    }
  }

  /// All defaults of the spec, and what the status says of them.
  static func setDefaults(
    _ instance: inout V1.VirtualMachineInstance, _ configuration: ClusterConfiguration, makeUUID: () -> String
  ) throws(DefaultingError) {
    try InstanceDefaults(configuration: configuration).apply(to: &instance.spec)
    let architecture = ArchitectureDefaults(configuration: configuration)
    architecture.applyFirst(to: &instance.spec)
    ObjectDefaults.apply(to: &instance.spec, makeUUID: makeUUID)
    HypervDependencies.apply(to: &instance.spec.domain)
    architecture.apply(to: &instance.spec)
    if let guest = instance.spec.domain.memory?.guest {
      var memory = V1.MemoryStatus()
      memory.guestAtBoot = guest
      memory.guestCurrent = guest
      memory.guestRequested = guest
      instance.status.memory = memory
    }
    if instance.status.currentCPUTopology == nil, let cpu = instance.spec.domain.cpu {
      var topology = V1.CPUTopology()
      topology.cores = cpu.cores
      topology.sockets = cpu.sockets
      topology.threads = cpu.threads
      instance.status.currentCPUTopology = topology
    }
    HotplugDefaults(configuration: configuration).apply(to: &instance.spec)
    PCITopology.mark(&instance.metadata, for: instance.spec)
    if instance.spec.domain.cpu?.isolateEmulatorThread == true, configuration.evensEmulatorThreadCPUs,
      configuration.allows(.alignCPUs)
    {
      let annotation = [ClusterConfiguration.emulatorThreadParityAnnotation: ""]
      instance.metadata.annotations = (instance.metadata.annotations ?? [:]).merging(annotation) { $1 }
    }
  }

  /// The state in which the instance's life begins.
  private static func start(
    _ instance: inout V1.VirtualMachineInstance, _ configuration: ClusterConfiguration, now: Timestamp
  ) {
    if !configuration.allows(.root) { instance.status.runtimeUser = launcherUser }
    if !instance.metadata.finalizers.contains(finalizer) { instance.metadata.finalizers.append(finalizer) }
    instance.status.phase = "Pending"
    var transition = V1.VirtualMachineInstancePhaseTransitionTimestamp()
    transition.phase = "Pending"
    transition.phaseTransitionTimestamp = now
    instance.status.phaseTransitionTimestamps.append(transition)
  }

  private static func deprecations(_ instance: V1.VirtualMachineInstance) -> [String] {
    let usesPresets = (instance.metadata.annotations ?? [:]).keys.contains { $0.contains("virtualmachinepreset") }
    return usesPresets
      ? ["VirtualMachineInstancePresets are deprecated; use VirtualMachineInstancetypes and VirtualMachinePreferences"]
      : []
  }

  /// The status is written by KubeVirt's components alone: for others it is put back.
  private static func keepStatus(
    _ instance: V1.VirtualMachineInstance, _ reading: ObjectReading
  ) throws(Decided) -> Verdict {
    guard reading.request.operation == .update else { return .allowed() }
    let old = try reading.oldObject(V1.VirtualMachineInstance.self)
    guard !reading.isFromKubeVirt, !instance.status.isEquivalent(to: old.status) else { return .allowed() }
    return .allowed(patch: ObjectPatch(try reading.objectTree()).replacing(("status", old.status)))
  }
}
