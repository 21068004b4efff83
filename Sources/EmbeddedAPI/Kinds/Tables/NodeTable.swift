import JSON
import Kube

/// Nodes as `kubectl get` shows them.
enum NodeTable {
  static let layout = TableLayout([
    .name,
    TableColumn("Status", description: "Whether the node is ready, and takes new pods."),
    TableColumn("Roles", description: "What the node is for, by its labels."),
    .age,
    TableColumn("Version", description: "The version of the program that runs the node's pods."),
    .wide("Internal-IP", "The node's address inside the cluster."),
    .wide("External-IP", "The node's address outside the cluster."),
    .wide("OS-Image", "The operating system that the node reports."),
    .wide("Kernel-Version", "The kernel that the node reports."),
    .wide("Container-Runtime", "What runs containers on the node."),
  ]) { node, now in
    let info = node.status["nodeInfo"] ?? [:]
    return [
      Cell.name(node), .string(status(node)), Cell.text(roles(node).joined(separator: ",")), Cell.age(node, now),
      .string(info.text("kubeletVersion")), address(node, "InternalIP"), address(node, "ExternalIP"),
      Cell.text(info.text("osImage"), or: "<unknown>"), Cell.text(info.text("kernelVersion"), or: "<unknown>"),
      Cell.text(info.text("containerRuntimeVersion"), or: "<unknown>"),
    ]
  }

  private static func status(_ node: JSONValue) -> String {
    let ready = node.status.elements("conditions").first { $0.text("type") == "Ready" }
    let status = ready.map { $0.text("status") == "True" ? "Ready" : "NotReady" } ?? "Unknown"
    return node.spec["unschedulable"]?.bool == true ? status + ",SchedulingDisabled" : status
  }

  private static func roles(_ node: JSONValue) -> [String] {
    let prefix = "node-role.kubernetes.io/"
    var roles: Set<String> = []
    for (key, value) in node.labels {
      if key.hasPrefix(prefix), key.utf8.count > prefix.utf8.count {
        roles.insert(String(key.dropFirst(prefix.count)))
      } else if key == "kubernetes.io/role", !value.isEmpty {
        roles.insert(value)
      }
    }
    return roles.sorted()
  }

  private static func address(_ node: JSONValue, _ type: String) -> JSONValue {
    Cell.text(node.status.elements("addresses").first { $0.text("type") == type }?.text("address") ?? "")
  }
}
