import Testing
import VirtTypes

@testable import Admission

@Suite struct SpecNetworkTests {
  private let interface = "spec.domain.devices.interfaces"

  /// What is told when one interface is replaced: 0 is on the pod network, 1 on a multus network.
  private func told(
    gates: Set<FeatureGate> = [], configure: (inout ClusterConfiguration) -> Void = { _ in }, _ index: Int,
    _ json: String
  ) throws -> [String] {
    try Specimen.told(gates: gates, configure: configure) {
      var interface = try V1.Interface(json: json)
      if interface.name.isEmpty { interface.name = $0.networks[index].name }
      $0.domain.devices.interfaces[index] = interface
    }
  }

  @Test func anInterfaceWithoutABindingPasses() throws {
    #expect(try told(0, "{}") == [])
    #expect(try told(0, #"{"bridge":{},"masquerade":{}}"#) == [])
  }

  @Test func thereIsOneDefaultNetwork() throws {
    #expect(
      try Specimen.told { $0.networks[1] = try V1.Network(json: #"{"name":"lan","pod":{}}"#) }
        == ["duplicate spec.interfaces"])
    #expect(try Specimen.told { $0.networks[1].multus?.default = true } == ["invalid spec.networks"])
    #expect(
      try Specimen.told {
        $0.networks[0] = try V1.Network(json: #"{"name":"default","multus":{"networkName":"n","default":true}}"#)
        $0.networks[1].multus?.default = true
        $0.domain.devices.interfaces[0] = try V1.Interface(json: #"{"name":"default","bridge":{}}"#)
      } == ["invalid spec.networks"])
  }

  @Test func aNetworkHasOneSource() throws {
    for json in [
      #"{"name":"lan"}"#, #"{"name":"lan","multus":{"networkName":""}}"#,
    ] {
      #expect(try Specimen.told { $0.networks[1] = try V1.Network(json: json) } == ["required spec.networks[1]"])
    }
  }

  @Test func statesAreKnownAndFitTheBinding() throws {
    let state = "invalid \(interface)[1].state"
    #expect(try told(1, #"{"bridge":{},"state":"up"}"#) == [])
    #expect(try told(1, #"{"bridge":{},"state":"absent"}"#) == [])
    #expect(try told(1, #"{"bridge":{},"state":"gone"}"#) == [state])
    #expect(try told(1, #"{"sriov":{},"state":"down"}"#) == [state])
    #expect(try told(1, #"{"sriov":{},"state":"absent"}"#) == [state])
    let first = "invalid \(interface)[0].state"
    #expect(try told(0, #"{"masquerade":{},"state":"absent"}"#) == [first, first])
  }

  @Test func bindingsFitTheNetwork() throws {
    #expect(try told(1, #"{"bridge":{},"binding":{"name":"x"}}"#) == ["invalid \(interface)[1].binding"])
    #expect(try told(1, #"{"masquerade":{}}"#) == ["invalid \(interface)[1].name"])
    #expect(
      try told(0, #"{"masquerade":{},"macAddress":"02:00:00:00:00:00"}"#) == ["invalid \(interface)[0].macAddress"])
    #expect(
      try told(configure: { $0.permitsBridgeOnPodNetwork = false }, 0, #"{"bridge":{}}"#)
        == ["invalid \(interface)[0].name"])
    #expect(try told(0, #"{"passtBinding":{}}"#) == ["invalid \(interface)[0].name"])
    #expect(try told(gates: [.passtBinding], 0, #"{"passtBinding":{}}"#) == [])
    #expect(try told(gates: [.passtBinding], 1, #"{"passtBinding":{}}"#) == ["invalid \(interface)[1].name"])
  }

  @Test func everyNameIsOnBothSidesOnce() throws {
    #expect(
      try Specimen.told { $0.networks.append(try V1.Network(json: #"{"name":"lan","multus":{"networkName":"n"}}"#)) }
        == ["duplicate spec.networks[2].name"])
    #expect(
      try Specimen.told { $0.domain.devices.interfaces.append($0.domain.devices.interfaces[1]) }
        == ["duplicate \(interface)[2].name"])
    #expect(
      try told(1, #"{"name":"other","bridge":{}}"#) == [
        "invalid \(interface)[1].name", "required spec.networks[1].name",
      ])
  }

  @Test func missingPartnersAreToldInTheWordsThatProgramsKnow() throws {
    let instance = try Specimen.instance { $0.spec.domain.devices.interfaces[1].name = "other" }
    let causes = validateInstanceSpec(instance.spec, at: .instance, context: Specimen.context())
    #expect(
      causes.map(\.message) == [
        "spec.networks[1].name 'lan' not found.", "\(interface)[1].name 'other' not found.",
      ])
  }

  @Test(arguments: ["a b", " ", "a.b", "ä"])
  func interfaceNamesAreOfFewCharacters(name: String) throws {
    #expect(
      try Specimen.told {
        $0.networks[1].name = name
        $0.domain.devices.interfaces[1].name = name
      } == ["invalid \(interface)[1].name"])
  }

  @Test(arguments: [
    ("model", "vmxnet3", "notSupported"), ("model", "VIRTIO", "notSupported"),
    ("macAddress", "zz:00:00:00:00:00", "invalid"), ("macAddress", "02:00:00:00:00", "invalid"),
    ("macAddress", "02:00:5e:10:00:00:00:01", "invalid"), ("pciAddress", "0000:03:0:1", "invalid"),
  ])
  func optionsHaveTheirForms(member: String, value: String, kind: String) throws {
    #expect(try told(1, #"{"bridge":{},"\#(member)":"\#(value)"}"#) == ["\(kind) \(interface)[1].\(member)"])
  }

  @Test(arguments: [
    (#"{"port":0}"#, "required [0]"), (#"{"port":-1}"#, "invalid [0]"), (#"{"port":70000}"#, "invalid [0]"),
    (#"{"port":80,"protocol":"SCTP"}"#, "invalid [0].protocol"),
    (#"{"port":80,"protocol":"tcp"}"#, "invalid [0].protocol"),
    (#"{"port":80,"name":"80"}"#, "invalid [0].name"), (#"{"port":80,"name":"Not_OK"}"#, "invalid [0].name"),
    (#"{"port":80,"name":"a"},{"port":81,"name":"a"}"#, "duplicate [1].name"),
  ])
  func portsOfThePodNetworkAreChecked(json: String, cause: String) throws {
    let parts = cause.split(separator: " ")
    #expect(try told(0, #"{"masquerade":{},"ports":[\#(json)]}"#) == ["\(parts[0]) \(interface)[0].ports\(parts[1])"])
    #expect(try told(1, #"{"bridge":{},"ports":[\#(json)]}"#) == [])
  }

  @Test func port65536Passes() throws {
    #expect(try told(0, #"{"masquerade":{},"ports":[{"port":65536}]}"#) == [])
  }

  @Test func dhcpOptionsArePrivateAndServersIPv4() throws {
    let option = #"{"option":224,"value":"x"}"#
    #expect(
      try told(0, #"{"masquerade":{},"dhcpOptions":{"privateOptions":[\#(option),\#(option)]}}"#) == ["invalid spec"])
    #expect(
      try told(0, #"{"masquerade":{},"dhcpOptions":{"privateOptions":[{"option":1,"value":"x"}]}}"#) == ["invalid spec"]
    )
    #expect(
      try told(0, #"{"masquerade":{},"dhcpOptions":{"ntpServers":["10.0.0.1","fd00::1","x"]}}"#) == [
        "invalid \(interface)[0].dhcpOptions.ntpServers[1]", "invalid \(interface)[0].dhcpOptions.ntpServers[2]",
      ])
  }

  @Test func aNewInstanceIsToldOfItsNetworksTwice() throws {
    #expect(
      try Specimen.toldAtCreation { $0.spec.domain.devices.interfaces[1].model = "vmxnet3" }
        == ["notSupported \(interface)[1].model", "notSupported \(interface)[1].model"])
  }

  @Test(arguments: ["slirp", "passt", "macvtap"])
  func discontinuedBindingsAreRefusedOnCreationOnly(binding: String) throws {
    let json = #"{"name":"default","\#(binding)":{}}"#
    #expect(
      try Specimen.toldAtCreation { $0.spec.domain.devices.interfaces[0] = try V1.Interface(json: json) }
        == ["invalid \(interface)[0].\(binding)"])
    #expect(try told(0, json) == [])
  }

  @Test func aListedGateThatIsDiscontinuedRefusesWhatItLetIn() throws {
    let instance = try Specimen.instance {
      $0.spec.domain.devices.interfaces[0] = try V1.Interface(json: #"{"name":"default","macvtap":{}}"#)
    }
    #expect(
      Specimen.summary(validateDiscontinuedGates(instance.spec, context: Specimen.context(gates: [.macvtap])))
        == ["notSupported "])
    #expect(validateDiscontinuedGates(instance.spec, context: Specimen.context(gates: [.passt])) == [])
  }
}
