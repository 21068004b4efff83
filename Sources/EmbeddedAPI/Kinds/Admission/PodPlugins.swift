import JSON
import Kube

/// Says how important a pod is (Priority). Priority classes are not served: only Kubernetes' own two can be named.
struct PodPriority: AdmissionStep {
  private static let classes: [String: Int64] = [
    "system-cluster-critical": 2_000_000_000, "system-node-critical": 2_000_001_000,
  ]
  private static let policy = "PreemptLowerPriority"

  func mutate(_ request: inout ObjectAdmission) async throws(Status) {
    guard var pod = request.object else { return }
    var spec = pod.spec
    if request.writes("pods", .update) {
      for field in ["priority", "preemptionPolicy"] where !spec.has(field) {
        spec[field] = request.oldObject?.spec[field]
      }
    } else if request.writes("pods", .create) {
      let name = spec.text("priorityClassName")
      guard let priority = name.isEmpty ? 0 : Self.classes[name] else {
        throw request.forbidden("no PriorityClass with name \(name) was found")
      }
      if let given = spec["priority"]?.int64, given != priority {
        throw request.forbidden(
          "spec.priority is \(given), and the pod's priority class says \(priority): leave it out")
      }
      let given = spec.text("preemptionPolicy")
      if !given.isEmpty, given != Self.policy {
        throw request.forbidden(
          "spec.preemptionPolicy is \(given), and the pod's priority class says \(Self.policy): leave it out")
      }
      spec["priority"] = .number(JSONNumber(priority))
      spec["preemptionPolicy"] = .string(Self.policy)
    } else {
      return
    }
    pod["spec"] = spec
    request.object = pod
  }
}

/// Lets pods stay five minutes on a node that does not answer (DefaultTolerationSeconds).
struct DefaultTolerations: AdmissionStep {
  private static let taints = ["node.kubernetes.io/not-ready", "node.kubernetes.io/unreachable"]

  func mutate(_ request: inout ObjectAdmission) async throws(Status) {
    guard request.writes("pods", .create, .update), let pod = request.object else { return }
    let given = pod.spec.elements("tolerations")
    let missing = Self.taints.filter { taint in
      !given.contains {
        ($0.text("key") == taint || $0.text("key").isEmpty) && ["NoExecute", ""].contains($0.text("effect"))
      }
    }
    guard !missing.isEmpty else { return }
    let added = missing.map { taint -> JSONValue in
      ["key": .string(taint), "operator": "Exists", "effect": "NoExecute", "tolerationSeconds": 300]
    }
    request.object?["spec"]?["tolerations"] = .array(given + added)
  }
}

/// Keeps claims and volumes that are in use until they no longer are (StorageObjectInUseProtection).
struct StorageObjectProtection: AdmissionStep {
  private static let finalizers = [
    "persistentvolumeclaims": "kubernetes.io/pvc-protection", "persistentvolumes": "kubernetes.io/pv-protection",
  ]

  func mutate(_ request: inout ObjectAdmission) async throws(Status) {
    guard let finalizer = Self.finalizers[request.resource.resource],
      request.writes(request.resource.resource, .create)
    else { return }
    request.object?.addFinalizer(finalizer)
  }
}
