import Admission
import JSON
import Kube
import VirtTypes

/// What a change of a machine's template means for the instance that runs the old one.
enum TemplateChanges {
  /// The sentence of the condition RestartRequired.
  static let restartMessage = "a non-live-updatable field was changed in the template spec"

  /// Whether two templates ask for the same; amounts count by their value, and a firmware UUID that was not given as the
  /// one which follows from the machine's name.
  static func areSame(
    _ old: V1.VirtualMachineInstanceTemplateSpec?, _ new: V1.VirtualMachineInstanceTemplateSpec?, machineName: String
  ) -> Bool {
    var templates = [old ?? V1.VirtualMachineInstanceTemplateSpec(), new ?? V1.VirtualMachineInstanceTemplateSpec()]
    for index in templates.indices {
      InstanceSetup.setFirmwareUUID(&templates[index].spec.domain, machineName: machineName)
    }
    return templates[0].jsonTree == templates[1].jsonTree
  }

  /// Whether the instance has to be started anew to become what the template says.
  static func requireRestart(
    from old: V1.VirtualMachineInstanceSpec, to new: V1.VirtualMachineInstanceSpec,
    _ instance: V1.VirtualMachineInstance, _ rollout: ClusterConfiguration.RolloutStrategy, machineName: String
  ) -> Bool {
    if NetworkChanges.requireRestart(from: old, to: new, running: instance.spec) { return true }
    var old = old
    var new = new
    InstanceSetup.setFirmwareUUID(&old.domain, machineName: machineName)
    InstanceSetup.setFirmwareUUID(&new.domain, machineName: machineName)
    dropPluggableVolumes(&old)
    dropPluggableVolumes(&new)
    old.networks = new.networks
    old.domain.devices.interfaces = new.domain.devices.interfaces
    if rollout == .liveUpdate { takeLiveUpdatable(from: new, into: &old) }
    return old.jsonTree != new.jsonTree
  }

  private static func dropPluggableVolumes(_ spec: inout V1.VirtualMachineInstanceSpec) {
    let names = Set(spec.volumes.filter(\.isPlugged).map(\.name))
    spec.volumes.removeAll { names.contains($0.name) }
    spec.domain.devices.disks.removeAll { names.contains($0.name) }
  }

  private static func takeLiveUpdatable(
    from new: V1.VirtualMachineInstanceSpec, into old: inout V1.VirtualMachineInstanceSpec
  ) {
    if let cpu = new.domain.cpu { old.domain.cpu?.sockets = cpu.sockets }
    if let guest = new.domain.memory?.guest, old.domain.memory?.guest != nil { old.domain.memory?.guest = guest }
    old.nodeSelector = new.nodeSelector
    old.affinity = new.affinity
    old.tolerations = new.tolerations
  }
}

extension MachineRound {
  /// Finds out whether the instance has to be restarted; what was said before stays where nobody knows what it was
  /// started with.
  mutating func judgeTemplate() {
    guard let instance, restartNeed == .unknown, let started = startedSpec else { return }
    let isNeeded =
      started.instancetype != machine.spec.instancetype || started.preference != machine.spec.preference
      || TemplateChanges.requireRestart(
        from: started.template?.spec ?? V1.VirtualMachineInstanceSpec(), to: template.spec, instance,
        context.configuration.rolloutStrategy, machineName: machine.metadata.name)
    restartNeed = isNeeded ? .needed(TemplateChanges.restartMessage) : .none
  }
}
