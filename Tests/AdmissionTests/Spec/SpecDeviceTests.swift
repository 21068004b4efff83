import Kube
import Testing
import VirtTypes

@testable import Admission

@Suite struct SpecDeviceTests {
  private func told(gates: Set<FeatureGate> = [], firmware json: String) throws -> [String] {
    try Specimen.told(gates: gates) { $0.domain.firmware = try V1.Firmware(json: json) }
  }

  private func told(
    gates: Set<FeatureGate> = [], devices json: String, claims: [String] = []
  ) throws -> [String] {
    try Specimen.told(gates: gates) {
      let devices = $0.domain.devices
      $0.domain.devices = try V1.Devices(json: json)
      $0.domain.devices.disks = devices.disks
      $0.domain.devices.interfaces = devices.interfaces
      $0.resourceClaims = try claims.map { try PodResourceClaim(json: #"{"name":"\#($0)"}"#) }
    }
  }

  @Test func firmwareRules() throws {
    let field = "spec.domain.firmware"
    #expect(
      try told(firmware: #"{"bootloader":{"bios":{},"efi":{"secureBoot":false}}}"#) == ["invalid \(field).bootloader"])
    #expect(try told(firmware: #"{"kernelBoot":{}}"#) == [])
    #expect(try told(firmware: #"{"kernelBoot":{"kernelArgs":"x"}}"#) == ["invalid \(field).kernelBoot.kernelArgs"])
    #expect(
      try told(firmware: #"{"kernelBoot":{"container":{"kernelPath":"/k"}}}"#)
        == ["required \(field).kernelBoot.container.image"])
    #expect(
      try told(firmware: #"{"kernelBoot":{"container":{"image":"i"}}}"#)
        == ["required \(field).kernelBoot.container"])
    #expect(
      try told(firmware: #"{"kernelBoot":{"container":{"image":"i","kernelPath":"k","initrdPath":"/a/../b"}}}"#) == [
        "invalid \(field).kernelBoot.container.initrdPath", "invalid \(field).kernelBoot.container.kernelPath",
      ])
  }

  @Test func secureBootNeedsSystemManagementMode() throws {
    #expect(try told(firmware: #"{"bootloader":{"efi":{}}}"#) == ["invalid spec.domain"])
    #expect(
      try Specimen.told {
        $0.domain.firmware = try V1.Firmware(json: #"{"bootloader":{"efi":{}}}"#)
        $0.domain.features = try V1.Features(json: #"{"smm":{}}"#)
      } == [])
  }

  @Test func acpiTablesAreSecrets() throws {
    #expect(try told(firmware: #"{"acpi":{}}"#) == ["invalid spec.acpi"])
    #expect(try told(firmware: #"{"acpi":{"slicNameRef":"lost"}}"#) == ["invalid spec.acpi.slicNameRef"])
    #expect(try told(firmware: #"{"acpi":{"msdmNameRef":"root"}}"#) == ["invalid spec.acpi.msdmNameRef"])
  }

  @Test func gatesLetDevicesIn() throws {
    let cases: [(String, FeatureGate, String)] = [
      (#"{"hostDevices":[{"name":"h","deviceName":"a/b"}]}"#, .hostDevices, "spec.HostDevices"),
      (#"{"autoattachVSOCK":true}"#, .vsock, "spec.domain.devices.autoattachVSOCK"),
      (#"{"downwardMetrics":{}}"#, .downwardMetrics, "spec.domain.devices.downwardMetrics"),
      (#"{"video":{"type":"vga"}}"#, .videoConfig, "spec.video"),
      (#"{"panicDevices":[{"model":"isa"}]}"#, .panicDevices, "spec.domain.devices.panicDevices"),
    ]
    for (json, gate, field) in cases {
      #expect(try told(devices: json) == ["invalid \(field)"])
      #expect(try told(gates: [gate], devices: json) == [])
    }
    #expect(try Specimen.told { $0.domain.rebootPolicy = "Reboot" } == ["invalid spec.domain.rebootPolicy"])
    #expect(
      try Specimen.told { $0.domain.memory?.reservedOverhead = V1.ReservedOverhead() }
        == ["invalid spec.domain.memory.reservedOverhead"])
  }

  @Test func devicesAreOfKnownKinds() throws {
    #expect(
      try told(devices: #"{"inputs":[{"name":"k","type":"keyboard","bus":"ps2"}]}"#)
        == ["invalid spec.domain.devices.inputs[0].bus", "invalid spec.domain.devices.inputs[0].type"])
    #expect(
      try told(devices: #"{"sound":{"name":"","model":"sb16"}}"#) == ["invalid spec.Sound", "invalid spec.Sound"])
    #expect(
      try told(gates: [.panicDevices], devices: #"{"panicDevices":[{"model":"xen"},{},{"model":""}]}"#) == [
        "invalid spec.domain.devices.panicDevices[0].model", "invalid spec.domain.devices.panicDevices[2].model",
      ])
    #expect(
      try told(gates: [.videoConfig], devices: #"{"video":{"type":"vga"},"autoattachGraphicsDevice":false}"#)
        == ["invalid spec.video"])
  }

  @Test func oneGPUHasTheFirstDisplay() throws {
    let gpu = #"{"name":"g","deviceName":"a/b","virtualGPUOptions":{"display":{}}}"#
    #expect(try told(devices: #"{"gpus":[\#(gpu)]}"#) == [])
    #expect(try told(devices: #"{"gpus":[\#(gpu),\#(gpu)]}"#) == ["invalid spec.GPUs"])
  }

  @Test func claimedDevicesNameARequestOfAListedClaim() throws {
    let gates: Set<FeatureGate> = [.gpusWithDRA, .hostDevices, .hostDevicesWithDRA]
    let gpu = #"{"name":"g","claimName":"c","requestName":"r"}"#
    #expect(try told(gates: gates, devices: #"{"gpus":[\#(gpu)]}"#, claims: ["c"]) == [])
    #expect(try told(devices: #"{"gpus":[\#(gpu)]}"#, claims: ["c"]) == ["invalid spec.domain.devices.gpus"])
    #expect(try told(gates: gates, devices: #"{"gpus":[\#(gpu)]}"#) == ["invalid spec.resourceClaims"])
    #expect(
      try told(gates: gates, devices: #"{"gpus":[\#(gpu),\#(gpu)]}"#, claims: ["c"])
        == ["duplicate spec.domain.devices.gpus[1]"])
    #expect(
      try told(gates: gates, devices: #"{"gpus":[\#(gpu)],"hostDevices":[\#(gpu)]}"#, claims: ["c"])
        == ["duplicate spec.domain.devices.hostDevices[0]"])
    #expect(try told(gates: gates, devices: "{}", claims: ["c", "c"]) == ["duplicate spec.resourceClaims[1].name"])
    #expect(
      try told(gates: gates, devices: #"{"gpus":[{"name":"g","claimName":"","requestName":""}]}"#, claims: ["c"])
        == ["required spec.domain.devices.gpus[0].claimName", "required spec.domain.devices.gpus[0].requestName"])
  }

  @Test func aDeviceIsClaimedOrPlain() throws {
    let gates: Set<FeatureGate> = [.gpusWithDRA, .hostDevices, .hostDevicesWithDRA]
    let mixed = #"[{"name":"a","deviceName":"x/y"},{"name":"b","claimName":"c","requestName":"r"}]"#
    #expect(
      try told(gates: gates, devices: #"{"gpus":\#(mixed)}"#, claims: ["c"]) == ["invalid spec.domain.devices.gpus"])
    #expect(try told(gates: gates, devices: #"{"hostDevices":\#(mixed)}"#, claims: ["c"]) == [])
    #expect(
      try told(
        gates: gates, devices: #"{"hostDevices":[{"name":"a","deviceName":"x/y","claimName":"c"}]}"#, claims: ["c"])
        == ["invalid spec.domain.devices.hostDevices"])
    #expect(try told(devices: #"{"gpus":[{"name":"g"}]}"#) == ["required spec.domain.devices.gpus"])
  }

  @Test(arguments: [
    ("{}", "{}", "forbidden"), (#"{"sev":{},"snp":{}}"#, "{}", "forbidden"), (#"{"sev":{}}"#, "{}", "invalid"),
    (#"{"sev":{}}"#, #"{"bootloader":{"efi":{"secureBoot":false}}}"#, ""),
    (#"{"snp":{}}"#, #"{"bootloader":{"efi":{"secureBoot":false,"persistent":true}}}"#, "invalid"),
    (#"{"tdx":{}}"#, #"{"bootloader":{"efi":{"secureBoot":false,"persistent":true}}}"#, "invalid"),
    (#"{"sev":{"attestation":{}}}"#, #"{"bootloader":{"efi":{"secureBoot":false}}}"#, "invalid"),
  ])
  func launchSecurityHasOneKindAndABareFirmware(security: String, firmware: String, kind: String) throws {
    let told = try Specimen.told(gates: [.workloadEncryptionSEV, .workloadEncryptionTDX]) {
      $0.domain.launchSecurity = try V1.LaunchSecurity(json: security)
      $0.domain.firmware = try V1.Firmware(json: firmware)
    }
    #expect(told == (kind.isEmpty ? [] : ["\(kind) spec.launchSecurity"]))
  }

  @Test func launchSecurityDependsOnGateAndArchitecture() throws {
    #expect(
      try Specimen.told { $0.domain.launchSecurity = try V1.LaunchSecurity(json: #"{"tdx":{}}"#) }
        == ["invalid spec.launchSecurity"])
    for (architecture, field) in [("s390x", "launchSecurity"), ("arm64", "architecture"), ("", "architecture")] {
      #expect(
        try Specimen.told {
          $0.architecture = architecture
          $0.domain.launchSecurity = V1.LaunchSecurity()
        } == ["invalid spec.\(field)"])
    }
  }

  @Test func enlightenmentsNeedOthers() throws {
    func told(_ features: String, cpu: String = "{}") throws -> [String] {
      try Specimen.toldAtCreation {
        $0.spec.domain.features = try V1.Features(json: features)
        $0.spec.domain.cpu = try V1.CPU(json: cpu)
      }
    }
    let field = "spec.domain.features.hyperv"
    #expect(
      try told(#"{"hyperv":{"ipi":{"enabled":true},"synictimer":{"enabled":true},"tlbflush":{"enabled":true}}}"#) == [
        "invalid \(field).domain.features.hyperv.ipi", "invalid \(field).domain.features.hyperv.synictimer",
        "invalid \(field).domain.features.hyperv.tlbflush",
      ])
    #expect(try told(#"{"hyperv":{"relaxed":{}},"hypervPassthrough":{}}"#) == ["invalid \(field)"])
    #expect(
      try told(#"{"hyperv":{"evmcs":{},"vapic":{"enabled":false}}}"#) == ["required spec.domain.cpu.features"])
    #expect(
      try told(
        #"{"hyperv":{"evmcs":{"enabled":true},"vapic":{"enabled":true}}}"#,
        cpu: #"{"features":[{"name":"vmx","policy":"forbid"}]}"#) == ["invalid spec.domain.cpu.features[0].policy"])
  }

  @Test func architecturesHaveTheirOwnDevices() throws {
    func told(_ architecture: String, _ devices: String, gates: Set<FeatureGate> = []) throws -> [String] {
      try Specimen.toldAtCreation(gates: gates) {
        $0.spec.architecture = architecture
        $0.spec.domain.devices.watchdog = try V1.Devices(json: devices).watchdog
        $0.spec.domain.devices.video = try V1.Devices(json: devices).video
      }
    }
    let watchdog = "notSupported spec.domain.devices.watchdog"
    let intel = #"{"watchdog":{"name":"w","i6300esb":{}}}"#
    let diag = #"{"watchdog":{"name":"w","diag288":{}}}"#
    #expect(try told("amd64", intel) == [])
    #expect(try told("amd64", diag) == [watchdog])
    #expect(try told("amd64", #"{"watchdog":{"name":"w"}}"#) == [watchdog])
    #expect(try told("s390x", diag) == [])
    #expect(try told("s390x", intel) == [watchdog])
    #expect(try told("arm64", intel) == [watchdog])
    for (architecture, type) in [("amd64", "qxl"), ("arm64", "vga"), ("s390x", "vga")] {
      #expect(
        try told(architecture, #"{"video":{"type":"\#(type)"}}"#, gates: [.videoConfig])
          == ["notSupported spec.domain.devices.video.type"])
    }
    #expect(try told("ppc64le", "{}") == ["invalid spec.architecture"])
  }

  @Test func armHasFewBuses() throws {
    #expect(
      try Specimen.toldAtCreation {
        $0.spec.architecture = "arm64"
        $0.spec.domain.cpu = try V1.CPU(json: #"{"model":"Haswell"}"#)
        $0.spec.domain.devices.disks[0] = try V1.Disk(json: #"{"name":"root","disk":{"bus":"sata"}}"#)
        $0.spec.domain.devices.sound = try V1.SoundDevice(json: #"{"name":"s"}"#)
        $0.spec.domain.firmware = try V1.Firmware(json: #"{"bootloader":{"bios":{}}}"#)
      } == [
        "notSupported spec.domain.cpu.model", "notSupported spec.domain.devices.disks[0].disk.bus",
        "notSupported spec.domain.devices.sound", "notSupported spec.domain.firmware.bootloader.bios",
      ])
  }
}
