import JSON
import Kube

/// What kube-apiserver demands of where a pod may run: affinity, tolerations, spreading.
enum PlacementRules {
  private static let required = "requiredDuringSchedulingIgnoredDuringExecution"
  private static let preferred = "preferredDuringSchedulingIgnoredDuringExecution"

  static func check(_ affinity: JSONValue, _ field: String, _ errors: inout FieldErrors) {
    let node = affinity["nodeAffinity"] ?? [:]
    if let selector = node[required], !selector.isNull {
      checkNodeSelector(selector, "\(field).nodeAffinity.\(required)", &errors)
    }
    for (index, term) in node.elements(preferred).enumerated() {
      let field = "\(field).nodeAffinity.\(preferred)[\(index)]"
      checkWeight(term, field, &errors)
      checkTerm(term["preference"] ?? [:], field + ".preference", &errors)
    }
    for kind in ["podAffinity", "podAntiAffinity"] {
      let pods = affinity[kind] ?? [:]
      for (index, term) in pods.elements(required).enumerated() {
        checkPodTerm(term, "\(field).\(kind).\(required)[\(index)]", &errors)
      }
      for (index, term) in pods.elements(preferred).enumerated() {
        let field = "\(field).\(kind).\(preferred)[\(index)]"
        checkWeight(term, field, &errors)
        checkPodTerm(term["podAffinityTerm"] ?? [:], field + ".podAffinityTerm", &errors)
      }
    }
  }

  private static func checkWeight(_ term: JSONValue, _ field: String, _ errors: inout FieldErrors) {
    let weight = term["weight"]?.int64 ?? 0
    if !(1...100).contains(weight) {
      errors.invalid(field + ".weight", .number(JSONNumber(weight)), "must be in the range 1-100")
    }
  }

  static func checkNodeSelector(_ selector: JSONValue, _ field: String, _ errors: inout FieldErrors) {
    let terms = selector.elements("nodeSelectorTerms")
    if terms.isEmpty { errors.required(field + ".nodeSelectorTerms", "must have at least one node selector term") }
    for (index, term) in terms.enumerated() { checkTerm(term, "\(field).nodeSelectorTerms[\(index)]", &errors) }
  }

  private static func checkTerm(_ term: JSONValue, _ field: String, _ errors: inout FieldErrors) {
    for (index, expression) in term.elements("matchExpressions").enumerated() {
      let field = "\(field).matchExpressions[\(index)]"
      let values = expression.elements("values")
      switch expression.text("operator") {
      case "In", "NotIn":
        if values.isEmpty { errors.required(field + ".values", "must be specified when `operator` is 'In' or 'NotIn'") }
      case "Exists", "DoesNotExist":
        if !values.isEmpty {
          errors.forbidden(field + ".values", "may not be specified when `operator` is 'Exists' or 'DoesNotExist'")
        }
      case "Gt", "Lt":
        if values.count != 1 {
          errors.required(field + ".values", "must be specified single value when `operator` is 'Lt' or 'Gt'")
        }
      default: errors.invalid(field + ".operator", expression["operator"] ?? "", "not a valid selector operator")
      }
      errors.requireQualifiedName(field + ".key", expression.text("key"))
    }
  }

  private static func checkPodTerm(_ term: JSONValue, _ field: String, _ errors: inout FieldErrors) {
    errors.requireSelector(field + ".labelSelector", term["labelSelector"])
    checkTopologyKey(term, field, &errors)
    // An empty key is a faulty name besides.
    if term.text("topologyKey").isEmpty { errors.requireQualifiedName(field + ".topologyKey", "") }
  }

  private static func checkTopologyKey(_ term: JSONValue, _ field: String, _ errors: inout FieldErrors) {
    let key = term.text("topologyKey")
    if key.isEmpty {
      errors.required(field + ".topologyKey", "can not be empty")
    } else {
      errors.requireQualifiedName(field + ".topologyKey", key)
    }
  }

  static func checkSpread(_ constraints: [JSONValue], _ errors: inout FieldErrors) {
    for (index, constraint) in constraints.enumerated() {
      let field = "spec.topologySpreadConstraints[\(index)]"
      if constraint["maxSkew"]?.int64 ?? 0 <= 0 {
        errors.invalid(field + ".maxSkew", constraint["maxSkew"] ?? 0, "must be greater than zero")
      }
      checkTopologyKey(constraint, field, &errors)
      errors.requireOne(
        of: ["DoNotSchedule", "ScheduleAnyway"], field + ".whenUnsatisfiable", constraint["whenUnsatisfiable"] ?? "")
      errors.requireSelector(field + ".labelSelector", constraint["labelSelector"])
    }
  }

  static func checkTolerations(_ tolerations: [JSONValue], _ field: String, _ errors: inout FieldErrors) {
    for (index, toleration) in tolerations.enumerated() {
      let field = "\(field)[\(index)]"
      let key = toleration.text("key")
      let kind = toleration.text("operator")
      if !key.isEmpty { errors.requireQualifiedName(field + ".key", key) }
      if key.isEmpty, kind != "Exists" {
        errors.invalid(
          field + ".operator", toleration["operator"] ?? "",
          "operator must be Exists when `key` is empty, which means \"match all values and all keys\"")
      }
      if toleration.has("tolerationSeconds"), toleration.text("effect") != "NoExecute" {
        errors.invalid(
          field + ".effect", toleration["effect"] ?? "", "effect must be 'NoExecute' when `tolerationSeconds` is set")
      }
      switch kind {
      case "", "Equal":
        for problem in NameMessages.labelValue(toleration.text("value")) {
          errors.invalid(field + ".operator", toleration["value"], problem)
        }
      case "Exists":
        if !toleration.text("value").isEmpty {
          errors.invalid(field + ".operator", toleration, "value must be empty when `operator` is 'Exists'")
        }
      default: errors.notSupported(field + ".operator", toleration["operator"], ["Equal", "Exists"])
      }
      if !toleration.text("effect").isEmpty {
        errors.requireOne(
          of: ["NoSchedule", "PreferNoSchedule", "NoExecute"], field + ".effect", toleration["effect"])
      }
    }
  }
}
