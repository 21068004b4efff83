import VirtTypes

/// The rules of a machine's data volume templates. `dataVolumeTemplate`, in the singular, is how causes name them.
public func validateDataVolumeTemplates(
  _ templates: [V1.DataVolumeTemplateSpec], at path: String = "spec", usedBy volumes: [V1.Volume]
) -> [Cause] {
  guard !templates.isEmpty else { return [] }
  var used = Set(volumes.lazy.compactMap { $0.dataVolume?.name })
  used.formUnion(volumes.lazy.compactMap { $0.persistentVolumeClaim?.claimName })
  var causes: [Cause] = []
  for index in templates.indices {
    let field = "\(path).dataVolumeTemplate[\(index)]"
    let place = "\(path).dataVolumeTemplates[\(index)]"
    if let fault = fault(of: templates[index], field: field, place: place) {
      causes.append(fault)
      continue
    }
    let name = templates[index].metadata.name
    if !used.contains(name) {
      causes.append(
        .required(field, "\(place) is \"\(name)\", must be the name of a dataVolume or claim among the volumes"))
    }
  }
  return causes
}

/// What is wrong first with a template.
private func fault(of template: V1.DataVolumeTemplateSpec, field: String, place: String) -> Cause? {
  if template.metadata.name.isEmpty {
    return .required("\(field).name", "\(place).metadata.name must not be empty")
  }
  let spec = template.spec
  if (spec.pvc == nil) == (spec.storage == nil) {
    return .invalid("\(field).PVC.Storage", "\(place).spec must have exactly one of pvc and storage")
  }
  let hasSource = spec.source != nil || spec.sourceRef != nil
  if spec.hasDataSource {
    return hasSource
      ? .invalid("\(field).source", "\(place).spec must not have a source or sourceRef beside a claim's dataSource")
      : nil
  }
  if !hasSource {
    return .invalid("\(field).source.sourceRef", "\(place).spec must have a source, sourceRef or dataSource")
  }
  guard let source = spec.source, source.count != 1 else { return nil }
  return .invalid("\(field).source", "\(place).spec.source must be exactly one source, not \(source.count)")
}

extension CDI.DataVolumeSpec {
  /// Whether the claim itself says where its data comes from.
  fileprivate var hasDataSource: Bool {
    pvc?.dataSource != nil || pvc?.dataSourceRef != nil || storage?.dataSource != nil
      || storage?.dataSourceRef != nil
  }
}

extension CDI.DataVolumeSource {
  /// How many sources are given.
  fileprivate var count: Int {
    let given = [
      blank != nil, gcs != nil, http != nil, imageio != nil, pvc != nil, registry != nil, s3 != nil, snapshot != nil,
      upload != nil, vddk != nil,
    ]
    return given.reduce(0) { $0 + ($1 ? 1 : 0) }
  }
}
