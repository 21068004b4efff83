import Foundation
import Kube
import Logging
import Testing
import VirtTypes

@testable import PodNetwork

/// Plans carried out on real links, with a client of DHCP that is not ours and connections through them.
@Suite(.serialized, .enabled(if: NamespaceHarness.isUsable))
struct RealNetworkTests {
  private static let bridged = #"{"name":"default","bridge":{}}"#
  private static let hidden = #"{"name":"default","masquerade":{},"ports":[{"port":8080}]}"#

  private func serve(
    _ plugged: PluggedInterface, of instance: V1.VirtualMachineInstance, in pod: TestNamespace
  ) throws -> GuestNetworkServer {
    let resolver = ResolvConf(parsing: "nameserver 10.96.0.10\nsearch default.svc.cluster.local cluster.local\n")
    let configuration = try #require(
      GuestConfiguration(plugged, of: instance, hostname: "testvm", resolver: resolver))
    return try pod.inside { () throws(NetworkError) in
      try GuestNetworkServer(configuration, logger: Logger(label: "test"))
    }
  }

  /// Whether a connection from the one to an address of the other gets there, and from whom it seems to come.
  private func connect(
    from client: TestNamespace, to address: String, port: Int, of server: TestNamespace
  ) throws -> String {
    let family = address.contains(":") ? "socket.AF_INET6" : "socket.AF_INET"
    let listener = try server.start(
      "python3", "-c",
      """
      import socket
      s = socket.create_server(("::" if \(family) == socket.AF_INET6 else "0.0.0.0", \(port)), family=\(family))
      s.settimeout(20)
      c, peer = s.accept()
      c.sendall(peer[0].encode())
      c.close()
      """)
    defer {
      if listener.isRunning { kill(listener.processIdentifier, SIGKILL) }
      listener.waitUntilExit()
    }
    return try client.run(
      "python3", "-c",
      """
      import socket, time
      for attempt in range(50):
        try:
          c = socket.create_connection(("\(address)", \(port)), timeout=3)
          break
        except OSError as problem:
          time.sleep(0.1)
      else:
        raise SystemExit("no connection: %s" % problem)
      print(c.recv(100).decode(), end="")
      """)
  }

  @Test func givesAGuestOfV0_8ThePlaceOfItsPod() throws {
    let test = try TestPod()
    defer { test.remove() }
    let instance = try Sample.onPodNetwork(Self.bridged)
    let setup = test.setup(.legacy)
    let plugged = try #require(try setup.apply(to: instance, inNamespaceOfProcess: test.pod.process).first)
    #expect(try setup.apply(to: instance, inNamespaceOfProcess: test.pod.process) == [plugged])
    let mac = try #require(plugged.mac)
    #expect("\(mac)" == "0a:58:0a:f4:07:05" && plugged.mtu == 1450)

    let guest = try TestGuest(on: "k6t-eth0", of: test.pod, mac: mac)
    let server = try serve(plugged, of: instance, in: test.pod)
    defer { server.stop() }
    let answer = try guest.runDHCPClient(in: test.folder)
    #expect(answer["ip"] == "10.244.7.5" && answer["mask"] == "24" && answer["router"] == "10.244.7.1")
    #expect(answer["mtu"] == "1450" && answer["dns"] == "10.96.0.10" && answer["hostname"] == "testvm")
    #expect(answer["serverid"] == "169.254.75.10" && answer["lease"] == "86313600")
    #expect(try connect(from: test.node, to: "10.244.7.5", port: 8080, of: guest.namespace) == "10.244.7.1")
    #expect(try connect(from: guest.namespace, to: "10.244.7.1", port: 8081, of: test.node) == "10.244.7.5")
  }

  @Test func givesAGuestOnATapThePlaceOfItsPod() throws {
    let test = try TestPod()
    defer { test.remove() }
    let instance = try Sample.onPodNetwork(Self.bridged)
    let plugged = try #require(
      try test.setup(.current).apply(to: instance, inNamespaceOfProcess: test.pod.process).first)
    // Who looks the pod's address up finds it where it was.
    let addresses = try test.pod.run("ip", "-o", "address", "show", "dev", "eth0")
    #expect(addresses.contains("10.244.7.5/24") && addresses.contains("fd00:7::5/64"))
    #expect(try test.pod.run("ip", "link", "show", "eth0").contains("0a:58:0a:f4:07:05"))
    #expect(try test.pod.run("ip", "-d", "link", "show", "eth0-nic").contains("learning off"))
    let tap = try test.pod.run("ip", "-d", "link", "show", "tap0")
    #expect(tap.contains("mtu 1450") && tap.contains("user 107") && tap.contains("group 107"))
    #expect(try test.pod.run("cat", "/proc/sys/net/ipv4/conf/all/arp_ignore") == "1\n")

    let guest = try TestGuest(on: "tap0", opening: test.pod, mac: try #require(plugged.mac))
    let server = try serve(plugged, of: instance, in: test.pod)
    defer { server.stop() }
    let answer = try guest.runDHCPClient(in: test.folder)
    #expect(answer["ip"] == "10.244.7.5" && answer["router"] == "10.244.7.1")
    #expect(try connect(from: test.node, to: "10.244.7.5", port: 8080, of: guest.namespace) == "10.244.7.1")
    #expect(try connect(from: guest.namespace, to: "10.244.7.1", port: 8081, of: test.node) == "10.244.7.5")
  }

  @Test func hidesAGuestBehindItsPod() throws {
    let test = try TestPod()
    defer { test.remove() }
    let instance = try Sample.onPodNetwork(Self.hidden)
    let setup = test.setup(.current)
    let plugged = try #require(try setup.apply(to: instance, inNamespaceOfProcess: test.pod.process).first)
    // A second time: the rules are as before, each once.
    #expect(try setup.apply(to: instance, inNamespaceOfProcess: test.pod.process) == [plugged])
    let rules = try test.pod.inside { () throws(NetworkError) in
      try Firewall().output(of: "list ruleset")
    }
    #expect(rules.components(separatedBy: "tcp dport 8080 counter packets 0 bytes 0 dnat to 10.0.2.2").count == 2)

    let guest = try TestGuest(on: "tap0", opening: test.pod, mac: try #require(plugged.mac))
    let server = try serve(plugged, of: instance, in: test.pod)
    defer { server.stop() }
    let answer = try guest.runDHCPClient(in: test.folder)
    #expect(answer["ip"] == "10.0.2.2" && answer["router"] == "10.0.2.1" && answer["serverid"] == "10.0.2.1")
    // To the guest by the pod's address, from the guest as the pod, and from within the pod.
    #expect(try connect(from: test.node, to: "10.244.7.5", port: 8080, of: guest.namespace) == "10.244.7.1")
    #expect(try connect(from: guest.namespace, to: "10.244.7.1", port: 8081, of: test.node) == "10.244.7.5")
    #expect(try connect(from: test.pod, to: "127.0.0.1", port: 8080, of: guest.namespace) == "10.0.2.1")
    // A port that is not listed stays the pod's own.
    #expect(try connect(from: test.node, to: "10.244.7.5", port: 8082, of: test.pod) == "10.244.7.1")
  }

  @Test func hidesAGuestBehindItsPodOverIPv6() throws {
    let test = try TestPod()
    defer { test.remove() }
    let instance = try Sample.onPodNetwork(Self.hidden)
    let plugged = try #require(
      try test.setup(.current).apply(to: instance, inNamespaceOfProcess: test.pod.process).first)
    let guest = try TestGuest(on: "tap0", opening: test.pod, mac: try #require(plugged.mac))
    let server = try serve(plugged, of: instance, in: test.pod)
    defer { server.stop() }
    // The kernel's own client learns the gateway; for the address there is a client of a few lines.
    let given = try guest.namespace.run("python3", "-c", Self.clientOfDHCPv6)
    #expect(given == "fd10:0:2::2")
    try guest.namespace.run("ip", "address", "add", "\(given)/120", "dev", guest.card, "nodad")
    try guest.namespace.run(
      "sh", "-c", "for i in $(seq 100); do ip -6 route | grep -q '^default' && exit; sleep 0.1; done; exit 1")
    #expect(try connect(from: test.node, to: "fd00:7::5", port: 8080, of: guest.namespace) == "fd00:7::1")
    #expect(try connect(from: guest.namespace, to: "fd00:7::1", port: 8081, of: test.node) == "fd00:7::5")
  }

  @Test(arguments: [NetworkProfile.legacy, .current]) func goesOnWhereItWasInterrupted(_ profile: NetworkProfile) throws
  {
    let instance = try Sample.onPodNetwork(Self.bridged)
    var count = 1
    var finished: [String]?
    while true {
      let test = try TestPod()
      defer { test.remove() }
      let setup = test.setup(profile)
      let pod = test.pod
      let (first, steps, done) = try pod.inside { [count] () throws(NetworkError) in
        let runner = try StepRunner()
        let plan = try setup.plan(for: instance, runner.kernel)
        for step in plan.steps.prefix(count) { try runner.run(step) }
        return (plan.interfaces, plan.steps.count, count)
      }
      #expect(try setup.apply(to: instance, inNamespaceOfProcess: pod.process) == first, "after \(done) steps")
      let state = try pod.inside { () throws(NetworkError) in
        let kernel = try RouteSocket()
        let links = try kernel.links()
        return try kernel.addresses().map { address in
          "\(links.first { $0.index == address.link }?.name ?? "") \(address.address)"
        }.filter { !$0.contains("fe80") }.sorted()
      }
      if let finished { #expect(state == finished, "after \(done) steps") }
      finished = finished ?? state
      if count >= steps { break }
      count += 1
    }
  }

  @Test func refusesAPodThatWasWiredByNobodyKnown() throws {
    let test = try TestPod()
    defer { test.remove() }
    try test.pod.run("ip", "link", "add", "k6t-eth0", "type", "bridge")
    #expect(throws: NetworkError.self) {
      try test.setup(.current).apply(
        to: Sample.onPodNetwork(Self.bridged), inNamespaceOfProcess: test.pod.process)
    }
  }

  @Test func saysWhatNftablesSays() throws {
    let namespace = try TestNamespace()
    #expect(throws: NetworkError.self) {
      try namespace.inside { () throws(NetworkError) in try Firewall().run("add nonsense\n") }
    }
  }

  /// Solicits and prints the address of the first advertisement.
  private static let clientOfDHCPv6 = """
    import socket, struct, time
    link = socket.if_nametoindex("ens1")
    s = socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)
    s.settimeout(1)
    message = b"\\x01abc" + struct.pack("!HH6s", 1, 6, b"\\0\\3\\0\\1ab") + struct.pack("!HHIII", 3, 12, 7, 0, 0)
    for attempt in range(100):
      try:
        if attempt == 0 or not s.getsockname()[1]: s.bind(("::", 546))
        s.sendto(message, ("ff02::1:2", 547, 0, link))
        answer = s.recv(2000)
        break
      except OSError:
        time.sleep(0.1)
    at = 4
    while at < len(answer):
      code, count = struct.unpack("!HH", answer[at:at + 4])
      if code == 3: print(socket.inet_ntop(socket.AF_INET6, answer[at + 20:at + 36]), end="")
      at += 4 + count
    """
}
