import Admission
import JSON
import Testing

@Suite struct InstanceMutationTests {
  private func review(_ spec: String, config: String = "{}", _ cluster: String...) throws -> Review {
    Review(
      path: "/virtualmachineinstances-mutate", resource: "virtualmachineinstances", version: "v1",
      object: try json(
        #"{"apiVersion":"kubevirt.io/v1","kind":"VirtualMachineInstance","metadata":{"name":"vm","namespace":"default"},"#
          + #""spec":"# + spec + "}"),
      cluster: try cluster.map(json) + [
        json(
          #"{"apiVersion":"kubevirt.io/v1","kind":"KubeVirt","metadata":{"name":"kubevirt","namespace":"kubevirt"},"#
            + #""spec":{"configuration":"# + config + "}}")
      ])
  }

  private func domain(_ spec: String, config: String = "{}") throws -> JSONValue {
    try #require(try review(spec, config: config).patched().value(at: "spec", "domain"))
  }

  @Test func aPlainInstanceGetsTheDefaults() throws {
    let expected = """
      {"apiVersion":"kubevirt.io/v1","kind":"VirtualMachineInstance",
      "metadata":{"name":"vm","namespace":"default","annotations":{"kubevirt.io/pci-topology-version":"v3"},
      "finalizers":["kubevirt.io/foregroundDeleteVirtualMachine"]},
      "spec":{"architecture":"amd64","domain":{"cpu":{"cores":1,"maxSockets":4,"model":"host-model","sockets":1,
      "threads":1},"devices":{"interfaces":[{"bridge":{},"name":"default"}]},"features":{"acpi":{"enabled":true}},
      "firmware":{"uuid":"\(Review.uuid)"},"machine":{"type":"q35"},"memory":{"guest":"1Gi","maxGuest":"4Gi"},
      "resources":{"requests":{"memory":"1Gi"}}},"evictionStrategy":"None","networks":[{"name":"default","pod":{}}]},
      "status":{"currentCPUTopology":{"cores":1,"sockets":1,"threads":1},"guestOSInfo":{},
      "memory":{"guestAtBoot":"1Gi","guestCurrent":"1Gi","guestRequested":"1Gi"},"phase":"Pending",
      "phaseTransitionTimestamps":[{"phase":"Pending","phaseTransitionTimestamp":"1970-01-01T00:00:00Z"}],
      "runtimeUser":107}}
      """
    let patched = try review(#"{"domain":{"devices":{},"resources":{"requests":{"memory":"1024Mi"}}}}"#).patched()
    #expect(try patched == json(expected))
  }

  @Test func theEmulatorThreadsParityFollowsTheKubeVirtObject() throws {
    let key = "alpha.kubevirt.io/EmulatorThreadCompleteToEvenParity"
    let spec = #"{"domain":{"devices":{},"cpu":{"cores":2,"dedicatedCpuPlacement":true,"isolateEmulatorThread":true}}}"#
    let gates = #"{"developerConfiguration":{"featureGates":["AlignCPUs"]}}"#
    func annotation(_ config: String, isAnnotated: Bool) throws -> JSONValue? {
      var review = try review(spec, config: config)
      if isAnnotated { review.cluster[0]["metadata"]?["annotations"] = [key: "anything"] }
      return try review.patched().value(at: "metadata", "annotations", key)
    }
    #expect(try annotation(gates, isAnnotated: true) == "")
    #expect(try annotation(gates, isAnnotated: false) == nil)
    #expect(try annotation("{}", isAnnotated: true) == nil)
  }

  @Test func theDefaultArchitectureIsTheOneOfTheClustersStatus() throws {
    var review = try review(#"{"domain":{"devices":{}}}"#)
    review.cluster[0]["status"] = ["defaultArchitecture": "arm64"]
    #expect(try review.patched().value(at: "spec", "architecture") == "arm64")
  }

  @Test func theFirstHyperVDependencyThatIsOffEndsTheSearch() throws {
    let features = #"{"hyperv":{"evmcs":{},"vapic":{"enabled":false},"synictimer":{}}}"#
    let domain = try domain(#"{"domain":{"devices":{},"features":"# + features + "}}")
    #expect(domain.value(at: "features", "hyperv", "synic") == nil)
    #expect(domain.value(at: "cpu", "features") == nil)
  }

  @Test func vCPUsComeFromTheLimitRoundedUp() throws {
    let cpu = try domain(#"{"domain":{"devices":{},"resources":{"limits":{"cpu":"1500m"},"requests":{"cpu":"1"}}}}"#)
    #expect(cpu["cpu"] == ["cores": 1, "sockets": 2, "threads": 1, "maxSockets": 8, "model": "host-model"])
  }

  @Test(arguments: [
    (#"{"sockets":200,"cores":2,"threads":1}"#, "{}", 256),
    (#"{"sockets":300,"cores":2,"threads":1}"#, "{}", 300),
    (#"{"sockets":2}"#, #"{"liveUpdateConfiguration":{"maxCpuSockets":16}}"#, 16),
    (#"{"sockets":20}"#, #"{"liveUpdateConfiguration":{"maxCpuSockets":16}}"#, 20),
    (#"{"sockets":2,"maxSockets":3}"#, "{}", 3),
  ])
  func socketsGrowWithinBounds(_ cpu: String, _ config: String, _ expected: Int64) throws {
    let domain = try domain(#"{"domain":{"devices":{},"cpu":"# + cpu + "}}", config: config)
    #expect(domain.value(at: "cpu", "maxSockets")?.int64 == expected)
  }

  @Test(arguments: ["64Mi", "1500M"])
  func memoryThatCannotBePluggedGetsNoMaximum(_ guest: String) throws {
    let memory = try domain(#"{"domain":{"devices":{},"memory":{"guest":""# + guest + #""}}}"#)["memory"]
    #expect(memory == ["guest": .string(guest)])
  }

  @Test func nothingGrowsWithTheStagedRollout() throws {
    let domain = try domain(
      #"{"domain":{"devices":{},"memory":{"guest":"1Gi"}}}"#, config: #"{"vmRolloutStrategy":"Stage"}"#)
    #expect(domain["memory"] == ["guest": "1Gi"])
    #expect(domain.value(at: "cpu", "maxSockets") == nil)
  }

  @Test func theClustersCPURequestIsNotForDedicatedCPUs() throws {
    let config = #"{"cpuRequest":"250m"}"#
    #expect(
      try domain(#"{"domain":{"devices":{}}}"#, config: config).value(at: "resources", "requests") == ["cpu": "250m"])
    let dedicated = #"{"domain":{"devices":{},"cpu":{"cores":2,"dedicatedCpuPlacement":true}}}"#
    #expect(try domain(dedicated, config: config)["resources"]?["requests"] == nil)
  }

  @Test(arguments: [
    ("registry/os", "Always"), ("registry/os:latest", "Always"), ("registry/os:1", "IfNotPresent"),
    ("os@sha256:0", "IfNotPresent"), ("host:5000/os", "IfNotPresent"),
  ])
  func imagesArePulledByTheirName(_ image: String, _ expected: String) throws {
    let patched = try review(
      #"{"domain":{"devices":{}},"volumes":[{"name":"v","containerDisk":{"image":""# + image + #""}}]}"#
    ).patched()
    let disk = patched.value(at: "spec", "volumes")?[0]?["containerDisk"]
    #expect(disk?["imagePullPolicy"]?.string == expected)
  }

  @Test func aVolumeThatNothingUsesGetsADisk() throws {
    let patched = try review(
      """
      {"domain":{"devices":{"disks":[{"name":"a","cdrom":{}}],"filesystems":[{"name":"f","virtiofs":{}}]}},
      "volumes":[{"name":"a","emptyDisk":{"capacity":"1Gi"}},{"name":"f","configMap":{"name":"c"}},
      {"name":"b","hostDisk":{"path":"/d","type":"Disk"}}]}
      """
    ).patched()
    #expect(
      patched.value(at: "spec", "domain", "devices", "disks") == [
        ["name": "a", "cdrom": ["bus": "sata", "readonly": true, "tray": "closed"]],
        ["name": "b", "disk": ["bus": "sata"]],
      ])
    #expect(patched.value(at: "spec", "volumes")?[2]?.value(at: "hostDisk", "capacity") == "0")
  }

  @Test func whatIsGivenWithoutSayingSoIsOn() throws {
    let domain = try domain(
      """
      {"domain":{"devices":{"disks":[{"name":"d","disk":{"bus":"virtio"},"blockSize":{"matchVolume":{}}}],
      "inputs":[{"name":"t"}],"watchdog":{"name":"w"}},"clock":{"utc":{},"timer":{"hpet":{"present":false},"pit":{}}},
      "features":{"acpi":{"enabled":false},"apic":{},"smm":{},"hyperv":{"relaxed":{},"spinlocks":{},
      "synictimer":{"direct":{}},"vendorid":{"vendorid":"x"}}}}}
      """)
    #expect(domain.value(at: "devices", "disks")?[0]?["blockSize"] == ["matchVolume": ["enabled": true]])
    #expect(domain.value(at: "devices", "inputs") == [["name": "t", "bus": "usb", "type": "tablet"]])
    #expect(domain.value(at: "devices", "watchdog") == ["name": "w", "i6300esb": ["action": "reset"]])
    #expect(domain.value(at: "clock", "timer") == ["hpet": ["present": false], "pit": ["present": true]])
    #expect(
      domain["features"] == [
        "acpi": ["enabled": false], "apic": ["enabled": true], "smm": ["enabled": true],
        "hyperv": [
          "relaxed": ["enabled": true], "spinlocks": ["enabled": true, "spinlocks": 4096],
          "synictimer": ["enabled": true, "direct": ["enabled": true]], "synic": ["enabled": true],
          "vpindex": ["enabled": true], "vendorid": ["enabled": true, "vendorid": "x"],
        ],
      ])
  }

  @Test func nestedVirtualizationNeedsTheProcessorFeature() throws {
    let domain = try domain(
      """
      {"domain":{"devices":{},"cpu":{"features":[{"name":"vmx","policy":"optional"}]},
      "features":{"hyperv":{"evmcs":{}}}}}
      """)
    #expect(domain.value(at: "cpu", "features") == [["name": "vmx", "policy": "require"]])
    #expect(domain.value(at: "features", "hyperv", "vapic") == ["enabled": true])
  }

  @Test func aDependencyThatIsOffStaysOff() throws {
    let domain = try domain(
      #"{"domain":{"devices":{},"features":{"hyperv":{"ipi":{"enabled":true},"vpindex":{"enabled":false}}}}}"#)
    #expect(domain.value(at: "features", "hyperv", "vpindex") == ["enabled": false])
  }

  @Test func arm64BootsByEFIFromVirtioDisks() throws {
    let domain = try domain(#"{"architecture":"arm64","domain":{"devices":{"disks":[{"name":"d"}]}}}"#)
    #expect(domain["machine"] == ["type": "virt"])
    #expect(domain["cpu"] == ["cores": 1, "sockets": 1, "threads": 1, "model": "host-passthrough"])
    #expect(domain.value(at: "firmware", "bootloader") == ["efi": ["secureBoot": false]])
    #expect(domain.value(at: "devices", "disks") == [["name": "d", "disk": ["bus": "virtio"]]])
  }

  @Test func s390xHasNoACPIAndItsOwnWatchdog() throws {
    let patched = try review(#"{"architecture":"s390x","domain":{"devices":{"watchdog":{"name":"w"}}}}"#).patched()
    let domain = patched.value(at: "spec", "domain")
    #expect(domain?["machine"] == ["type": "s390-ccw-virtio"])
    #expect(domain?["features"] == ["acpi": ["enabled": false]])
    #expect(domain?.value(at: "devices", "watchdog") == ["name": "w", "diag288": ["action": "reset"]])
    #expect(patched.value(at: "metadata", "annotations") == nil)
  }

  @Test func theDefaultInterfaceIsTheClusters() throws {
    let masquerade = #"{"network":{"defaultNetworkInterface":"masquerade"}}"#
    #expect(
      try domain(#"{"domain":{"devices":{}}}"#, config: masquerade).value(at: "devices", "interfaces") == [
        ["name": "default", "masquerade": [:]]
      ])
    #expect(
      try domain(#"{"domain":{"devices":{"autoattachPodInterface":false}}}"#).value(at: "devices", "interfaces") == nil)
  }

  @Test(arguments: [
    #"{"network":{"permitBridgeInterfaceOnPodNetwork":false}}"#, #"{"network":{"defaultNetworkInterface":"slirp"}}"#,
  ])
  func anInterfaceThatIsNotPermittedFails(_ config: String) throws {
    let response = try review(#"{"domain":{"devices":{}}}"#, config: config).response()
    #expect(response["allowed"] == false)
    #expect(response.value(at: "status", "code") == 400)
  }

  @Test func launchersRunAsRootWithTheGate() throws {
    let patched = try review(
      #"{"domain":{"devices":{}}}"#, config: #"{"developerConfiguration":{"featureGates":["Root"]}}"#
    ).patched()
    #expect(patched.value(at: "status", "runtimeUser") == 0)
  }

  @Test func anUnknownFieldIsASchemaViolation() throws {
    #expect(try review(#"{"domain":{"devices":{},"bogus":1}}"#).causes() == [" "])
  }

  @Test(arguments: [("admin", "Running"), ("system:serviceaccount:kubevirt:kubevirt-handler", "Failed")])
  func onlyKubeVirtWritesTheStatus(_ user: String, _ expected: String) throws {
    var update = try review(#"{"domain":{"devices":{}}}"#)
    update.operation = "UPDATE"
    update.user = user
    update.oldObject = update.object
    update.oldObject?["status"] = ["phase": "Running"]
    update.object?["status"] = ["phase": "Failed", "nodeName": "n"]
    let status = try update.patched()["status"]
    #expect(status?["phase"]?.string == expected)
    #expect((status?["nodeName"] == nil) == (expected == "Running"))
  }
}
