import Testing
import VirtTypes

@testable import Admission

@Suite struct SpecIdentityTests {
  @Test func aValidInstanceBreaksNothing() throws {
    #expect(try Specimen.toldAtCreation { _ in } == [])
  }

  @Test(arguments: ["Host", "-x", "a_b", "a.b", String(repeating: "x", count: 64)])
  func hostnamesAreDNSLabels(name: String) throws {
    #expect(try Specimen.told { $0.hostname = name } == ["invalid spec.hostname"])
  }

  @Test(arguments: ["Sub", "a..b", "bad domain"])
  func subdomainsAreDNSNames(name: String) throws {
    #expect(try Specimen.told { $0.subdomain = name } == ["invalid spec.subdomain"])
  }

  @Test func theOnlyStartStrategyIsPausedAndHasNoLivenessProbe() throws {
    #expect(try Specimen.told { $0.startStrategy = "Paused" } == [])
    #expect(try Specimen.told { $0.startStrategy = "Stopped" } == ["invalid spec.startStrategy"])
    #expect(
      try Specimen.told {
        $0.startStrategy = "Paused"
        $0.livenessProbe = try V1.Probe(json: #"{"guestAgentPing":{}}"#)
      } == ["invalid spec.startStrategy"])
  }

  @Test func evictionStrategiesAreKnown() throws {
    #expect(try Specimen.told { $0.evictionStrategy = "External" } == [])
    #expect(try Specimen.told { $0.evictionStrategy = "Kill" } == ["invalid spec.evictionStrategy"])
    #expect(
      try Specimen.told(configure: { $0.evictionStrategy = "Nonsense" }) { _ in } == ["invalid spec.evictionStrategy"])
    #expect(
      try Specimen.told(configure: { $0.evictionStrategy = "Nonsense" }) { $0.evictionStrategy = "None" } == [])
  }

  @Test func aProbeAsksInOneWay() throws {
    #expect(
      try Specimen.told { $0.readinessProbe = try V1.Probe(json: #"{"exec":{"command":["x"]},"guestAgentPing":{}}"#) }
        == ["invalid spec.readinessProbe"])
    #expect(
      try Specimen.told { $0.livenessProbe = try V1.Probe(json: #"{"initialDelaySeconds":1}"#) }
        == ["required spec.livenessProbe"])
  }

  @Test func askingOverTheNetworkNeedsAPodNetwork() throws {
    let spec = try Specimen.told {
      $0.networks = []
      $0.domain.devices.interfaces = []
      $0.readinessProbe = try V1.Probe(json: #"{"httpGet":{"port":80}}"#)
      $0.livenessProbe = try V1.Probe(json: #"{"tcpSocket":{"port":"http"}}"#)
    }
    #expect(spec == ["invalid spec.livenessProbe.tcpSocket", "invalid spec.readinessProbe.httpGet"])
    #expect(try Specimen.told { $0.readinessProbe = try V1.Probe(json: #"{"httpGet":{"port":80}}"#) } == [])
  }

  @Test func dnsPolicyNoneNeedsANameServer() throws {
    #expect(try Specimen.told { $0.dnsPolicy = "None" } == ["required spec.dnsConfig"])
    #expect(
      try Specimen.told {
        $0.dnsPolicy = "None"
        $0.dnsConfig = try PodDNSConfig(json: #"{"options":[{"value":"1"}]}"#)
      } == ["required nameservers"])
    #expect(try Specimen.told { $0.dnsPolicy = "Mine" } == ["notSupported spec.dnsPolicy"])
  }

  @Test func dnsConfigKeepsTheLimitsOfPods() throws {
    let json = """
      {"nameservers": ["1.1.1.1", "1.1.1.2", "1.1.1.3", "x"], "options": [{"value": "1"}, {"name": ""}],
       "searches": ["a", "b", "c", "d", "e", "f.", "g_"]}
      """
    #expect(
      try Specimen.told { $0.dnsConfig = try PodDNSConfig(json: json) } == [
        "invalid nameservers", "invalid nameservers", "invalid options", "invalid options", "invalid searchDomains",
        "invalid searchDomains", "invalid searchDomains",
      ])
    let long = String(repeating: "abcdefg.", count: 16) + "x"
    #expect(
      try Specimen.told { $0.dnsConfig = try PodDNSConfig(json: #"{"searches":["\#(long)","\#(long)"]}"#) }
        == ["invalid searchDomains"])
  }
}
