import JSON
import Kube

/// What kube-apiserver demands of requests and limits.
enum ResourceRules {
  private static let standard: Set<String> = ["cpu", "memory", "ephemeral-storage"]

  static func check(_ resources: JSONValue, _ field: String, _ errors: inout FieldErrors) {
    let limits = resources["limits"]?.object ?? [:]
    let requests = resources["requests"]?.object ?? [:]
    for (name, amount) in limits {
      checkName(name, "\(field).limits[\(name)]", &errors)
      checkAmount(name, amount, "\(field).limits[\(name)]", &errors)
    }
    for (name, amount) in requests {
      checkName(name, "\(field).requests[\(name)]", &errors)
      checkAmount(name, amount, "\(field).requests[\(name)]", &errors)
      guard let request = Quantity(json: amount) else { continue }
      if let limit = Quantity(json: limits[name]) {
        if isOvercommittable(name), limit.isLess(than: request) {
          errors.invalid(field + ".requests", amount, "must be less than or equal to \(name) limit")
        } else if !isOvercommittable(name), !limit.isEqual(to: request) {
          errors.invalid(field + ".requests", amount, "must be equal to \(name) limit")
        }
      } else if !isOvercommittable(name) {
        errors.required(field + ".limits", "Limit must be set for non overcommitable resources")
      }
    }
    let usesPages = limits.keys.contains { $0.hasPrefix("hugepages-") }
    if usesPages, !["cpu", "memory"].contains(where: { requests[$0] != nil || limits[$0] != nil }) {
      errors.forbidden(field, "HugePages require cpu or memory")
    }
  }

  private static func checkAmount(
    _ name: String, _ amount: JSONValue, _ field: String, _ errors: inout FieldErrors
  ) {
    errors.requireAmount(field, amount)
    // Devices are counted.
    guard isDevice(name), let quantity = Quantity(json: amount), quantity.milliValue % 1000 != 0 else { return }
    errors.invalid(field, amount, "must be an integer")
  }

  /// What nodes have besides what Kubernetes knows, such as `devices.kubevirt.io/kvm`.
  private static func isDevice(_ name: String) -> Bool { !isOvercommittable(name) && name.contains("/") }

  /// Devices and huge pages are there or not: nothing can be promised twice.
  static func isOvercommittable(_ name: String) -> Bool {
    if name.hasPrefix("hugepages-") { return false }
    return !name.contains("/") || name.split(separator: "/").first?.hasSuffix("kubernetes.io") == true
  }

  private static func checkName(_ name: String, _ field: String, _ errors: inout FieldErrors) {
    let problems = NameMessages.qualifiedName(name)
    for problem in problems { errors.invalid(field, .string(name), problem) }
    guard problems.isEmpty, !name.contains("/"), !standard.contains(name), !name.hasPrefix("hugepages-") else { return }
    errors.invalid(field, .string(name), "must be a standard resource type or fully qualified")
    errors.invalid(field, .string(name), "must be a standard resource for containers")
  }
}
