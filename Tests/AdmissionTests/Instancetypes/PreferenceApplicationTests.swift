@testable import Admission
import JSON
import Kube
import Testing
import VirtTypes

@Suite struct PreferenceApplicationTests {
  private func applied(_ preference: String, to spec: String) throws -> JSONValue {
    var spec = try V1.VirtualMachineInstanceSpec(json: spec)
    var metadata = ObjectMeta()
    PreferenceApplication(try Instancetype.VirtualMachinePreferenceSpec(json: preference))
      .apply(to: &spec, metadata: &metadata)
    return try JSONValue(parsing: spec.jsonText())
  }

  @Test func whatIsGivenStays() throws {
    let preference = """
      {"devices":{"preferredDiskBus":"virtio","preferredCdromBus":"scsi","preferredLunBus":"scsi",
      "preferredDiskCache":"none","preferredDiskIO":"native","preferredDiskDedicatedIoThread":true,
      "preferredInterfaceModel":"virtio","preferredInputBus":"virtio","preferredInputType":"tablet"}}
      """
    let spec = try applied(
      preference,
      to: """
        {"domain":{"devices":{"disks":[{"name":"a"},{"name":"b","disk":{"bus":"sata"},"cache":"writeback"},
        {"name":"c","cdrom":{}},{"name":"d","lun":{}}],"interfaces":[{"name":"i"},{"name":"j","model":"e1000"}],
        "inputs":[{"name":"t","bus":"usb"}]}}}
        """)
    let devices = spec.value(at: "domain", "devices")
    #expect(
      devices?["disks"] == [
        ["name": "a", "disk": ["bus": "virtio"], "cache": "none", "io": "native", "dedicatedIOThread": true],
        ["name": "b", "disk": ["bus": "sata"], "cache": "writeback", "io": "native"],
        ["name": "c", "cdrom": ["bus": "scsi"]], ["name": "d", "lun": ["bus": "scsi"]],
      ])
    #expect(devices?["interfaces"] == [["name": "i", "model": "virtio"], ["name": "j", "model": "e1000"]])
    #expect(devices?["inputs"] == [["name": "t", "bus": "usb", "type": "tablet"]])
  }

  @Test func masqueradeIsForUnboundInterfacesOnThePodNetwork() throws {
    let spec = try applied(
      #"{"devices":{"preferredInterfaceMasquerade":{}}}"#,
      to: """
        {"domain":{"devices":{"interfaces":[{"name":"a"},{"name":"b"},{"name":"c","bridge":{}}]}},
        "networks":[{"name":"a","pod":{}},{"name":"b","multus":{"networkName":"n"}},{"name":"c","pod":{}}]}
        """)
    #expect(
      spec.value(at: "domain", "devices", "interfaces") == [
        ["name": "a", "masquerade": [:]], ["name": "b"], ["name": "c", "bridge": [:]],
      ])
  }

  @Test(arguments: [
    (#"{"preferredUseBios":true,"preferredUseBiosSerial":true}"#, "{}", #"{"bios":{"useSerial":true}}"#),
    (#"{"preferredEfi":{"persistent":true},"preferredUseSecureBoot":true}"#, "{}", #"{"efi":{"persistent":true}}"#),
    (#"{"preferredUseEfi":true,"preferredUseSecureBoot":true}"#, "{}", #"{"efi":{"secureBoot":true}}"#),
    (#"{"preferredUseEfi":true}"#, #"{"bios":{}}"#, #"{"bios":{}}"#),
    (#"{"preferredUseSecureBoot":true}"#, #"{"efi":{"secureBoot":false}}"#, #"{"efi":{"secureBoot":false}}"#),
  ])
  func bootLoadersAreChosenWhereNoneIsGiven(_ firmware: String, _ given: String, _ expected: String) throws {
    let spec = try applied(
      #"{"firmware":"# + firmware + "}",
      to: #"{"domain":{"devices":{},"firmware":{"bootloader":"# + given + "}}}")
    #expect(try spec.value(at: "domain", "firmware", "bootloader") == json(expected))
  }

  @Test func clocksFeaturesAndTheRest() throws {
    let preference = """
      {"clock":{"preferredClockOffset":{"utc":{}},"preferredTimer":{"hpet":{"present":false}}},
      "features":{"preferredSmm":{},"preferredHyperv":{"relaxed":{},"vapic":{}}},"preferredSubdomain":"s",
      "preferredTerminationGracePeriodSeconds":5,"preferredArchitecture":"arm64",
      "machine":{"preferredMachineType":"virt"},"cpu":{"preferredCPUFeatures":[{"name":"a"},{"name":"b"}]}}
      """
    let spec = try applied(
      preference,
      to: """
        {"subdomain":"own","domain":{"devices":{},"clock":{"timezone":"UTC"},"cpu":{"features":[{"name":"b",
        "policy":"force"}]},"features":{"hyperv":{"relaxed":{"enabled":false}}}}}
        """)
    let domain = spec["domain"]
    #expect(domain?["clock"] == ["timezone": "UTC", "timer": ["hpet": ["present": false]]])
    #expect(
      domain?["features"] == ["smm": [:], "hyperv": ["relaxed": ["enabled": false], "vapic": [:]]])
    #expect(domain?.value(at: "cpu", "features") == [["name": "b", "policy": "force"], ["name": "a"]])
    #expect(domain?["machine"] == ["type": "virt"])
    #expect(spec["architecture"] == "arm64")
    #expect(spec["subdomain"] == "own")
    #expect(spec["terminationGracePeriodSeconds"] == 5)
  }

  @Test func memoryOvercommitLowersTheRequest() throws {
    var references = InstancetypeReferences()
    references.instancetype = try Instancetype.VirtualMachineInstancetypeSpec(
      json: #"{"cpu":{"guest":8},"memory":{"guest":"1Gi","overcommitPercent":15}}"#)
    references.preference = try Instancetype.VirtualMachinePreferenceSpec(
      json: #"{"cpu":{"preferredCPUTopology":"spread","spreadOptions":{"across":"SocketsCoresThreads","ratio":2}}}"#)
    var spec = V1.VirtualMachineInstanceSpec()
    var metadata = ObjectMeta()
    #expect(InstancetypeApplication(references).apply(to: &spec, metadata: &metadata).isEmpty)
    #expect(spec.domain.resources.requests?["memory"]?.value == 912_680_576)
    #expect(spec.domain.cpu?.threads == 2)
    #expect(spec.domain.cpu?.cores == 2)
    #expect(spec.domain.cpu?.sockets == 2)
  }
}
