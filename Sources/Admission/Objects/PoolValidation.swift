import Kube
import VirtTypes

/// Rules of pools of virtual machines.
enum PoolValidation {
  static func admit(
    _ request: AdmissionRequest, _ body: UnsafeRawBufferPointer, _ environment: AdmissionEnvironment
  ) -> Verdict {
    .decide(request, body, environment) { (reading) throws(Decided) in
      try reading.expect("pool.kubevirt.io", "virtualmachinepools", versions: ["v1beta1"])
      let pool = try reading.object(Pool.VirtualMachinePool.self, schema: .members)
      return .unless(check(pool.spec, reading), warnings: warnings(pool.spec, reading.configuration))
    }
  }

  private static func check(_ spec: Pool.VirtualMachinePoolSpec, _ reading: ObjectReading) -> [Cause] {
    guard let template = spec.virtualMachineTemplate else {
      return [.required("spec.template", "spec.virtualMachineTemplate must say what the pool's machines look like")]
    }
    var causes = MachineSpecRules(context: reading.context, path: "spec.virtualMachineTemplate.spec").check(
      template.spec)
    checkSelector(spec, template, into: &causes)
    checkMaximum(spec, into: &causes)
    checkStrategies(spec, into: &causes)
    if reading.request.operation == .update { checkChange(spec, reading, into: &causes) }
    if reading.request.operation == .create, let instance = template.spec.template?.spec {
      causes += validateDiscontinuedGates(instance, context: reading.context)
    }
    return causes
  }

  private static func checkSelector(
    _ spec: Pool.VirtualMachinePoolSpec, _ template: Pool.VirtualMachineTemplateSpec, into causes: inout [Cause]
  ) {
    do {
      let selector = try spec.selector.map { labels throws(SelectorError) in try Selector(labels) }
      if selector?.matches(template.metadata.labels ?? [:]) != true {
        causes.append(
          .invalid(
            "spec.selector", "selector does not match labels. Give the template's metadata the labels it selects"))
      }
    } catch {
      causes.append(.invalid("spec.selector", "spec.selector is unusable: \(error)"))
    }
  }

  private static func checkChange(
    _ spec: Pool.VirtualMachinePoolSpec, _ reading: ObjectReading, into causes: inout [Cause]
  ) {
    let old = try? reading.oldObject(Pool.VirtualMachinePool.self).spec
    if old == nil {
      causes.append(
        Cause(.unexpectedResponse, "", "the pool as it was could not be read from the request's oldObject"))
    }
    if old?.selector != spec.selector {
      causes.append(.invalid("spec.selector", "spec.selector cannot be changed after creation"))
    }
  }

  private static func checkStrategies(_ spec: Pool.VirtualMachinePoolSpec, into causes: inout [Cause]) {
    if let update = spec.updateStrategy {
      let given = [update.proactive != nil, update.opportunistic != nil, update.unmanaged != nil]
      if given.filter({ $0 }).count > 1 {
        causes.append(
          .invalid(
            "spec.updateStrategy", "spec.updateStrategy must be exactly one of proactive, opportunistic and unmanaged"))
      }
    }
    if let scaleIn = spec.scaleInStrategy {
      let given = [scaleIn.proactive != nil, scaleIn.opportunistic != nil, scaleIn.unmanaged != nil]
      if given.filter({ $0 }).count > 1 {
        causes.append(
          .invalid(
            "spec.scaleInStrategy",
            "spec.scaleInStrategy must be exactly one of proactive, opportunistic and unmanaged"))
      }
    }
  }

  private static func checkMaximum(_ spec: Pool.VirtualMachinePoolSpec, into causes: inout [Cause]) {
    guard let maximum = spec.maxUnavailable, !isUsable(maximum) else { return }
    causes.append(
      .invalid(
        "spec.maxUnavailable",
        "spec.maxUnavailable must be a positive number, or a percentage of 1% to 100%, not \(maximum.text)"))
  }

  private static func isUsable(_ maximum: IntOrString) -> Bool {
    switch maximum {
    case .int(let number): number > 0
    case .string(let text): text.hasSuffix("%") && (1...100).contains(Int(text.dropLast()) ?? 0)
    }
  }

  private static func warnings(
    _ spec: Pool.VirtualMachinePoolSpec, _ configuration: ClusterConfiguration
  ) -> [String] {
    spec.virtualMachineTemplate?.spec.running == nil ? [] : [MachineSpecRules.runningWarning]
  }
}

extension IntOrString {
  fileprivate var text: String {
    switch self {
    case .int(let number): "\(number)"
    case .string(let text): "\"\(text)\""
    }
  }
}
