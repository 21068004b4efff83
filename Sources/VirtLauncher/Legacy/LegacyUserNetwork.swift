import Glibc
import Kube
import VirtTypes
import XML

/// User networking (slirp), which v0.8.0 put on QEMU's command line itself.
public struct LegacyUserNetwork {
  let searchDomains: [String]
  /// Ports that are forwarded already, whatever the interface.
  private var forwarded: Set<String> = []

  /// Of the root bus; the ones above are the chipset's own.
  private static let highestSlot = 0x1c

  init(searchDomains: [String]) { self.searchDomains = searchDomains }

  /// Only these two devices can be attached that way; the other models become the first.
  static func model(_ wanted: String) -> String { ["e1000", "rtl8139"].contains(wanted) ? wanted : "e1000" }

  /// The value of `-netdev` for the interface (qemu(1), "user").
  ///
  /// What comes out of an object is doubled where QEMU would read it as the end of a value.
  mutating func backend(
    of interface: V1alpha2.Interface, on network: V1alpha2.Network
  ) throws(DomainError) -> String {
    let wanted = network.pod?.vmNetworkCIDR ?? ""
    let cidr = wanted.isEmpty ? "10.0.2.0/24" : wanted
    guard Self.isCIDR(cidr) else {
      throw .malformed(field: "vmNetworkCIDR of network \(network.name)", reason: "is no CIDR")
    }
    var value = "user,id=\(Self.escaped(interface.name)),net=\(cidr)"
    for domain in searchDomains { value += ",dnssearch=\(Self.escaped(domain))" }
    for port in interface.ports {
      guard port.port != 0 else {
        throw .malformed(field: "interface \(interface.name)", reason: "lists a port without a number")
      }
      let name = port.protocol.isEmpty ? "tcp" : port.protocol.lowercased()
      guard forwarded.insert("\(name) \(port.port)").inserted else { continue }
      value += ",hostfwd=\(Self.escaped(name))::\(port.port)-:\(port.port)"
    }
    return value
  }

  /// Puts the devices of user networking onto the command line, where libvirt has no say over them, and takes their
  /// interfaces out: the last step before the domain is defined.
  ///
  /// - Parameter addresses: MAC addresses that the instance wants, by interface.
  public static func plug(_ domain: XMLElement, addresses: [String: String]) -> XMLElement {
    var domain = domain
    var arguments: [String] = []
    guard let devices = domain.children.firstIndex(where: { $0.name == "devices" }) else { return domain }
    domain.children[devices].children.removeAll { device in
      guard device.name == "interface", device[attribute: "type"] == "user",
        let alias = device.child("alias")?[attribute: "name"], alias.hasPrefix("ua-")
      else { return false }
      let name = String(alias.dropFirst(3))
      let model = device.child("model")?[attribute: "type"] ?? "e1000"
      var value = "\(model),netdev=\(escaped(name)),id=\(escaped(name))"
      // libvirt counts slots upwards from the first, and QEMU would take the first for this device.
      let slot = max(highestSlot - arguments.count / 2, 1)
      value += ",addr=0x\(String(slot, radix: 16))"
      if let address = addresses[name], !address.isEmpty { value += ",mac=\(escaped(address))" }
      arguments += ["-device", value]
      return true
    }
    guard !arguments.isEmpty else { return domain }
    let elements = commandLine(arguments)
    if let index = domain.children.firstIndex(where: { $0.name == elements.name }) {
      domain.children[index].children += elements.children
    } else {
      domain.children.append(elements)
    }
    return domain
  }

  /// Lets QEMU, which is not root, listen on the ports below 1024 that it forwards: in v0.8.0's image its file had the
  /// capability for it. Nothing changes where the container may not set that (ip(7), ip_unprivileged_port_start); then
  /// the runtime that made the pod has to.
  static func permitLowPorts() {
    let descriptor = open("/proc/sys/net/ipv4/ip_unprivileged_port_start", O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    _ = write(descriptor, "0", 1)
    close(descriptor)
  }

  static func commandLine(_ arguments: [String]) -> XMLElement {
    XMLElement("qemu:commandline", children: arguments.map { XMLElement("qemu:arg", ["value": $0]) })
  }

  /// QEMU reads two commas as one that belongs to the value.
  private static func escaped(_ text: String) -> String {
    text.split(separator: ",", omittingEmptySubsequences: false).joined(separator: ",,")
  }

  private static func isCIDR(_ text: String) -> Bool {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let address = IPAddress(String(parts[0])), !parts[1].isEmpty,
      parts[1].utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }), let bits = Int(parts[1])
    else { return false }
    return bits <= (address.isV4 ? 32 : 128)
  }
}
