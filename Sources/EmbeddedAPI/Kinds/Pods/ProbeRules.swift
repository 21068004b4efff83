import JSON
import Kube

/// What kube-apiserver demands of probes and lifecycle hooks.
enum ProbeRules {
  private static let handlers = ["exec", "httpGet", "tcpSocket", "grpc", "sleep"]
  private static let numbers = [
    "initialDelaySeconds", "timeoutSeconds", "periodSeconds", "successThreshold", "failureThreshold",
  ]

  static func check(_ container: JSONValue, _ field: String, _ errors: inout FieldErrors) {
    for hook in ["postStart", "preStop"] {
      if let handler = container.value(at: "lifecycle", hook), !handler.isNull {
        checkHandler(handler, "\(field).lifecycle.\(hook)", &errors)
      }
    }
    for kind in ["livenessProbe", "startupProbe", "readinessProbe"] where container.has(kind) {
      let probe = container[kind] ?? [:]
      let field = "\(field).\(kind)"
      checkHandler(probe, field, &errors)
      for number in numbers { errors.requireNotNegative("\(field).\(number)", probe[number]) }
      if kind != "readinessProbe", let threshold = probe["successThreshold"]?.int64, threshold != 1 {
        errors.invalid(field + ".successThreshold", probe["successThreshold"], "must be 1")
      }
    }
  }

  private static func checkHandler(_ handler: JSONValue, _ field: String, _ errors: inout FieldErrors) {
    var isFirst = true
    for kind in handlers where handler.has(kind) {
      guard isFirst else {
        errors.forbidden("\(field).\(kind)", "may not specify more than 1 handler type")
        continue
      }
      isFirst = false
      let action = handler[kind] ?? [:]
      switch kind {
      case "exec":
        if action.elements("command").isEmpty { errors.required(field + ".exec.command") }
      case "httpGet":
        if action.text("path").isEmpty { errors.required(field + ".httpGet.path") }
        errors.requirePort(field + ".httpGet.port", action["port"])
        errors.requireOne(of: ["HTTP", "HTTPS"], field + ".httpGet.scheme", action["scheme"])
      case "tcpSocket", "grpc": errors.requirePort("\(field).\(kind).port", action["port"])
      default: break
      }
    }
    if isFirst { errors.required(field, "must specify a handler type") }
  }
}
