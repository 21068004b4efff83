import Kube
import VirtTypes

/// Rules for the kinds that hold a specification, or a part of one.
enum LegacyTemplateRules {
  static func causes(of machine: V1alpha2.VirtualMachine, allowsDataVolumes: Bool) -> [Cause] {
    guard let template = machine.spec.template else { return [missingTemplate] }
    var causes = LegacyRuleContext.causes(
      of: template.spec, path: "spec.template.spec", allowsDataVolumes: allowsDataVolumes)
    let used = Set(template.spec.volumes.compactMap(\.dataVolume?.name))
    for (index, dataVolume) in machine.spec.dataVolumeTemplates.enumerated() {
      // v0.8.0 writes the field's name in the singular.
      let field = "spec.dataVolumeTemplate[\(index)]"
      let name = dataVolume.metadata.name
      if name.isEmpty { causes.append(.required(field + ".name", "\(field).name must be set")) }
      if !used.contains(name) {
        causes.append(.required(field, "\(field) \"\(name)\" must be used by a volume of the template"))
      }
    }
    return causes
  }

  static func causes(of replicaSet: V1alpha2.VirtualMachineInstanceReplicaSet, allowsDataVolumes: Bool) -> [Cause] {
    guard let template = replicaSet.spec.template else { return [missingTemplate] }
    var causes = LegacyRuleContext.causes(
      of: template.spec, path: "spec.template.spec", allowsDataVolumes: allowsDataVolumes)
    // A missing selector selects nothing.
    let message: String? =
      switch replicaSet.spec.selector.map({ $0.parsed }) {
      case nil: "is missing, so it selects nothing; it must select the template's labels"
      case .failure(let error)?: "\(error)"
      case .success(let selector)?:
        selector.matches(template.metadata.labels ?? [:]) ? nil : "must select the template's labels, and does not"
      }
    if let message { causes.append(.invalid("spec.selector", "spec.selector \(message)")) }
    return causes
  }

  static func causes(of preset: V1alpha2.VirtualMachineInstancePreset) -> [Cause] {
    guard let domain = preset.spec.domain else {
      return [.required("spec.domain", "spec.domain is missing; it says what the preset sets")]
    }
    var context = LegacyRuleContext(V1alpha2.VirtualMachineInstanceSpec(), path: "spec", allowsDataVolumes: false)
    if domain.devices.disks.count > LegacyRuleContext.mostElements {
      context.invalid(context.disksPath, "has more than \(LegacyRuleContext.mostElements) elements")
    } else {
      context.checkDisks(domain.devices.disks, path: context.disksPath)
    }
    return context.causes
  }

  private static let missingTemplate = Cause.required(
    "spec.template", "spec.template is missing; instances are made from it")
}

extension LabelSelector {
  /// The conditions, checked as every use of a selector in Kubernetes checks them.
  var parsed: Result<Selector, SelectorError> { Result { () throws(SelectorError) in try Selector(self) } }
}
