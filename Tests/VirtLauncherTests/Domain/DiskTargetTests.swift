import Testing
import VirtTypes

@testable import VirtLauncher

@Suite struct DiskTargetTests {
  @Test func lettersCountOnPastZ() {
    #expect([0, 25, 26, 27, 701, 702].map(DiskTargets.letters) == ["a", "z", "aa", "ab", "zz", "aaa"])
    for index in [0, 1, 25, 26, 700, 800] {
      #expect(DiskTargets.index(ofName: "sd" + DiskTargets.letters(index)) == index)
    }
    #expect(DiskTargets.index(ofName: "sd") == nil)
    #expect(DiskTargets.index(ofName: "sd1") == nil)
  }

  private func names(_ disks: [(name: String, bus: String)], _ statuses: [V1.VolumeStatus] = []) -> [String] {
    var targets = DiskTargets(statuses)
    return disks.map { targets.name(disk: $0.name, bus: $0.bus) }
  }

  @Test func busesOfSerialDisksShareLetters() {
    let disks = [("a", "virtio"), ("b", "sata"), ("c", "scsi"), ("d", "virtio")]
    #expect(names(disks) == ["vda", "sda", "sdb", "vdb"])
  }

  @Test func namesThatWereGivenAreKept() {
    var status = V1.VolumeStatus()
    status.name = "b"
    status.target = "vda"
    #expect(names([("a", "virtio"), ("b", "virtio")], [status]) == ["vdb", "vda"])
  }
}
