import JSON
import Kube

/// core/v1 Service, stored only: nobody here gives addresses or node ports away, so those that are not written stay
/// empty, and those that are written are kept as they are.
struct ServiceStrategy: ResourceStrategy {
  func prepare(_ change: inout ObjectChange) {
    var spec = change.object.spec
    spec.setDefault("sessionAffinity", "None")
    if spec.text("sessionAffinity") == "None" {
      spec["sessionAffinityConfig"] = nil
    } else if spec.text("sessionAffinity") == "ClientIP" {
      var configuration = spec["sessionAffinityConfig"].flatMap { $0.isNull ? nil : $0 } ?? [:]
      var client = configuration["clientIP"].flatMap { $0.isNull ? nil : $0 } ?? [:]
      if !client.has("timeoutSeconds") { client["timeoutSeconds"] = 10800 }
      configuration["clientIP"] = client
      spec["sessionAffinityConfig"] = configuration
    }
    spec.setDefault("type", "ClusterIP")
    spec.changeElements("ports") { port in
      port.setDefault("protocol", "TCP")
      if !port.has("targetPort") || port["targetPort"] == 0 || port["targetPort"] == "" {
        port["targetPort"] = port["port"]
      }
    }
    let type = spec.text("type")
    if ["NodePort", "LoadBalancer"].contains(type) { spec.setDefault("externalTrafficPolicy", "Cluster") }
    keepAddress(&spec, change)
    if type == "ExternalName" {
      spec["clusterIP"] = nil
      spec["clusterIPs"] = nil
    }
    change.object["spec"] = spec
    if change.operation == .create { change.object["status"] = ["loadBalancer": [:]] }
  }

  /// The first of `clusterIPs` and `clusterIP` are one; an update that leaves both out keeps what is there.
  private func keepAddress(_ spec: inout JSONValue, _ change: ObjectChange) {
    let old = change.old?.spec ?? [:]
    if let before = change.old, before.text("spec", "type") != "ExternalName", spec.text("type") != "ExternalName",
      !spec.has("clusterIP"), !spec.has("clusterIPs")
    {
      spec["clusterIP"] = old["clusterIP"]
      spec["clusterIPs"] = old["clusterIPs"]
    }
    let address = spec.text("clusterIP")
    if !address.isEmpty {
      if spec.elements("clusterIPs").isEmpty { spec["clusterIPs"] = [.string(address)] }
    } else if spec["clusterIP"] == nil, let first = spec.elements("clusterIPs").first {
      spec["clusterIP"] = first
    }
  }

  func validate(_ change: ObjectChange) -> [Cause] {
    var errors = FieldErrors()
    let spec = change.object.spec
    let type = spec.text("type")
    let address = spec.text("clusterIP")
    let isHeadless = address == "None"
    let ports = spec.elements("ports")
    if let old = change.old, type != "ExternalName", old.text("spec", "type") != "ExternalName",
      !old.text("spec", "clusterIP").isEmpty, old.text("spec", "clusterIP") != address
    {
      errors.invalid("spec.clusterIPs[0]", spec["clusterIPs"] ?? .array([]), "may not change once set")
    }
    if ports.isEmpty, !isHeadless, type != "ExternalName" { errors.required("spec.ports") }
    checkPorts(ports, type, isHeadless: isHeadless, &errors)
    errors.requireLabels("spec.selector", spec["selector"])
    if spec["sessionAffinity"]?.string == "" {
      errors.required("spec.sessionAffinity")
    } else {
      errors.requireOne(of: ["ClientIP", "None"], "spec.sessionAffinity", spec["sessionAffinity"])
    }
    if let seconds = spec.value(at: "sessionAffinityConfig", "clientIP", "timeoutSeconds")?.int64,
      !(1...86400).contains(seconds)
    {
      errors.invalid(
        "spec.sessionAffinityConfig.clientIP.timeoutSeconds", .number(JSONNumber(seconds)),
        "must be greater than 0 and less than 86400")
    }
    for (index, value) in spec.elements("clusterIPs").enumerated() {
      let text = value.string ?? ""
      if text != "None", IPAddress(text) == nil {
        errors.invalid(
          "spec.clusterIPs[\(index)]", value, "must be an IP address, such as 10.9.8.7 or 2001:db8::1")
      }
    }
    for (index, value) in spec.elements("externalIPs").enumerated() where IPAddress(value.string ?? "") == nil {
      errors.invalid(
        "spec.externalIPs[\(index)]", value, "must be an IP address, such as 10.9.8.7 or 2001:db8::1")
    }
    checkType(spec, type, isHeadless: isHeadless, &errors)
    return errors.causes
  }

  private func checkType(_ spec: JSONValue, _ type: String, isHeadless: Bool, _ errors: inout FieldErrors) {
    switch type {
    case "NodePort", "LoadBalancer":
      if isHeadless { errors.invalid("spec.clusterIPs[0]", "None", "may not be set to 'None' for \(type) services") }
    case "ExternalName":
      let name = spec.text("externalName")
      if name.isEmpty {
        errors.required("spec.externalName")
      } else {
        errors.requireSubdomain("spec.externalName", name.hasSuffix(".") ? String(name.dropLast()) : name)
      }
    default: break
    }
    errors.requireOne(of: ["ClusterIP", "ExternalName", "LoadBalancer", "NodePort"], "spec.type", spec["type"])
  }

  private func checkPorts(_ ports: [JSONValue], _ type: String, isHeadless: Bool, _ errors: inout FieldErrors) {
    var names: Set<String> = []
    var seen: Set<[String]> = []
    for (index, port) in ports.enumerated() {
      let field = "spec.ports[\(index)]"
      let name = port.text("name")
      if name.isEmpty {
        if ports.count > 1 { errors.required(field + ".name") }
      } else {
        for problem in NameMessages.label(name) { errors.invalid(field + ".name", port["name"], problem) }
        if !names.insert(name).inserted { errors.duplicate(field + ".name", port["name"]) }
      }
      errors.requirePort(field + ".port", port["port"] ?? 0)
      errors.requireOne(of: ["SCTP", "TCP", "UDP"], field + ".protocol", port["protocol"])
      errors.requirePort(field + ".targetPort", port["targetPort"])
      let number = "\(port["port"]?.int64 ?? 0)"
      if !seen.insert([port.text("protocol"), number]).inserted {
        errors.duplicate(field, ["protocol": port["protocol"] ?? "TCP", "port": port["port"] ?? 0])
      }
      let nodePort = port["nodePort"]?.int64 ?? 0
      if nodePort != 0, type == "ClusterIP" {
        errors.forbidden(field + ".nodePort", "may not be used when `type` is 'ClusterIP'")
      }
    }
  }

  let selectableFieldNames: Set<String> = ["spec.clusterIP", "spec.type"]

  func selectableFields(of object: JSONValue) -> [String: String] {
    ["spec.clusterIP": object.text("spec", "clusterIP"), "spec.type": object.text("spec", "type")]
  }

  var returnsDeletedObject: Bool { true }
  var nameForm: NameForm { .rfc1035Label }
  var table: TableLayout? { ServiceTable.layout }
}
