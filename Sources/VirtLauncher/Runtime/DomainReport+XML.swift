import LauncherProtocol
import XML

/// What a report takes from the description of the domain as it runs.
extension DomainReport {
  mutating func read(_ domain: XMLElement) {
    let metadata = DomainMetadata(ofDomain: domain)
    uid = metadata.uid
    gracePeriod = metadata.gracePeriod
    hasACPI = domain.descendant("features", "acpi") != nil
    isEmulated = domain[attribute: "type"] == "qemu"
    machineType = domain.descendant("os", "type")?[attribute: "machine"] ?? ""
    let devices = domain.child("devices")
    interfaces = devices?.children(named: "interface").map(DomainInterface.init) ?? []
    disks =
      devices?.children(named: "disk").compactMap { disk in
        guard let target = disk.child("target")?[attribute: "dev"] else { return nil }
        return DomainDisk(name: disk.instanceName, target: target)
      } ?? []
  }

  /// Adds the links in the pod, which the domain's own devices hide.
  mutating func add(podLinks: [String: String]) {
    for index in interfaces.indices {
      interfaces[index].podInterfaceName = podLinks[interfaces[index].name] ?? ""
    }
  }

  /// Whether the guest's agent has opened its channel.
  static func isAgentConnected(_ domain: XMLElement) -> Bool {
    domain.child("devices")?.children(named: "channel").contains { channel in
      let target = channel.child("target")
      return target?[attribute: "name"] == "org.qemu.guest_agent.0" && target?[attribute: "state"] == "connected"
    } ?? false
  }

  /// Adds what the agent tells of the guest's interfaces: to those of the domain by MAC, and those only it knows.
  mutating func add(_ guestInterfaces: [GuestInterface]) {
    for guest in guestInterfaces where guest.name != "lo" {
      let index = interfaces.firstIndex { !$0.mac.isEmpty && $0.mac.lowercased() == guest.mac.lowercased() }
      if let index {
        interfaces[index].addresses = guest.addresses
        interfaces[index].guestName = guest.name
        interfaces[index].sources.append("guest-agent")
      } else {
        var interface = DomainInterface()
        interface.mac = guest.mac
        interface.addresses = guest.addresses
        interface.guestName = guest.name
        interface.sources = ["guest-agent"]
        interfaces.append(interface)
      }
    }
  }
}

extension DomainInterface {
  init(_ element: XMLElement) {
    self.init()
    name = element.instanceName
    mac = element.child("mac")?[attribute: "address"] ?? ""
    queueCount = element.child("driver")?[attribute: "queues"].flatMap { Int64($0) }
    linkState = element.child("link")?[attribute: "state"] ?? ""
    sources = ["domain"]
  }
}

extension XMLElement {
  /// The name that the device has in the instance: its alias without the mark of those that users give.
  var instanceName: String {
    let alias = child("alias")?[attribute: "name"] ?? ""
    return alias.hasPrefix("ua-") ? String(alias.dropFirst(3)) : ""
  }
}
