import JSON
import Kube

/// core/v1 Namespace.
struct NamespaceStrategy: ResourceStrategy {
  func prepare(_ change: inout ObjectChange) {
    change.object["metadata"] = Self.labelled(change.object.metadata)
    switch (change.operation, change.old) {
    case (.create, _):
      // Everyone who makes a namespace wants its objects to go with it.
      var finalizers = change.object.value(at: "spec", "finalizers")?.array ?? []
      if !finalizers.contains("kubernetes") { finalizers.append("kubernetes") }
      var spec = change.object.spec
      spec["finalizers"] = .array(finalizers)
      change.object["spec"] = spec
      change.object["status"] = ["phase": "Active"]
    case (_, let old?):
      if change.subresource != "finalize" {
        change.object["spec"] = old["spec"] ?? [:]
      }
      if change.subresource != "status" { change.object["status"] = old["status"] ?? ["phase": "Active"] }
    default: break
    }
  }

  /// A label by which selectors find a namespace by its name.
  private static func labelled(_ metadata: JSONValue) -> JSONValue {
    // A name that is still to be made has no label yet.
    guard !metadata.text("name").isEmpty else { return metadata }
    var metadata = metadata
    var labels = metadata["labels"].flatMap { $0.isNull ? nil : $0 } ?? [:]
    labels["kubernetes.io/metadata.name"] = metadata["name"]
    metadata["labels"] = labels
    return metadata
  }

  func validate(_ change: ObjectChange) -> [Cause] {
    var errors = FieldErrors()
    for (index, finalizer) in (change.object.value(at: "spec", "finalizers")?.array ?? []).enumerated() {
      let name = finalizer.string ?? ""
      let field = "spec.finalizers[\(index)]"
      errors.requireQualifiedName(field, name)
      errors.append(Finalizers.ownerFaults(name, at: field))
    }
    if change.subresource == "status" {
      let phase = change.object.text("status", "phase")
      if change.object.isBeingDeleted, phase != "Terminating" {
        errors.invalid("status.Phase", .string(phase), "a namespace that is being deleted is Terminating")
      } else if !change.object.isBeingDeleted, phase != "Active" {
        errors.invalid("status.Phase", .string(phase), "a namespace that is not being deleted is Active")
      }
    }
    return errors.causes
  }

  func holdsDeletion(of object: JSONValue) -> Bool {
    !(object.value(at: "spec", "finalizers")?.array ?? []).isEmpty
  }

  func prepareDeletion(_ object: inout JSONValue) {
    var status = object.status
    status["phase"] = "Terminating"
    object["status"] = status
    // A namespace takes as long as its objects do: no period is said.
    object["metadata"]?["deletionGracePeriodSeconds"] = nil
  }

  let selectableFieldNames: Set<String> = ["status.phase"]
  func selectableFields(of object: JSONValue) -> [String: String] { ["status.phase": object.text("status", "phase")] }
  var nameForm: NameForm { .label }
  var table: TableLayout? { SmallTables.namespace }
}
