import EmbeddedStore
import JSON
import Kube

/// Holds pods and claims to the limit ranges of their namespace (LimitRanger).
struct LimitRanger: AdmissionStep {
  let store: any ObjectStoring

  func mutate(_ request: inout ObjectAdmission) async throws(Status) {
    guard request.writes("pods", .create), var pod = request.object else { return }
    let items = try await items(request.namespace)
    guard !items.isEmpty else { return }
    LimitDefaults.apply(items, to: &pod)
    request.object = pod
  }

  func validate(_ request: inout ObjectAdmission) async throws(Status) {
    let isPod = request.writes("pods", .create)
    guard isPod || request.writes("persistentvolumeclaims", .create, .update), let object = request.object else {
      return
    }
    let items = try await items(request.namespace)
    var seen: Set<String> = []
    let problems = items.flatMap { isPod ? LimitCheck.pod(object, $0) : LimitCheck.claim(object, $0) }
      .filter { seen.insert($0).inserted }
    guard let first = problems.first else { return }
    throw request.forbidden(problems.count == 1 ? first : "[" + problems.joined(separator: ", ") + "]")
  }

  /// The limits of all ranges, in the order of their names.
  private func items(_ namespace: String) async throws(Status) -> [JSONValue] {
    let ranges: ObjectList
    do throws(StoreError) {
      ranges = try await store.list(ListQuery(collection: "limitranges", namespace: namespace))
    } catch {
      throw Status(error, GroupVersionResource(version: "v1", resource: "limitranges"), "")
    }
    var items: [JSONValue] = []
    for range in ranges.objects { items += try range.tree().spec.elements("limits") }
    return items
  }
}

/// Requests and limits that containers get from limit ranges.
enum LimitDefaults {
  private static let annotation = "kubernetes.io/limit-ranger"

  static func apply(_ items: [JSONValue], to pod: inout JSONValue) {
    var limits = JSONObject()
    var requests = JSONObject()
    for item in items where item.text("type") == "Container" {
      for (name, amount) in item["default"]?.object ?? [:] { limits[name] = amount }
      for (name, amount) in item["defaultRequest"]?.object ?? [:] { requests[name] = amount }
    }
    var notes: [String] = []
    var spec = pod.spec
    for (list, kind) in [("containers", "container"), ("initContainers", "init container")] {
      spec.changeElements(list) { container in
        let name = container.text("name")
        var resources = container["resources"] ?? [:]
        for (member, defaults, word) in [("requests", requests, "request"), ("limits", limits, "limit")] {
          let set = fill(&resources, member, defaults)
          if !set.isEmpty { notes.append("\(set.joined(separator: ", ")) \(word) for \(kind) \(name)") }
        }
        container["resources"] = resources
      }
    }
    guard !notes.isEmpty else { return }
    pod["spec"] = spec
    pod.setAnnotation(annotation, "LimitRanger plugin set: " + notes.joined(separator: "; "))
  }

  /// Sets the amounts that are missing, and returns their names.
  private static func fill(_ resources: inout JSONValue, _ member: String, _ defaults: JSONObject) -> [String] {
    var amounts = resources[member]?.object ?? [:]
    let missing = defaults.keys.filter { amounts[$0] == nil }.sorted()
    for name in missing { amounts[name] = defaults[name] }
    if !missing.isEmpty { resources[member] = .object(amounts) }
    return missing
  }
}

/// What breaks a limit, in Kubernetes' words.
enum LimitCheck {
  private typealias Amounts = [String: Quantity]

  static func pod(_ pod: JSONValue, _ item: JSONValue) -> [String] {
    let type = item.text("type")
    let containers = pod.spec.elements("containers")
    let initial = pod.spec.elements("initContainers")
    switch type {
    case "Container":
      return (containers + initial).flatMap {
        check(item, type, amounts($0, "requests"), amounts($0, "limits"))
      }
    case "Pod":
      return check(item, type, total("requests", containers, initial), total("limits", containers, initial))
    default: return []
    }
  }

  static func claim(_ claim: JSONValue, _ item: JSONValue) -> [String] {
    guard item.text("type") == "PersistentVolumeClaim" else { return [] }
    let requests = quantities(claim.value(at: "spec", "resources", "requests"))
    let least = quantities(item["min"]).sorted { $0.key < $1.key }
    let greatest = quantities(item["max"]).sorted { $0.key < $1.key }
    let type = "PersistentVolumeClaim"
    return least.compactMap { minimum($0.key, $0.value, type, requests, [:]) }
      + greatest.compactMap { name, bound in
        let text = "maximum \(name) usage per \(type) is \(bound)"
        guard let request = requests[name] else { return text + ".  No request is specified" }
        return bound.isLess(than: request) ? text + ", but request is \(request)" : nil
      }
  }

  private static func check(_ item: JSONValue, _ type: String, _ requests: Amounts, _ limits: Amounts) -> [String] {
    let sorted = { (member: String) in quantities(item[member]).sorted { $0.key < $1.key } }
    return sorted("min").compactMap { minimum($0.key, $0.value, type, requests, limits) }
      + sorted("max").compactMap { maximum($0.key, $0.value, type, requests, limits) }
      + sorted("maxLimitRequestRatio").compactMap { ratio($0.key, $0.value, type, requests, limits) }
  }

  private static func minimum(
    _ name: String, _ bound: Quantity, _ type: String, _ requests: Amounts, _ limits: Amounts
  ) -> String? {
    let text = "minimum \(name) usage per \(type) is \(bound)"
    guard let request = requests[name] else { return text + ".  No request is specified" }
    if request.isLess(than: bound) { return text + ", but request is \(request)" }
    if let limit = limits[name], limit.isLess(than: bound) { return text + ", but limit is \(limit)" }
    return nil
  }

  private static func maximum(
    _ name: String, _ bound: Quantity, _ type: String, _ requests: Amounts, _ limits: Amounts
  ) -> String? {
    let text = "maximum \(name) usage per \(type) is \(bound)"
    guard let limit = limits[name] else { return text + ".  No limit is specified" }
    if bound.isLess(than: limit) { return text + ", but limit is \(limit)" }
    if let request = requests[name], bound.isLess(than: request) { return text + ", but request is \(request)" }
    return nil
  }

  private static func ratio(
    _ name: String, _ bound: Quantity, _ type: String, _ requests: Amounts, _ limits: Amounts
  ) -> String? {
    let text = "\(name) max limit to request ratio per \(type) is \(bound)"
    guard let request = requests[name], !request.isZero else {
      return text + ", but no request is specified or request is 0"
    }
    guard let limit = limits[name], !limit.isZero else { return text + ", but no limit is specified or limit is 0" }
    let found = Double(limit.milliValue) / Double(request.milliValue)
    guard found > Double(bound.milliValue) / 1000 else { return nil }
    return text + ", but provided ratio is \(sixDigits(found))"
  }

  /// The number with six digits after the point.
  private static func sixDigits(_ number: Double) -> String {
    guard number < 1e12 else { return "\(number)" }
    let millionths = Int64((number * 1_000_000).rounded())
    let fraction = "\(millionths % 1_000_000)"
    return "\(millionths / 1_000_000)." + String(repeating: "0", count: 6 - fraction.utf8.count) + fraction
  }

  private static func quantities(_ amounts: JSONValue?) -> Amounts {
    (amounts?.object ?? [:]).reduce(into: [:]) { $0[$1.key] = Quantity(json: $1.value) }
  }

  private static func amounts(_ container: JSONValue, _ member: String) -> Amounts {
    quantities(container.value(at: "resources", member))
  }

  /// What a pod needs at once: all containers together, or the one that goes before them and needs most.
  private static func total(_ member: String, _ containers: [JSONValue], _ initial: [JSONValue]) -> Amounts {
    var total: Amounts = [:]
    for container in containers {
      for (name, amount) in amounts(container, member) { total[name] = total[name].map { $0 + amount } ?? amount }
    }
    for container in initial {
      for (name, amount) in amounts(container, member) {
        total[name] = total[name].map { $0.isLess(than: amount) ? amount : $0 } ?? amount
      }
    }
    return total
  }
}
