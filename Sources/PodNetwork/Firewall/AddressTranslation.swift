import Kube

/// How connections get through to a guest with an address of its own, and out from it: the rules of one address family.
public struct AddressTranslation: Sendable, Hashable {
  public var podLink: String
  public var bridge: String
  public var guest: IPAddress
  /// Of the same family as `guest`.
  public var gateway: IPAddress
  /// Those that lead to the guest; all when there are none.
  public var ports: [GuestPort]

  public init(podLink: String, bridge: String, guest: IPAddress, gateway: IPAddress, ports: [GuestPort]) {
    self.podLink = podLink
    self.bridge = bridge
    self.guest = guest
    self.gateway = gateway
    self.ports = ports
  }

  /// Commands for nft(8), for one transaction: the table's chains as they shall be, whatever was in them before. Chains
  /// of others in the same table stay.
  ///
  /// - Throws: `invalid` unless both links have names that mean nothing else to nft; all the rest is made of numbers
  ///   and addresses.
  public func commands() throws(NetworkError) -> String {
    for name in [podLink, bridge] where !LinkNames.isLinkName(name) {
      throw .invalid("\"\(name)\" is not a link's name")
    }
    let table = "\(family) nat"
    var lines = ["add table \(table)"]
    for hook in Hook.allCases {
      let kind = "type nat hook \(hook.rawValue) priority \(hook.priority);"
      lines.append("add chain \(table) \(hook.rawValue) { \(kind) }")
    }
    lines += [Self.inbound, Self.fromPod].map { "add chain \(table) \($0)" }
    lines += (Hook.allCases.map(\.rawValue) + [Self.inbound, Self.fromPod]).map { "flush chain \(table) \($0)" }
    lines += rules.map { "add rule \(table) \($0.chain) \($0.rule)" }
    return lines.joined(separator: "\n") + "\n"
  }

  private enum Hook: String, CaseIterable {
    case prerouting, input, output, postrouting

    /// Destinations are translated before, sources after the route is chosen.
    var priority: Int {
      switch self {
      case .prerouting, .output: -100
      case .input, .postrouting: 100
      }
    }
  }

  private static let inbound = "KUBEVIRT_PREINBOUND"
  private static let fromPod = "KUBEVIRT_POSTINBOUND"

  private var family: String { guest.isV4 ? "ip" : "ip6" }
  private var loopback: String { guest.isV4 ? "127.0.0.1" : "::1" }

  private var rules: [(chain: String, rule: String)] {
    var rules: [(chain: String, rule: String)] = [
      ("prerouting", "iifname \"\(podLink)\" counter jump \(Self.inbound)"),
      ("postrouting", "\(family) saddr \(guest) counter masquerade"),
      ("postrouting", "oifname \"\(bridge)\" counter jump \(Self.fromPod)"),
    ]
    for match in matches {
      rules += [
        (Self.inbound, "\(match)counter dnat to \(guest)"),
        (Self.fromPod, "\(match)\(family) saddr { \(loopback) } counter snat to \(gateway)"),
        ("output", "\(match)\(family) daddr { \(loopback) } counter dnat to \(guest)"),
      ]
    }
    return rules
  }

  /// What the packets to the guest have in common, a pattern for each port.
  private var matches: [String] {
    ports.isEmpty ? [""] : ports.map { "\($0.transport.rawValue) dport { \($0.number) } " }
  }
}
