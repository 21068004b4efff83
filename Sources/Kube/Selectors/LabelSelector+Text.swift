extension LabelSelector {
  /// The form that query parameters and autoscalers take: `app=web,tier in (a,b),!old`, ordered by keys. An operator that
  /// is not known is left out; `Selector(_:)` refuses those.
  public var text: String {
    var terms: [(key: String, text: String)] = []
    for (key, value) in matchLabels ?? [:] { terms.append((key, "\(key)=\(value)")) }
    for expression in matchExpressions {
      let values = expression.values.sorted().joined(separator: ",")
      switch SelectorOperator(rawValue: expression.operator) {
      case .in: terms.append((expression.key, "\(expression.key) in (\(values))"))
      case .notIn: terms.append((expression.key, "\(expression.key) notin (\(values))"))
      case .exists: terms.append((expression.key, expression.key))
      case .doesNotExist: terms.append((expression.key, "!\(expression.key)"))
      case .greaterThan, .lessThan, nil: break
      }
    }
    return terms.sorted { ($0.key, $0.text) < ($1.key, $1.text) }.map(\.text).joined(separator: ",")
  }
}
