import JSON
import Kube
import KubeClient
import VirtTypes

/// How the interfaces of a machine's template differ from those of its running instance.
enum NetworkChanges {
  static let absent = "absent"

  /// Whether there is a change other than one that a running guest can take: an interface that is plugged in or out, or
  /// whose link goes up or down.
  ///
  /// - Parameters:
  ///   - old: the spec that the instance was started with.
  ///   - running: the instance's spec, which has defaults, and interfaces that were plugged in since.
  static func requireRestart(
    from old: V1.VirtualMachineInstanceSpec, to new: V1.VirtualMachineInstanceSpec,
    running: V1.VirtualMachineInstanceSpec
  ) -> Bool {
    let present = Dictionary(
      (running.domain.devices.interfaces + old.domain.devices.interfaces).map { ($0.name, $0) },
      uniquingKeysWith: { $1 })
    let networks = Dictionary((running.networks + old.networks).map { ($0.name, $0) }, uniquingKeysWith: { $1 })
    for interface in new.domain.devices.interfaces {
      guard let present = present[interface.name] else {
        if interface.state != absent, !interface.isPluggable { return true }
        continue
      }
      if !interface.differsInStateOnly(from: present) { return true }
    }
    for network in new.networks {
      if let present = networks[network.name], present != network { return true }
    }
    let named = Set(new.domain.devices.interfaces.map(\.name))
    let held = Set(running.domain.devices.interfaces.map(\.name))
    return old.domain.devices.interfaces.contains {
      $0.state != absent && !named.contains($0.name) && held.contains($0.name)
    }
  }

  /// The running instance's spec with the interfaces that the template wants plugged in, out, up or down.
  ///
  /// - Parameter canUnplug: whether the interface of this name can leave the running pod.
  static func plugged(
    _ running: V1.VirtualMachineInstanceSpec, for wanted: V1.VirtualMachineInstanceSpec,
    canUnplug: (String) -> Bool
  ) -> V1.VirtualMachineInstanceSpec {
    var result = running
    let networks = Dictionary(wanted.networks.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
    for interface in wanted.domain.devices.interfaces {
      let isAbsent = interface.state == absent
      if let index = result.domain.devices.interfaces.firstIndex(where: { $0.name == interface.name }) {
        guard result.domain.devices.interfaces[index].state != interface.state else { continue }
        if isAbsent, !interface.isPluggable || !canUnplug(interface.name) { continue }
        result.domain.devices.interfaces[index].state = interface.state
      } else if !isAbsent, interface.isPluggable, let network = networks[interface.name] {
        result.domain.devices.interfaces.append(interface)
        result.networks.append(network)
      }
    }
    return result
  }

  /// A template without the absent interfaces that nothing holds any more, nor their networks.
  static func withoutDetached(
    _ template: V1.VirtualMachineInstanceSpec, isHeld: (String) -> Bool
  ) -> V1.VirtualMachineInstanceSpec {
    let gone = Set(
      template.domain.devices.interfaces.filter { $0.state == absent && !isHeld($0.name) }.map(\.name))
    if gone.isEmpty { return template }
    var result = template
    result.domain.devices.interfaces.removeAll { gone.contains($0.name) }
    result.networks.removeAll { gone.contains($0.name) }
    return result
  }
}

extension V1.Interface {
  /// Whether the kind of interface can be plugged into a running guest.
  fileprivate var isPluggable: Bool { bridge != nil || sriov != nil }

  fileprivate func differsInStateOnly(from other: V1.Interface) -> Bool {
    var other = other
    other.state = state
    // An address that was not asked for has been given to the instance.
    if macAddress.isEmpty { other.macAddress = "" }
    return self == other
  }
}

extension MachineRound {
  /// Plugs interfaces of the running instance in and out, and drops from the template the ones that are gone.
  mutating func plugInterfaces(
    _ wanted: inout V1.VirtualMachine, _ journal: inout WriteJournal
  ) throws(WriteInterruption) -> SyncFailure? {
    guard let template = wanted.spec.template?.spec else { return nil }
    guard let instance, !instance.isBeingDeleted else {
      wanted.spec.template?.spec = NetworkChanges.withoutDetached(template) { _ in false }
      return nil
    }
    let reported = Dictionary(instance.status.interfaces.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
    let held = Set(instance.spec.domain.devices.interfaces.map(\.name)).union(reported.keys)
    wanted.spec.template?.spec = NetworkChanges.withoutDetached(template) { held.contains($0) }
    if instance.isFinal { return nil }
    let plugged = NetworkChanges.plugged(instance.spec, for: template) { name in
      // Interfaces that are numbered in the pod can't leave it: the others would change their names.
      reported[name]?.hasHashedPodName == true
    }
    if plugged == instance.spec { return nil }
    let old = instance.spec
    let refusal = try patchInstance(
      [
        .test(JSONPointer(["spec", "networks"]), old.networks.jsonTree),
        .add(JSONPointer(["spec", "networks"]), plugged.networks.jsonTree),
        .test(JSONPointer(["spec", "domain", "devices", "interfaces"]), old.domain.devices.interfaces.jsonTree),
        .add(JSONPointer(["spec", "domain", "devices", "interfaces"]), plugged.domain.devices.interfaces.jsonTree),
      ], &journal)
    return refusal.map { SyncFailure(.hotplugNetwork, "the instance's interfaces can't be changed", $0) }
  }
}

extension V1.VirtualMachineInstanceNetworkInterface {
  /// Whether the interface's name in the pod comes from its network's name, not from its number.
  fileprivate var hasHashedPodName: Bool {
    guard podInterfaceName.hasPrefix("pod") else { return false }
    return podInterfaceName.utf8.count > 8
  }
}
