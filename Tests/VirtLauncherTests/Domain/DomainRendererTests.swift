import Admission
import JSON
import Testing
import VirtTypes
import XML

@testable import VirtLauncher

@Suite struct DomainRendererTests {
  private func instance(_ domain: String, _ rest: String = "") throws -> V1.VirtualMachineInstance {
    let text = #"""
      {"apiVersion":"kubevirt.io/v1","kind":"VirtualMachineInstance",
      "metadata":{"name":"vm","namespace":"ns","uid":"u"},"spec":{"domain":\#(domain)\#(rest)}}
      """#
    return try V1.VirtualMachineInstance(json: text)
  }

  private func render(
    _ domain: String, _ rest: String = "", _ change: (inout DomainEnvironment) -> Void = { _ in }
  ) throws -> XMLElement {
    var environment = DomainEnvironment()
    change(&environment)
    return try DomainRenderer.domain(for: instance(domain, rest), in: environment)
  }

  @Test func textOfUsersIsData() throws {
    let domain = try render(
      #"{"devices":{},"firmware":{"serial":"</entry><x a='1'>&"}}"#)
    let printed = domain.printed()
    #expect(!printed.contains("<x "))
    let entries = try XMLElement(parsing: printed).descendant("sysinfo", "system")?.children ?? []
    #expect(entries.first { $0[attribute: "name"] == "serial" }?.text == "</entry><x a='1'>&")
  }

  @Test(arguments: [
    #"{"cpu":{"sockets":4294967295,"cores":4294967295,"threads":4294967295},"devices":{}}"#,
    #"{"cpu":{"sockets":1,"maxSockets":4000000000},"devices":{}}"#,
    #"{"resources":{"limits":{"cpu":"9223372036854775807"}},"devices":{}}"#,
  ])
  func moreCPUsThanCanBeListedAreRefused(_ domain: String) {
    #expect(throws: DomainError.self) { try render(domain) }
  }

  @Test(arguments: ["81:11.1", "0000:81:11", "0000:81:zz.1", "0000:81:11.1\"/><x", ""])
  func addressesThatAreNoneAreRefused(_ text: String) {
    #expect(throws: DomainError.self) { try PCIAddress(text, field: "f") }
  }

  @Test func disksNeedVolumesButDrivesMayBeEmpty() throws {
    #expect(throws: DomainError.volumeMissing(disk: "d")) {
      try render(#"{"devices":{"disks":[{"name":"d","disk":{"bus":"virtio"}}]}}"#)
    }
    let drive = try render(#"{"devices":{"disks":[{"name":"d","cdrom":{"bus":"sata"}}]}}"#)
    #expect(drive.descendant("devices", "disk", "source")?.attributes.isEmpty == true)
    #expect(drive.descendant("devices", "disk", "target")?[attribute: "tray"] == "closed")
  }

  @Test func interfacesNeedNetworks() {
    #expect(throws: DomainError.networkMissing(interface: "n")) {
      try render(#"{"devices":{"interfaces":[{"name":"n","bridge":{}}]}}"#)
    }
  }

  @Test func withoutKVMEmulationMustBePermitted() throws {
    #expect(throws: DomainError.self) { try render(#"{"devices":{}}"#) { $0.usesKVM = false } }
    let emulated = try render(#"{"devices":{}}"#) {
      $0.usesKVM = false
      $0.allowsEmulation = true
    }
    #expect(emulated[attribute: "type"] == "qemu")
  }

  @Test func firmwareIsThatOfTheDistribution() throws {
    let domain = #"{"devices":{},"firmware":{"bootloader":{"efi":{"secureBoot":false}}}}"#
    let debian = try render(domain) { $0.firmwareExists = { $0.contains("_4M") } }
    #expect(debian.descendant("os", "loader")?.text == "/usr/share/OVMF/OVMF_CODE_4M.fd")
    #expect(debian.descendant("os", "nvram")?[attribute: "template"] == "/usr/share/OVMF/OVMF_VARS_4M.fd")
    #expect(throws: DomainError.self) { try render(domain) { $0.firmwareExists = { _ in false } } }
  }

  @Test func libvirtGetsAStricterForm() throws {
    let domain = try render(
      #"""
      {"cpu":{"sockets":1,"maxSockets":2,"features":[{"name":"vmx"}]},"memory":{"guest":"1Gi","maxGuest":"4Gi"},
      "devices":{"disks":[{"name":"d","cdrom":{"bus":"usb"}}]}}
      """#)
    let form = domain.formForLibvirt
    #expect(form.child("maxMemory")?[attribute: "slots"] == "1")
    #expect(form.descendant("cpu", "numa", "cell")?[attribute: "cpus"] == "0-1")
    #expect(form.descendant("cpu", "feature")?[attribute: "policy"] == "require")
    #expect(form.descendant("sysinfo", "bios") == nil)
    let usb = form.child("devices")?.children.first { $0[attribute: "type"] == "usb" }
    #expect(usb?[attribute: "model"] == "qemu-xhci")
  }

  @Test func domainsArePaddedWithPortsForLater() throws {
    let spec = try instance(
      #"{"devices":{"interfaces":[{"name":"n","bridge":{}}]},"memory":{"guest":"4Gi"}}"#,
      #","networks":[{"name":"n","pod":{}}]"#)
    let domain = try DomainRenderer.domain(for: spec, in: DomainEnvironment())
    let ports = HotplugPorts(for: spec, domain: domain)
    #expect(ports == HotplugPorts(placeholderInterfaces: 3, extraRootPorts: 8, portsInUse: 8))
    let devices = domain.padded(with: ports).child("devices")?.children ?? []
    #expect(devices.count { $0[attribute: "model"] == "pcie-root-port" } == 16)
    #expect(devices.count { $0[attribute: "model"] == "pcie-root" } == 1)
  }

  @Test func rootPlacementLeavesGivenAddresses() throws {
    let spec = try instance(
      #"""
      {"devices":{"rng":{},"interfaces":[{"name":"n","bridge":{},"pciAddress":"0000:00:05.0"}]}}
      """#, #","networks":[{"name":"n","pod":{}}]"#)
    var placed = spec
    placed.metadata.annotations = ["kubevirt.io/placePCIDevicesOnRootComplex": "true"]
    let domain = try DomainRenderer.domain(for: placed, in: DomainEnvironment())
    #expect(domain.descendant("devices", "interface", "address")?[attribute: "slot"] == "0x05")
    #expect(domain.descendant("devices", "rng", "address")?[attribute: "bus"] == "0x00")
    #expect(HotplugPorts(for: placed, domain: domain).extraRootPorts == 0)
  }
}
