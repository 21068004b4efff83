import JSON
import Kube

extension JSONValue {
  /// Sets a member that is missing, null or, for texts, empty: what Go's zero values are to Kubernetes' defaults.
  mutating func setDefault(_ key: String, _ value: JSONValue) {
    switch self[key] {
    case nil, .null, .string(""): self[key] = value
    default: break
    }
  }

  /// Sets a number that is missing, null or 0.
  mutating func setDefaultNumber(_ key: String, _ value: Int64) {
    if self[key]?.int64 ?? 0 == 0, self[key]?.string == nil { self[key] = .number(JSONNumber(value)) }
  }

  /// Changes a member that is there and is no null.
  mutating func changeMember(_ key: String, _ body: (inout JSONValue) -> Void) {
    guard var value = self[key], !value.isNull else { return }
    body(&value)
    self[key] = value
  }

  /// Changes every element of a member that is an array.
  mutating func changeElements(_ key: String, _ body: (inout JSONValue) -> Void) {
    guard let elements = self[key]?.array else { return }
    self[key] = .array(
      elements.map {
        var element = $0
        body(&element)
        return element
      })
  }

  /// Writes the conditions of a status as Kubernetes does: with their times, known or not, and without empty texts.
  ///
  /// - Parameter times: the names of the times that conditions of this kind have.
  mutating func completeConditions(times: [String]) {
    changeElements("conditions") { condition in
      for time in times where condition[time] == nil { condition[time] = .null }
      for text in ["reason", "message"] where condition.text(text).isEmpty { condition[text] = nil }
    }
  }

  /// Writes the amounts of a member, such as `requests`, in their canonical form, as Kubernetes does: `1000m` is `1`.
  mutating func canonicalizeAmounts(_ key: String) {
    guard let amounts = self[key]?.object else { return }
    self[key] = .object(JSONObject(amounts.map { ($0.key, Self.canonicalAmount($0.value)) }))
  }

  mutating func canonicalizeAmount(_ key: String) {
    if let amount = self[key] { self[key] = Self.canonicalAmount(amount) }
  }

  private static func canonicalAmount(_ value: JSONValue) -> JSONValue {
    Quantity(json: value).map { .string($0.description) } ?? value
  }

  /// Elements of a member that is an array, or nothing.
  func elements(_ key: String) -> [JSONValue] { self[key]?.array ?? [] }
  /// The text of a member; empty when there is none.
  func text(_ path: String...) -> String {
    var value: JSONValue? = self
    for key in path { value = value?[key] }
    return value?.string ?? ""
  }
}

extension JSONValue {
  /// Whether a member is there, null not counted.
  func has(_ key: String) -> Bool { self[key].map { !$0.isNull } ?? false }

  var metadata: JSONValue { self["metadata"] ?? [:] }
  var spec: JSONValue { self["spec"] ?? [:] }
  var status: JSONValue { self["status"] ?? [:] }
  var labels: [String: String] {
    (metadata["labels"]?.object ?? [:]).reduce(into: [:]) { $0[$1.key] = $1.value.string }
  }
}
