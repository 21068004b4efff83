import JSON
import Kube

/// `pods/eviction`: deletes a pod where its disruption budget allows it (policy/v1 Eviction).
struct EvictionEndpoint: ResourceEndpoint {
  private static let budgets = GroupVersionResource(group: "policy", version: "v1", resource: "poddisruptionbudgets")

  func respond(_ request: ResourceRequest, _ objects: any ObjectAccess) async throws(Status) -> EndpointAnswer {
    let eviction = try ReviewObject.decode(request, kind: "Eviction")
    guard eviction.name == request.name else {
      throw .badRequest("name in URL does not match name in Eviction object")
    }
    var options = eviction["deleteOptions"].flatMap { $0.isNull ? nil : $0 } ?? [:]
    let isDryRun = request.options.isDryRun || !options.elements("dryRun").isEmpty
    if isDryRun { options["dryRun"] = ["All"] }
    let (namespace, name) = (request.namespace, request.name)
    let wanted = options
    try await BuiltInEndpoints.retryingConflicts { () throws(Status) -> Void in
      let pod = try await objects.get(BuiltInEndpoints.pods, namespace: namespace, name: name)
      if Self.needsBudget(pod) {
        try await takeFromBudget(pod, objects, namespace: namespace, isDryRun: isDryRun)
      }
      var options = wanted
      var preconditions = options["preconditions"].flatMap { $0.isNull ? nil : $0 } ?? [:]
      if !preconditions.has("uid") { preconditions["uid"] = .string(pod.uid) }
      options["preconditions"] = preconditions
      try await objects.delete(BuiltInEndpoints.pods, namespace: namespace, name: name, options: options)
    }
    return EndpointAnswer(object: BuiltInEndpoints.created)
  }

  /// A pod that doesn't run yet, no longer, or is being deleted anyway disrupts nothing.
  static func needsBudget(_ pod: JSONValue) -> Bool {
    !["Succeeded", "Failed", "Pending"].contains(pod.text("status", "phase")) && !pod.isBeingDeleted
  }

  private func takeFromBudget(
    _ pod: JSONValue, _ objects: any ObjectAccess, namespace: String, isDryRun: Bool
  ) async throws(Status) {
    let matching = try await objects.list(Self.budgets, namespace: namespace).filter {
      DisruptionBudget.covers($0, pod)
    }
    guard let budget = matching.first else { return }
    guard matching.count == 1 else {
      throw .internalError(
        "more than one PodDisruptionBudget covers the pod, and an eviction can count for one only")
    }
    let pods = try await objects.list(BuiltInEndpoints.pods, namespace: namespace).filter {
      DisruptionBudget.covers(budget, $0)
    }
    let state = DisruptionBudget.state(budget, pods: pods)
    if !PodSummary.isTrue(pod, "Ready"), DisruptionBudget.letsUnreadyGo(budget, state) { return }
    if let refusal = DisruptionBudget.refusal(budget, state) { throw refusal }
    // Where someone counts, the one that goes is taken off until they have counted again.
    guard state.isCounted, !isDryRun else { return }
    var changed = budget
    changed["status"]?["disruptionsAllowed"] = .number(JSONNumber(state.allowed - 1))
    var disrupted = changed.status["disruptedPods"].flatMap { $0.isNull ? nil : $0 } ?? [:]
    disrupted[pod.name] = .string(Timestamp.now().text)
    changed["status"]?["disruptedPods"] = disrupted
    _ = try await objects.update(
      Self.budgets, namespace: namespace, name: budget.name, subresource: "status", changed, isDryRun: false)
  }
}

/// What a disruption budget allows.
enum DisruptionBudget {
  struct State: Equatable {
    var allowed: Int64
    var healthy: Int64
    var desired: Int64
    /// Whether the numbers are those of a controller that keeps the budget's status.
    var isCounted: Bool
  }

  /// A budget without a selector covers no pod, one with an empty selector all.
  static func covers(_ budget: JSONValue, _ pod: JSONValue) -> Bool {
    guard let selector = budget.spec["selector"], !selector.isNull else { return false }
    let labels = (selector["matchLabels"]?.object ?? [:]).map { (key: $0.key, value: $0.value.string ?? "") }
    let expressions = selector.elements("matchExpressions").map {
      (key: $0.text("key"), operator: $0.text("operator"), values: $0.elements("values").compactMap(\.string))
    }
    guard let parsed = try? Selector(matchLabels: labels, matchExpressions: expressions) else { return false }
    return parsed.matches(pod.labels)
  }

  /// The status that a controller keeps, or else what the pods themselves say.
  static func state(_ budget: JSONValue, pods: [JSONValue]) -> State {
    let status = budget.status
    if let observed = status["observedGeneration"]?.int64, observed > 0,
      observed >= budget.metadata["generation"]?.int64 ?? 0
    {
      return State(
        allowed: status["disruptionsAllowed"]?.int64 ?? 0, healthy: status["currentHealthy"]?.int64 ?? 0,
        desired: status["desiredHealthy"]?.int64 ?? 0, isCounted: true)
    }
    let expected = pods.filter { !["Succeeded", "Failed"].contains($0.text("status", "phase")) }
    let healthy = Int64(expected.filter { !$0.isBeingDeleted && PodSummary.isTrue($0, "Ready") }.count)
    let desired = desired(budget.spec, expected: Int64(expected.count))
    return State(allowed: max(0, healthy - desired), healthy: healthy, desired: desired, isCounted: false)
  }

  private static func desired(_ spec: JSONValue, expected: Int64) -> Int64 {
    if spec.has("minAvailable") { return count(spec["minAvailable"], of: expected) }
    if spec.has("maxUnavailable") { return max(0, expected - count(spec["maxUnavailable"], of: expected)) }
    return 0
  }

  /// A number, or a share rounded up.
  private static func count(_ value: JSONValue?, of total: Int64) -> Int64 {
    if let number = value?.int64 { return number }
    guard let text = value?.string, text.hasSuffix("%"), let share = Int64(text.dropLast()), (0...100).contains(share)
    else { return 0 }
    return (total * share + 99) / 100
  }

  static func letsUnreadyGo(_ budget: JSONValue, _ state: State) -> Bool {
    budget.text("spec", "unhealthyPodEvictionPolicy") == "AlwaysAllow"
      || (state.healthy >= state.desired && state.desired > 0)
  }

  /// Why no pod may go now; nil where one may.
  static func refusal(_ budget: JSONValue, _ state: State) -> Status? {
    if state.allowed < 0 {
      return .forbidden(
        GroupVersionResource(group: "policy", version: "v1", resource: "poddisruptionbudget"), budget.name,
        "pdb disruptions allowed is negative")
    }
    guard state.allowed == 0 else { return nil }
    return .failure(
      .tooManyRequests, code: 429, message: "Cannot evict pod as it would violate the pod's disruption budget.",
      details: StatusDetails(causes: [
        Cause(
          "DisruptionBudget", "",
          "The disruption budget \(budget.name) needs \(state.desired) healthy pods and has \(state.healthy) currently")
      ]))
  }
}
