import JSON
import Testing
import VirtTypes
import XML

@testable import VirtLauncher

@Suite struct LegacyUserNetworkTests {
  private func domain(_ interfaces: JSONValue, _ networks: JSONValue) throws -> XMLElement {
    let instance = try DiskPlanTests.instance(
      ["domain": ["devices": ["interfaces": interfaces]], "networks": networks], isLegacy: true)
    return try DomainRenderer.domain(for: instance, in: DomainEnvironment())
  }

  private func arguments(_ domain: XMLElement) -> [String] {
    domain.child("qemu:commandline")?.children.compactMap { $0[attribute: "value"] } ?? []
  }

  @Test func portsAreForwardedOnce() throws {
    let ports: JSONValue = [["port": 80], ["port": 80, "protocol": "TCP"], ["port": 80, "protocol": "UDP"]]
    let domain = try domain([["name": "a", "slirp": [:], "ports": ports]], [["name": "a", "pod": [:]]])
    #expect(
      arguments(domain) == [
        "-netdev",
        "user,id=a,net=10.0.2.0/24,dnssearch=cluster.local,hostfwd=tcp::80-:80,hostfwd=udp::80-:80",
      ])
  }

  @Test func commasOfNamesStayInTheirValue() throws {
    let domain = try domain([["name": "a,hostfwd=x", "slirp": [:]]], [["name": "a,hostfwd=x", "pod": [:]]])
    #expect(arguments(domain)[1].hasPrefix("user,id=a,,hostfwd=x,net="))
  }

  @Test func theDeviceGoesToTheCommandLineInTheEnd() throws {
    let plain = try domain(
      [["name": "a", "slirp": [:], "model": "rtl8139"], ["name": "b", "bridge": [:]]],
      [["name": "a", "pod": [:]], ["name": "b", "multus": ["networkName": "n"]]])
    let plugged = LegacyUserNetwork.plug(plain, addresses: ["a": "02:00:00:00:00:01"])
    #expect(arguments(plugged).suffix(2) == ["-device", "rtl8139,netdev=a,id=a,addr=0x1c,mac=02:00:00:00:00:01"])
    let interfaces = plugged.child("devices")?.children(named: "interface") ?? []
    #expect(interfaces.map { $0.child("source")?[attribute: "bridge"] } == ["k6t-net1"])
  }
}
