import JSON
import Kube
import KubeClient
import Logging

/// Keeps the Node object and its lease, by which others see that pods are looked after here.
struct NodeRegistration: Sendable {
  let client: KubernetesClient
  let report: NodeReport
  let logger: Logger

  /// How often the lease is renewed; kubelet's.
  static let leaseInterval = Duration.seconds(10)
  /// How often the status is written: every so many leases.
  private static let statusEvery = 30

  private static let nodes = GroupVersionResource(version: "v1", resource: "nodes")
  private static let namespaces = GroupVersionResource(version: "v1", resource: "namespaces")
  private static let leases = GroupVersionResource(
    group: "coordination.k8s.io", version: "v1", resource: "leases")
  private static let leaseNamespace = "kube-node-lease"

  /// Makes the node, or brings it up to date.
  func register() async throws {
    var labels = JSONObject(report.labels.sorted { $0.key < $1.key }.map { ($0.key, JSONValue.string($0.value)) })
    let path = ResourcePath(Self.nodes, name: report.name)
    do {
      _ = try await client.get(path)
      _ = try await client.patch(path, .strategicMerge(["metadata": ["labels": .object(labels)]]))
    } catch let error as KubernetesError where error.isNotFound {
      // virt-handler says so from then on.
      labels["kubevirt.io/schedulable"] = "true"
      _ = try await client.create(
        ResourcePath(Self.nodes),
        ["apiVersion": "v1", "kind": "Node", "metadata": ["name": .string(report.name), "labels": .object(labels)]])
    }
    try await writeStatus()
    do {
      _ = try await client.create(
        ResourcePath(Self.namespaces),
        ["apiVersion": "v1", "kind": "Namespace", "metadata": ["name": .string(Self.leaseNamespace)]])
    } catch let error as KubernetesError where error.isAlreadyExists {}
    try await renewLease()
  }

  private func writeStatus() async throws {
    let path = ResourcePath(Self.nodes, name: report.name)
    let present = try await client.get(path).value(at: "status", "conditions")?.array ?? []
    let status = report.status(conditions: present, now: .now())
    _ = try await client.patch(
      ResourcePath(Self.nodes, name: report.name, subresource: "status"), .strategicMerge(["status": status]))
  }

  private func renewLease() async throws {
    let path = ResourcePath(Self.leases, namespace: Self.leaseNamespace, name: report.name)
    let spec: JSONValue = [
      "holderIdentity": .string(report.name), "leaseDurationSeconds": 40,
      "renewTime": .string(Timestamp.now().microsecondText),
    ]
    do {
      _ = try await client.patch(path, .merge(["spec": spec]))
    } catch let error as KubernetesError where error.isNotFound {
      _ = try await client.create(
        ResourcePath(Self.leases, namespace: Self.leaseNamespace),
        [
          "apiVersion": "coordination.k8s.io/v1", "kind": "Lease", "metadata": ["name": .string(report.name)],
          "spec": spec,
        ])
    }
  }

  /// Goes on until the task is cancelled.
  func keepUp() async {
    var round = 0
    while !Task.isCancelled {
      try? await Task.sleep(for: Self.leaseInterval)
      if Task.isCancelled { return }
      round += 1
      do {
        try await renewLease()
        if round % Self.statusEvery == 0 { try await writeStatus() }
      } catch let error as KubernetesError where error.isNotFound {
        // Someone deleted the node.
        try? await register()
      } catch {
        logger.warning("the node's sign of life can't be written", metadata: ["reason": "\(error)"])
      }
    }
  }
}
