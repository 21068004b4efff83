import JSON
import Kube

/// apps/v1 ControllerRevision.
struct ControllerRevisionStrategy: ResourceStrategy {
  func validate(_ change: ObjectChange) -> [Cause] {
    var errors = FieldErrors()
    let object = change.object
    if (object["revision"]?.int64 ?? 0) < 0 {
      errors.invalid("revision", object["revision"], "must be greater than or equal to 0")
    }
    if let old = change.old {
      if old["data"] != object["data"] { errors.invalid("data", object["data"], "field is immutable") }
    } else if object["data"] == nil {
      errors.required("data", "a revision holds a state")
    }
    return errors.causes
  }

  var allowsUnconditionalUpdate: Bool { true }
  var table: TableLayout? { SmallTables.controllerRevision }
}
