import JSON
import Kube

/// core/v1 Node.
struct NodeStrategy: ResourceStrategy {
  private static let informationFields = [
    "architecture", "bootID", "containerRuntimeVersion", "kernelVersion", "kubeProxyVersion", "kubeletVersion",
    "machineID", "operatingSystem", "osImage", "systemUUID",
  ]

  func prepare(_ change: inout ObjectChange) {
    if !change.object.has("spec") { change.object["spec"] = [:] }
    var spec = change.object.spec
    if let range = spec["podCIDR"], !spec.text("podCIDR").isEmpty, spec.elements("podCIDRs").isEmpty {
      spec["podCIDRs"] = [range]
    }
    change.object["spec"] = spec
    var status = change.object.status
    if !status.has("daemonEndpoints") { status["daemonEndpoints"] = ["kubeletEndpoint": ["Port": 0]] }
    var information = status["nodeInfo"].flatMap { $0.isNull ? nil : $0 } ?? [:]
    for field in Self.informationFields where !information.has(field) { information[field] = "" }
    status["nodeInfo"] = information
    for member in ["capacity", "allocatable"] { status.canonicalizeAmounts(member) }
    status.completeConditions(times: ["lastHeartbeatTime", "lastTransitionTime"])
    // What can be given away is what there is, until someone says otherwise.
    if status.has("capacity"), !status.has("allocatable") { status["allocatable"] = status["capacity"] }
    change.object["status"] = status
  }

  func validate(_ change: ObjectChange) -> [Cause] {
    var errors = FieldErrors()
    let spec = change.object.spec
    var seen: Set<[String]> = []
    for (index, taint) in spec.elements("taints").enumerated() {
      let field = "metadata.taints[\(index)]"
      errors.requireQualifiedName(field + ".key", taint.text("key"))
      for problem in NameMessages.labelValue(taint.text("value")) {
        errors.invalid(field + ".value", taint["value"], problem)
      }
      if taint.text("effect").isEmpty {
        errors.required(field + ".effect")
      } else {
        errors.requireOne(of: ["NoSchedule", "PreferNoSchedule", "NoExecute"], field + ".effect", taint["effect"])
      }
      if !seen.insert([taint.text("key"), taint.text("effect")]).inserted { errors.duplicate(field, taint) }
    }
    for (index, range) in spec.elements("podCIDRs").enumerated() where CIDR(range.string ?? "") == nil {
      errors.invalid(
        "spec.podCIDRs[\(index)]", range, "must be a range of addresses, such as 10.9.8.0/24 or 2001:db8::/64")
    }
    if let old = change.old?.spec {
      if !old.text("podCIDR").isEmpty, old.text("podCIDR") != spec.text("podCIDR") {
        errors.forbidden("spec.podCIDRs", "the ranges of a node are set once")
      }
      if !old.text("providerID").isEmpty, old.text("providerID") != spec.text("providerID") {
        errors.forbidden("spec.providerID", "the provider's name of a node is set once")
      }
    }
    return errors.causes
  }

  var keepsStatusAtCreation: Bool { true }

  let selectableFieldNames: Set<String> = ["spec.unschedulable"]

  func selectableFields(of object: JSONValue) -> [String: String] {
    ["spec.unschedulable": object.spec["unschedulable"]?.bool == true ? "true" : "false"]
  }

  var table: TableLayout? { NodeTable.layout }
}
