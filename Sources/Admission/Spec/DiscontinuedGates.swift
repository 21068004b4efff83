import VirtTypes

/// Refuses a new specification that uses what a discontinued gate let in, where the cluster still lists that gate.
public func validateDiscontinuedGates(
  _ spec: V1.VirtualMachineInstanceSpec, context: RuleContext
) -> [Cause] {
  let gates = context.configuration.listedGates
  guard !gates.isEmpty else { return [] }
  var causes: [Cause] = []
  for gate in discontinuedGates where gates.contains(gate) && gate.isUsed(by: spec) {
    causes.append(
      .notSupported("", "feature gate \(gate.rawValue) is discontinued, and so is what the specification uses of it"))
  }
  return causes
}

private let discontinuedGates = FeatureGate.allCases.filter { $0.maturity == .discontinued }

extension FeatureGate {
  fileprivate func isUsed(by spec: V1.VirtualMachineInstanceSpec) -> Bool {
    switch self {
    case .passt: spec.domain.devices.interfaces.contains { $0.passt != nil }
    case .macvtap: spec.domain.devices.interfaces.contains { $0.macvtap != nil }
    default: false
    }
  }
}
