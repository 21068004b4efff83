import VirtTypes

/// Rules of utility volumes: claims that are attached to the pod of a running instance, not to the guest.
struct UtilityVolumeRules {
  let configuration: ClusterConfiguration

  func check(
    _ spec: V1.VirtualMachineInstanceSpec, old: V1.VirtualMachineInstanceSpec,
    _ status: V1.VirtualMachineInstanceStatus
  ) -> [Cause] {
    guard !spec.utilityVolumes.isEmpty else { return [] }
    if !configuration.allows(.utilityVolumes) {
      return [.invalid("spec.utilityVolumes", "utility volumes need the feature gate UtilityVolumes")]
    }
    var causes: [Cause] = []
    var names = Set(spec.volumes.map(\.name))
    let permanent = Set(status.volumeStatus.filter { $0.hotplugVolume == nil }.map(\.name))
    for (index, volume) in spec.utilityVolumes.enumerated() {
      check(volume, at: "spec.utilityVolumes[\(index)]", &names, permanent, into: &causes)
    }
    let before = Dictionary(old.utilityVolumes.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    for (index, volume) in spec.utilityVolumes.enumerated() {
      if let earlier = before[volume.name], earlier != volume {
        causes.append(
          .invalid(
            "spec.utilityVolumes[\(index)]", "utility volume \"\(volume.name)\" cannot be changed; remove it first"))
      }
    }
    return causes
  }

  private func check(
    _ volume: V1.UtilityVolume, at field: String, _ names: inout Set<String>, _ permanent: Set<String>,
    into causes: inout [Cause]
  ) {
    if volume.name.isEmpty {
      causes.append(.required("\(field).name", "a utility volume must have a name"))
    } else if !names.insert(volume.name).inserted {
      causes.append(.duplicate("\(field).name", "there is another volume of the name \"\(volume.name)\""))
    } else if permanent.contains(volume.name) {
      causes.append(.invalid("\(field).name", "\"\(volume.name)\" is a permanent volume of the instance"))
    }
    if volume.claimName.isEmpty {
      causes.append(.required("\(field).claimName", "a utility volume must name a claim"))
    }
  }
}
