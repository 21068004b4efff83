import JSON

/// A path into an object as printer columns and scale paths write it, such as `.status.conditions[?(@.type=="Ready")]`.
///
/// The subset of Kubernetes' JSONPath (kubernetes.io/docs/reference/kubectl/jsonpath) that names places: members,
/// indices, slices, wildcards, filters and recursive descent.
public struct JSONPath: Sendable, Hashable {
  enum Step: Sendable, Hashable {
    case member(String)
    /// Counted from the end where negative.
    case index(Int)
    case slice(start: Int?, end: Int?)
    case wildcard
    case filter(Filter)
    /// The value itself and everything below it.
    case descent
  }

  struct Filter: Sendable, Hashable {
    enum Comparison: String, Sendable, Hashable {
      case equal = "=="
      case notEqual = "!="
      case lessOrEqual = "<="
      case greaterOrEqual = ">="
      case less = "<"
      case greater = ">"
    }

    /// Relative to the element that is looked at.
    var path: [Step]
    /// Nil asks only whether there is something at the path.
    var comparison: Comparison?
    var operand: JSONValue

    func selects(_ element: JSONValue) -> Bool {
      let found = JSONPath(steps: path).values(in: element)
      guard let comparison else { return !found.isEmpty }
      guard let value = found.first else { return false }
      switch comparison {
      case .equal: return value == operand
      case .notEqual: return value != operand
      case .less: return Self.isLess(value, operand)
      case .greater: return Self.isLess(operand, value)
      case .lessOrEqual: return value == operand || Self.isLess(value, operand)
      case .greaterOrEqual: return value == operand || Self.isLess(operand, value)
      }
    }

    private static func isLess(_ left: JSONValue, _ right: JSONValue) -> Bool {
      switch (left, right) {
      case (.number(let left), .number(let right)): (left.double ?? 0) < (right.double ?? 0)
      case (.string(let left), .string(let right)): left < right
      default: false
      }
    }
  }

  var steps: [Step]

  init(steps: [Step]) { self.steps = steps }

  /// Everything that the path leads to, in the order of the object; empty where it leads nowhere.
  public func values(in object: JSONValue) -> [JSONValue] {
    var found = [object]
    for step in steps {
      var next: [JSONValue] = []
      for value in found { Self.take(step, from: value, into: &next) }
      if next.isEmpty { return [] }
      found = next
    }
    return found
  }

  /// The first thing that the path leads to.
  public func first(in object: JSONValue) -> JSONValue? {
    var value = object
    for (position, step) in steps.enumerated() {
      guard case .member(let name) = step else {
        return JSONPath(steps: Array(steps[position...])).values(in: value).first
      }
      guard let inner = value[name] else { return nil }
      value = inner
    }
    return value
  }

  /// The names of the members on the way, for a path that consists of nothing else, as scale paths must; else nil.
  public var memberNames: [String]? {
    var names: [String] = []
    for step in steps {
      guard case .member(let name) = step else { return nil }
      names.append(name)
    }
    return names
  }

  private static func take(_ step: Step, from value: JSONValue, into found: inout [JSONValue]) {
    switch step {
    case .member(let name):
      if let inner = value[name] { found.append(inner) }
    case .index(let index):
      guard let elements = value.array else { return }
      let position = index < 0 ? elements.count + index : index
      if elements.indices.contains(position) { found.append(elements[position]) }
    case .slice(let start, let end):
      guard let elements = value.array else { return }
      func bound(_ index: Int) -> Int { min(max(index < 0 ? elements.count + index : index, 0), elements.count) }
      let first = bound(start ?? 0)
      let last = bound(end ?? elements.count)
      if first < last { found.append(contentsOf: elements[first..<last]) }
    case .wildcard:
      found.append(contentsOf: children(of: value))
    case .filter(let filter):
      found.append(contentsOf: children(of: value).filter(filter.selects))
    case .descent:
      found.append(value)
      for child in children(of: value) { take(.descent, from: child, into: &found) }
    }
  }

  private static func children(of value: JSONValue) -> [JSONValue] {
    switch value {
    case .array(let elements): elements
    case .object(let object): object.map(\.value)
    default: []
    }
  }
}
