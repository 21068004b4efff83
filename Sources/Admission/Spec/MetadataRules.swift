import VirtTypes

/// Labels that only KubeVirt itself may set or change on an instance.
public let restrictedLabels = [
  "kubevirt.io/created-by", "kubevirt.io/migrationJobUID", "kubevirt.io/nodeName",
  "kubevirt.io/migrationTargetNodeName", "kubevirt.io/schedulable", "kubevirt.io/install-strategy",
]

/// The rules of an instance's metadata, also where it stands in a template; `field` is its path.
public func validateInstanceMetadata(_ metadata: ObjectMeta, at field: String, context: RuleContext) -> [Cause] {
  var causes: [Cause] = []
  if let labels = metadata.labels, !context.isKubeVirtAccount {
    let given = restrictedLabels.filter { labels[$0] != nil }
    if !given.isEmpty {
      causes.append(
        .notSupported(
          "\(field).labels",
          "\(field).labels must not hold \(given.joined(separator: ", ")), which only KubeVirt itself sets"))
    }
  }
  guard let annotations = metadata.annotations else { return causes }
  for (annotation, gate) in gatedAnnotations where annotations[annotation]?.isEmpty == false {
    if !context.configuration.allows(gate) {
      causes.append(
        .invalid(
          "\(field).annotations",
          "\(field).annotations hold \(annotation), which needs the feature gate \(gate.rawValue), which is not on"))
    }
  }
  return causes
}

private let gatedAnnotations: [(annotation: String, gate: FeatureGate)] = [
  ("kubevirt.io/ignitiondata", .experimentalIgnitionSupport),
  ("hooks.kubevirt.io/hookSidecars", .sidecar),
]
