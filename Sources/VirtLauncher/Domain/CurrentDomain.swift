import Admission
import Kube
import VirtTypes
import XML

/// The domain of an instance in the current profile (v1.8.4's); each family of devices extends it in a file of its own.
struct CurrentDomain {
  let instance: V1.VirtualMachineInstance
  let environment: DomainEnvironment
  let topology: GuestTopology

  init(_ instance: V1.VirtualMachineInstance, _ environment: DomainEnvironment) throws(DomainError) {
    self.instance = instance
    self.environment = environment
    topology = try GuestTopology(instance.spec.domain)
  }

  var spec: V1.VirtualMachineInstanceSpec { instance.spec }
  var domain: V1.DomainSpec { instance.spec.domain }
  var devices: V1.Devices { instance.spec.domain.devices }
  var uid: String { instance.metadata.uid }

  func element() throws(DomainError) -> XMLElement {
    guard environment.usesKVM || environment.allowsEmulation else {
      throw .notAvailable("KVM is not usable on this node, and emulation is not permitted")
    }
    let threads = ioThreads
    let placement = try cpuPlacement()
    var children = [XMLElement("name", text: "\(instance.metadata.namespace)_\(instance.metadata.name)")]
    children += memoryElements(placement?.cells)
    children.append(try operatingSystem())
    children.append(systemInformation)
    children.append(try deviceElements(threads))
    children.append(Self.metadata)
    if let clock { children.append(clock) }
    children.append(features)
    children.append(processor(placement?.cells))
    children += virtualProcessors
    if let placement { children += try tuning(placement, threads) }
    if let threads { children.append(XMLElement("iothreads", text: String(threads.count))) }
    if let security = launchSecurity { children.append(security) }
    if let policy = domain.rebootPolicy {
      children.append(XMLElement("on_reboot", text: policy == "Terminate" ? "destroy" : "restart"))
    }
    return XMLElement(
      "domain",
      ["type": environment.usesKVM ? "kvm" : "qemu", "xmlns:qemu": "http://libvirt.org/schemas/domain/qemu/1.0"],
      children: children)
  }

  /// What the launcher fills in and remembers.
  private static let metadata = XMLElement(
    "metadata",
    children: [XMLElement("kubevirt", ["xmlns": "http://kubevirt.io"], children: [XMLElement("uid")])])

  private func deviceElements(_ threads: IOThreads?) throws(DomainError) -> XMLElement {
    var children = try interfaces()
    children += channels
    children += try hostDevices()
    children += panicDevices
    children += controllers
    children += screen
    children.append(memoryBalloon)
    children += try disks(threads)
    children += filesystems
    children += inputs
    children += serialConsole
    children += smallDevices
    var element = XMLElement("devices", children: children)
    if hasAnnotation("kubevirt.io/placePCIDevicesOnRootComplex") { try element.placeOnRootComplex() }
    return element
  }
}

// What several families ask.
extension CurrentDomain {
  /// The model of devices that speak virtio.
  var virtioModel: String {
    devices.useVirtioTransitional == true ? "virtio-transitional" : "virtio-non-transitional"
  }

  var hasDedicatedCPUs: Bool { domain.cpu?.dedicatedCpuPlacement == true }
  var hasHugePages: Bool { domain.memory?.hugepages != nil }
  var mapsNUMA: Bool { domain.cpu?.numa?.guestMappingPassthrough != nil }
  var isRealtime: Bool { domain.cpu?.realtime != nil }

  /// Whether the guest's memory is encrypted by AMD's SEV or SEV-SNP; then devices must use the guest's IOMMU.
  var encryptsMemoryBySEV: Bool { domain.launchSecurity?.sev != nil || domain.launchSecurity?.snp != nil }

  /// What devices that speak virtio need under SEV.
  var iommu: String? { encryptsMemoryBySEV ? "on" : nil }
  var iommuDriver: [XMLElement] { encryptsMemoryBySEV ? [XMLElement("driver", ["iommu": "on"])] : [] }

  func hasAnnotation(_ name: String) -> Bool { instance.metadata.annotations?[name]?.lowercased() == "true" }

  /// Names that users give to devices begin so in libvirt.
  static func alias(_ name: String) -> XMLElement { XMLElement("alias", ["name": "ua-" + name]) }

  static func onOff(_ isOn: Bool) -> String { isOn ? "on" : "off" }
}

extension V1.FeatureState {
  /// Features that are named are on unless they say otherwise.
  var isOn: Bool { enabled ?? true }
}
