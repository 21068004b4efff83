import JSON
import Kube

/// core/v1 PersistentVolume.
struct VolumeStrategy: ResourceStrategy {
  func prepare(_ change: inout ObjectChange) {
    var spec = change.object.spec
    spec.setDefault("persistentVolumeReclaimPolicy", "Retain")
    spec.setDefault("volumeMode", "Filesystem")
    PodDefaults.volumeSource(&spec)
    spec.canonicalizeAmounts("capacity")
    change.object["spec"] = spec
    if change.operation == .create {
      change.object["status"] = ["phase": "Pending"]
    } else {
      var status = change.object.status
      status.setDefault("phase", "Pending")
      change.object["status"] = status
    }
  }

  func validate(_ change: ObjectChange) -> [Cause] {
    var errors = FieldErrors()
    if change.subresource == "status" { return [] }
    let spec = change.object.spec
    VolumeSpecRules.checkModes(spec, missing: "", &errors)
    let capacity = spec["capacity"]?.object ?? [:]
    if capacity.isEmpty { errors.required("spec.capacity") }
    if capacity["storage"] == nil || capacity.count > 1 {
      errors.notSupported("spec.capacity", .object(capacity), ["storage"])
    }
    for (name, amount) in capacity {
      if let quantity = Quantity(json: amount), quantity.sign <= 0 {
        errors.invalid("spec.capacity[\(name)]", amount, "must be greater than zero")
      }
    }
    errors.requireOne(
      of: ["Delete", "Recycle", "Retain"], "spec.persistentVolumeReclaimPolicy", spec["persistentVolumeReclaimPolicy"])
    if let selector = spec.value(at: "nodeAffinity", "required"), !selector.isNull {
      PlacementRules.checkNodeSelector(selector, "spec.nodeAffinity.required", &errors)
    }
    checkSource(spec, &errors)
    let storageClass = spec.text("storageClassName")
    if !storageClass.isEmpty { errors.requireSubdomain("spec.storageClassName", storageClass) }
    VolumeSpecRules.checkVolumeMode(spec, &errors)
    if let old = change.old { checkUpdate(spec, old.spec, &errors) }
    return errors.causes
  }

  static let sources = PodDefaults.sources + ["local"]

  private func checkSource(_ spec: JSONValue, _ errors: inout FieldErrors) {
    let given = Self.sources.filter { spec.has($0) }
    if given.isEmpty { errors.required("spec", "must specify a volume type") }
    for kind in given.dropFirst() {
      errors.forbidden("spec." + kind, "may not specify more than 1 volume type")
    }
    guard let kind = given.first else { return }
    if kind == "hostPath" { VolumeRules.checkHostPath(spec["hostPath"] ?? [:], "spec.hostPath", &errors) }
    if kind == "local" {
      let path = spec.text("local", "path")
      if path.isEmpty {
        errors.required("spec.local.path")
      } else if MountRules.hasStepUp(path) {
        errors.invalid("spec.local.path", .string(path), "must not contain '..'")
      }
      if !spec.has("nodeAffinity") { errors.required("spec.nodeAffinity", "Local volume requires node affinity") }
    }
    if kind == "hostPath", spec.text("hostPath", "path") == "/",
      spec.text("persistentVolumeReclaimPolicy") == "Recycle"
    {
      errors.forbidden("spec.persistentVolumeReclaimPolicy", "may not be 'recycle' for a hostPath mount of '/'")
    }
  }

  private func checkUpdate(_ new: JSONValue, _ old: JSONValue, _ errors: inout FieldErrors) {
    let isSame = Self.sources.allSatisfy {
      JSONValue.withoutEmptyMembers(new[$0] ?? .null) == JSONValue.withoutEmptyMembers(old[$0] ?? .null)
    }
    if !isSame {
      errors.forbidden("spec.persistentvolumesource", "a volume keeps its source")
    }
    errors.requireImmutable("spec.volumeMode", new["volumeMode"], old["volumeMode"])
  }

  var returnsDeletedObject: Bool { true }
  var table: TableLayout? { VolumeTables.volume }
}
