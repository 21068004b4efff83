import VirtTypes

/// Devices beside disks and interfaces, most of which a gate lets in. Some causes leave out `domain.devices`.
extension SpecRules {
  mutating func checkInputs(_ spec: V1.VirtualMachineInstanceSpec) {
    let inputs = spec.domain.devices.inputs
    for index in inputs.indices {
      switch inputs[index].bus {
      case "", "virtio", "usb": break
      default:
        invalid(path.device("inputs[\(index)].bus"), "is \"\(inputs[index].bus)\", must be virtio or usb")
      }
      if inputs[index].type != "tablet" {
        invalid(path.device("inputs[\(index)].type"), "is \"\(inputs[index].type)\", must be tablet")
      }
    }
  }

  /// Only one of the GPUs can be the one on which the guest starts.
  mutating func checkGPUDisplays(_ spec: V1.VirtualMachineInstanceSpec) {
    let gpus = spec.domain.devices.gpus
    guard gpus.count > 1 else { return }
    let displays = gpus.reduce(0) { $0 + ($1.hasFirmwareDisplay ? 1 : 0) }
    if displays > 1 {
      add(
        .invalid, path("GPUs"), place: path.device("gpus"),
        "have \(displays) with a ramFB display, must have at most one")
    }
  }

  mutating func checkHostDevices(_ spec: V1.VirtualMachineInstanceSpec) {
    if !spec.domain.devices.hostDevices.isEmpty, !configuration.allows(.hostDevices) {
      add(.invalid, path("HostDevices"), place: path.device("hostDevices"), needs(.hostDevices))
    }
  }

  mutating func checkSound(_ spec: V1.VirtualMachineInstanceSpec) {
    guard let sound = spec.domain.devices.sound else { return }
    switch sound.model {
    case "", "ich9", "ac97": break
    default:
      add(
        .invalid, path("Sound"), place: path.device("sound.model"), "is \"\(sound.model)\", must be ich9 or ac97")
    }
    if sound.name.isEmpty {
      add(.invalid, path("Sound"), place: path.device("sound.name"), "must not be empty")
    }
  }

  mutating func checkVSOCK(_ spec: V1.VirtualMachineInstanceSpec) {
    if spec.domain.devices.autoattachVSOCK == true, !configuration.allows(.vsock) {
      invalid(path.device("autoattachVSOCK"), needs(.vsock))
    }
  }

  mutating func checkDownwardMetrics(_ spec: V1.VirtualMachineInstanceSpec) {
    if spec.domain.devices.downwardMetrics != nil, !configuration.allows(.downwardMetrics) {
      invalid(path.device("downwardMetrics"), needs(.downwardMetrics))
    }
  }

  mutating func checkRebootPolicy(_ spec: V1.VirtualMachineInstanceSpec) {
    if spec.domain.rebootPolicy != nil, !configuration.allows(.rebootPolicy) {
      invalid(path.domain("rebootPolicy"), needs(.rebootPolicy))
    }
  }

  mutating func checkVideo(_ spec: V1.VirtualMachineInstanceSpec) {
    guard spec.domain.devices.video != nil else { return }
    if !configuration.allows(.videoConfig) {
      add(.invalid, path("video"), place: path.device("video"), needs(.videoConfig))
    } else if spec.domain.devices.autoattachGraphicsDevice == false {
      add(.invalid, path("video"), place: path.device("video"), "needs autoattachGraphicsDevice, which is false")
    }
  }

  mutating func checkPanicDevices(_ spec: V1.VirtualMachineInstanceSpec) {
    let panicDevices = spec.domain.devices.panicDevices
    if panicDevices.isEmpty { return }
    if !configuration.allows(.panicDevices) {
      return invalid(path.device("panicDevices"), needs(.panicDevices))
    }
    if effectiveArchitecture(spec) == "s390x" { invalid(path.device("panicDevices"), "must be empty on s390x") }
    for index in panicDevices.indices {
      switch panicDevices[index].model {
      case nil, "hyperv", "isa", "pvpanic": break
      case let model?:
        invalid(
          path.device("panicDevices[\(index)].model"), "is \"\(model)\", must be hyperv, isa or pvpanic")
      }
    }
  }
}

extension V1.GPU {
  /// Whether the GPU has a display that works before the guest's driver does: without `ramFB`, or with one that is on.
  fileprivate var hasFirmwareDisplay: Bool {
    guard let display = virtualGPUOptions?.display else { return false }
    guard let ramFB = display.ramFB else { return display.enabled ?? true }
    return display.enabled ?? true && ramFB.enabled ?? false
  }
}
