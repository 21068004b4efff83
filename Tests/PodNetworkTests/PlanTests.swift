import Kube
import Testing
import VirtTypes

@testable import PodNetwork

/// Instances and links that the tests plan for.
enum Sample {
  static func instance(_ json: String) throws -> V1.VirtualMachineInstance {
    try V1.VirtualMachineInstance(json: Array(json.utf8))
  }

  static func onPodNetwork(_ interface: String, network: String = "{}") throws -> V1.VirtualMachineInstance {
    try instance(
      """
      {"metadata":{"name":"vm","namespace":"default"},"spec":{"domain":{"devices":{"interfaces":[\(interface)]}},
      "networks":[{"name":"default","pod":\(network)}]}}
      """)
  }

  static func link(_ name: String = "eth0", addresses: [String] = ["10.244.0.5/24"]) throws -> PodLink {
    PodLink(
      name: name, mac: try #require(HardwareAddress("0a:58:0a:f4:00:05")), mtu: 1450,
      addresses: addresses.compactMap { CIDR($0) },
      routes: [
        PodRoute(destination: try #require(CIDR("0.0.0.0/0")), gateway: IPAddress("10.244.0.1")),
        PodRoute(destination: try #require(CIDR("10.244.0.0/24")), source: IPAddress("10.244.0.5")),
        PodRoute(destination: try #require(CIDR("10.96.0.0/12")), gateway: IPAddress("10.244.0.2")),
      ], spareMAC: try #require(HardwareAddress("0a:58:0a:01:02:03")))
  }

  static func plan(
    _ instance: V1.VirtualMachineInstance, _ profile: NetworkProfile, links: [PodLink], isAdministrator: Bool = true
  ) throws -> PodNetworkPlan {
    try PodNetworkPlan.plan(
      for: instance, profile: profile,
      privileges: .init(isNetworkAdministrator: isAdministrator, hasPasst: false),
      links: Dictionary(uniqueKeysWithValues: links.map { ($0.name, $0) }), existing: Set(links.map(\.name)))
  }
}

struct PlanTests {
  @Test func putsTheGuestOfV0_8InPlaceOfThePod() throws {
    let plan = try Sample.plan(
      Sample.onPodNetwork(#"{"name":"default","bridge":{}}"#), .legacy, links: [Sample.link()])
    let address = try #require(CIDR("10.244.0.5/24"))
    let server = try #require(CIDR("169.254.75.10/32"))
    #expect(
      plan.steps == [
        .bridge("k6t-eth0", mac: nil, mtu: 1450), .setMaster("eth0", bridge: "k6t-eth0"), .setUp("k6t-eth0"),
        .addAddress("k6t-eth0", server), .removeAddress("eth0", address),
        .setMAC("eth0", try Sample.link().spareMAC), .setUp("eth0"),
      ])
    let plugged = try #require(plan.interfaces.first)
    #expect(plugged.attachment == .bridge("k6t-eth0"))
    #expect(plugged.mac == HardwareAddress("0a:58:0a:f4:00:05") && plugged.mtu == 1450)
    let network = try #require(plugged.guestNetwork)
    #expect(network.device == "k6t-eth0" && network.server == server.address && network.ipv4 == address)
    #expect(network.router == IPAddress("10.244.0.1"))
    #expect(network.routes == [.init(try #require(CIDR("10.96.0.0/12")), gateway: IPAddress("10.244.0.2"))])
  }

  @Test func movesTheNameOfAPodsLinkToAPlaceholder() throws {
    let plan = try Sample.plan(
      Sample.onPodNetwork(#"{"name":"default","bridge":{},"macAddress":"02:00:00:00:00:07"}"#), .current,
      links: [Sample.link()])
    let address = try #require(CIDR("10.244.0.5/24"))
    let link = try Sample.link()
    #expect(
      plan.steps == [
        .bridge("k6t-eth0", mac: nil, mtu: 1450), .rename("eth0", to: "eth0-nic"),
        .removeAddress("eth0-nic", address), .setMAC("eth0-nic", link.spareMAC),
        .setMaster("eth0-nic", bridge: "k6t-eth0"), .stopLearning("eth0-nic"), .setUp("eth0-nic"),
        .tap("tap0", owner: 107, mtu: 1450, hasQueues: false), .setMaster("tap0", bridge: "k6t-eth0"),
        .setUp("tap0"), .placeholder("eth0", mac: link.mac, mtu: 1450), .addAddress("eth0", address),
        .addAddress("k6t-eth0", try #require(CIDR("169.254.75.10/32"))), .setUp("k6t-eth0"),
        .sysctl(["ipv4", "conf", "all", "arp_ignore"], "1"),
      ])
    #expect(plan.interfaces.first?.attachment == .tap("tap0"))
    #expect(plan.interfaces.first?.mac == HardwareAddress("02:00:00:00:00:07"))
    #expect(plan.interfaces.first?.podAddresses == [address.address])
  }

  @Test func givesNoServerToAGuestOnALinkWithoutIPv4() throws {
    let plan = try Sample.plan(
      Sample.onPodNetwork(#"{"name":"default","bridge":{}}"#), .current, links: [Sample.link(addresses: [])])
    #expect(plan.interfaces.first?.guestNetwork == nil)
    #expect(!plan.steps.contains { if case .addAddress = $0 { true } else { false } })
  }

  @Test func hidesAGuestBehindThePodsAddresses() throws {
    let plan = try Sample.plan(
      Sample.onPodNetwork(#"{"name":"default","masquerade":{}}"#), .current,
      links: [Sample.link(addresses: ["10.244.0.5/24", "fd00::5/64"])])
    let network = try #require(plan.interfaces.first?.guestNetwork)
    #expect(network.ipv4 == CIDR("10.0.2.2/24") && network.router == IPAddress("10.0.2.1"))
    #expect(network.ipv6 == CIDR("fd10:0:2::2/120") && network.routerV6 == IPAddress("fd10:0:2::1"))
    #expect(plan.interfaces.first?.mac != nil)
    #expect(plan.steps.first == .bridge("k6t-eth0", mac: HardwareAddress("02:00:00:00:00:00"), mtu: 1450))
    #expect(plan.steps.contains(.addAddress("k6t-eth0", try #require(CIDR("fd10:0:2::1/120")))))
    #expect(plan.steps.contains(.sysctl(["ipv4", "conf", "k6t-eth0", "route_localnet"], "1")))
    #expect(plan.steps.count { if case .translate = $0 { true } else { false } } == 2)
    // Nothing touches the pod's own link.
    #expect(!plan.steps.contains { if case .removeAddress = $0 { true } else { false } })
  }

  @Test func takesTheNetworkThatIsAskedFor() throws {
    let interface = #"{"name":"default","masquerade":{}}"#
    let asked = try Sample.onPodNetwork(interface, network: #"{"vmNetworkCIDR":"192.168.7.64/30"}"#)
    let plan = try Sample.plan(asked, .current, links: [Sample.link()])
    #expect(plan.interfaces.first?.guestNetwork?.ipv4 == CIDR("192.168.7.66/30"))
    for network in ["10.0.2.0/31", "fd10::/64", "nonsense"] {
      let asked = try Sample.onPodNetwork(interface, network: #"{"vmNetworkCIDR":"\#(network)"}"#)
      #expect(throws: NetworkError.self) { try Sample.plan(asked, .current, links: [Sample.link()]) }
    }
  }

  @Test func findsLinksOfOtherNetworksByNumberOrHash() throws {
    let instance = try Sample.instance(
      """
      {"metadata":{"name":"vm","namespace":"default"},"spec":{"domain":{"devices":{"interfaces":[
      {"name":"blue","bridge":{}},{"name":"default","bridge":{}},{"name":"red","bridge":{}}]}},
      "networks":[{"name":"blue","multus":{"networkName":"a"}},{"name":"default","pod":{}},
      {"name":"red","multus":{"networkName":"b"}}]}}
      """)
    let legacy = try Sample.plan(
      instance, .legacy, links: [Sample.link(), Sample.link("net1"), Sample.link("net2")])
    #expect(
      legacy.interfaces.map(\.attachment) == [.bridge("k6t-net1"), .bridge("k6t-eth0"), .bridge("k6t-net2")])
    #expect(
      legacy.interfaces.map { $0.guestNetwork?.server }
        == ["169.254.75.10", "169.254.75.11", "169.254.75.12"].map {
          IPAddress($0)
        })
    // printf red | sha256sum, printf blue | sha256sum
    let (red, blue) = ("podb1f51a511f1", "pod16477688c0e")
    let current = try Sample.plan(
      instance, .current, links: [Sample.link(), Sample.link(red), Sample.link(blue)])
    #expect(
      current.interfaces.map(\.attachment) == [
        .tap("tap16477688c0e"), .tap("tap0"), .tap("tapb1f51a511f1"),
      ])
    #expect(current.steps.contains(.rename(red, to: "b1f51a511f1-nic")))
    #expect(current.steps.contains(.bridge("k6t-b1f51a511f1", mac: nil, mtu: 1450)))
    // Pods of older releases have numbered links.
    let older = try Sample.plan(
      instance, .current, links: [Sample.link(), Sample.link("net1"), Sample.link("net2")])
    #expect(older.interfaces.map(\.attachment) == [.tap("tap1"), .tap("tap0"), .tap("tap2")])
    #expect(throws: NetworkError.missingLink("net2")) {
      try Sample.plan(instance, .legacy, links: [Sample.link(), Sample.link("net1")])
    }
  }

  @Test func usesUserNetworkingWithoutPrivileges() throws {
    let interface =
      #"{"name":"default","masquerade":{},"ports":[{"port":22},{"port":22},{"port":53,"protocol":"UDP"}]}"#
    let plan = try Sample.plan(Sample.onPodNetwork(interface), .current, links: [], isAdministrator: false)
    let plugged = try #require(plan.interfaces.first)
    #expect(plan.steps.isEmpty)
    #expect(
      plugged.attachment == .user(.init(backend: .slirp, ports: [GuestPort(.tcp, 22), GuestPort(.udp, 53)])))
    #expect(plugged.compromise != nil)
    let slirp = try Sample.plan(Sample.onPodNetwork(#"{"name":"default","slirp":{}}"#), .legacy, links: [])
    #expect(slirp.interfaces.first?.compromise == nil && slirp.interfaces.first?.guestNetwork == nil)
  }

  @Test func leavesOtherBindingsAndAbsentCardsAlone() throws {
    for interface in [
      #"{"name":"default","sriov":{}}"#, #"{"name":"default","bridge":{},"state":"absent"}"#,
      #"{"name":"default","binding":{"name":"x"}}"#, #"{"name":"other","bridge":{}}"#,
    ] {
      #expect(try Sample.plan(Sample.onPodNetwork(interface), .current, links: []) == PodNetworkPlan())
    }
  }

  @Test func carriesPluggedInterfacesAsJSON() throws {
    let instances = [
      #"{"name":"default","bridge":{}}"#, #"{"name":"default","masquerade":{}}"#,
      #"{"name":"default","slirp":{},"ports":[{"port":80}]}"#,
    ].map { try? Sample.onPodNetwork($0) }
    for instance in instances {
      for profile in [NetworkProfile.legacy, .current] {
        let link = try Sample.link(addresses: ["10.244.0.5/24", "fd00::5/64"])
        for plugged in try Sample.plan(try #require(instance), profile, links: [link]).interfaces {
          #expect(PluggedInterface(plugged.json) == plugged)
        }
      }
    }
    let link = try Sample.link()
    #expect(PodLink(link.json) == link)
    #expect(PluggedInterface(["name": "x"]) == nil)
  }
}

struct AddressTranslationTests {
  private func commands(_ ports: [GuestPort], guest: String = "10.0.2.2", gateway: String = "10.0.2.1") throws -> String
  {
    try AddressTranslation(
      podLink: "eth0", bridge: "k6t-eth0", guest: #require(IPAddress(guest)), gateway: #require(IPAddress(gateway)),
      ports: ports
    ).commands()
  }

  @Test func leadsEverythingToTheGuestWhenNoPortsAreListed() throws {
    let rules = try commands([]).split(separator: "\n").filter { $0.hasPrefix("add rule") }.map(String.init)
    #expect(
      rules == [
        #"add rule ip nat prerouting iifname "eth0" counter jump KUBEVIRT_PREINBOUND"#,
        "add rule ip nat postrouting ip saddr 10.0.2.2 counter masquerade",
        #"add rule ip nat postrouting oifname "k6t-eth0" counter jump KUBEVIRT_POSTINBOUND"#,
        "add rule ip nat KUBEVIRT_PREINBOUND counter dnat to 10.0.2.2",
        "add rule ip nat KUBEVIRT_POSTINBOUND ip saddr { 127.0.0.1 } counter snat to 10.0.2.1",
        "add rule ip nat output ip daddr { 127.0.0.1 } counter dnat to 10.0.2.2",
      ])
  }

  @Test func leadsOnlyListedPortsToTheGuest() throws {
    let text = try commands(
      [GuestPort(.tcp, 22), GuestPort(.udp, 53)], guest: "fd10:0:2::2", gateway: "fd10:0:2::1")
    #expect(text.contains("add chain ip6 nat prerouting { type nat hook prerouting priority -100; }"))
    #expect(text.contains("add rule ip6 nat KUBEVIRT_PREINBOUND tcp dport { 22 } counter dnat to fd10:0:2::2"))
    #expect(
      text.contains(
        "add rule ip6 nat KUBEVIRT_POSTINBOUND udp dport { 53 } ip6 saddr { ::1 } counter snat to fd10:0:2::1"))
    #expect(!text.contains("KUBEVIRT_PREINBOUND counter dnat"))
  }

  @Test(arguments: ["", "a b", "eth0\"; flush ruleset; #", "a/b", "sixteen-letters-", "ä"])
  func refusesNamesThatAreNone(_ name: String) {
    let translation = AddressTranslation(
      podLink: name, bridge: "k6t-eth0", guest: .v4(1), gateway: .v4(2), ports: [])
    #expect(throws: NetworkError.self) { try translation.commands() }
  }
}
