import Testing
import VirtTypes

@testable import Admission

@Suite struct SpecDiskTests {
  private let odd = "spec.domain.devices.disks.domain.devices.disks"

  /// What is told when the first disk is replaced; it keeps the name of its volume unless the text has another.
  private func told(gates: Set<FeatureGate> = [], disk json: String) throws -> [String] {
    try Specimen.told(gates: gates) {
      var disk = try V1.Disk(json: json)
      if disk.name.isEmpty { disk.name = "root" }
      $0.domain.devices.disks[0] = disk
    }
  }

  @Test func namesAreDNSLabelsAndUnique() throws {
    #expect(
      try Specimen.told {
        $0.domain.devices.disks[0].name = "Disk_A"
        $0.volumes[0].name = "Disk_A"
      } == ["invalid \(odd)[0].name"])
    #expect(
      try Specimen.told { $0.domain.devices.disks.append($0.domain.devices.disks[0]) }
        == ["invalid spec.domain.devices.disks[2].name"])
  }

  @Test(arguments: [
    (#"{"disk":{"bus":"ide"}}"#, "disk.bus"), (#"{"disk":{"bus":"VIRTIO"}}"#, "disk.bus"),
    (#"{"cdrom":{"bus":"virtio"}}"#, "cdrom.bus"), (#"{"disk":{"bus":"sata","readonly":true}}"#, "disk.bus"),
    (#"{"disk":{},"bootOrder":0}"#, "bootOrder"), (#"{"disk":{},"cache":"unsafe"}"#, "cache"),
    (#"{"disk":{},"serial":"ü"}"#, "serial"), (#"{"disk":{},"errorPolicy":"panic"}"#, "errorPolicy"),
    (#"{"lun":{"bus":"scsi"}}"#, "lun"),
    (#"{"disk":{},"blockSize":{"custom":{"logical":512,"physical":512},"matchVolume":{}}}"#, "blockSize"),
    (#"{"disk":{},"blockSize":{"custom":{"logical":4096,"physical":512}}}"#, "blockSize.custom.logical"),
    (#"{"disk":{},"blockSize":{"custom":{"logical":512,"physical":4194304}}}"#, "blockSize.custom.physical"),
    (#"{"disk":{"bus":"sata"},"blockSize":{"custom":{"logical":4096,"physical":4096}}}"#, "blockSize.custom.logical"),
    (
      #"{"disk":{},"blockSize":{"custom":{"logical":512,"physical":512,"discardGranularity":700}}}"#,
      "blockSize.custom.discardGranularity"
    ),
  ])
  func eachDiskKeepsItsRules(json: String, member: String) throws {
    #expect(try told(disk: json) == ["invalid spec.domain.devices.disks[0].\(member)"])
  }

  @Test func aBlockSizeIsAPowerOfTwo() throws {
    #expect(
      try told(disk: #"{"disk":{},"blockSize":{"custom":{"logical":1000,"physical":2000}}}"#) == [
        "invalid spec.domain.devices.disks[0].blockSize.custom.logical",
        "invalid spec.domain.devices.disks[0].blockSize.custom.physical",
      ])
  }

  @Test func aDiskIsOneThing() throws {
    #expect(
      try told(disk: #"{"disk":{},"cdrom":{}}"#) == ["invalid spec.domain.devices.disks[0]"])
  }

  @Test func someCausesNameTheDiskInAnOddWay() throws {
    #expect(try told(disk: #"{"disk":{"bus":"virtio"},"io":"io_uring"}"#) == ["notSupported \(odd)[0].io"])
    #expect(try told(disk: #"{"disk":{"bus":"sata"},"dedicatedIOThread":true}"#) == ["notSupported \(odd)[0]"])
    let address = "invalid \(odd).disk[0].pciAddress"
    #expect(try told(disk: #"{"disk":{"bus":"sata","pciAddress":"0000:81:01.0"}}"#) == [address])
    #expect(try told(disk: #"{"disk":{"bus":"sata","pciAddress":"0000:81:100.a"}}"#) == [address, address])
    #expect(try told(disk: #"{"disk":{"bus":"virtio","pciAddress":"0000:81:1f.7"}}"#) == [])
  }

  @Test func aDiskHasAVolume() throws {
    #expect(try told(disk: #"{"name":"lost","disk":{}}"#) == ["invalid spec.domain.devices.disks[0].name"])
    #expect(try told(disk: #"{"name":"lost","cdrom":{}}"#) == ["invalid spec.domain.devices.disks[0].name"])
    #expect(try told(gates: [.declarativeHotplugVolumes], disk: #"{"name":"lost","cdrom":{}}"#) == [])
  }

  @Test func aMissingVolumeIsToldInTheWordsThatProgramsKnow() throws {
    let instance = try Specimen.instance { $0.spec.domain.devices.disks[1].name = "x" }
    let causes = validateInstanceSpec(instance.spec, at: .template, context: Specimen.context())
    #expect(causes.map(\.message) == ["spec.template.spec.domain.devices.disks[1].Name 'x' not found."])
  }

  @Test func downwardMetricsAreOnAVirtioDisk() throws {
    let volume = #"{"name":"m","downwardMetrics":{}}"#
    #expect(try Specimen.told(gates: [.downwardMetrics]) { try $0.addVolume(volume) } == [])
    #expect(try Specimen.told(gates: [.downwardMetrics]) { try $0.addVolume(volume, bus: "") } == [])
    #expect(
      try Specimen.told(gates: [.downwardMetrics]) { try $0.addVolume(volume, bus: "sata") }
        == ["invalid spec.domain.devices.disks[2].disk.bus"])
    #expect(
      try Specimen.told(gates: [.downwardMetrics]) {
        try $0.addVolume(volume)
        $0.domain.devices.disks[2] = try V1.Disk(json: #"{"name":"m","cdrom":{}}"#)
      } == ["required spec.domain.devices.disks[2].disk"])
  }

  @Test func bootOrderIsSharedByDisksAndInterfaces() throws {
    #expect(
      try Specimen.told {
        $0.domain.devices.disks[1].bootOrder = 7
        $0.domain.devices.interfaces[0].bootOrder = 7
        $0.domain.devices.interfaces[1].bootOrder = 0
      } == ["invalid spec.domain.devices.interfaces[0].bootOrder", "invalid spec[1].bootOrder"])
  }

  @Test func gatesLetInFilesystemsOfClaimsAndReservations() throws {
    let filesystem = try V1.Filesystem(json: #"{"name":"data","virtiofs":{}}"#)
    #expect(
      try Specimen.told { $0.domain.devices.filesystems = [filesystem] }
        == ["invalid spec.domain.devices.filesystems"])
    #expect(
      try Specimen.told(gates: [.enableVirtioFsStorageVolumes]) { $0.domain.devices.filesystems = [filesystem] } == [])
    let lun = try V1.Disk(json: #"{"name":"data","lun":{"bus":"scsi","reservation":true}}"#)
    #expect(
      try Specimen.told { $0.domain.devices.disks[1] = lun } == ["invalid spec.domain.devices.disks.luns.reservation"])
    #expect(try Specimen.told(gates: [.persistentReservation]) { $0.domain.devices.disks[1] = lun } == [])
  }

  @Test func aNewInstanceUsesAllItsVolumes() throws {
    #expect(
      try Specimen.toldAtCreation { $0.spec.domain.devices.disks.removeLast() } == [
        "invalid spec.domain.volumes[1].name"
      ]
    )
    #expect(
      try Specimen.toldAtCreation {
        $0.spec.volumes.append(try V1.Volume(json: #"{"name":"dump","memoryDump":{"claimName":"c"}}"#))
      } == [])
  }

  @Test func aFolderOfTheContainerIsShownByAFilesystem() throws {
    let filesystem = try V1.Filesystem(json: #"{"name":"cp","virtiofs":{}}"#)
    #expect(
      try Specimen.toldAtCreation { try $0.spec.addVolume(#"{"name":"cp","containerPath":{"path":"/data"}}"#) }
        == ["invalid spec.domain.volumes[2]", "invalid spec.domain.volumes[2]"])
    for path in ["/var/run/libvirt", "/var/run/kubevirt/x"] {
      #expect(
        try Specimen.toldAtCreation {
          $0.spec.volumes.append(try V1.Volume(json: #"{"name":"cp","containerPath":{"path":"\#(path)"}}"#))
          $0.spec.domain.devices.filesystems = [filesystem]
        } == ["invalid spec.domain.volumes[2].containerPath.path"])
    }
  }

  @Test func aThousandNamesAreFoundByHash() {
    let names = (0..<1000).map { "name-\($0)" } + ["name-7", ""]
    let table = NameTable(names) { $0[$1] }
    #expect(table.repeated == [1000])
    #expect(table.position(of: "name-7") == 1000)
    #expect(table.position(of: "name-999") == 999)
    #expect(table.position(of: "") == 1001)
    #expect(!table.contains("name-1000"))
    #expect(!NameTable([String]()) { $0[$1] }.contains(""))
  }
}
