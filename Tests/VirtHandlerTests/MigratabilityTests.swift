import Testing
import VirtTypes

@testable import VirtHandler

@Suite struct MigratabilityTests {
  private func instance(_ json: String) throws -> V1.VirtualMachineInstance {
    try V1.VirtualMachineInstance(json: Array(json.utf8), options: .lenient)
  }

  @Test func aBridgeOnThePodNetworkTiesAGuestToItsNode() throws {
    let instance = try instance(
      #"{"spec":{"domain":{"devices":{"interfaces":[{"name":"n","bridge":{}}]}},"networks":[{"name":"n","pod":{}}]}}"#)
    let found = Migratability(of: instance, on: GuestObservation.NodeFacts())
    #expect(found.obstacle?.reason == "InterfaceNotLiveMigratable")
    #expect(found.obstacleBesideDisks != nil)
  }

  @Test func disksOutOfImagesAreCopied() throws {
    let instance = try instance(
      #"""
      {"spec":{"domain":{"devices":{"disks":[{"name":"d","disk":{"bus":"virtio"}}],
       "interfaces":[{"name":"n","masquerade":{}}]}},"networks":[{"name":"n","pod":{}}],
       "volumes":[{"name":"d","containerDisk":{"image":"i"}}]}}
      """#)
    let found = Migratability(of: instance, on: GuestObservation.NodeFacts())
    #expect(found.obstacle == nil)
    #expect(found.isBlockMigration)
  }

  @Test func aClaimOfOneNodeTiesItsDiskOnly() throws {
    let instance = try instance(
      #"""
      {"spec":{"volumes":[{"name":"d","persistentVolumeClaim":{"claimName":"c"}}]},
       "status":{"volumeStatus":[{"name":"d","persistentVolumeClaimInfo":{"accessModes":["ReadWriteOnce"]}}]}}
      """#)
    let found = Migratability(of: instance, on: GuestObservation.NodeFacts())
    #expect(found.obstacle?.reason == "DisksNotLiveMigratable")
    #expect(found.obstacleBesideDisks == nil)
  }
}

@Suite struct MachineTypeTests {
  @Test func theFirstColumnNamesMachineTypes() {
    let help = """
      Supported machines are:
      microvm              microvm (i386)
      pc                   Standard PC (i440FX + PIIX, 1996) (alias of pc-i440fx-7.2)
      none                 empty machine
      """
    #expect(MachineTypes.names(in: help) == ["microvm", "pc"])
  }
}
