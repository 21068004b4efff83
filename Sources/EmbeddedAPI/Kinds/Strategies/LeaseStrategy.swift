import JSON
import Kube

/// coordination.k8s.io/v1 Lease.
struct LeaseStrategy: ResourceStrategy {
  func prepare(_ change: inout ObjectChange) {
    if !change.object.has("spec") { change.object["spec"] = [:] }
  }

  func validate(_ change: ObjectChange) -> [Cause] {
    var errors = FieldErrors()
    let spec = change.object.spec
    if let seconds = spec["leaseDurationSeconds"]?.int64, seconds <= 0 {
      errors.invalid("spec.leaseDurationSeconds", spec["leaseDurationSeconds"], "must be greater than 0")
    }
    if let count = spec["leaseTransitions"]?.int64, count < 0 {
      errors.invalid("spec.leaseTransitions", spec["leaseTransitions"], "must be greater than or equal to 0")
    }
    return errors.causes
  }

  var allowsUnconditionalUpdate: Bool { false }
  var table: TableLayout? { SmallTables.lease }
}
