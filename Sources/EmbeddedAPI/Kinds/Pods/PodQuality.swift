import JSON
import Kube

/// The class by which a pod is evicted under memory pressure ("Pod Quality of Service Classes").
enum PodQuality {
  static func of(_ spec: JSONValue) -> String {
    let containers = spec.elements("containers") + spec.elements("initContainers")
    var requests: [String: Quantity] = [:]
    var limits: [String: Quantity] = [:]
    var isGuaranteed = true
    for container in containers {
      add(container.value(at: "resources", "requests"), to: &requests)
      let known = add(container.value(at: "resources", "limits"), to: &limits)
      if known != ["cpu", "memory"] { isGuaranteed = false }
    }
    if requests.isEmpty && limits.isEmpty { return "BestEffort" }
    isGuaranteed =
      isGuaranteed && requests.count == limits.count
      && requests.allSatisfy { name, amount in limits[name].map { $0.isEqual(to: amount) } ?? false }
    return isGuaranteed ? "Guaranteed" : "Burstable"
  }

  /// Adds amounts above zero of what counts here, and says of what there were some.
  @discardableResult
  private static func add(_ amounts: JSONValue?, to sums: inout [String: Quantity]) -> Set<String> {
    var known: Set<String> = []
    for name in ["cpu", "memory"] {
      guard let amount = Quantity(json: amounts?[name]), amount.sign > 0 else { continue }
      known.insert(name)
      sums[name] = sums[name].map { $0 + amount } ?? amount
    }
    return known
  }
}
