import Kube
import TestSupport
import Testing
import VirtTypes

@testable import PodNetwork

struct DHCPTests {
  private static let mac = HardwareAddress("0a:58:0a:f4:00:05")

  private static func configuration() throws -> GuestConfiguration {
    var network = GuestNetwork(device: "k6t-eth0")
    network.server = IPAddress("169.254.75.10")
    network.ipv4 = CIDR("10.244.0.5/24")
    network.router = IPAddress("10.244.0.1")
    network.routes = [
      .init(try #require(CIDR("10.96.0.0/12")), gateway: IPAddress("10.244.0.2")),
      .init(try #require(CIDR("169.254.1.1/32"))),
    ]
    network.ipv6 = CIDR("fd10:0:2::2/120")
    network.routerV6 = IPAddress("fd10:0:2::1")
    var configuration = GuestConfiguration(
      network: network, mac: try #require(mac), mtu: 1450, hostname: "testvm",
      nameServers: [try #require(IPAddress("10.96.0.10")), try #require(IPAddress("fd00::a"))],
      searchDomains: ["default.svc.cluster.local", "cluster.local"], domainName: "default.svc.cluster.local")
    configuration.privateOptions = [240: "x"]
    return configuration
  }

  private static func message(_ kind: DHCPMessage.Kind, _ options: [DHCPMessage.Option] = []) throws -> DHCPMessage {
    var message = DHCPMessage(.request, transaction: 77, hardwareAddress: try #require(mac))
    message.options = [.init(53, [kind.rawValue])] + options
    return message
  }

  @Test func offersTheOneAddress() throws {
    let responder = try #require(DHCPResponder(Self.configuration()))
    let offer = try #require(responder.reply(to: Self.message(.discover)))
    #expect(offer.kind == .offer && offer.transaction == 77 && offer.assignedAddress == 0x0AF4_0005)
    #expect(offer[1] == [255, 255, 255, 0])
    #expect(offer[3] == [10, 244, 0, 1])
    #expect(offer[6] == [10, 96, 0, 10])
    #expect(offer[12] == Array("testvm".utf8))
    #expect(offer[15] == Array("default.svc.cluster.local".utf8))
    #expect(offer[26] == [5, 170])
    #expect(offer[51] == UInt32(86_313_600).bigEndianBytes)
    #expect(offer[54] == [169, 254, 75, 10])
    #expect(offer[119]?.starts(with: [7] + "default".utf8 + [3] + "svc".utf8) == true)
    // A network's bytes that count, the gateway; what is on the link has none; the rest comes last.
    #expect(
      offer[121] == [12, 10, 96, 10, 244, 0, 2, 32, 169, 254, 1, 1, 0, 0, 0, 0, 0, 10, 244, 0, 1])
    #expect(offer[240] == Array("x".utf8))
  }

  @Test func confirmsItsAddressAndRefusesOthers() throws {
    let responder = try #require(DHCPResponder(Self.configuration()))
    let ours = DHCPMessage.Option(50, [10, 244, 0, 5])
    let server = DHCPMessage.Option(54, [169, 254, 75, 10])
    #expect(try responder.reply(to: Self.message(.request, [ours, server]))?.kind == .ack)
    #expect(try responder.reply(to: Self.message(.request))?.kind == .ack)
    let nak = try responder.reply(to: Self.message(.request, [.init(50, [10, 0, 0, 9])]))
    #expect(nak?.kind == .nak && nak?.assignedAddress == 0)
    #expect(try responder.reply(to: Self.message(.request, [ours, .init(54, [1, 2, 3, 4])])) == nil)
    let inform = try responder.reply(to: Self.message(.inform))
    #expect(inform?.kind == .ack && inform?[51] == nil)
    #expect(try responder.reply(to: Self.message(.release)) == nil)
  }

  @Test func answersNobodyElse() throws {
    let responder = try #require(DHCPResponder(Self.configuration()))
    var stranger = try Self.message(.discover)
    stranger.hardwareAddress = try #require(HardwareAddress("02:00:00:00:00:01"))
    #expect(responder.reply(to: stranger) == nil)
    var relayed = try Self.message(.discover)
    relayed.relay = 1
    #expect(responder.reply(to: relayed) == nil)
    var reply = try Self.message(.discover)
    reply.operation = .reply
    #expect(responder.reply(to: reply) == nil)
  }

  @Test func readsWhatItWrites() throws {
    var message = try Self.message(.discover, [.init(119, [UInt8](repeating: 7, count: 600))])
    message.flags = 0x8000
    message.seconds = 3
    #expect(DHCPMessage(parsing: message.packet(limit: 1500)) == message)
    #expect(message.packet(limit: 576).count == 300)
    #expect(DHCPMessage(parsing: Array(message.packet(limit: 1500).prefix(250))) == nil)
  }

  @Test func readsOptionsInTheFieldsForNames() throws {
    var packet = try Self.message(.discover, [.init(52, [3])]).packet(limit: 576)
    packet.replaceSubrange(108..<112, with: [12, 1, 97, 255])
    packet.replaceSubrange(44..<48, with: [61, 1, 98, 255])
    let message = try #require(DHCPMessage(parsing: packet))
    #expect(message[12] == [97] && message[61] == [98])
  }

  @Test func leavesOutWhatTheClientCannotTake() throws {
    var configuration = try Self.configuration()
    configuration.privateOptions = Dictionary(
      uniqueKeysWithValues: (224...230).map { ($0, String(repeating: "x", count: 100)) })
    let responder = try #require(DHCPResponder(configuration))
    let small = try #require(responder.answer(to: Self.message(.discover).packet(limit: 576)))
    #expect(small.count <= 548 && DHCPMessage(parsing: small)?[1] != nil)
    let large = try #require(
      responder.answer(to: Self.message(.discover, [.init(57, [5, 220])]).packet(limit: 576)))
    #expect(DHCPMessage(parsing: large)?[230] != nil)
  }

  @Test func takesOptionsFromTheInstance() throws {
    let instance = try Sample.instance(
      """
      {"metadata":{"name":"vm","namespace":"default"},"spec":{"subdomain":"sub","domain":{"devices":{"interfaces":[
      {"name":"default","masquerade":{},"dhcpOptions":{"bootFileName":"boot","tftpServerName":"tftp",
      "ntpServers":["10.0.0.1","nonsense"],"privateOptions":[{"option":240,"value":"a"},{"option":12,"value":"b"}]}}]}},
      "networks":[{"name":"default","pod":{}}]}}
      """)
    let plugged = try #require(
      try Sample.plan(instance, .current, links: [Sample.link()]).interfaces.first)
    let resolver = ResolvConf(
      parsing: "nameserver 10.96.0.10\nsearch default.svc.cluster.local svc.cluster.local cluster.local\n")
    let configuration = try #require(
      GuestConfiguration(plugged, of: instance, hostname: "vm", resolver: resolver))
    #expect(configuration.domainName == "sub.default.svc.cluster.local")
    #expect(configuration.searchDomains.first == "sub.default.svc.cluster.local")
    #expect(configuration.timeServers == [.v4(0x0A00_0001)] && configuration.privateOptions == [240: "a"])
    #expect(configuration.tftpServerName == "tftp" && configuration.bootFileName == "boot")
    #expect(configuration.mac == plugged.mac && configuration.mtu == 1450)
  }

  @Test func leavesOutWhatIsNoDomain() throws {
    var configuration = try Self.configuration()
    configuration.searchDomains = ["a..b", "ok.example", String(repeating: "x", count: 64)]
    #expect(configuration.searchList(limit: 255) == [2] + "ok".utf8 + [7] + "example".utf8 + [0])
    #expect(configuration.searchList(limit: 5).isEmpty)
  }

  // MARK: IPv6

  @Test func givesTheOneIPv6Address() throws {
    let mac = try #require(HardwareAddress("02:00:00:00:00:00"))
    let responder = try #require(DHCPv6Responder(Self.configuration(), serverMAC: mac))
    let client = DHCPv6Message.Option(1, [0, 3, 0, 1, 1, 2, 3, 4, 5, 6])
    let association = DHCPv6Message.Option(3, [9, 9, 9, 9] + [UInt8](repeating: 0, count: 8))
    let solicit = DHCPv6Message(.solicit, transaction: 0x01_0203, options: [client, association])
    let packet = try #require(responder.answer(to: solicit.packet))
    let advertise = try #require(DHCPv6Message(parsing: packet))
    #expect(advertise.kind == .advertise && advertise.transaction == 0x01_0203 && advertise[1] == client.value)
    let server = try #require(advertise[2])
    #expect(server == [0, 3, 0, 1] + mac.bytes)
    let given = try #require(advertise[3])
    #expect(given.prefix(4) == [9, 9, 9, 9] && given.dropFirst(12).prefix(4) == [0, 5, 0, 24])
    #expect(IPAddress(bytes: given.dropFirst(16).prefix(16)) == IPAddress("fd10:0:2::2"))
    #expect(advertise[23] == IPAddress("fd00::a")?.bytes)

    var request = DHCPv6Message(.request, transaction: 1, options: [client, association, .init(2, server)])
    #expect(responder.reply(to: request)?.kind == .reply)
    request.options[2].value = [0, 3, 0, 1]
    #expect(responder.reply(to: request) == nil)
    let quick = DHCPv6Message(.solicit, transaction: 1, options: [client, association, .init(14, [])])
    #expect(responder.reply(to: quick)?.kind == .reply && responder.reply(to: quick)?[14] == [])
  }

  @Test func advertisesARouterThatSendsHostsToDHCP() throws {
    let mac = try #require(HardwareAddress("02:00:00:00:00:00"))
    let message = try #require(RouterAdvertisement.message(Self.configuration(), mac: mac))
    #expect(message.count % 8 == 0 && message[0] == 134 && message[5] == 0xC0)
    #expect(Array(message[16..<24]) == [1, 1] + mac.bytes)
    #expect(Array(message[24..<32]) == [5, 1, 0, 0, 0, 0, 5, 170])
    #expect(Array(message[32..<36]) == [3, 4, 120, 0x80])
  }

  // MARK: anything

  @Test func survivesAnyBytes() throws {
    var random = SeededGenerator(seed: 6)
    let mac = try #require(HardwareAddress("02:00:00:00:00:00"))
    let v4 = try #require(DHCPResponder(Self.configuration()))
    let v6 = try #require(DHCPv6Responder(Self.configuration(), serverMAC: mac))
    let solicit = DHCPv6Message(
      .solicit, transaction: 1, options: [.init(1, [1, 2]), .init(3, [UInt8](repeating: 0, count: 40))])
    let seeds = [try Self.message(.discover, [.init(52, [3]), .init(61, [1, 2])]).packet(limit: 576), solicit.packet]
    for round in 0..<20_000 {
      var packet: [UInt8]
      if round % 3 == 0 {
        packet = (0..<Int.random(in: 0...600, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
      } else {
        packet = seeds[round % 2]
        for _ in 0..<Int.random(in: 1...8, using: &random) {
          packet[Int.random(in: 0..<packet.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
        }
        packet = Array(packet.prefix(Int.random(in: 0...packet.count, using: &random)))
      }
      // What can be read can be written and read again.
      if let message = DHCPMessage(parsing: packet) {
        #expect(DHCPMessage(parsing: message.packet(limit: 4096)) == message)
      }
      if let message = DHCPv6Message(parsing: packet) { #expect(message.packet == packet) }
      if let answer = v4.answer(to: packet) { #expect(DHCPMessage(parsing: answer) != nil) }
      if let answer = v6.answer(to: packet) { #expect(DHCPv6Message(parsing: answer) != nil) }
    }
  }
}
