import JSON
import Kube

/// policy/v1 PodDisruptionBudget.
struct DisruptionBudgetStrategy: ResourceStrategy {
  private static let counts = ["currentHealthy", "desiredHealthy", "disruptionsAllowed", "expectedPods"]

  func prepare(_ change: inout ObjectChange) {
    if !change.object.has("spec") { change.object["spec"] = [:] }
    var status = change.operation == .create ? [:] : change.object.status
    for count in Self.counts where !status.has(count) { status[count] = 0 }
    change.object["status"] = status
  }

  func validate(_ change: ObjectChange) -> [Cause] {
    var errors = FieldErrors()
    let object = change.object
    if change.subresource == "status" {
      for count in Self.counts { errors.requireNotNegative("status." + count, object.status[count]) }
      return errors.causes
    }
    let spec = object.spec
    if spec.has("minAvailable"), spec.has("maxUnavailable") {
      errors.invalid("spec", spec, "minAvailable and maxUnavailable cannot be both set")
    }
    for field in ["minAvailable", "maxUnavailable"] where spec.has(field) {
      checkCount("spec." + field, spec[field], &errors)
    }
    errors.requireSelector("spec.selector", spec["selector"])
    errors.requireOne(
      of: ["AlwaysAllow", "IfHealthyBudget"], "spec.unhealthyPodEvictionPolicy", spec["unhealthyPodEvictionPolicy"])
    return errors.causes
  }

  /// A number, or a share of all such as `50%`.
  private func checkCount(_ field: String, _ value: JSONValue?, _ errors: inout FieldErrors) {
    if value?.number != nil {
      errors.requireNotNegative(field, value)
    } else if let text = value?.string {
      guard text.hasSuffix("%"), let share = Int(text.dropLast()), share >= 0 else {
        errors.invalid(
          field, value,
          "a share is digits and a percent sign, such as 50%")
        return
      }
      if share > 100 { errors.invalid(field, value, "must not be greater than 100%") }
    }
  }

  var tracksGeneration: Bool { true }
  var allowsUnconditionalUpdate: Bool { false }
  var table: TableLayout? { SmallTables.disruptionBudget }
}
