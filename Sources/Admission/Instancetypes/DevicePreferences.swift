import VirtTypes

/// Fills what is left open of an instance's devices with a preference.
struct DevicePreferences {
  private let preferred: Instancetype.DevicePreferences

  init(_ preferred: Instancetype.DevicePreferences) { self.preferred = preferred }

  func apply(to spec: inout V1.VirtualMachineInstanceSpec) {
    applySwitches(to: &spec.domain.devices)
    applySingleDevices(to: &spec.domain.devices)
    for index in spec.domain.devices.disks.indices { apply(to: &spec.domain.devices.disks[index]) }
    let isPodNetwork = Dictionary(
      spec.networks.map { ($0.name, $0.pod != nil) }, uniquingKeysWith: { first, _ in first })
    for index in spec.domain.devices.interfaces.indices {
      let isOnPodNetwork = isPodNetwork[spec.domain.devices.interfaces[index].name] ?? false
      apply(to: &spec.domain.devices.interfaces[index], isOnPodNetwork: isOnPodNetwork)
    }
    for index in spec.domain.devices.inputs.indices { apply(to: &spec.domain.devices.inputs[index]) }
  }

  private func applySwitches(to devices: inout V1.Devices) {
    devices.autoattachGraphicsDevice =
      devices.autoattachGraphicsDevice ?? preferred.preferredAutoattachGraphicsDevice
    devices.autoattachMemBalloon = devices.autoattachMemBalloon ?? preferred.preferredAutoattachMemBalloon
    devices.autoattachPodInterface = devices.autoattachPodInterface ?? preferred.preferredAutoattachPodInterface
    devices.autoattachSerialConsole = devices.autoattachSerialConsole ?? preferred.preferredAutoattachSerialConsole
    devices.autoattachInputDevice = devices.autoattachInputDevice ?? preferred.preferredAutoattachInputDevice
    devices.useVirtioTransitional = devices.useVirtioTransitional ?? preferred.preferredUseVirtioTransitional
    devices.blockMultiQueue = devices.blockMultiQueue ?? preferred.preferredBlockMultiQueue
    devices.networkInterfaceMultiqueue =
      devices.networkInterfaceMultiqueue ?? preferred.preferredNetworkInterfaceMultiQueue
    // The field can't say that it is not given, so the preference wins.
    devices.disableHotplug = preferred.preferredDisableHotplug ?? devices.disableHotplug
  }

  private func applySingleDevices(to devices: inout V1.Devices) {
    devices.rng = devices.rng ?? preferred.preferredRng
    devices.tpm = devices.tpm ?? preferred.preferredTPM
    if devices.sound?.model.isEmpty == true { devices.sound?.model = preferred.preferredSoundModel }
    guard let model = preferred.preferredPanicDeviceModel else { return }
    for index in devices.panicDevices.indices where devices.panicDevices[index].model == nil {
      devices.panicDevices[index].model = model
    }
  }

  private func apply(to disk: inout V1.Disk) {
    if disk.disk == nil, disk.cdrom == nil, disk.lun == nil { disk.disk = V1.DiskTarget() }
    if disk.disk != nil {
      if disk.disk?.bus.isEmpty == true { disk.disk?.bus = preferred.preferredDiskBus }
      disk.blockSize = disk.blockSize ?? preferred.preferredDiskBlockSize
      if disk.cache.isEmpty { disk.cache = preferred.preferredDiskCache }
      if disk.io.isEmpty { disk.io = preferred.preferredDiskIO }
      if disk.dedicatedIOThread == nil, disk.disk?.bus == "virtio" {
        disk.dedicatedIOThread = preferred.preferredDiskDedicatedIoThread
      }
    } else if disk.cdrom?.bus.isEmpty == true {
      disk.cdrom?.bus = preferred.preferredCdromBus
    } else if disk.lun?.bus.isEmpty == true {
      disk.lun?.bus = preferred.preferredLunBus
    }
  }

  private func apply(to interface: inout V1.Interface, isOnPodNetwork: Bool) {
    if interface.model.isEmpty { interface.model = preferred.preferredInterfaceModel }
    guard let masquerade = preferred.preferredInterfaceMasquerade, isOnPodNetwork, !interface.hasBinding else { return }
    interface.masquerade = masquerade
  }

  private func apply(to input: inout V1.Input) {
    if input.bus.isEmpty { input.bus = preferred.preferredInputBus }
    if input.type.isEmpty { input.type = preferred.preferredInputType }
  }
}

extension V1.Interface {
  /// Whether it is said how the interface is connected.
  fileprivate var hasBinding: Bool {
    binding != nil || bridge != nil || masquerade != nil || sriov != nil || passtBinding != nil || slirp != nil
      || passt != nil || macvtap != nil
  }
}
