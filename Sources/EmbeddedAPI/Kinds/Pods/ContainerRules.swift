import JSON
import Kube

/// What kube-apiserver demands of a pod's containers.
enum ContainerRules {
  static func check(_ spec: JSONValue, volumes: [JSONValue], _ errors: inout FieldErrors) {
    let containers = spec.elements("containers")
    if containers.isEmpty { errors.required("spec.containers") }
    var names: Set<String> = []
    let volumes = Dictionary(volumes.map { ($0.text("name"), $0) }) { first, _ in first }
    let usesHostNetwork = spec["hostNetwork"]?.bool == true
    for (index, container) in containers.enumerated() {
      let field = "spec.containers[\(index)]"
      checkName(container, field, &names, &errors)
      checkOne(container, field, volumes: volumes, usesHostNetwork: usesHostNetwork, &errors)
      ProbeRules.check(container, field, &errors)
    }
    for (index, container) in spec.elements("initContainers").enumerated() {
      let field = "spec.initContainers[\(index)]"
      checkName(container, field, &names, &errors)
      checkOne(container, field, volumes: volumes, usesHostNetwork: usesHostNetwork, &errors)
      checkInit(container, field, &errors)
    }
  }

  private static func checkName(
    _ container: JSONValue, _ field: String, _ names: inout Set<String>, _ errors: inout FieldErrors
  ) {
    let name = container.text("name")
    errors.requireLabelName(field + ".name", name)
    if !name.isEmpty, !names.insert(name).inserted { errors.duplicate(field + ".name", container["name"]) }
  }

  /// One that keeps running beside the others (`restartPolicy: Always`) may have probes and hooks.
  private static func checkInit(_ container: JSONValue, _ field: String, _ errors: inout FieldErrors) {
    errors.requireOne(of: ["Always"], field + ".restartPolicy", container["restartPolicy"])
    if container.text("restartPolicy") == "Always" {
      ProbeRules.check(container, field, &errors)
      return
    }
    for member in ["lifecycle", "livenessProbe", "readinessProbe", "startupProbe"] where container.has(member) {
      errors.forbidden("\(field).\(member)", "may not be set for init containers without restartPolicy=Always")
    }
  }

  private static func checkOne(
    _ container: JSONValue, _ field: String, volumes: [String: JSONValue], usesHostNetwork: Bool,
    _ errors: inout FieldErrors
  ) {
    let image = container.text("image")
    if image.isEmpty {
      errors.required(field + ".image")
    } else if hasWhiteSpaceAround(image) {
      errors.invalid(field + ".image", container["image"], "must not have leading or trailing whitespace")
    }
    errors.requireOne(
      of: ["File", "FallbackToLogsOnError"], field + ".terminationMessagePolicy", container["terminationMessagePolicy"])
    checkPorts(container, field, usesHostNetwork: usesHostNetwork, &errors)
    checkEnvironment(container, field, &errors)
    MountRules.check(container, field, volumes: volumes, &errors)
    errors.requireOne(
      of: ["Always", "IfNotPresent", "Never"], field + ".imagePullPolicy", container["imagePullPolicy"])
    ResourceRules.check(container["resources"] ?? [:], field + ".resources", &errors)
    let context = container["securityContext"] ?? [:]
    PodRules.requireID(field + ".securityContext.runAsUser", context["runAsUser"], &errors)
    PodRules.requireID(field + ".securityContext.runAsGroup", context["runAsGroup"], &errors)
    if context["allowPrivilegeEscalation"]?.bool == false, context["privileged"]?.bool == true {
      errors.invalid(
        field + ".securityContext", context, "cannot set `allowPrivilegeEscalation` to false and `privileged` to true")
    }
  }

  static func hasWhiteSpaceAround(_ text: String) -> Bool {
    let isSpace = { (character: Character) in character.isWhitespace }
    return text.first.map(isSpace) == true || text.last.map(isSpace) == true
  }

  private static func checkPorts(
    _ container: JSONValue, _ field: String, usesHostNetwork: Bool, _ errors: inout FieldErrors
  ) {
    var names: Set<String> = []
    for (index, port) in container.elements("ports").enumerated() {
      let field = "\(field).ports[\(index)]"
      let name = port.text("name")
      if !name.isEmpty {
        let problems = NameRules.portName(name)
        for problem in problems { errors.invalid(field + ".name", port["name"], problem) }
        if problems.isEmpty, !names.insert(name).inserted { errors.duplicate(field + ".name", port["name"]) }
      }
      if port["containerPort"]?.int64 ?? 0 == 0 {
        errors.required(field + ".containerPort")
      } else {
        errors.requirePort(field + ".containerPort", port["containerPort"])
      }
      if port["hostPort"]?.int64 ?? 0 != 0 {
        errors.requirePort(field + ".hostPort", port["hostPort"])
        if usesHostNetwork, port["hostPort"] != port["containerPort"] {
          errors.invalid(
            field + ".containerPort", port["containerPort"], "must match `hostPort` when `hostNetwork` is true")
        }
      }
      errors.requireOne(of: ["SCTP", "TCP", "UDP"], field + ".protocol", port["protocol"])
    }
  }

  private static let variableSources = ["fieldRef", "resourceFieldRef", "configMapKeyRef", "secretKeyRef"]
  private static let knownFields: Set<String> = [
    "metadata.name", "metadata.namespace", "metadata.uid", "spec.nodeName", "spec.serviceAccountName", "status.hostIP",
    "status.hostIPs", "status.podIP", "status.podIPs",
  ]

  private static func checkEnvironment(_ container: JSONValue, _ field: String, _ errors: inout FieldErrors) {
    for (index, variable) in container.elements("env").enumerated() {
      let field = "\(field).env[\(index)]"
      let name = variable.text("name")
      if name.isEmpty {
        errors.required(field + ".name")
      } else {
        for problem in NameRules.environmentName(name) { errors.invalid(field + ".name", variable["name"], problem) }
      }
      if variable.has("valueFrom") { checkSource(variable, field, &errors) }
    }
    for (index, source) in container.elements("envFrom").enumerated() {
      let field = "\(field).envFrom[\(index)]"
      let prefix = source.text("prefix")
      if !prefix.isEmpty {
        for problem in NameRules.environmentName(prefix) { errors.invalid(field + ".prefix", .string(prefix), problem) }
      }
      let kinds = ["configMapRef", "secretRef"].filter { source.has($0) }
      if kinds.isEmpty { errors.invalid(field, "", "must specify one of: `configMapRef` or `secretRef`") }
      if kinds.count > 1 { errors.invalid(field, "", "may not have more than one field specified at a time") }
      for kind in kinds {
        let name = source.text(kind, "name")
        if name.isEmpty {
          errors.required("\(field).\(kind).name")
        } else {
          errors.requireSubdomain("\(field).\(kind).name", name)
        }
      }
    }
  }

  private static func checkSource(_ variable: JSONValue, _ field: String, _ errors: inout FieldErrors) {
    let source = variable["valueFrom"] ?? [:]
    let field = field + ".valueFrom"
    let kinds = variableSources.filter { source.has($0) }
    for kind in kinds {
      let reference = source[kind] ?? [:]
      switch kind {
      case "fieldRef":
        let path = reference.text("fieldPath")
        if path.isEmpty {
          errors.required(field + ".fieldRef.fieldPath")
        } else if !knownFields.contains(path), !isSubscripted(path) {
          errors.invalid(
            field + ".fieldRef.fieldPath", reference["fieldPath"],
            "error converting fieldPath: field label not supported: \(path)")
        }
      case "configMapKeyRef", "secretKeyRef":
        errors.requireSubdomain("\(field).\(kind).name", reference.text("name"))
        let key = reference.text("key")
        if key.isEmpty {
          errors.required("\(field).\(kind).key")
        } else {
          for problem in NameRules.configKey(key) { errors.invalid("\(field).\(kind).key", reference["key"], problem) }
        }
      default:
        if reference.text("resource").isEmpty { errors.required(field + ".resourceFieldRef.resource") }
      }
    }
    if kinds.isEmpty {
      errors.invalid(
        field, "", "must specify one of: `fieldRef`, `resourceFieldRef`, `configMapKeyRef` or `secretKeyRef`")
    }
    if !variable.text("value").isEmpty, !kinds.isEmpty {
      errors.invalid(field, "", "may not be specified when `value` is not empty")
    } else if kinds.count > 1 {
      errors.invalid(field, "", "may not have more than one field specified at a time")
    }
  }

  private static func isSubscripted(_ path: String) -> Bool {
    ["metadata.labels['", "metadata.annotations['"].contains { path.hasPrefix($0) } && path.hasSuffix("']")
  }
}
