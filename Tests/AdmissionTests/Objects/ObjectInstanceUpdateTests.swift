import Admission
import JSON
import Testing

@Suite struct ObjectInstanceUpdateTests {
  private static let handler = "system:serviceaccount:kubevirt:kubevirt-handler"
  private static let controller = "system:serviceaccount:kubevirt:kubevirt-controller"

  private func review(
    user: String = controller, gates: String = "[]", extra: JSONValue? = nil,
    _ change: (inout JSONValue) throws -> Void
  ) throws -> Review {
    let old = try json(
      """
      {"metadata":{"name":"vm","namespace":"default","labels":{"app":"x"}},"spec":{"domain":{
      "cpu":{"sockets":1,"maxSockets":4},"memory":{"guest":"1Gi","maxGuest":"4Gi"},
      "devices":{"disks":[{"name":"v","disk":{"bus":"virtio"}}]}},
      "volumes":[{"name":"v","containerDisk":{"image":"i"}}]},
      "status":{"nodeName":"node01","volumeStatus":[{"name":"v","target":"vda"}]}}
      """)
    var new = old
    try change(&new)
    return Review(
      path: "/virtualmachineinstances-validate-update", resource: "virtualmachineinstances", version: "v1",
      operation: "UPDATE", user: user, extra: extra, object: new, oldObject: old,
      cluster: [
        try json(
          #"{"apiVersion":"kubevirt.io/v1","kind":"KubeVirt","metadata":{"name":"k","namespace":"kubevirt"},"#
            + #""spec":{"configuration":{"developerConfiguration":{"featureGates":"# + gates + "}}}}")
      ])
  }

  private func plug(_ volume: String, _ disk: String?, into instance: inout JSONValue) throws {
    let volumes = instance.value(at: "spec", "volumes")?.array ?? []
    instance["spec"]?["volumes"] = .array(volumes + [try json(volume)])
    guard let disk else { return }
    let disks = instance.value(at: "spec", "domain", "devices", "disks")?.array ?? []
    instance["spec"]?["domain"]?["devices"]?["disks"] = .array(disks + [try json(disk)])
  }

  @Test(arguments: [("admin", [" NotSupported"]), (controller, [])])
  func onlyKubeVirtChangesTheSpec(_ user: String, _ expected: [String]) throws {
    #expect(try review(user: user) { $0["spec"]?["evictionStrategy"] = "LiveMigrate" }.causes() == expected)
  }

  @Test(arguments: [
    ("admin", "app", []), ("admin", "kubevirt.io/created-by", [" NotSupported"]),
    ("admin", "kubevirt.io/nodeName", [" NotSupported"]), (controller, "kubevirt.io/created-by", []),
  ])
  func restrictedLabelsAreForKubeVirt(_ user: String, _ label: String, _ expected: [String]) throws {
    #expect(try review(user: user) { $0["metadata"]?["labels"]?[label] = "y" }.causes() == expected)
  }

  @Test func whatIsFixedAtStartStays() throws {
    #expect(try review { $0["spec"]?["domain"]?["cpu"]?["maxSockets"] = 8 }.causes() == [" Invalid"])
    #expect(try review { $0["spec"]?["domain"]?["memory"]?["maxGuest"] = "8Gi" }.causes() == [" Invalid"])
    #expect(try review { $0["spec"]?["domain"]?["memory"]?["maxGuest"] = "4096Mi" }.causes() == [])
    #expect(try review { $0["spec"]?["domain"]?["cpu"]?["sockets"] = 3 }.causes() == [])
  }

  private static let claim = #"{"name":"h","persistentVolumeClaim":{"claimName":"c"}}"#

  @Test(arguments: [
    (claim, #"{"name":"h","disk":{"bus":"scsi"}}"#, []),
    (claim, #"{"name":"h","lun":{"bus":"scsi"}}"#, []),
    (#"{"name":"h","dataVolume":{"name":"d"}}"#, #"{"name":"h","disk":{"bus":"virtio"}}"#, []),
    (#"{"name":"h","memoryDump":{"claimName":"c"}}"#, nil, []),
    (claim, #"{"name":"h","disk":{"bus":"sata"}}"#, [" Invalid"]),
    (
      claim, #"{"name":"h","disk":{"bus":"scsi"},"bootOrder":0}"#,
      ["spec.domain.devices.disks[1].bootOrder Invalid"]
    ),
    (claim, #"{"name":"h"}"#, [" Invalid"]),
    (claim, #"{"name":"other","disk":{"bus":"scsi"}}"#, [" Invalid"]),
    (claim, nil, [" Invalid"]),
    (#"{"name":"h","containerDisk":{"image":"i"}}"#, #"{"name":"h","disk":{"bus":"scsi"}}"#, [" Invalid"]),
  ])
  func claimsArePluggedOnSuitableDisks(_ volume: String, _ disk: String?, _ expected: [String]) throws {
    #expect(try review { try plug(volume, disk, into: &$0) }.causes() == expected)
  }

  @Test func permanentVolumesStay() throws {
    let changed = try review { $0["spec"]?["volumes"] = [["name": "v", "containerDisk": ["image": "j"]]] }
    #expect(try changed.causes() == [" Invalid"])
    let removed = try review {
      $0["spec"]?["volumes"] = []
      $0["spec"]?["domain"]?["devices"]?["disks"] = []
    }
    #expect(try removed.causes() == [" Invalid"])
    let disk = try review { $0["spec"]?["domain"]?["devices"]?["disks"] = [["name": "v", "disk": ["bus": "scsi"]]] }
    #expect(try disk.causes() == [" Invalid"])
    let migrated = try review {
      $0["spec"]?["volumes"] = [["name": "v", "persistentVolumeClaim": ["claimName": "c"]]]
      $0["status"]?["migratedVolumes"] = [["volumeName": "v"]]
    }
    #expect(try migrated.causes() == [])
  }

  @Test func anEmptyDriveNeedsNoVolumeWithTheGate() throws {
    func withDrive(_ gates: String) throws -> [String] {
      try review(gates: gates) {
        $0["spec"]?["domain"]?["devices"]?["disks"] = [
          ["name": "v", "disk": ["bus": "virtio"]], ["name": "cd", "cdrom": ["bus": "sata"]],
        ]
      }.causes()
    }
    #expect(try withDrive("[]") == [" Invalid"])
    #expect(try withDrive(#"["DeclarativeHotplugVolumes"]"#) == [])
  }

  @Test func aMediumGoesIntoADriveThatIsThere() throws {
    var review = try review(gates: #"["DeclarativeHotplugVolumes"]"#) {
      try plug(
        #"{"name":"cd","persistentVolumeClaim":{"claimName":"c"}}"#, #"{"name":"cd","cdrom":{"bus":"sata"}}"#, into: &$0
      )
    }
    #expect(try review.causes() == [" Invalid"])
    review.oldObject?["spec"]?["domain"] = review.object?.value(at: "spec", "domain")
    #expect(try review.causes() == [])
  }

  @Test func anAmountWrittenDifferentlyIsNoChange() throws {
    #expect(try review(user: "admin") { $0["spec"]?["domain"]?["memory"]?["guest"] = "1024Mi" }.causes() == [])
  }

  @Test(arguments: [
    ("[]", #"[{"name":"u","claimName":"c"}]"#, ["spec.utilityVolumes Invalid"]),
    (#"["UtilityVolumes"]"#, #"[{"name":"u","claimName":"c"}]"#, []),
    (
      #"["UtilityVolumes"]"#, #"[{"name":"","claimName":""}]"#,
      ["spec.utilityVolumes[0].claimName Required", "spec.utilityVolumes[0].name Required"]
    ),
    (#"["UtilityVolumes"]"#, #"[{"name":"v","claimName":"c"}]"#, ["spec.utilityVolumes[0].name Duplicate"]),
    (
      #"["UtilityVolumes"]"#, #"[{"name":"u","claimName":"c"},{"name":"u","claimName":"c"}]"#,
      ["spec.utilityVolumes[1].name Duplicate"]
    ),
  ])
  func utilityVolumesHaveNamesOfTheirOwn(_ gates: String, _ volumes: String, _ expected: [String]) throws {
    #expect(try review(gates: gates) { $0["spec"]?["utilityVolumes"] = try json(volumes) }.causes() == expected)
  }

  @Test(arguments: [
    (nil, [" Invalid"]), ("node03", [" Invalid"]), ("node01", []),
  ])
  func anAgentWritesToItsOwnInstances(_ node: String?, _ expected: [String]) throws {
    let extra: JSONValue? = node.map { ["authentication.kubernetes.io/node-name": [.string($0)]] }
    let review = try review(user: Self.handler, gates: #"["NodeRestriction"]"#, extra: extra) {
      $0["metadata"]?["annotations"] = ["x": "y"]
    }
    #expect(try review.causes() == expected)
  }

  @Test func anAgentDoesNotChooseTheTarget() throws {
    let review = try review(
      user: Self.handler, gates: #"["NodeRestriction"]"#,
      extra: ["authentication.kubernetes.io/node-name": ["node01"]]
    ) { $0["status"]?["migrationState"] = ["targetNode": "node02"] }
    #expect(try review.causes() == [" Invalid"])
  }
}
