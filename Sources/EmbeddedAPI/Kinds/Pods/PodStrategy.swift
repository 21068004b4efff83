import JSON
import Kube

/// core/v1 Pod.
struct PodStrategy: ResourceStrategy {
  func prepare(_ change: inout ObjectChange) {
    var spec = change.object.spec
    PodDefaults.apply(to: &spec)
    if change.operation == .create { spec["ephemeralContainers"] = nil }
    if let old = change.old {
      // What isn't known to a client that replaces the pod stays: an update never unbinds.
      if change.subresource.isEmpty, spec.text("nodeName").isEmpty, !old.spec.text("nodeName").isEmpty {
        spec["nodeName"] = old.spec["nodeName"]
      }
      if change.subresource.isEmpty, let containers = old.spec["ephemeralContainers"] {
        spec["ephemeralContainers"] = containers
      }
    }
    change.object["spec"] = spec

    var status = change.object.status
    if change.operation == .create {
      status = ["phase": "Pending", "qosClass": .string(PodQuality.of(spec))]
    } else if let old = change.old?.status {
      status.setDefault("phase", old["phase"] ?? "Pending")
      if !status.has("qosClass") { status["qosClass"] = old["qosClass"] ?? .string(PodQuality.of(spec)) }
      if change.subresource == "binding" { Self.markScheduled(&status, change.now) }
    }
    status.completeConditions(times: ["lastProbeTime", "lastTransitionTime"])
    change.object["status"] = status
  }

  /// A pod that is bound is scheduled, whoever did it.
  private static func markScheduled(_ status: inout JSONValue, _ now: Timestamp) {
    var conditions = status.elements("conditions")
    let index = conditions.firstIndex { $0.text("type") == "PodScheduled" }
    if let index, conditions[index].text("status") == "True" { return }
    let condition: JSONValue = [
      "type": "PodScheduled", "status": "True", "lastProbeTime": .null, "lastTransitionTime": .string(now.text),
    ]
    if let index { conditions[index] = condition } else { conditions.append(condition) }
    status["conditions"] = .array(conditions)
  }

  func validate(_ change: ObjectChange) -> [Cause] {
    var errors = FieldErrors()
    switch (change.operation, change.old) {
    case (.update, let old?) where change.subresource == "status":
      PodUpdateRules.checkStatus(change.object, old, &errors)
    case (.update, let old?) where change.subresource.isEmpty:
      PodUpdateRules.checkSpec(change.object, old, &errors)
    case (.create, _): PodRules.check(change.object, &errors)
    default: break
    }
    return errors.causes
  }

  let selectableFieldNames: Set<String> = [
    "spec.nodeName", "spec.restartPolicy", "spec.schedulerName", "spec.serviceAccountName", "spec.hostNetwork",
    "status.phase", "status.podIP", "status.podIPs", "status.nominatedNodeName",
  ]

  func selectableFields(of object: JSONValue) -> [String: String] {
    var fields: [String: String] = [:]
    for name in ["nodeName", "restartPolicy", "schedulerName", "serviceAccountName"] {
      fields["spec." + name] = object.text("spec", name)
    }
    for name in ["phase", "podIP", "nominatedNodeName"] { fields["status." + name] = object.text("status", name) }
    fields["spec.hostNetwork"] = object.spec["hostNetwork"]?.bool == true ? "true" : "false"
    fields["status.podIPs"] = object.status.elements("podIPs").first?.text("ip") ?? fields["status.podIP"]
    return fields
  }

  /// A pod that nobody runs goes at once; others get what was asked for, or what they say themselves.
  func deletionGracePeriod(of object: JSONValue, requested: Int64?) -> Int64 {
    if object.text("spec", "nodeName").isEmpty { return 0 }
    if ["Failed", "Succeeded"].contains(object.text("status", "phase")) { return 0 }
    let period = requested ?? object.spec["terminationGracePeriodSeconds"]?.int64 ?? 30
    // A negative period means the shortest one that still lets the runner end it.
    return period < 0 ? 1 : period
  }

  var endsGracefully: Bool { true }
  var returnsDeletedObject: Bool { true }
  var table: TableLayout? { PodTable.layout }
}
