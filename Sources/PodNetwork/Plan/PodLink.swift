import JSON
import Kube

/// A link of the pod as the container network made it, before it was wired to a guest.
public struct PodLink: Sendable, Hashable {
  public var name: String
  public var mac: HardwareAddress
  /// Bytes.
  public var mtu: Int
  /// Without those that are for the link only; in the kernel's order.
  public var addresses: [CIDR]
  /// Of the main table, IPv4, in the kernel's order.
  public var routes: [PodRoute]
  /// The address that the link takes when the guest takes the link's own.
  public var spareMAC: HardwareAddress

  public init(
    name: String, mac: HardwareAddress, mtu: Int, addresses: [CIDR], routes: [PodRoute], spareMAC: HardwareAddress
  ) {
    self.name = name
    self.mac = mac
    self.mtu = mtu
    self.addresses = addresses
    self.routes = routes
    self.spareMAC = spareMAC
  }
}

/// A route over a link of the pod.
public struct PodRoute: Sendable, Hashable {
  /// 0.0.0.0/0 for all the rest.
  public var destination: CIDR
  public var gateway: IPAddress?
  /// The address that the pod's own packets take on this way.
  public var source: IPAddress?

  public init(destination: CIDR, gateway: IPAddress? = nil, source: IPAddress? = nil) {
    self.destination = destination
    self.gateway = gateway
    self.source = source
  }
}

extension PodLink {
  init?(_ json: JSONValue) {
    guard let name = json["name"]?.string, let mac = json["mac"]?.string.flatMap({ HardwareAddress($0) }),
      let mtu = json["mtu"]?.int64.flatMap({ Int(exactly: $0) }),
      let spareMAC = json["spareMAC"]?.string.flatMap({ HardwareAddress($0) })
    else { return nil }
    self.init(
      name: name, mac: mac, mtu: mtu,
      addresses: json["addresses"]?.array?.compactMap { $0.string.flatMap { CIDR($0) } } ?? [],
      routes: json["routes"]?.array?.compactMap { PodRoute($0) } ?? [], spareMAC: spareMAC)
  }

  var json: JSONValue {
    [
      "name": .string(name), "mac": .string(mac.description), "mtu": .number(JSONNumber(mtu)),
      "addresses": .array(addresses.map { .string($0.description) }), "routes": .array(routes.map(\.json)),
      "spareMAC": .string(spareMAC.description),
    ]
  }
}

extension PodRoute {
  init?(_ json: JSONValue) {
    guard let destination = json["destination"]?.string.flatMap({ CIDR($0) }) else { return nil }
    self.init(
      destination: destination, gateway: json["gateway"]?.string.flatMap { IPAddress($0) },
      source: json["source"]?.string.flatMap { IPAddress($0) })
  }

  var json: JSONValue {
    var json: JSONValue = ["destination": .string(destination.description)]
    if let gateway { json["gateway"] = .string(gateway.description) }
    if let source { json["source"] = .string(source.description) }
    return json
  }
}
