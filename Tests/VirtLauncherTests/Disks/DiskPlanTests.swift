import JSON
import Testing
import VirtTypes

@testable import VirtLauncher

@Suite struct DiskPlanTests {
  static func instance(
    _ spec: JSONValue, isLegacy: Bool = false, status: JSONValue = [:]
  ) throws -> V1.VirtualMachineInstance {
    var metadata: JSONValue = ["name": "vm", "namespace": "ns", "uid": "u1"]
    if isLegacy {
      metadata["annotations"] = [
        "presets.virtualmachines.kubevirt.io/presets-applied": "kubevirt.io/v1alpha2"
      ]
    }
    let tree: JSONValue = [
      "apiVersion": "kubevirt.io/v1", "kind": "VirtualMachineInstance", "metadata": metadata, "spec": spec,
      "status": status,
    ]
    return try V1.VirtualMachineInstance(json: tree.jsonBytes(), options: .lenient)
  }

  private func steps(
    _ volumes: JSONValue, isLegacy: Bool = false, status: JSONValue = [:],
    _ change: (inout DomainEnvironment) -> Void = { _ in }
  ) throws -> [DiskStep] {
    var environment = DomainEnvironment()
    change(&environment)
    return try DiskPlan.steps(
      for: Self.instance(["volumes": volumes], isLegacy: isLegacy, status: status), in: environment)
  }

  @Test func containerDisksGetAnOverlayOverTheMountedImage() throws {
    let volumes: JSONValue = [
      ["name": "e", "emptyDisk": ["capacity": "1Gi"]], ["name": "c", "containerDisk": ["image": "i"]],
    ]
    let steps = try steps(volumes) { $0.diskFormats["c"] = "raw" }
    #expect(
      steps == [
        .emptyDisk(FilePlace(root: "/var/run/libvirt", path: "empty-disks/e.qcow2"), bytes: 1 << 30),
        .overlay(
          FilePlace(root: "/var/run/kubevirt-ephemeral-disks", path: "disk-data/c/disk.qcow2"),
          over: FilePlace(root: "/var/run/kubevirt/container-disks", path: "disk_1.img"), format: "raw"),
      ])
  }

  @Test func legacyRegistryDisksAreUsedAsTheyWereCopied() throws {
    let volumes: JSONValue = [["name": "r", "containerDisk": ["image": "i"]]]
    let steps = try steps(volumes, isLegacy: true) { $0.registryDisks["r"] = .convertedRaw }
    #expect(
      steps == [
        .use(
          FilePlace(
            root: "/var/run/kubevirt-ephemeral-disks",
            path: "registry-disk-data/ns/vm/disk_r/disk-image.raw.virt"), format: "raw",
          isCopy: true)
      ])
  }

  @Test(arguments: [false, true])
  func anImageThatIsNotThereIsAnError(isLegacy: Bool) {
    #expect(throws: DomainError.self) {
      try steps([["name": "r", "containerDisk": ["image": "i"]]], isLegacy: isLegacy)
    }
  }

  @Test func claimsAreUsedOrFilled() throws {
    let volumes: JSONValue = [
      ["name": "fs", "persistentVolumeClaim": ["claimName": "a"]],
      ["name": "block", "dataVolume": ["name": "b"]],
      ["name": "later", "persistentVolumeClaim": ["claimName": "c", "hotpluggable": true]],
      ["name": "eph", "ephemeral": ["persistentVolumeClaim": ["claimName": "d"]]],
    ]
    let information: JSONValue = ["capacity": ["storage": "100Mi"], "filesystemOverhead": "0.055"]
    let status: JSONValue = ["volumeStatus": [["name": "fs", "persistentVolumeClaimInfo": information]]]
    let steps = try steps(volumes, status: status) { $0.blockVolumes = ["block"] }
    #expect(
      steps == [
        .hostDisk(
          HostDisk(
            place: FilePlace(root: "/var/run/kubevirt-private/vmi-disks/fs", path: "disk.img"),
            capacity: 94 << 20, createsWhenMissing: true, toleratedShortage: 10, reserve: 131_072)),
        .use(FilePlace(root: "/dev", path: "block"), format: "raw", isCopy: false),
        .overlay(
          FilePlace(root: "/var/run/kubevirt-ephemeral-disks", path: "disk-data/eph/disk.qcow2"),
          over: FilePlace(root: "/var/run/kubevirt-private/vmi-disks/eph", path: "disk.img"), format: "raw"),
      ])
  }

  @Test func hostDisksAreNamedByTheLastPartOfTheirPath() throws {
    let disk: JSONValue = ["path": "/data/x/my.img", "type": "DiskOrCreate", "capacity": "10Mi"]
    guard case .hostDisk(let step) = try steps([["name": "h", "hostDisk": disk]]).first else {
      Issue.record("no host disk")
      return
    }
    #expect(step.place.file == "/var/run/kubevirt-private/vmi-disks/h/my.img")
    #expect(step.createsWhenMissing)
    #expect(throws: DomainError.self) { try steps([["name": "h", "hostDisk": ["path": "/data/.."]]]) }
  }

  @Test func configurationBecomesImages() throws {
    let volumes: JSONValue = [
      ["name": "m", "configMap": ["name": "a"]], ["name": "s", "secret": ["secretName": "a", "volumeLabel": "keys"]],
      ["name": "d", "downwardAPI": ["fields": []]], ["name": "t", "serviceAccount": ["serviceAccountName": "x"]],
      ["name": "w", "sysprep": ["secret": ["name": "y"]]],
    ]
    let images = try steps(volumes).compactMap { step in
      if case .folderImage(let image) = step { [image.place.path, image.volumeID, image.folder] } else { nil }
    }
    #expect(
      images == [
        ["config-map-disks/m.iso", "cfgdata", "/var/run/kubevirt-private/config-map/m"],
        ["secret-disks/s.iso", "keys", "/var/run/kubevirt-private/secret/s"],
        ["downwardapi-disks/d.iso", "cfgdata", "/var/run/kubevirt-private/downwardapi/d"],
        ["service-account-disk/service-account.iso", "cfgdata", "/var/run/secrets/kubernetes.io/serviceaccount"],
        ["sysprep-disks/w.iso", "unattendCfg", "/var/run/kubevirt-private/sysprep/w"],
      ])
  }

  @Test func anotherSizeThanAskedForIsTakenWithinTheTolerance() throws {
    let disk = HostDisk(
      place: FilePlace(root: "/x", path: "d"), capacity: 100 << 20, createsWhenMissing: true, toleratedShortage: 10,
      reserve: 0)
    #expect(try disk.size(available: 200 << 20) == 100 << 20)
    #expect(try disk.size(available: 95 << 20) == 95 << 20)
    #expect(throws: DiskError.noSpace(path: "/x/d", needed: 100 << 20, available: 80 << 20)) {
      try disk.size(available: 80 << 20)
    }
  }
}
