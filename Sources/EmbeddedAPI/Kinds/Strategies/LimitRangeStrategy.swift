import JSON
import Kube

/// core/v1 LimitRange.
struct LimitRangeStrategy: ResourceStrategy {
  func prepare(_ change: inout ObjectChange) {
    var spec = change.object.spec
    spec.changeElements("limits") { item in
      for member in ["max", "min", "default", "defaultRequest", "maxLimitRequestRatio"] {
        item.canonicalizeAmounts(member)
      }
      guard item.text("type") == "Container" else { return }
      // A default limit is at most the greatest one, a default request the default limit or else the least one.
      var limits = item["default"]?.object ?? [:]
      for (name, amount) in item["max"]?.object ?? [:] where limits[name] == nil { limits[name] = amount }
      var requests = item["defaultRequest"]?.object ?? [:]
      for (name, amount) in limits where requests[name] == nil { requests[name] = amount }
      for (name, amount) in item["min"]?.object ?? [:] where requests[name] == nil { requests[name] = amount }
      if !limits.isEmpty { item["default"] = .object(limits) }
      if !requests.isEmpty { item["defaultRequest"] = .object(requests) }
    }
    change.object["spec"] = spec
  }

  func validate(_ change: ObjectChange) -> [Cause] {
    var errors = FieldErrors()
    var types: Set<String> = []
    for (index, item) in change.object.spec.elements("limits").enumerated() {
      let field = "spec.limits[\(index)]"
      let type = item.text("type")
      checkType(type, field, &errors)
      if !types.insert(type).inserted { errors.duplicate(field + ".type", item["type"]) }
      if type == "Pod" {
        for member in ["default", "defaultRequest"] where !(item[member]?.object ?? [:]).isEmpty {
          errors.forbidden("\(field).\(member)", "may not be specified when `type` is 'Pod'")
        }
      }
      if type == "PersistentVolumeClaim", item.value(at: "min", "storage") == nil,
        item.value(at: "max", "storage") == nil
      {
        errors.required(
          field + ".limits", "min or max of storage must be given")
      }
      checkAmounts(item, field, &errors)
    }
    return errors.causes
  }

  private func checkType(_ type: String, _ field: String, _ errors: inout FieldErrors) {
    errors.requireQualifiedName(field + ".type", type)
    if !type.isEmpty, !type.contains("/"), !["Pod", "Container", "PersistentVolumeClaim"].contains(type) {
      errors.invalid(field + ".type", .string(type), "must be a standard limit type or fully qualified")
    }
  }

  private func checkAmounts(_ item: JSONValue, _ field: String, _ errors: inout FieldErrors) {
    let amounts = { (member: String, name: String) -> (text: String, amount: Quantity)? in
      let value = item.value(at: member, name)
      return Quantity(json: value).map { (value?.string ?? value?.number?.text ?? "", $0) }
    }
    var names: Set<String> = []
    for member in ["max", "min", "default", "defaultRequest", "maxLimitRequestRatio"] {
      names.formUnion((item[member]?.object ?? [:]).keys)
    }
    for name in names.sorted() {
      let least = amounts("min", name)
      let greatest = amounts("max", name)
      let request = amounts("defaultRequest", name)
      let limit = amounts("default", name)
      let refuse = { (member: String, low: String, high: String, text: String, errors: inout FieldErrors) in
        errors.invalid(
          "\(field).\(member)[\(name)]", .string(low), text.replacing("$", low, high))
      }
      if let least, let greatest, greatest.amount.isLess(than: least.amount) {
        refuse("min", least.text, greatest.text, "min value $ is greater than max value $", &errors)
      }
      if let request, let least, request.amount.isLess(than: least.amount) {
        refuse(
          "defaultRequest", least.text, request.text, "min value $ is greater than default request value $", &errors)
      }
      if let request, let greatest, greatest.amount.isLess(than: request.amount) {
        refuse(
          "defaultRequest", request.text, greatest.text, "default request value $ is greater than max value $", &errors)
      }
      if let request, let limit, limit.amount.isLess(than: request.amount) {
        refuse(
          "defaultRequest", request.text, limit.text, "default request value $ is greater than default limit value $",
          &errors)
      }
      if let limit, let least, limit.amount.isLess(than: least.amount) {
        refuse("default", least.text, limit.text, "min value $ is greater than default value $", &errors)
      }
      if let limit, let greatest, greatest.amount.isLess(than: limit.amount) {
        refuse("default", limit.text, greatest.text, "default value $ is greater than max value $", &errors)
      }
      if let ratio = amounts("maxLimitRequestRatio", name), ratio.amount.isLess(than: Quantity(1)) {
        errors.invalid(
          "\(field).maxLimitRequestRatio[\(name)]", .string(ratio.text), "ratio \(ratio.text) is less than 1")
      }
    }
  }

  var table: TableLayout? { SmallTables.createdAt }
}

extension String {
  /// The text with one value after the other in the places of a mark.
  fileprivate func replacing(_ mark: Character, _ values: String...) -> String {
    var rest = values[...]
    return String(flatMap { $0 == mark ? Array(rest.popFirst() ?? "") : [$0] })
  }
}
