import JSON
import Kube

extension PluggedInterface {
  /// Reads what `json` wrote; nil for anything else.
  public init?(_ json: JSONValue) {
    guard let name = json["name"]?.string, let link = json["podInterfaceName"]?.string,
      let attachment = json["attachment"].flatMap(Attachment.init)
    else { return nil }
    self.init(name: name, podInterfaceName: link, attachment: attachment)
    mac = json["mac"]?.string.flatMap { HardwareAddress($0) }
    mtu = json["mtu"]?.int64.flatMap { Int(exactly: $0) }
    podAddresses = json["podAddresses"]?.array?.compactMap { $0.string.flatMap { IPAddress($0) } } ?? []
    guestNetwork = json["guestNetwork"].flatMap(GuestNetwork.init)
    compromise = json["compromise"]?.string
  }

  /// For the way from virt-handler to the launcher.
  public var json: JSONValue {
    var json: JSONValue = [
      "name": .string(name), "podInterfaceName": .string(podInterfaceName), "attachment": attachment.json,
      "podAddresses": .array(podAddresses.map { .string($0.description) }),
    ]
    if let mac { json["mac"] = .string(mac.description) }
    if let mtu { json["mtu"] = .number(JSONNumber(mtu)) }
    if let guestNetwork { json["guestNetwork"] = guestNetwork.json }
    if let compromise { json["compromise"] = .string(compromise) }
    return json
  }
}

extension PluggedInterface.Attachment {
  init?(_ json: JSONValue) {
    if let bridge = json["bridge"]?.string {
      self = .bridge(bridge)
    } else if let tap = json["tap"]?.string {
      self = .tap(tap)
    } else if let user = json["user"], let backend = user["backend"]?.string,
      let backend = PluggedInterface.UserNetwork.Backend(rawValue: backend)
    {
      let ports = user["ports"]?.array?.compactMap { GuestPort($0) } ?? []
      self = .user(.init(backend: backend, network: user["network"]?.string.flatMap { CIDR($0) }, ports: ports))
    } else {
      return nil
    }
  }

  var json: JSONValue {
    switch self {
    case .bridge(let name): return ["bridge": .string(name)]
    case .tap(let name): return ["tap": .string(name)]
    case .user(let user):
      var json: JSONValue = [
        "backend": .string(user.backend.rawValue), "ports": .array(user.ports.map(\.json)),
      ]
      if let network = user.network { json["network"] = .string(network.description) }
      return ["user": json]
    }
  }
}

extension GuestPort {
  init?(_ json: JSONValue) {
    guard let transport = json["protocol"]?.string.flatMap(TransportProtocol.init), let number = json["port"]?.int64,
      let number = UInt16(exactly: number)
    else { return nil }
    self.init(transport, number)
  }

  var json: JSONValue {
    ["protocol": .string(transport.rawValue), "port": .number(JSONNumber(number))]
  }
}

extension GuestNetwork {
  init?(_ json: JSONValue) {
    guard let device = json["device"]?.string else { return nil }
    self.init(device: device)
    server = json["server"]?.string.flatMap { IPAddress($0) }
    ipv4 = json["ipv4"]?.string.flatMap { CIDR($0) }
    router = json["router"]?.string.flatMap { IPAddress($0) }
    routes = json["routes"]?.array?.compactMap { GuestNetwork.Route($0) } ?? []
    ipv6 = json["ipv6"]?.string.flatMap { CIDR($0) }
    routerV6 = json["routerV6"]?.string.flatMap { IPAddress($0) }
  }

  var json: JSONValue {
    var json: JSONValue = ["device": .string(device), "routes": .array(routes.map(\.json))]
    if let server { json["server"] = .string(server.description) }
    if let ipv4 { json["ipv4"] = .string(ipv4.description) }
    if let router { json["router"] = .string(router.description) }
    if let ipv6 { json["ipv6"] = .string(ipv6.description) }
    if let routerV6 { json["routerV6"] = .string(routerV6.description) }
    return json
  }
}

extension GuestNetwork.Route {
  init?(_ json: JSONValue) {
    guard let destination = json["destination"]?.string.flatMap({ CIDR($0) }) else { return nil }
    self.init(destination, gateway: json["gateway"]?.string.flatMap { IPAddress($0) })
  }

  var json: JSONValue {
    var json: JSONValue = ["destination": .string(destination.description)]
    if let gateway { json["gateway"] = .string(gateway.description) }
    return json
  }
}
