/// How a requirement compares a label with its values.
public enum SelectorOperator: String, Sendable, Hashable {
  case `in` = "In"
  case notIn = "NotIn"
  case exists = "Exists"
  case doesNotExist = "DoesNotExist"
  case greaterThan = "Gt"
  case lessThan = "Lt"
}

/// Why a selector is not usable.
public enum SelectorError: Error, Sendable, Hashable {
  case unknownOperator(String)
  /// In and NotIn want at least one value.
  case missingValues(key: String)
  /// Exists and DoesNotExist want none.
  case unexpectedValues(key: String)
  /// Gt and Lt want exactly one whole number.
  case notOneNumber(key: String)
  case invalidKey(String)
  case invalidValue(key: String, value: String)
  /// A selector's text is not of the expected form at this place.
  case syntax(expected: String, found: String)
}

extension SelectorError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .unknownOperator(let name): "\"\(name)\" is no selector operator; use In, NotIn, Exists or DoesNotExist"
    case .missingValues(let key): "the requirement on \"\(key)\" lists no values; In and NotIn need at least one"
    case .unexpectedValues(let key): "the requirement on \"\(key)\" lists values; Exists and DoesNotExist take none"
    case .notOneNumber(let key): "the requirement on \"\(key)\" needs exactly one whole number"
    case .invalidKey(let key):
      "\"\(key)\" is no label key; use at most 63 letters, digits, '-', '_' and '.', and optionally a DNS name and '/' "
        + "before them"
    case .invalidValue(let key, let value):
      "\"\(value)\" is no label value for \"\(key)\"; use at most 63 letters, digits, '-', '_' and '.', beginning and "
        + "ending with a letter or digit"
    case .syntax(let expected, let found): "found \(found), expected \(expected)"
    }
  }
}

/// One condition on the labels of an object.
public struct LabelRequirement: Sendable, Hashable {
  public let key: String
  public let `operator`: SelectorOperator
  public let values: [String]

  /// Checks key, values and their number, as every use of a selector in Kubernetes does.
  public init(key: String, operator: SelectorOperator, values: [String] = []) throws(SelectorError) {
    guard NameValidation.isQualifiedName(key) else { throw .invalidKey(key) }
    switch `operator` {
    case .in, .notIn:
      if values.isEmpty { throw .missingValues(key: key) }
    case .exists, .doesNotExist:
      if !values.isEmpty { throw .unexpectedValues(key: key) }
    case .greaterThan, .lessThan:
      guard values.count == 1, Int64(values[0]) != nil else { throw .notOneNumber(key: key) }
    }
    for value in values where !NameValidation.isLabelValue(value) { throw .invalidValue(key: key, value: value) }
    self.key = key
    self.operator = `operator`
    self.values = values
  }

  /// Whether the value that an object has for the key, nil for none, meets the condition.
  public func matches(_ value: String?) -> Bool {
    switch `operator` {
    case .in: value.map(values.contains) ?? false
    case .notIn: value.map { !values.contains($0) } ?? true
    case .exists: value != nil
    case .doesNotExist: value == nil
    case .greaterThan: compare(value, >)
    case .lessThan: compare(value, <)
    }
  }

  private func compare(_ value: String?, _ holds: (Int64, Int64) -> Bool) -> Bool {
    guard let value = value.flatMap({ Int64($0) }), let bound = values.first.flatMap({ Int64($0) }) else {
      return false
    }
    return holds(value, bound)
  }
}

/// A set of conditions on labels that must all hold; without conditions it selects everything.
///
/// A *missing* label selector selects nothing: callers keep that apart as an absent `Selector`.
public struct Selector: Sendable, Hashable {
  public var requirements: [LabelRequirement]

  public init(_ requirements: [LabelRequirement] = []) { self.requirements = requirements }

  /// Selects every object.
  public static let everything = Selector()

  /// Converts the parts of a LabelSelector object.
  public init(
    matchLabels: some Sequence<(key: String, value: String)>,
    matchExpressions: some Sequence<(key: String, operator: String, values: [String])>
  ) throws(SelectorError) {
    requirements = []
    for (key, value) in matchLabels {
      requirements.append(try LabelRequirement(key: key, operator: .in, values: [value]))
    }
    for expression in matchExpressions {
      guard let known = SelectorOperator(rawValue: expression.operator), known != .greaterThan, known != .lessThan
      else { throw .unknownOperator(expression.operator) }
      requirements.append(
        try LabelRequirement(key: expression.key, operator: known, values: expression.values))
    }
  }

  /// Converts a LabelSelector object; labels are taken in the order of their names, so that the same fault is found
  /// first each time.
  public init(_ selector: LabelSelector) throws(SelectorError) {
    try self.init(
      matchLabels: (selector.matchLabels ?? [:]).sorted { $0.key < $1.key }.map { (key: $0.key, value: $0.value) },
      matchExpressions: selector.matchExpressions.map { (key: $0.key, operator: $0.operator, values: $0.values) })
  }

  /// Whether an object with these labels is selected.
  public func matches(_ labels: [String: String]) -> Bool { matches { labels[$0] } }

  /// Whether an object whose labels the function looks up is selected.
  public func matches(_ value: (String) -> String?) -> Bool {
    requirements.allSatisfy { $0.matches(value($0.key)) }
  }
}
