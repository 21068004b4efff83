import JSON
import Kube

/// core/v1 PersistentVolumeClaim.
struct ClaimStrategy: ResourceStrategy {
  func prepare(_ change: inout ObjectChange) {
    var spec = change.object.spec
    spec.setDefault("volumeMode", "Filesystem")
    if !spec.has("resources") { spec["resources"] = [:] }
    spec.changeMember("resources") { resources in
      for member in ["limits", "requests"] { resources.canonicalizeAmounts(member) }
    }
    change.object["spec"] = spec
    if change.operation == .create {
      change.object["status"] = ["phase": "Pending"]
    } else {
      var status = change.object.status
      status.setDefault("phase", "Pending")
      status.canonicalizeAmounts("capacity")
      status.completeConditions(times: ["lastProbeTime", "lastTransitionTime"])
      change.object["status"] = status
    }
  }

  func validate(_ change: ObjectChange) -> [Cause] {
    var errors = FieldErrors()
    if change.subresource == "status" {
      for (name, amount) in change.object.value(at: "status", "capacity")?.object ?? [:] {
        errors.requireAmount("status.capacity[\(name)]", amount)
      }
      return errors.causes
    }
    let spec = change.object.spec
    VolumeSpecRules.checkModes(spec, missing: "at least 1 access mode is required", &errors)
    errors.requireSelector("spec.selector", spec["selector"])
    let request = spec.value(at: "resources", "requests", "storage")
    if request == nil {
      errors.required("spec.resources[storage]")
    } else if let amount = Quantity(json: request), amount.sign <= 0 {
      errors.invalid("spec.resources[storage]", request, "must be greater than zero")
    }
    let storageClass = spec.text("storageClassName")
    if !storageClass.isEmpty { errors.requireSubdomain("spec.storageClassName", storageClass) }
    VolumeSpecRules.checkVolumeMode(spec, &errors)
    if let old = change.old { checkUpdate(change.object, old, &errors) }
    return errors.causes
  }

  /// Only a claim that has its volume may change, and only to ask for more of it.
  private func checkUpdate(_ new: JSONValue, _ old: JSONValue, _ errors: inout FieldErrors) {
    var wanted = new.spec
    // The binder writes the volume's name once, and may choose the storage class of a claim that names none.
    if old.text("spec", "volumeName").isEmpty { wanted["volumeName"] = old.spec["volumeName"] }
    let isBound = old.text("status", "phase") == "Bound"
    let oldRequest = old.spec.value(at: "resources", "requests", "storage")
    let newRequest = new.spec.value(at: "resources", "requests", "storage")
    if isBound {
      wanted["resources"] = old.spec["resources"]
    }
    if JSONValue.withoutEmptyMembers(wanted) != JSONValue.withoutEmptyMembers(old.spec) {
      errors.forbidden("spec", "a claim keeps its spec; once it is bound, more can be requested")
    }
    if let before = Quantity(json: oldRequest), let now = Quantity(json: newRequest), now.isLess(than: before) {
      errors.forbidden("spec.resources.requests.storage", "field can not be less than previous value")
    }
    errors.requireImmutable("spec.volumeMode", new.spec["volumeMode"], old.spec["volumeMode"])
  }

  var returnsDeletedObject: Bool { true }
  var table: TableLayout? { VolumeTables.claim }
}

/// Rules that claims and volumes share.
enum VolumeSpecRules {
  static let accessModes = ["ReadOnlyMany", "ReadWriteMany", "ReadWriteOnce", "ReadWriteOncePod"]

  static func checkModes(_ spec: JSONValue, missing: String, _ errors: inout FieldErrors) {
    let modes = spec.elements("accessModes")
    if modes.isEmpty { errors.required("spec.accessModes", missing) }
    for mode in modes { errors.requireOne(of: accessModes, "spec.accessModes", mode) }
    if modes.count > 1, modes.contains("ReadWriteOncePod") {
      errors.forbidden("spec.accessModes", "may not use ReadWriteOncePod with other access modes")
    }
  }

  static func checkVolumeMode(_ spec: JSONValue, _ errors: inout FieldErrors) {
    errors.requireOne(of: ["Block", "Filesystem"], "spec.volumeMode", spec["volumeMode"])
  }
}
