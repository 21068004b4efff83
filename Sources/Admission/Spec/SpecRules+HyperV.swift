import VirtTypes

/// Enlightenments of Windows guests, some of which need others.
extension SpecRules {
  mutating func checkHyperV(_ spec: V1.VirtualMachineInstanceSpec) {
    guard let features = spec.domain.features, let hyperv = features.hyperv else { return }
    checkDependency("evmcs", hyperv.evmcs?.enabled, needs: "vapic", hyperv.vapic?.enabled)
    checkDependency("ipi", hyperv.ipi?.enabled, needs: "vpindex", hyperv.vpindex?.enabled)
    checkDependency("tlbflush", hyperv.tlbflush?.enabled, needs: "vpindex", hyperv.vpindex?.enabled)
    checkDependency("synictimer", hyperv.synictimer?.enabled, needs: "synic", hyperv.synic?.enabled)
    checkDependency("synic", hyperv.synic?.enabled, needs: "vpindex", hyperv.vpindex?.enabled)
    if isOn(hyperv.evmcs) { checkNestedVirtualization(spec.domain.cpu?.features ?? []) }
    if features.hypervPassthrough != nil {
      invalid(path.domain("features.hyperv"), "must not stand beside hypervPassthrough")
    }
  }

  private mutating func checkDependency(_ feature: String, _ isOn: Bool?, needs other: String, _ otherIsOn: Bool?) {
    guard isOn == true, otherIsOn != true else { return }
    let place = path.domain("features.hyperv")
    add(
      .invalid, "\(place).domain.features.hyperv.\(feature)", place: "\(place).\(feature)",
      "needs \(other) to be enabled")
  }

  /// Enlightened VMCS makes sense only in a guest that can have guests.
  private mutating func checkNestedVirtualization(_ features: [V1.CPUFeature]) {
    if features.isEmpty {
      required(path.domain("cpu.features"), "must hold vmx with policy require for hyperv.evmcs")
    }
    for index in features.indices where features[index].name == "vmx" && features[index].policy != "require" {
      invalid(
        path.domain("cpu.features[\(index)].policy"),
        "is \"\(features[index].policy)\", must be require on vmx for hyperv.evmcs")
    }
  }
}
