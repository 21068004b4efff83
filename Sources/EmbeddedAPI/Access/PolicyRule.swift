import JSON
import Kube

/// What a role allows (rbac.authorization.k8s.io/v1 PolicyRule). `*` stands for all.
public struct PolicyRule: Sendable, Hashable {
  public var verbs: [String]
  public var apiGroups: [String]
  /// `pods`, `pods/log`, `*/scale`.
  public var resources: [String]
  /// Empty for all objects.
  public var resourceNames: [String]
  /// Paths; one may end in `*`.
  public var nonResourceURLs: [String]

  public init(
    verbs: [String], apiGroups: [String] = [], resources: [String] = [], resourceNames: [String] = [],
    nonResourceURLs: [String] = []
  ) {
    self.verbs = verbs
    self.apiGroups = apiGroups
    self.resources = resources
    self.resourceNames = resourceNames
    self.nonResourceURLs = nonResourceURLs
  }

  init(_ value: JSONValue) {
    func texts(_ name: String) -> [String] { value[name]?.array?.compactMap(\.string) ?? [] }
    self.init(
      verbs: texts("verbs"), apiGroups: texts("apiGroups"), resources: texts("resources"),
      resourceNames: texts("resourceNames"), nonResourceURLs: texts("nonResourceURLs"))
  }

  static func list(_ role: JSONValue) -> [PolicyRule] { (role["rules"]?.array ?? []).map { PolicyRule($0) } }

  var json: JSONValue {
    var object = JSONObject()
    for (name, texts) in [
      ("verbs", verbs), ("apiGroups", apiGroups), ("resources", resources), ("resourceNames", resourceNames),
      ("nonResourceURLs", nonResourceURLs),
    ] where !texts.isEmpty || name == "verbs" {
      object[name] = .array(texts.map(JSONValue.string))
    }
    return .object(object)
  }

  /// Whether the rule allows what is asked for.
  public func allows(_ wanted: AccessAttributes) -> Bool {
    guard verbs.contains("*") || verbs.contains(wanted.verb) else { return false }
    guard wanted.isResource else { return nonResourceURLs.contains { Self.covers(path: $0, wanted.path) } }
    guard apiGroups.contains("*") || apiGroups.contains(wanted.group) else { return false }
    guard resources.contains(where: { Self.covers(resource: $0, wanted.resource, wanted.subresource) }) else {
      return false
    }
    return resourceNames.isEmpty || resourceNames.contains(wanted.name)
  }

  static func covers(resource rule: String, _ resource: String, _ subresource: String) -> Bool {
    if rule == "*" { return true }
    // A slash in a resource's name was escaped in the path: it is no subresource.
    if subresource.isEmpty { return rule == resource && !resource.contains("/") }
    return rule == resource + "/" + subresource || rule == "*/" + subresource
  }

  static func covers(path rule: String, _ path: String) -> Bool {
    rule == "*" || rule == path || (rule.hasSuffix("*") && path.utf8.starts(with: rule.utf8.dropLast()))
  }

  /// As Kubernetes prints a rule in messages.
  var description: String {
    var parts: [String] = []
    for (name, texts) in [
      ("APIGroups", apiGroups), ("Resources", resources), ("NonResourceURLs", nonResourceURLs),
      ("ResourceNames", resourceNames), ("Verbs", verbs),
    ] where !texts.isEmpty {
      parts.append("\(name):[" + texts.map { Status.quoted($0) }.joined(separator: " ") + "]")
    }
    return "{" + parts.joined(separator: ", ") + "}"
  }
}

/// Whether rules that someone holds allow all that others would.
enum RuleCoverage {
  /// How many single permissions a role may come to for `missing` to be asked.
  static let partLimit = 20_000

  /// How many single permissions the rules are: their lists multiply.
  static func partCount(_ rules: [PolicyRule]) -> Int {
    rules.reduce(0) { sum, rule in
      // A request's body has less than 2^23 bytes: neither a pair of lists nor the sum of pairs overflows.
      let pairs = min(rule.verbs.count * rule.apiGroups.count, partLimit + 1)
      let triples = min(pairs * rule.resources.count, partLimit + 1)
      let all = triples * max(rule.resourceNames.count, 1) + rule.verbs.count * rule.nonResourceURLs.count
      return min(sum + all, partLimit + 1)
    }
  }

  /// The parts of `wanted` that no rule of `held` allows, put together again where only the verb differs.
  static func missing(_ wanted: [PolicyRule], from held: [PolicyRule]) -> [PolicyRule] {
    var missing: [PolicyRule] = []
    var places: [PolicyRule: Int] = [:]
    for rule in wanted.flatMap(parts) where !held.contains(where: { covers($0, rule) }) {
      var object = rule
      object.verbs = []
      if let place = places[object] {
        for verb in rule.verbs where !missing[place].verbs.contains(verb) { missing[place].verbs.append(verb) }
      } else {
        places[object] = missing.count
        missing.append(rule)
      }
    }
    return missing
  }

  /// Rules of one verb and one resource or path each.
  private static func parts(_ rule: PolicyRule) -> [PolicyRule] {
    var parts: [PolicyRule] = []
    for verb in rule.verbs {
      for group in rule.apiGroups {
        for resource in rule.resources {
          let names = rule.resourceNames.isEmpty ? [[]] : rule.resourceNames.map { [$0] }
          for name in names {
            parts.append(PolicyRule(verbs: [verb], apiGroups: [group], resources: [resource], resourceNames: name))
          }
        }
      }
      for path in rule.nonResourceURLs { parts.append(PolicyRule(verbs: [verb], nonResourceURLs: [path])) }
    }
    return parts
  }

  /// - Parameter part: of one verb and one resource or path.
  private static func covers(_ held: PolicyRule, _ part: PolicyRule) -> Bool {
    func all(_ have: [String], _ want: [String]) -> Bool { have.contains("*") || want.allSatisfy { have.contains($0) } }
    guard all(held.verbs, part.verbs) else { return false }
    if let path = part.nonResourceURLs.first {
      return held.nonResourceURLs.contains { PolicyRule.covers(path: $0, path) }
    }
    guard all(held.apiGroups, part.apiGroups), let wanted = part.resources.first else { return false }
    let steps = wanted.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let subresource = steps.count == 2 ? steps[1] : ""
    guard held.resources.contains(where: { $0 == wanted || PolicyRule.covers(resource: $0, steps[0], subresource) })
    else { return false }
    if held.resourceNames.isEmpty { return true }
    return !part.resourceNames.isEmpty && part.resourceNames.allSatisfy { held.resourceNames.contains($0) }
  }
}
