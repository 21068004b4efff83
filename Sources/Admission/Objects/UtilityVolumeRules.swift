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
    let causes = nameCauses(spec)
    if !causes.isEmpty { return causes }
    return problem(spec, old: old, status).map { [.invalid("", $0)] } ?? []
  }

  private func nameCauses(_ spec: V1.VirtualMachineInstanceSpec) -> [Cause] {
    var causes: [Cause] = []
    let volumes = Set(spec.volumes.map(\.name))
    var names: Set<String> = []
    for (index, volume) in spec.utilityVolumes.enumerated() {
      let field = "spec.utilityVolumes[\(index)]"
      if volume.name.isEmpty { causes.append(.required("\(field).name", "a utility volume must have a name")) }
      if !names.insert(volume.name).inserted {
        causes.append(.duplicate("\(field).name", "there is another utility volume of the name \"\(volume.name)\""))
      }
      if volumes.contains(volume.name) {
        causes.append(.duplicate("\(field).name", "there is a volume of the name \"\(volume.name)\""))
      }
      if volume.claimName.isEmpty {
        causes.append(.required("\(field).claimName", "a utility volume must name a claim"))
      }
    }
    return causes
  }

  private func problem(
    _ spec: V1.VirtualMachineInstanceSpec, old: V1.VirtualMachineInstanceSpec,
    _ status: V1.VirtualMachineInstanceStatus
  ) -> String? {
    let permanent = Set(status.volumeStatus.filter { $0.hotplugVolume == nil }.map(\.name))
    if let volume = spec.utilityVolumes.first(where: { permanent.contains($0.name) }) {
      return "\"\(volume.name)\" is a permanent volume of the instance and can't be a utility volume"
    }
    let before = Dictionary(old.utilityVolumes.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
    let changed = spec.utilityVolumes.first { before[$0.name] != nil && before[$0.name] != $0 }
    return changed.map { "utility volume \"\($0.name)\" cannot be changed; remove it first" }
  }
}
