import KubeTypes
import LauncherProtocol
import VirtTypes

/// What an instance says of its interfaces once the guest runs: its own, in the order of its spec, and those that only
/// the guest has after them.
struct InterfaceStatus {
  let domain: DomainReport
  let pod: Core.Pod?

  func statuses(of instance: V1.VirtualMachineInstance) -> [V1.VirtualMachineInstanceNetworkInterface] {
    var reports = domain.interfaces
    func take(_ name: String) -> DomainInterface? {
      reports.firstIndex { $0.name == name }.map { reports.remove(at: $0) }
    }
    var statuses: [V1.VirtualMachineInstanceNetworkInterface] = []
    let present = instance.status.interfaces
    for interface in instance.spec.domain.devices.interfaces {
      let known = present.first { $0.name == interface.name }
      guard let report = take(interface.name) else {
        if let known { statuses.append(known) }
        continue
      }
      let isOnPodNetwork = instance.spec.networks.contains {
        $0.name == interface.name && ($0.pod != nil || $0.multus?.default == true)
      }
      var status = merged(report, into: known)
      status.name = interface.name
      if isOnPodNetwork { addPodAddresses(of: interface, to: &status) }
      statuses.append(status)
    }
    for report in reports where report.name.isEmpty && !report.guestName.isEmpty {
      statuses.append(merged(report, into: nil))
    }
    return statuses
  }

  private func merged(
    _ report: DomainInterface, into known: V1.VirtualMachineInstanceNetworkInterface?
  ) -> V1.VirtualMachineInstanceNetworkInterface {
    var status = known ?? V1.VirtualMachineInstanceNetworkInterface()
    if !report.mac.isEmpty { status.mac = report.mac }
    if !report.guestName.isEmpty { status.interfaceName = report.guestName }
    if !report.podInterfaceName.isEmpty { status.podInterfaceName = report.podInterfaceName }
    if !report.linkState.isEmpty { status.linkState = report.linkState }
    status.queueCount = report.queueCount.map { Int32(clamping: $0) } ?? status.queueCount
    if !report.addresses.isEmpty { status.ipAddresses = report.addresses }
    status.ipAddress = status.ipAddresses.first ?? ""
    var sources = report.sources.isEmpty ? ["domain"] : report.sources
    if let known, known.infoSource.contains("multus-status"), !sources.contains("multus-status") {
      sources.append("multus-status")
    }
    status.infoSource = sources.joined(separator: ", ")
    return status
  }

  /// On the pod network others reach the guest by the pod's addresses: always behind a translation, and over a bridge
  /// as long as the guest does not tell its own.
  private func addPodAddresses(of interface: V1.Interface, to status: inout V1.VirtualMachineInstanceNetworkInterface) {
    guard let pod, !pod.status.podIP.isEmpty else { return }
    let translates =
      interface.masquerade != nil || interface.slirp != nil || interface.passt != nil
      || interface.passtBinding != nil
    guard translates || status.ipAddresses.isEmpty else { return }
    let addresses = pod.status.podIPs.map(\.ip).filter { !$0.isEmpty }
    status.ipAddresses = addresses.isEmpty ? [pod.status.podIP] : addresses
    status.ipAddress = pod.status.podIP
  }
}
