import JSON
import Kube

/// What may change in a pod that is there.
enum PodUpdateRules {
  private static let message =
    "a pod keeps its spec, but for the images of its containers, a shorter `activeDeadlineSeconds`, more `tolerations`, "
    + "and 1 for a negative `terminationGracePeriodSeconds`"

  static func checkSpec(_ new: JSONValue, _ old: JSONValue, _ errors: inout FieldErrors) {
    for list in ["containers", "initContainers"] {
      let count = new.spec.elements(list).count
      if count != old.spec.elements(list).count {
        errors.forbidden("spec." + list, "a pod keeps its containers")
        return
      }
      for (index, container) in new.spec.elements(list).enumerated() {
        let image = container.text("image")
        if image.isEmpty {
          errors.required("spec.\(list)[\(index)].image")
        } else if ContainerRules.hasWhiteSpaceAround(image) {
          errors.invalid(
            "spec.\(list)[\(index)].image", container["image"], "must not have leading or trailing whitespace")
        }
      }
    }
    checkDeadline(new.spec["activeDeadlineSeconds"], old.spec["activeDeadlineSeconds"], &errors)
    guard errors.isEmpty else { return }
    checkTolerations(new.spec, old.spec, &errors)
    if withoutWhatMayChange(new.spec, as: old.spec) != withoutWhatMayChange(old.spec, as: old.spec) {
      errors.forbidden("spec", message)
    }
  }

  private static func checkDeadline(_ new: JSONValue?, _ old: JSONValue?, _ errors: inout FieldErrors) {
    let field = "spec.activeDeadlineSeconds"
    if let seconds = new?.int64 {
      if seconds < 1 || seconds > Int64(Int32.max) {
        errors.invalid(field, new, "must be between 1 and 2147483647, inclusive")
      } else if let before = old?.int64, before < seconds {
        errors.invalid(field, new, "must be less than or equal to previous value")
      }
    } else if old?.int64 != nil {
      errors.invalid(field, .null, "must not update from a positive integer to nil value")
    }
  }

  /// Those that were there stay; only how long they hold may change.
  private static func checkTolerations(_ new: JSONValue, _ old: JSONValue, _ errors: inout FieldErrors) {
    let tolerations = new.elements("tolerations")
    let wanted = Set(tolerations.map(withoutSeconds))
    let isKept = old.elements("tolerations").allSatisfy { wanted.contains(withoutSeconds($0)) }
    if !isKept {
      errors.forbidden("spec.tolerations", "tolerations stay, but for their `tolerationSeconds`")
    }
    PlacementRules.checkTolerations(tolerations, "spec.tolerations", &errors)
  }

  private static func withoutSeconds(_ toleration: JSONValue) -> JSONValue {
    var toleration = toleration
    toleration["tolerationSeconds"] = nil
    return toleration
  }

  private static func withoutWhatMayChange(_ spec: JSONValue, as old: JSONValue) -> JSONValue {
    var spec = spec
    for list in ["containers", "initContainers"] { spec.changeElements(list) { $0["image"] = nil } }
    spec["activeDeadlineSeconds"] = nil
    spec["tolerations"] = nil
    spec["ephemeralContainers"] = nil
    if let seconds = old["terminationGracePeriodSeconds"]?.int64, seconds < 0,
      spec["terminationGracePeriodSeconds"]?.int64 == 1
    {
      spec["terminationGracePeriodSeconds"] = old["terminationGracePeriodSeconds"]
    }
    return JSONValue.withoutEmptyMembers(spec)
  }

  static func checkStatus(_ new: JSONValue, _ old: JSONValue, _ errors: inout FieldErrors) {
    for (index, condition) in new.status.elements("conditions").enumerated() {
      errors.requireOne(
        of: ["True", "False", "Unknown"], "status.conditions[\(index)].status", condition["status"] ?? "")
    }
    checkNotRestarted("containerStatuses", new, old, &errors)
  }

  /// Containers of pods that are never started again stay ended.
  private static func checkNotRestarted(
    _ list: String, _ new: JSONValue, _ old: JSONValue, _ errors: inout FieldErrors
  ) {
    guard new.spec.text("restartPolicy") == "Never" else { return }
    let after = new.status.elements(list)
    let places = Dictionary(after.enumerated().map { ($1.text("name"), $0) }) { first, _ in first }
    for before in old.status.elements(list) {
      guard before.value(at: "state", "terminated") != nil, let index = places[before.text("name")],
        after[index].value(at: "state", "terminated") == nil
      else { continue }
      errors.forbidden(
        "status.\(list)[\(index)].state", "may not be transitioned to non-terminated state")
    }
  }
}

extension JSONValue {
  /// The value without members that say nothing, at any depth: null, an empty text, an empty list. A client that
  /// reads an object and writes it again may leave those out or put them in.
  static func withoutEmptyMembers(_ value: JSONValue) -> JSONValue {
    switch value {
    case .array(let elements): return .array(elements.map(withoutEmptyMembers))
    case .object(let object):
      var kept = JSONObject()
      for (key, member) in object {
        let member = withoutEmptyMembers(member)
        if member == .null || member == .string("") || member == .array([]) { continue }
        kept[key] = member
      }
      return .object(kept)
    default: return value
    }
  }
}
