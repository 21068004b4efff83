import JSON
import Kube

/// Events of both groups: core/v1, in which they are stored, and events.k8s.io/v1, which names some fields anew.
struct EventStrategy: ResourceStrategy {
  private static let coreVersion = "v1"
  private static let groupVersion = "events.k8s.io/v1"

  /// Fields that have another name in the newer group.
  private static let renamed: [(core: String, group: String)] = [
    ("involvedObject", "regarding"), ("message", "note"), ("source", "deprecatedSource"),
    ("firstTimestamp", "deprecatedFirstTimestamp"), ("lastTimestamp", "deprecatedLastTimestamp"),
    ("count", "deprecatedCount"), ("reportingComponent", "reportingController"),
  ]

  func convert(_ object: JSONValue, to apiVersion: String) throws(Status) -> JSONValue {
    guard object.text("apiVersion") != apiVersion else { return object }
    let isCore = apiVersion == Self.coreVersion
    var converted = JSONObject()
    for (key, value) in object.object ?? [:] {
      let name = Self.renamed.first { (isCore ? $0.group : $0.core) == key }
      converted[name.map { isCore ? $0.core : $0.group } ?? key] = value
    }
    converted["apiVersion"] = .string(apiVersion)
    // The core group writes these even where they are empty, the newer one doesn't.
    for name in isCore ? ["reportingComponent", "reportingInstance"] : ["reportingController", "reportingInstance"]
    where converted[name]?.string ?? "" == "" {
      converted[name] = isCore ? "" : nil
    }
    return .object(converted)
  }

  func prepare(_ change: inout ObjectChange) {
    // Members that Kubernetes always writes.
    let isCore = change.kind.group.isEmpty
    for (core, group) in Self.renamed where ["source", "firstTimestamp", "lastTimestamp"].contains(core) {
      let name = isCore ? core : group
      if change.object[name] == nil { change.object[name] = core == "source" ? [:] : .null }
    }
    if change.object["eventTime"] == nil { change.object["eventTime"] = .null }
    if isCore {
      if !change.object.has("involvedObject") { change.object["involvedObject"] = [:] }
      for name in ["reportingComponent", "reportingInstance"] where !change.object.has(name) {
        change.object[name] = ""
      }
    }
  }

  func validate(_ change: ObjectChange) -> [Cause] {
    var errors = FieldErrors()
    let event = change.object
    let isCore = change.kind.group.isEmpty
    let about = event[isCore ? "involvedObject" : "regarding"] ?? [:]
    let namespace = about.text("namespace")
    // What belongs to the cluster has its events in the default namespace.
    let expected = namespace.isEmpty ? ["", "default"] : [namespace]
    let isClusterWide = namespace.isEmpty && (about.text("kind").isEmpty || about.text("kind") == "Node")
    if !isClusterWide, !expected.contains(event.namespace) {
      errors.invalid("involvedObject.namespace", .string(namespace), "does not match event.namespace")
    }
    let isNew = event.has("eventTime")
    if !isCore || isNew { checkNewForm(event, change.old, isCore: isCore, &errors) }
    return errors.causes
  }

  /// Rules of events.k8s.io/v1; events that were written as core/v1 without `eventTime` are free of them.
  private func checkNewForm(_ event: JSONValue, _ old: JSONValue?, isCore: Bool, _ errors: inout FieldErrors) {
    if old == nil {
      if !event.has("eventTime") {
        errors.required("eventTime")
      }
      let type = event.text("type")
      if !isCore, !["Normal", "Warning"].contains(type) {
        errors.invalid("type", .string(type), "has invalid value: \(type)")
      }
      guard event.has("eventTime") else { return }
      let controller = event.text(isCore ? "reportingComponent" : "reportingController")
      if controller.isEmpty {
        errors.required("reportingController")
      } else {
        errors.requireQualifiedName("reportingController", controller)
      }
      if event.text("reportingInstance").isEmpty { errors.required("reportingInstance") }
      if event.text("action").isEmpty { errors.required("action") }
      if event.text("reason").isEmpty { errors.required("reason") }
      for (field, limit) in [("reportingInstance", 128), ("action", 128), ("reason", 128)]
      where event.text(field).utf8.count > limit {
        errors.invalid(field, "", "can have at most \(limit) characters")
      }
      if event.text(isCore ? "message" : "note").utf8.count > 1024 {
        errors.invalid("message", "", "can have at most 1024 characters")
      }
    } else if let old, !isCore {
      for field in ["regarding", "reason", "eventTime", "reportingController", "reportingInstance", "action", "type"]
      where (event[field] ?? .null) != (old[field] ?? .null) {
        errors.invalid(field, event[field], "field is immutable")
      }
    }
  }

  let selectableFieldNames: Set<String> = [
    "involvedObject.kind", "involvedObject.namespace", "involvedObject.name", "involvedObject.uid",
    "involvedObject.apiVersion", "involvedObject.resourceVersion", "involvedObject.fieldPath", "reason", "type",
    "source", "reportingComponent", "regarding.kind", "regarding.namespace", "regarding.name", "regarding.uid",
    "regarding.apiVersion", "regarding.resourceVersion", "regarding.fieldPath", "reportingController",
  ]

  func selectableFields(of object: JSONValue) -> [String: String] {
    let about = object["involvedObject"] ?? object["regarding"] ?? [:]
    var fields: [String: String] = [:]
    for name in ["kind", "namespace", "name", "uid", "apiVersion", "resourceVersion", "fieldPath"] {
      fields["involvedObject." + name] = about.text(name)
      fields["regarding." + name] = about.text(name)
    }
    let component = (object["source"] ?? object["deprecatedSource"] ?? [:]).text("component")
    let reporter = object["reportingComponent"]?.string ?? object["reportingController"]?.string ?? ""
    fields["source"] = component.isEmpty ? reporter : component
    fields["reportingComponent"] = reporter
    fields["reportingController"] = reporter
    fields["reason"] = object.text("reason")
    fields["type"] = object.text("type")
    return fields
  }

  var table: TableLayout? {
    TableLayout(EventTable.layout.columns) { event, now in
      EventTable.layout.cells((try? convert(event, to: Self.coreVersion)) ?? event, now)
    }
  }
}
