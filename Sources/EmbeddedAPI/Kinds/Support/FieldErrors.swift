import JSON
import Kube

/// Collects what is wrong with an object, each fault with its field and in the words of Kubernetes' API machinery
/// (apimachinery's field errors).
struct FieldErrors {
  private(set) var causes: [Cause] = []

  var isEmpty: Bool { causes.isEmpty }

  mutating func required(_ field: String, _ detail: String = "") {
    causes.append(Cause(.required, field, Self.text("Required value", detail)))
  }

  mutating func invalid(_ field: String, _ value: JSONValue?, _ detail: String) {
    causes.append(Cause(.invalid, field, Self.text("Invalid value: " + Self.shown(value), detail)))
  }

  mutating func notSupported(_ field: String, _ value: JSONValue?, _ allowed: [String]) {
    let list = allowed.map(Status.quoted).joined(separator: ", ")
    causes.append(
      Cause(.notSupported, field, "Unsupported value: \(Self.shown(value)): supported values: \(list)"))
  }

  mutating func duplicate(_ field: String, _ value: JSONValue?) {
    causes.append(Cause(.duplicate, field, "Duplicate value: " + Self.shown(value)))
  }

  mutating func forbidden(_ field: String, _ detail: String) {
    causes.append(Cause(.forbidden, field, Self.text("Forbidden", detail)))
  }

  mutating func notFound(_ field: String, _ value: JSONValue?) {
    causes.append(Cause(.notFound, field, "Not found: " + Self.shown(value)))
  }

  mutating func tooLong(_ field: String, limit: Int) {
    causes.append(Cause(.tooLong, field, "Too long: must have at most \(limit) bytes"))
  }

  mutating func append(_ more: [Cause]) { causes += more }

  private static func text(_ start: String, _ detail: String) -> String {
    detail.isEmpty ? start : start + ": " + detail
  }

  /// Texts in quotation marks, everything else as JSON.
  private static func shown(_ value: JSONValue?) -> String {
    switch value {
    case .string(let text): Status.quoted(text)
    case nil, .null: "null"
    case .some(let value): value.serialized()
    }
  }
}

// MARK: rules that many kinds share

extension FieldErrors {
  mutating func requireImmutable(_ field: String, _ new: JSONValue?, _ old: JSONValue?) {
    if new != old { invalid(field, new, "field is immutable") }
  }

  mutating func requireNotNegative(_ field: String, _ value: JSONValue?) {
    if let number = value?.int64, number < 0 { invalid(field, value, "must be greater than or equal to 0") }
  }

  /// The text, where there is one, is one of those.
  mutating func requireOne(of allowed: [String], _ field: String, _ value: JSONValue?) {
    if let value, !value.isNull, !allowed.contains(value.string ?? "") { notSupported(field, value, allowed) }
  }

  mutating func requireLabelName(_ field: String, _ name: String) {
    if name.isEmpty {
      required(field)
    } else {
      for problem in NameMessages.label(name) { invalid(field, .string(name), problem) }
    }
  }

  mutating func requireSubdomain(_ field: String, _ name: String) {
    for problem in NameMessages.subdomain(name) { invalid(field, .string(name), problem) }
  }

  mutating func requireQualifiedName(_ field: String, _ name: String) {
    for problem in NameMessages.qualifiedName(name) { invalid(field, .string(name), problem) }
  }

  /// Keys and values as labels have them.
  mutating func requireLabels(_ field: String, _ labels: JSONValue?) {
    for (key, value) in labels?.object ?? [:] {
      requireQualifiedName(field, key)
      for problem in NameMessages.labelValue(value.string ?? "") { invalid(field, value, problem) }
    }
  }

  mutating func requirePort(_ field: String, _ value: JSONValue?) {
    if let number = value?.int64 {
      if !(1...65535).contains(number) { invalid(field, value, "must be between 1 and 65535, inclusive") }
    } else if let name = value?.string {
      for problem in NameRules.portName(name) { invalid(field, value, problem) }
    }
  }

  /// An amount of a resource: a quantity, not negative.
  mutating func requireAmount(_ field: String, _ value: JSONValue?) {
    guard let quantity = Quantity(json: value) else { return }
    if quantity.sign < 0 { invalid(field, value, "must be greater than or equal to 0") }
  }

  /// meta/v1 LabelSelector.
  mutating func requireSelector(_ field: String, _ selector: JSONValue?) {
    guard let selector, !selector.isNull else { return }
    requireLabels(field + ".matchLabels", selector["matchLabels"])
    for (index, expression) in (selector["matchExpressions"]?.array ?? []).enumerated() {
      let path = "\(field).matchExpressions[\(index)]"
      let values = expression["values"]?.array ?? []
      switch expression["operator"]?.string ?? "" {
      case "In", "NotIn":
        if values.isEmpty { required(path + ".values", "must be specified when `operator` is 'In' or 'NotIn'") }
      case "Exists", "DoesNotExist":
        if !values.isEmpty {
          forbidden(path + ".values", "may not be specified when `operator` is 'Exists' or 'DoesNotExist'")
        }
      default: invalid(path + ".operator", expression["operator"] ?? "", "not a valid selector operator")
      }
      requireQualifiedName(path + ".key", expression["key"]?.string ?? "")
      for (position, value) in values.enumerated() {
        for problem in NameMessages.labelValue(value.string ?? "") {
          invalid("\(path).values[\(position)]", value, problem)
        }
      }
    }
  }
}

extension Quantity {
  /// A quantity as JSON has it, a text or a number; nil for anything else.
  init?(json value: JSONValue?) {
    let text: String
    switch value {
    case .string(let written): text = written
    case .number(let number): text = number.text
    default: return nil
    }
    guard let quantity = try? Quantity(text) else { return nil }
    self = quantity
  }
}
