import JSON
import Kube

/// What kube-apiserver demands of a new pod (core/v1 validation): the pod as a whole.
enum PodRules {
  static func check(_ pod: JSONValue, _ errors: inout FieldErrors) {
    let spec = pod.spec
    VolumeRules.check(spec.elements("volumes"), "spec.volumes", &errors)
    let volumes = spec.elements("volumes")
    ContainerRules.check(spec, volumes: volumes, &errors)
    errors.requireOne(of: ["Always", "OnFailure", "Never"], "spec.restartPolicy", spec["restartPolicy"])
    errors.requireOne(
      of: ["ClusterFirstWithHostNet", "ClusterFirst", "Default", "None"], "spec.dnsPolicy", spec["dnsPolicy"])
    for (key, value) in spec["nodeSelector"]?.object ?? [:] {
      errors.requireQualifiedName("spec.nodeSelector", key)
      for problem in NameMessages.labelValue(value.string ?? "") { errors.invalid("spec.nodeSelector", value, problem) }
    }
    checkSecurityContext(spec["securityContext"] ?? [:], &errors)
    for (index, secret) in spec.elements("imagePullSecrets").enumerated() where secret.text("name").isEmpty {
      errors.required("spec.imagePullSecrets[\(index)].name")
    }
    PlacementRules.check(spec["affinity"] ?? [:], "spec.affinity", &errors)
    checkDNS(spec, &errors)
    for (index, gate) in spec.elements("readinessGates").enumerated() {
      errors.requireQualifiedName("spec.readinessGates[\(index)].conditionType", gate.text("conditionType"))
    }
    checkNames(spec, &errors)
    if spec["hostPID"]?.bool == true, spec["shareProcessNamespace"]?.bool == true {
      errors.invalid(
        "spec.securityContext.shareProcessNamespace", true, "a pod has its own processes or sees the host's")
    }
    if let seconds = spec["activeDeadlineSeconds"]?.int64, !(1...Int64(Int32.max)).contains(seconds) {
      errors.invalid(
        "spec.activeDeadlineSeconds", spec["activeDeadlineSeconds"], "must be between 1 and 2147483647, inclusive")
    }
    PlacementRules.checkTolerations(spec.elements("tolerations"), "spec.tolerations", &errors)
    PlacementRules.checkSpread(spec.elements("topologySpreadConstraints"), &errors)
    checkHostAliases(spec, &errors)
    errors.requireOne(of: ["Never", "PreemptLowerPriority"], "spec.preemptionPolicy", spec["preemptionPolicy"])
  }

  private static func checkNames(_ spec: JSONValue, _ errors: inout FieldErrors) {
    for field in ["serviceAccountName", "nodeName", "priorityClassName", "runtimeClassName"] {
      let name = spec.text(field)
      if !name.isEmpty { errors.requireSubdomain("spec." + field, name) }
    }
    for field in ["hostname", "subdomain"] {
      let name = spec.text(field)
      if !name.isEmpty { errors.requireLabelName("spec." + field, name) }
    }
  }

  private static func checkSecurityContext(_ context: JSONValue, _ errors: inout FieldErrors) {
    let field = "spec.securityContext"
    for name in ["fsGroup", "runAsUser", "runAsGroup"] { requireID("\(field).\(name)", context[name], &errors) }
    for (index, group) in context.elements("supplementalGroups").enumerated() {
      requireID("\(field).supplementalGroups[\(index)]", group, &errors)
    }
    checkKernelParameters(context.elements("sysctls"), field + ".sysctls", &errors)
    errors.requireOne(
      of: ["Always", "OnRootMismatch"], field + ".fsGroupChangePolicy", context["fsGroupChangePolicy"])
  }

  private static func checkKernelParameters(_ list: [JSONValue], _ field: String, _ errors: inout FieldErrors) {
    var seen: Set<String> = []
    for (index, parameter) in list.enumerated() {
      let field = "\(field)[\(index)].name"
      let name = parameter.text("name")
      if name.isEmpty {
        errors.required(field)
      } else if !NameRules.isKernelParameter(name) {
        errors.invalid(
          field, .string(name), "a parameter's name has small letters, digits, '-' and '_', in parts with '.' between")
      } else if !seen.insert(name).inserted {
        errors.duplicate(field, .string(name))
      }
    }
  }

  /// A user's or group's number.
  static func requireID(_ field: String, _ value: JSONValue?, _ errors: inout FieldErrors) {
    if let number = value?.int64, !(0...Int64(Int32.max)).contains(number) {
      errors.invalid(field, value, "must be between 0 and 2147483647, inclusive")
    }
  }

  private static func checkDNS(_ spec: JSONValue, _ errors: inout FieldErrors) {
    let servers = spec.value(at: "dnsConfig", "nameservers")?.array ?? []
    if spec.text("dnsPolicy") == "None" {
      if !spec.has("dnsConfig") {
        errors.required("spec.dnsConfig", "must provide `dnsConfig` when `dnsPolicy` is None")
      } else if servers.isEmpty {
        errors.required(
          "spec.dnsConfig.nameservers", "must provide at least one DNS nameserver when `dnsPolicy` is None")
      }
    }
    for (index, server) in servers.enumerated() where IPAddress(server.string ?? "") == nil {
      errors.invalid("spec.dnsConfig.nameservers[\(index)]", server, "must be valid IP address")
    }
    if servers.count > 3 {
      errors.invalid(
        "spec.dnsConfig.nameservers", .array(servers), "must not have more than 3 nameservers")
    }
    for (index, search) in (spec.value(at: "dnsConfig", "searches")?.array ?? []).enumerated() {
      var domain = search.string ?? ""
      if domain.hasSuffix(".") { domain.removeLast() }
      errors.requireSubdomain("spec.dnsConfig.searches[\(index)]", domain)
    }
  }

  private static func checkHostAliases(_ spec: JSONValue, _ errors: inout FieldErrors) {
    for alias in spec.elements("hostAliases") {
      if IPAddress(alias.text("ip")) == nil {
        errors.invalid("spec.hostAliases.ip", alias["ip"] ?? "", "must be valid IP address")
      }
      for name in alias.elements("hostnames") {
        errors.requireSubdomain("spec.hostAliases.hostnames", name.string ?? "")
      }
    }
  }
}
