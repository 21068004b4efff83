import Kube
import VirtTypes

/// All that a guest is told about its place in the network.
public struct GuestConfiguration: Sendable, Hashable {
  public var network: GuestNetwork
  /// The only client.
  public var mac: HardwareAddress
  /// Bytes; nil leaves the guest its own.
  public var mtu: Int?
  public var hostname: String
  public var nameServers: [IPAddress]
  /// The most local one first.
  public var searchDomains: [String]
  /// The guest's own domain; empty for none.
  public var domainName: String
  public var timeServers: [IPAddress] = []
  public var tftpServerName = ""
  public var bootFileName = ""
  /// By the option's number, 224 to 254.
  public var privateOptions: [UInt8: String] = [:]

  public init(
    network: GuestNetwork, mac: HardwareAddress, mtu: Int? = nil, hostname: String = "",
    nameServers: [IPAddress] = [], searchDomains: [String] = [], domainName: String = ""
  ) {
    self.network = network
    self.mac = mac
    self.mtu = mtu
    self.hostname = hostname
    self.nameServers = nameServers
    self.searchDomains = searchDomains
    self.domainName = domainName
  }

  /// What the guest of that instance is told on that interface; nil where it has no servers there.
  /// - Parameter hostname: the pod's.
  public init?(
    _ plugged: PluggedInterface, of instance: V1.VirtualMachineInstance, hostname: String, resolver: ResolvConf
  ) {
    guard let network = plugged.guestNetwork, network.ipv4 != nil || network.ipv6 != nil, let mac = plugged.mac else {
      return nil
    }
    var domains = resolver.searchDomains
    let longest = domains.reduce("") { $1.utf8.count > $0.utf8.count ? $1 : $0 }
    var domainName = longest
    let subdomain = instance.spec.subdomain
    let services = "\(instance.metadata.namespace).svc."
    let ownDomain = domains.filter { $0.hasPrefix(services) }.reduce("") { $1.utf8.count > $0.utf8.count ? $1 : $0 }
    if !subdomain.isEmpty, !ownDomain.isEmpty {
      domainName = "\(subdomain).\(ownDomain)"
      domains.removeAll { $0 == domainName }
      domains.insert(domainName, at: 0)
    }
    self.init(
      network: network, mac: mac, mtu: plugged.mtu, hostname: hostname, nameServers: resolver.nameServers,
      searchDomains: domains, domainName: domainName)
    let interface = instance.spec.domain.devices.interfaces.first { $0.name == plugged.name }
    guard let options = interface?.dhcpOptions else { return }
    timeServers = options.ntpServers.compactMap { IPAddress($0) }
    tftpServerName = options.tftpServerName
    bootFileName = options.bootFileName
    for option in options.privateOptions {
      guard let code = UInt8(exactly: option.option), (224...254).contains(code) else { continue }
      privateOptions[code] = option.value
    }
  }

  /// The name in the form of DNS (RFC 1035, section 3.1); nil for one that has none.
  static func encoded(domain: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    let name = domain.hasSuffix(".") ? domain.dropLast() : domain[...]
    for label in name.split(separator: ".", omittingEmptySubsequences: false) {
      guard (1...63).contains(label.utf8.count) else { return nil }
      bytes += [UInt8(label.utf8.count)] + label.utf8
    }
    bytes.append(0)
    return bytes.count <= 255 ? bytes : nil
  }

  /// The search domains one after the other, as many as fit; what is no domain name is left out.
  func searchList(limit: Int) -> [UInt8] {
    var list: [UInt8] = []
    for domain in searchDomains {
      guard let bytes = Self.encoded(domain: domain), list.count + bytes.count <= limit else { continue }
      list += bytes
    }
    return list
  }
}
