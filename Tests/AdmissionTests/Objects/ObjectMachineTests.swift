import Admission
import JSON
import Testing

@Suite struct ObjectMachineTests {
  private func review(_ spec: String, status: String = "{}", config: String = "{}", _ cluster: String...) throws
    -> Review
  {
    Review(
      path: "/virtualmachines-validate", resource: "virtualmachines", version: "v1",
      object: try json(
        #"{"metadata":{"name":"vm","namespace":"default"},"spec":"# + spec + #","status":"# + status + "}"),
      cluster: try
        (cluster + [
          #"{"apiVersion":"kubevirt.io/v1","kind":"KubeVirt","metadata":{"name":"k","namespace":"kubevirt"},"#
            + #""spec":{"configuration":"# + config + "}}"
        ]).map(json))
  }

  private func machine(
    _ members: String = #""runStrategy":"Always","#, domain: String = #"{"devices":{},"memory":{"guest":"1Gi"}}"#,
    volumes: String = "[]"
  ) -> String {
    "{" + members + #""template":{"metadata":{},"spec":{"domain":"# + domain + #","volumes":"# + volumes + "}}}"
  }

  @Test func aMachineIsAllowed() throws { #expect(try review(machine()).causes() == []) }

  @Test(arguments: [
    ("", ["spec.running Invalid"]),
    (#""running":true,"runStrategy":"Always","#, ["spec.running Invalid"]),
    (#""runStrategy":"Sometimes","#, ["spec.runStrategy Invalid"]),
    (#""runStrategy":"WaitAsReceiver","#, ["spec.runStrategy Invalid"]),
    (#""runStrategy":"Once","#, []),
  ])
  func exactlyOneStrategyIsGiven(_ members: String, _ expected: [String]) throws {
    #expect(try review(machine(members)).causes() == expected)
  }

  @Test func waitingAsReceiverNeedsItsGate() throws {
    let config = #"{"developerConfiguration":{"featureGates":["DecentralizedLiveMigration"]}}"#
    #expect(try review(machine(#""runStrategy":"WaitAsReceiver","#), config: config).causes() == [])
  }

  @Test func runningIsDeprecated() throws {
    let warnings = try review(machine(#""running":true,"#)).response()["warnings"]
    #expect(warnings == ["spec.running is deprecated, please use spec.runStrategy instead."])
  }

  @Test func theTemplateIsRequired() throws {
    // Once by each of the two schemas that ask for it: nothing else is checked then.
    #expect(try review(#"{"runStrategy":"Always"}"#).causes().allSatisfy { $0 == " " })
  }

  @Test func theDefaultsAreCheckedButNotTheNetworkTwice() throws {
    let config = #"{"network":{"permitBridgeInterfaceOnPodNetwork":false}}"#
    #expect(try review(machine(), config: config).response().value(at: "status", "code") == 400)
    let duplicate = #"{"devices":{"interfaces":[{"name":"a","bridge":{}}]},"memory":{"guest":"1Gi"}}"#
    let spec = machine(domain: duplicate).replacing(
      #""volumes":[]"#, with: #""networks":[{"name":"a","multus":{"networkName":"n"}},{"name":"b"}]"#)
    let causes = try review(spec).causes()
    #expect(causes.contains("spec.template.spec.networks[1] Required"))
    #expect(!causes.contains { $0.hasPrefix("spec.networks") })
  }

  @Test func discontinuedBindingsAreRefusedAtCreationAlone() throws {
    let domain = #"{"devices":{"interfaces":[{"name":"a","macvtap":{}}]},"memory":{"guest":"1Gi"}}"#
    let spec = machine(domain: domain).replacing(
      #""volumes":[]"#, with: #""networks":[{"name":"a","multus":{"networkName":"n"}}]"#)
    var review = try review(spec)
    #expect(try review.causes() == ["spec.domain.devices.interfaces[0].macvtap Invalid"])
    review.operation = "UPDATE"
    review.oldObject = review.object
    #expect(try review.causes() == [])
  }

  @Test(arguments: [
    (
      #"{"devices":{},"memory":{"guest":"1000M","maxGuest":"4Gi"}}"#, ["spec.template.spec.domain.memory.guest Invalid"]
    ),
    (#"{"devices":{},"memory":{"guest":"5Gi","maxGuest":"4Gi"}}"#, ["spec.template.spec.domain.memory.guest Invalid"]),
    (#"{"devices":{},"memory":{"guest":"1Gi","maxGuest":"4Gi"}}"#, []),
    (
      #"{"devices":{},"memory":{"guest":"1Gi"},"cpu":{"sockets":9,"maxSockets":4}}"#,
      ["spec.template.spec.domain.cpu.sockets Invalid", "spec.template.spec.domain.cpu.sockets Invalid"]
    ),
  ])
  func hotplugHasItsBounds(_ domain: String, _ expected: [String]) throws {
    #expect(try review(machine(domain: domain)).causes() == expected)
  }

  @Test(arguments: [
    (#"{"metadata":{"name":"dv","namespace":"elsewhere"}}"#, ["spec.dataVolumeTemplates[0] Invalid"]),
    (#"{"metadata":{"name":"dv"}}"#, []), (#"{"metadata":{"name":"dv","namespace":"default"}}"#, []),
    (#"{"metadata":{"name":"lost"}}"#, ["spec.dataVolumeTemplate[0] Required"]),
  ])
  func dataVolumesLiveBesideTheirMachine(_ template: String, _ expected: [String]) throws {
    let spec = template.dropLast() + #","spec":{"storage":{},"source":{"blank":{}}}}"#
    let members = #""runStrategy":"Always","dataVolumeTemplates":["# + spec + "],"
    let volumes = #"[{"name":"v","dataVolume":{"name":"dv"}}]"#
    let machine = machine(
      members, domain: #"{"devices":{"disks":[{"name":"v"}]},"memory":{"guest":"1Gi"}}"#, volumes: volumes)
    #expect(try review(machine).causes() == expected)
  }

  private func update(_ old: String, _ new: String, status: String) throws -> Review {
    var update = try review(new, status: status)
    update.operation = "UPDATE"
    update.oldObject = try json(#"{"metadata":{"name":"vm","namespace":"default"},"spec":"# + old + "}")
    return update
  }

  @Test func aSnapshotHoldsVolumesAndStrategy() throws {
    let status = #"{"snapshotInProgress":"s"}"#
    let volumes = #"[{"name":"v","containerDisk":{"image":"i"}}]"#
    let other = #"[{"name":"v","containerDisk":{"image":"j"}}]"#
    let halted = machine(#""runStrategy":"Halted","#, volumes: volumes)
    #expect(try update(halted, halted, status: status).causes() == [])
    let changed = machine(#""runStrategy":"Halted","#, volumes: other)
    #expect(try update(halted, changed, status: status).causes() == ["spec NotSupported"])
    #expect(try update(halted, machine(volumes: volumes), status: status).causes() == ["spec NotSupported"])
  }

  @Test func aRestoreHoldsTheStrategy() throws {
    let status = #"{"restoreInProgress":"r"}"#
    let halted = machine(#""runStrategy":"Halted","#)
    #expect(try update(halted, machine(), status: status).causes() == ["spec NotSupported"])
    let either = machine(#""running":true,"runStrategy":"Always","#)
    #expect(try update(either, machine(), status: status).causes() == ["spec NotSupported"])
    #expect(try update(machine(#""running":false,"#), halted, status: status).causes() == [])
    let grown = machine(#""runStrategy":"Halted","#, domain: #"{"devices":{},"memory":{"guest":"2Gi"}}"#)
    #expect(try update(halted, grown, status: status).causes() == [])
  }

  @Test func anUpdateNeedsTheObjectAsItWas() throws {
    var update = try review(machine())
    update.operation = "UPDATE"
    #expect(try update.causes() == [" UnexpectedServerResponse"])
  }

  @Test func aMachineThatIsBeingDeletedIsNotChecked() throws {
    var review = try review(machine(""))
    review.object?["metadata"]?["deletionTimestamp"] = "2026-01-01T00:00:00Z"
    #expect(try review.causes() == [])
  }

  @Test func theProfileStaysWhatItIs() throws {
    var update = try update(machine(), machine(), status: "{}")
    update.object?["metadata"]?["annotations"] = ["swift-virt.io/profile": "v0.8.0"]
    #expect(try update.causes() == ["metadata.annotations Forbidden"])
  }
}

@Suite struct ObjectVolumeRequestTests {
  private func review(_ requests: String, _ instance: String? = nil) throws -> Review {
    let machine = """
      {"apiVersion":"kubevirt.io/v1","kind":"VirtualMachine","metadata":{"name":"vm","namespace":"default"},
      "spec":{"runStrategy":"Always","template":{"spec":{
      "domain":{"devices":{"disks":[{"name":"v","disk":{"bus":"scsi"}}]},"memory":{"guest":"1Gi"}},
      "volumes":[{"name":"v","persistentVolumeClaim":{"claimName":"c"}}]}}},
      "status":{"bogus":1,"ready":\(instance != nil),"volumeRequests":\(requests)}}
      """
    return Review(
      path: "/status-validate", resource: "virtualmachines", version: "v1", operation: "UPDATE",
      object: try json(machine), oldObject: try json(machine), cluster: try instance.map { [try json($0)] } ?? [])
  }

  private func instance(_ status: String = "{}", _ volume: String = "") -> String {
    """
    {"apiVersion":"kubevirt.io/v1","kind":"VirtualMachineInstance","metadata":{"name":"vm","namespace":"default"},
    "spec":{"domain":{"devices":{"disks":[{"name":"v","disk":{"bus":"scsi"}}]},"memory":{"guest":"1Gi"}},
    "volumes":[{"name":"v","persistentVolumeClaim":{"claimName":"c"}}\(volume)]},"status":\(status)}
    """
  }

  private static func add(_ name: String, disk: String = #"{"disk":{"bus":"scsi"}}"#) -> String {
    #"{"addVolumeOptions":{"name":""# + name + #"","disk":"# + disk
      + #","volumeSource":{"dataVolume":{"name":"d"}}}}"#
  }
  private static let remove = #"{"removeVolumeOptions":{"name":"v"}}"#

  @Test(arguments: [
    ("[]", true), ("[\(remove)]", true), ("[\(add("new"))]", true), ("[{}]", false),
    ("[\(remove),\(remove)]", false), ("[\(add("new")),\(add("new"))]", false), ("[\(add("v"))]", false),
    ("[\(add("new", disk: #"{"disk":{"bus":"sata"}}"#))]", false), ("[\(add("new", disk: #"{"cdrom":{}}"#))]", false),
    ("[\(add("new", disk: #"{"lun":{"bus":"scsi"}}"#))]", true),
    ("[\(add("new", disk: #"{"lun":{"bus":"virtio"}}"#))]", false),
    ("[\(add("new", disk: #"{"disk":{"bus":"scsi"},"dedicatedIOThread":true}"#))]", false),
  ])
  func requestsMustMakeSense(_ requests: String, _ isAllowed: Bool) throws {
    #expect(try review(requests, instance()).causes() == (isAllowed ? [] : ["Status.volumeRequests Invalid"]))
  }

  @Test func theBootOrderBeginsWithOne() throws {
    let disk = #"{"disk":{"bus":"virtio"},"bootOrder":0}"#
    #expect(
      try review("[\(Self.add("new", disk: disk))]").causes() == ["spec.domain.devices.disks[1].bootOrder Invalid"])
  }

  @Test func theOutcomeMustBeValid() throws {
    let disk = #"{"disk":{"bus":"scsi"},"cache":"odd","name":"Not_A_Label"}"#
    #expect(
      try review("[\(Self.add("new", disk: disk))]").causes() == [
        "spec.template.spec.domain.devices.disks[1].cache Invalid"
      ])
  }

  @Test func nothingIsPluggedDuringAMigration() throws {
    let status = #"{"migrationState":{"startTimestamp":"2026-01-01T00:00:00Z"}}"#
    #expect(try review("[\(Self.add("new"))]", instance(status)).causes() == ["spec NotSupported"])
    let ended = #"{"migrationState":{"startTimestamp":"2026-01-01T00:00:00Z","endTimestamp":"2026-01-01T00:00:01Z"}}"#
    #expect(try review("[\(Self.add("new"))]", instance(ended)).causes() == [])
  }

  @Test func aNameOfTheInstanceIsTaken() throws {
    let other = #",{"name":"new","persistentVolumeClaim":{"claimName":"x"}}"#
    #expect(try review("[\(Self.add("new"))]", instance("{}", other)).causes() == ["Status.volumeRequests Invalid"])
  }

  @Test func aMachineThatIsNotReadyHasNoInstanceToAsk() throws {
    var review = try review("[\(Self.add("new"))]", instance("{}", #",{"name":"new","emptyDisk":{"capacity":"1Gi"}}"#))
    review.object?["status"]?["ready"] = false
    #expect(try review.causes() == [])
  }

  @Test func theKindTellsByWhichSchemaTheStatusIsChecked() throws {
    var review = try review("[]")
    review.object?["kind"] = nil
    #expect(try review.causes() == [" "])
    review.object?["kind"] = "Unknown"
    #expect(try review.causes() == [])
  }

  @Test func aStatusOfTheWrongTypeIsASchemaViolation() throws {
    #expect(try review("5").causes() == [" "])
  }
}
