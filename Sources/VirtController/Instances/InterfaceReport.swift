import JSON
import Kube
import KubeTypes
import VirtTypes

/// What an instance says of its network interfaces before and beside what the guest tells: which interface of the pod
/// stands behind each.
struct InterfaceReport {
  let instance: V1.VirtualMachineInstance
  let launcher: Core.Pod

  /// The present entries, with those of the specification's networks brought up to date.
  var statuses: [V1.VirtualMachineInstanceNetworkInterface] {
    var statuses: [V1.VirtualMachineInstanceNetworkInterface] = []
    var present = instance.status.interfaces
    func take(_ name: String) -> V1.VirtualMachineInstanceNetworkInterface? {
      present.firstIndex { $0.name == name }.map { present.remove(at: $0) }
    }
    let podNetworks = PodNetworks(of: launcher)
    if let primary = instance.spec.networks.first(where: \.isPrimary) {
      var status = take(primary.name) ?? V1.VirtualMachineInstanceNetworkInterface()
      status.name = primary.name
      status.podInterfaceName = podNetworks.primaryInterface
      statuses.append(status)
    }
    for network in instance.spec.networks where !network.isPrimary {
      let known = take(network.name)
      guard network.multus != nil else { continue }
      if let interface = podNetworks.interface(of: network.name) {
        var status = known ?? V1.VirtualMachineInstanceNetworkInterface()
        status.name = network.name
        status.podInterfaceName = interface
        status.infoSource = InfoSources.adding(InfoSources.multus, to: status.infoSource)
        statuses.append(status)
      } else if var known {
        known.infoSource = InfoSources.removing(InfoSources.multus, from: known.infoSource)
        if !known.infoSource.isEmpty { statuses.append(known) }
      }
    }
    return statuses + present
  }
}

/// Where an entry's facts come from: a list with commas.
enum InfoSources {
  static let multus = "multus-status"

  static func adding(_ source: String, to list: String) -> String {
    let sources = list.split(separator: ",", omittingEmptySubsequences: true).map { $0.drop { $0 == " " } }
    if sources.contains(where: { $0 == source }) { return list }
    return list.isEmpty ? source : list + ", " + source
  }

  static func removing(_ source: String, from list: String) -> String {
    list.split(separator: ",", omittingEmptySubsequences: true).map { $0.drop { $0 == " " } }
      .filter { $0 != source }.joined(separator: ", ")
  }
}

extension V1.Network {
  /// The network of the pod's first interface: the pod network, or the one that Multus puts in its place.
  var isPrimary: Bool { pod != nil || multus?.default == true }
}

/// What Multus says of a pod's networks (k8snetworkplumbingwg, network-status).
struct PodNetworks {
  private let entries: [JSONValue]

  init(of pod: Core.Pod) {
    let text = pod.metadata.annotations?[KubeVirtNames.networkStatus] ?? ""
    entries = text.isEmpty ? [] : (try? JSONValue(parsing: text))?.array ?? []
  }

  /// The interface of the pod's first network.
  var primaryInterface: String {
    guard let entry = entries.first(where: { $0["default"]?.bool == true }), let name = entry["interface"]?.string,
      !name.isEmpty
    else { return PodInterfaceName.podNetwork }
    return name
  }

  /// The interface that a network of an instance has in the pod; nil before Multus has reported it.
  func interface(of network: String) -> String? {
    let name = PodInterfaceName.secondary(network: network)
    return entries.contains { $0["interface"]?.string == name } ? name : nil
  }
}
