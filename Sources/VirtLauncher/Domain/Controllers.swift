import VirtTypes
import XML

extension CurrentDomain {
  /// Buses that libvirt would else choose the model of.
  var controllers: [XMLElement] {
    var elements = [
      XMLElement("controller", ["type": "usb", "index": "0", "model": needsUSB ? "qemu-xhci" : "none"])
    ]
    if needsSCSI { elements.append(virtioController("scsi")) }
    if hasSerialConsole { elements.append(virtioController("virtio-serial")) }
    if hasAnnotation("kubevirt.io/disablePCIHole64") {
      elements.append(
        XMLElement(
          "controller", ["type": "pci", "index": "0", "model": "pcie-root"],
          children: [XMLElement("pcihole64", ["unit": "KiB"], text: "0")]))
    }
    return elements
  }

  private func virtioController(_ type: String) -> XMLElement {
    XMLElement("controller", ["type": type, "index": "0", "model": virtioModel], children: iommuDriver)
  }

  /// Whether something is on USB. Drives are not counted: libvirt adds a controller for them.
  private var needsUSB: Bool {
    devices.clientPassthrough != nil
      || devices.inputs.contains { $0.bus == "usb" || $0.bus.isEmpty }
      || devices.disks.contains { $0.disk?.bus == "usb" }
      || devices.hostDevices.contains { device in
        var addresses = DeviceAddresses(environment.variables)
        return addresses.take(.usb, resource: device.deviceName) != nil
      }
  }

  /// Disks are plugged in on SCSI.
  private var needsSCSI: Bool {
    !devices.disableHotplug || devices.disks.contains { $0.targetBus == "scsi" }
  }
}
