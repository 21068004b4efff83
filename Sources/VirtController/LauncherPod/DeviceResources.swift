import Admission
import Kube
import KubeTypes
import VirtTypes

/// Devices of the node that the pod is given by device plugins.
extension LauncherPodPlan {
  func addDevices(_ resources: inout Core.ResourceRequirements) throws(LauncherPodError) {
    for device in sharedDevices { resources.limits?["devices.kubevirt.io/\(device)"] = .one }
    for (name, count) in try exclusiveDevices() {
      resources.requests?[name] = Quantity(count)
      resources.limits?[name] = Quantity(count)
    }
    resources.claims = resourceClaims
  }

  /// Devices that any number of pods use; a limit implies the request.
  private var sharedDevices: [String] {
    var devices: [String] = []
    if !emulates { devices.append(hypervisor == "hyperv-direct" ? "mshv" : "kvm") }
    if needsTapDevice { devices.append("tun") }
    if needsVirtioNetwork { devices.append("vhost-net") }
    if self.devices.autoattachVSOCK == true { devices.append("vhost-vsock") }
    return devices
  }

  private var needsTapDevice: Bool { !devices.interfaces.isEmpty || devices.autoattachPodInterface != false }

  private var needsVirtioNetwork: Bool {
    !emulates && devices.interfaces.contains { ["", "virtio"].contains($0.model) }
  }

  /// Devices with the number of each, in no order.
  private func exclusiveDevices() throws(LauncherPodError) -> [String: Int64] {
    try checkPermissions()
    var counts: [String: Int64] = [:]
    let named =
      devices.gpus.map { ($0.deviceName, $0.claimName) } + devices.hostDevices.map { ($0.deviceName, $0.claimName) }
    for (name, claim) in named where !name.isEmpty && claim == nil { counts[name, default: 0] += 1 }
    for resource in try networkResources() { counts[resource, default: 0] += 1 }
    if domain.launchSecurity?.sev != nil || domain.launchSecurity?.snp != nil { counts["devices.kubevirt.io/sev"] = 1 }
    if devices.disks.contains(where: { $0.lun?.reservation == true }) { counts["devices.kubevirt.io/pr-helper"] = 1 }
    return counts
  }

  /// Where the KubeVirt object lists permitted devices, others are refused; where it has no list, the node decides.
  private func checkPermissions() throws(LauncherPodError) {
    guard let permitted = given.permittedHostDevices else { return }
    let names = Set(
      permitted.pciHostDevices.map(\.resourceName) + permitted.mediatedDevices.map(\.resourceName)
        + permitted.usb.map(\.resourceName))
    // With resource claims for GPUs, the claims' classes say who may have which.
    for gpu in devices.gpus where !configuration.allows(.gpusWithDRA) && !names.contains(gpu.deviceName) {
      throw .deviceNotPermitted(name: gpu.name, resource: gpu.deviceName)
    }
    // A host device of a resource claim has no resource name, so no list permits it.
    for device in devices.hostDevices where !names.contains(device.deviceName) {
      throw .deviceNotPermitted(name: device.name, resource: device.deviceName)
    }
  }

  /// Devices by dynamic resource allocation.
  private var resourceClaims: [Core.ResourceClaim] {
    let requests =
      devices.gpus.map { ($0.deviceName, $0.claimName, $0.requestName) }
      + devices.hostDevices.map { ($0.deviceName, $0.claimName, $0.requestName) }
    return requests.compactMap { device, name, request in
      guard device.isEmpty, let name, let request else { return nil }
      var claim = Core.ResourceClaim()
      claim.name = name
      claim.request = request
      return claim
    }
  }
}
