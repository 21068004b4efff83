import JSON
import Kube

/// Services as `kubectl get` shows them.
enum ServiceTable {
  static let layout = TableLayout([
    .name,
    TableColumn("Type", description: "How the service is reached."),
    TableColumn("Cluster-IP", description: "The service's address inside the cluster."),
    TableColumn("External-IP", description: "Addresses or the name outside the cluster."),
    TableColumn("Port(s)", description: "The service's ports."),
    .age,
    .wide("Selector", "The labels of the pods behind the service."),
  ]) { service, now in
    let spec = service.spec
    let address = spec.elements("clusterIPs").first?.string ?? spec.text("clusterIP")
    return [
      Cell.name(service), .string(spec.text("type")), Cell.text(address), .string(external(service)),
      Cell.text(spec.elements("ports").map(port).joined(separator: ",")), Cell.age(service, now),
      Cell.labels(spec["selector"]),
    ]
  }

  private static func port(_ port: JSONValue) -> String {
    let number = "\(port["port"]?.int64 ?? 0)"
    let node = port["nodePort"]?.int64 ?? 0
    return (node == 0 ? number : "\(number):\(node)") + "/" + port.text("protocol")
  }

  private static func external(_ service: JSONValue) -> String {
    let given = service.spec.elements("externalIPs").compactMap(\.string)
    switch service.text("spec", "type") {
    case "ExternalName": return service.text("spec", "externalName")
    case "LoadBalancer":
      let balanced = (service.value(at: "status", "loadBalancer", "ingress")?.array ?? []).map {
        $0.text("ip").isEmpty ? $0.text("hostname") : $0.text("ip")
      }
      let all = (balanced + given).filter { !$0.isEmpty }
      return all.isEmpty ? "<pending>" : all.joined(separator: ",")
    default: return given.isEmpty ? "<none>" : given.joined(separator: ",")
    }
  }
}
