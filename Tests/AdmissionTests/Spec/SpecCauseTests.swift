import JSON
import Kube
import Testing
import VirtTypes

@testable import Admission

/// How often, in which order and where causes are told, as clients of the first ten causes see them.
@Suite struct SpecCauseTests {
  private func fields(
    gates: Set<FeatureGate> = [], _ change: (inout V1.VirtualMachineInstanceSpec) throws -> Void
  ) throws -> [String] {
    let instance = try Specimen.instance { try change(&$0.spec) }
    return validateInstanceSpec(instance.spec, at: .instance, context: Specimen.context(gates: gates)).map(\.field)
  }

  @Test func everyEarlierDiskOfTheSameNameIsTold() throws {
    let told = try fields { spec in
      spec.domain.devices.disks += [spec.domain.devices.disks[0], spec.domain.devices.disks[0]]
    }
    let disks = "spec.domain.devices.disks"
    #expect(told == ["\(disks)[2].name", "\(disks)[3].name", "\(disks)[3].name"])
  }

  @Test func aDiskNameCanHaveTwoFaults() throws {
    let told = try fields { spec in
      let name = String(repeating: "A", count: 64)
      spec.domain.devices.disks[0].name = name
      spec.volumes[0].name = name
    }
    #expect(told == Array(repeating: "spec.domain.devices.disks.domain.devices.disks[0].name", count: 2))
  }

  @Test func aLongDiskNameHasOneFault() throws {
    let told = try fields { spec in
      let name = String(repeating: "a", count: 64)
      spec.domain.devices.disks[0].name = name
      spec.volumes[0].name = name
    }
    #expect(told.count == 1)
  }

  @Test func ofADiskWithTwoTargetsOneBusIsChecked() throws {
    let told = try fields { spec in
      var drive = V1.CDRomTarget()
      drive.bus = "ide"
      spec.domain.devices.disks[0].cdrom = drive
    }
    #expect(told == ["spec.domain.devices.disks[0]"])
  }

  @Test func aReadOnlyLunMayBeOnSATA() throws {
    let told = try fields { spec in
      var lun = V1.LunTarget()
      lun.bus = "sata"
      lun.readonly = true
      spec.domain.devices.disks[1].disk = nil
      spec.domain.devices.disks[1].lun = lun
    }
    #expect(told.isEmpty)
  }

  @Test func blockSizesHaveOneFaultAtATime() throws {
    let told = try fields { spec in
      var size = V1.BlockSize()
      size.custom = V1.CustomBlockSize()
      size.custom?.logical = 3
      size.custom?.physical = 1
      spec.domain.devices.disks[0].blockSize = size
    }
    #expect(told == ["spec.domain.devices.disks[0].blockSize.custom.logical"])
  }

  @Test func masqueradeWithoutItsNetworkIsToldBeforeTheNetwork() throws {
    let told = try fields { spec in spec.domain.devices.interfaces[0].name = "elsewhere" }
    #expect(
      told == [
        "spec.domain.devices.interfaces[0].name", "spec.networks[0].name", "spec.domain.devices.interfaces[0].name",
      ])
  }

  @Test func aNetworkWithoutATypeIsTheDefaultOne() throws {
    let told = try fields { spec in
      spec.networks = [spec.networks[1]]
      spec.networks[0].multus = nil
      spec.domain.devices.interfaces = [spec.domain.devices.interfaces[1]]
      spec.domain.devices.interfaces[0].state = "absent"
    }
    #expect(told == ["spec.networks[0]", "spec.domain.devices.interfaces[0].state"])
  }

  @Test func onlyTheFirstMultusNetworkWithoutANameIsTold() throws {
    let told = try fields { spec in
      spec.networks[1].multus?.networkName = ""
      var other = spec.networks[1]
      other.name = "other"
      spec.networks.append(other)
      var interface = spec.domain.devices.interfaces[1]
      interface.name = "other"
      spec.domain.devices.interfaces.append(interface)
    }
    #expect(told == ["spec.networks[1]"])
  }

  @Test func optionsGivenOftenAreToldOnce() throws {
    let told = try fields { spec in
      var option = V1.DHCPPrivateOptions()
      option.option = 230
      var options = V1.DHCPOptions()
      options.privateOptions = [option, option, option]
      options.ntpServers = ["::ffff:10.0.0.1"]
      spec.domain.devices.interfaces[0].dhcpOptions = options
    }
    #expect(told == ["spec"])
  }

  @Test func allReservedLabelsAreOneCause() throws {
    let told = try Specimen.toldAtCreation { instance in
      instance.metadata.labels = ["kubevirt.io/nodeName": "a", "kubevirt.io/created-by": "b"]
    }
    #expect(told == ["notSupported metadata.labels"])
  }

  @Test func anEmptyAnnotationNeedsNoGate() throws {
    let told = try Specimen.toldAtCreation { $0.metadata.annotations = ["hooks.kubevirt.io/hookSidecars": ""] }
    #expect(told.isEmpty)
  }

  @Test(arguments: ["/var/run/kubevirt", "/var/run/kubevirt-private/x", "/var/run/libvirt/sock"])
  func containerPathsMustNotBeginLikeTheLaunchersFolders(_ path: String) throws {
    let told = try Specimen.toldAtCreation { instance in
      var volume = V1.Volume()
      volume.name = "shared"
      volume.containerPath = V1.ContainerPathVolumeSource()
      volume.containerPath?.path = path
      instance.spec.volumes.append(volume)
      var filesystem = V1.Filesystem()
      filesystem.name = "shared"
      instance.spec.domain.devices.filesystems.append(filesystem)
    }
    #expect(told == ["invalid spec.domain.volumes[2].containerPath.path"])
  }

  @Test func deviceClaimsAreCheckedInStepsAndMissingClaimsToldOnce() throws {
    let gates: Set<FeatureGate> = [.gpusWithDRA]
    func gpu(_ claim: String?, _ request: String?, device: String = "") -> V1.GPU {
      var gpu = V1.GPU()
      gpu.name = "gpu"
      gpu.claimName = claim
      gpu.requestName = request
      gpu.deviceName = device
      return gpu
    }
    // Mixing is told before the gate is looked at.
    #expect(
      try fields { $0.domain.devices.gpus = [gpu("a", "r"), gpu(nil, nil, device: "d")] }
        == ["spec.domain.devices.gpus"])
    // A device with both is no claimed device, so it needs no gate.
    #expect(try fields { $0.domain.devices.gpus = [gpu("a", "r", device: "d")] } == ["spec.domain.devices.gpus"])
    #expect(
      try fields(gates: gates) { $0.domain.devices.gpus = [gpu("a", "r"), gpu("b", "r")] } == ["spec.resourceClaims"])
  }

  @Test func causesComeInTheOrderOfTheReference() throws {
    let told = try fields { spec in
      spec.domain.memory?.reservedOverhead = V1.ReservedOverhead()
      spec.domain.rebootPolicy = "Terminate"
      spec.domain.devices.autoattachVSOCK = true
      spec.domain.devices.downwardMetrics = V1.DownwardMetrics()
      spec.hostname = "-"
      spec.domain.cpu = V1.CPU()
      spec.domain.cpu?.realtime = V1.Realtime()
      spec.startStrategy = "Later"
    }
    #expect(
      told == [
        "spec.hostname", "spec.startStrategy", "spec.domain.cpu.dedicatedCpuPlacement",
        "spec.domain.cpu.numa.guestMappingPassthrough", "spec.domain.devices.autoattachVSOCK",
        "spec.domain.devices.downwardMetrics", "spec.domain.rebootPolicy", "spec.domain.memory.reservedOverhead",
      ])
  }

  @Test func onlyOneOfTwoCloudInitSourcesIsChecked() throws {
    let told = try fields { spec in
      spec.volumes[0].containerDisk = nil
      spec.volumes[0].cloudInitNoCloud = V1.CloudInitNoCloudSource()
      spec.volumes[0].cloudInitConfigDrive = V1.CloudInitConfigDriveSource()
    }
    #expect(told == ["spec.volumes[0]", "spec.volumes[0].cloudInitNoCloud"])
  }

  @Test func spreadConstraintsHaveUsableKeysAndActions() throws {
    let told = try fields { spec in
      var constraint = TopologySpreadConstraint()
      constraint.maxSkew = 1
      constraint.topologyKey = "a b"
      constraint.whenUnsatisfiable = "Never"
      spec.topologySpreadConstraints = [constraint]
    }
    #expect(
      told == ["spec.topologySpreadConstraints[0].topologyKey", "spec.topologySpreadConstraints[0].whenUnsatisfiable"])
  }

  @Test func hugepagesTakeTheGuestsMemoryWhereTheRequestIsZero() throws {
    let told = try fields { spec in
      spec.domain.resources.requests = ["memory": Quantity()]
      spec.domain.memory?.hugepages = V1.Hugepages()
      spec.domain.memory?.hugepages?.pageSize = "2Mi"
    }
    #expect(told.isEmpty)
  }
}

/// How often violations of the schema are told.
@Suite struct SchemaCountTests {
  private func count(_ domain: String, _ more: String = "") throws -> Int {
    let spec = #"{"domain":{"devices":{}"# + domain + "}" + more + "}"
    let review = Review(
      path: "/virtualmachineinstances-validate-create", resource: "virtualmachineinstances", version: "v1",
      object: try json(#"{"metadata":{"name":"vm"},"spec":"# + spec + "}"))
    return try review.causes().count { $0 == " " }
  }

  @Test func anObjectForAQuantityIsWrongWithEachOfItsMembers() throws {
    #expect(try count(#","memory":{"guest":{"a":1,"b":2}}"#) == 3)
    #expect(try count(#","memory":{"guest":{}}"#) == 1)
    #expect(try count(#","memory":{"guest":[]}"#) == 1)
  }

  @Test func aProbeNeedsAPort() throws {
    #expect(try count("", #","readinessProbe":{"tcpSocket":{}}"#) == 1)
    #expect(try count("", #","readinessProbe":{"httpGet":{"Port":1}}"#) == 2)
  }

  @Test func anElementOfTheWrongTypeIsNotListedEither() throws {
    let template = """
      {"metadata":{"name":"d"},"spec":{"pvc":{"accessModes":["ReadWriteOnce",1,null,"x"],"resources":{}}}}
      """
    var review = Review(
      path: "/virtualmachines-validate", resource: "virtualmachines", version: "v1",
      object: try json(#"{"metadata":{"name":"vm"},"spec":{"template":{"spec":{"domain":{"devices":{}}}}}}"#))
    review.object?["spec"]?["dataVolumeTemplates"] = .array([try json(template)])
    #expect(try review.causes() == Array(repeating: " ", count: 5))
  }
}
