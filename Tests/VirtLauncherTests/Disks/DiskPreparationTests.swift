import Foundation
import Testing

@testable import VirtLauncher

private let hasImageTool = FileManager.default.isExecutableFile(atPath: ImageTool().program)

@Suite struct DiskPreparationTests {
  private func cloudInit(_ folder: TemporaryFolder, _ text: String) -> DiskStep {
    .cloudInit(
      CloudInitImage(
        place: FilePlace(root: folder.path, path: "cloud-init-data/ns/vm/noCloud.iso"), layout: .legacyNoCloud,
        identity: CloudInitIdentity(name: "vm", namespace: "ns", hostname: "vm", uuid: ""),
        userData: .given(Array(text.utf8)), networkData: .none))
  }

  @Test func cloudInitIsAnImageThatCanBeReadBack() throws {
    let folder = try TemporaryFolder()
    try DiskPreparation().carryOut([cloudInit(folder, "#!/bin/sh")])
    let image = try ISOReader(folder.bytes("cloud-init-data/ns/vm/noCloud.iso"))
    #expect(image.volumeID == "cidata")
    #expect(
      image.files == [
        "meta-data": "{ \"instance-id\": \"vm.ns\", \"local-hostname\": \"vm\" }\n", "user-data": "#!/bin/sh",
      ])
    #expect(!folder.has("cloud-init-data/ns/vm/noCloud.iso.staging"))
  }

  @Test func anImageIsReplacedOnlyWhenItsContentsChange() throws {
    let folder = try TemporaryFolder()
    let name = "cloud-init-data/ns/vm/noCloud.iso"
    try DiskPreparation().carryOut([cloudInit(folder, "one")])
    // What the guest wrote stays as long as the image is the same.
    var bytes = try folder.bytes(name)
    bytes[bytes.count - 1] = 77
    try folder.write(name, bytes)
    try DiskPreparation().carryOut([cloudInit(folder, "one")])
    #expect(try folder.bytes(name) == bytes)
    try DiskPreparation().carryOut([cloudInit(folder, "two")])
    #expect(try ISOReader(folder.bytes(name)).files["user-data"] == "two")
  }

  @Test func mountedSecretsBecomeImagesWithoutTheFoldersBehindTheirLinks() throws {
    let folder = try TemporaryFolder()
    try folder.write("secret/s/..2026/Unattend.XML", "<a/>")
    try folder.write("secret/s/..2026/ümlaut mit langem Namen.txt", "ä")
    try folder.link("secret/s/..data", to: "..2026")
    try folder.link("secret/s/Unattend.XML", to: "..data/Unattend.XML")
    try folder.link("secret/s/ümlaut mit langem Namen.txt", to: "..data/ümlaut mit langem Namen.txt")
    let image = FolderImage(
      place: FilePlace(root: folder.path, path: "disks/s.iso"), volumeID: "unattendCfg",
      folder: folder.path + "/secret/s", requiredFiles: ["unattend.xml"])
    try DiskPreparation().carryOut([.folderImage(image)])
    let read = try ISOReader(folder.bytes("disks/s.iso"))
    #expect(read.volumeID == "unattendCfg")
    #expect(read.files == ["Unattend.XML": "<a/>", "ümlaut mit langem Namen.txt": "ä"])
  }

  @Test func linksOutOfAMountedSecretAreNotFollowed() throws {
    let folder = try TemporaryFolder()
    try folder.write("secret/s/a", "x")
    try folder.link("secret/s/b", to: "/etc/passwd")
    let image = FolderImage(
      place: FilePlace(root: folder.path, path: "disks/s.iso"), volumeID: "cfgdata",
      folder: folder.path + "/secret/s")
    #expect(throws: DiskError.self) { try DiskPreparation().carryOut([.folderImage(image)]) }
    #expect(!folder.has("disks/s.iso"))
  }

  @Test func anAnswerFileIsDemanded() throws {
    let folder = try TemporaryFolder()
    try folder.write("f/a", "x")
    let image = FolderImage(
      place: FilePlace(root: folder.path, path: "s.iso"), volumeID: "x", folder: folder.path + "/f",
      requiredFiles: ["unattend.xml"])
    #expect(throws: DiskError.self) { try DiskPreparation().carryOut([.folderImage(image)]) }
  }

  @Test(.enabled(if: hasImageTool, "qemu-img is not installed"))
  func overlaysAndEmptyDisksAreMadeOnce() throws {
    let folder = try TemporaryFolder()
    try folder.write("image.img", [UInt8](repeating: 1, count: 1 << 20))
    let overlay = FilePlace(root: folder.path + "/e", path: "disk-data/v/disk.qcow2")
    let empty = FilePlace(root: folder.path + "/l", path: "empty-disks/v.qcow2")
    let steps: [DiskStep] = [
      .overlay(overlay, over: FilePlace(root: folder.path, path: "image.img"), format: "raw"),
      .emptyDisk(empty, bytes: 5 << 20),
    ]
    try DiskPreparation().carryOut(steps)
    #expect(try ImageHeader(of: empty).virtualSize == 5 << 20)
    // It has a backing file, which images of users must not have.
    #expect(throws: DiskError.self) { try ImageHeader(of: overlay) }
    let before = try folder.bytes("e/disk-data/v/disk.qcow2")
    try DiskPreparation().carryOut(steps)
    #expect(try folder.bytes("e/disk-data/v/disk.qcow2") == before)
  }

  @Test func imagesAreNotReachedByLinks() throws {
    let folder = try TemporaryFolder()
    try folder.write("secret.img", "x")
    try folder.write("claim/other", "x")
    try folder.link("claim/disk.img", to: "../secret.img")
    let place = FilePlace(root: folder.path + "/claim", path: "disk.img")
    #expect(throws: DiskError.self) { try DiskPreparation().carryOut([.use(place, format: "raw", isCopy: false)]) }
  }

  @Test func anImageOfAnotherFormatIsRefused() throws {
    let folder = try TemporaryFolder()
    try folder.write("disk.qcow2", [UInt8](repeating: 0, count: 4096))
    let place = FilePlace(root: folder.path, path: "disk.qcow2")
    #expect(throws: DiskError.self) { try DiskPreparation().carryOut([.use(place, format: "qcow2", isCopy: false)]) }
    try DiskPreparation().carryOut([.use(place, format: "raw", isCopy: false)])
  }

  @Test func hostDisksAreMadeSparseAndKept() throws {
    let folder = try TemporaryFolder()
    try folder.write("claim/x", "")
    var disk = HostDisk(
      place: FilePlace(root: folder.path + "/claim", path: "disk.img"), capacity: 3 << 20, createsWhenMissing: false,
      toleratedShortage: 10, reserve: 0)
    #expect(throws: DiskError.self) { try DiskPreparation().carryOut([.hostDisk(disk)]) }
    disk.createsWhenMissing = true
    try DiskPreparation().carryOut([.hostDisk(disk)])
    #expect(try folder.bytes("claim/disk.img").count == 3 << 20)
    try folder.write("claim/disk.img", "mine")
    try DiskPreparation().carryOut([.hostDisk(disk)])
    #expect(try folder.bytes("claim/disk.img") == Array("mine".utf8))
  }

  @Test func theMetricsDiskHasItsHeader() throws {
    let folder = try TemporaryFolder()
    try DiskPreparation().carryOut([.metricsDisk(FilePlace(root: folder.path, path: "m/vhostmd0"))])
    let bytes = try folder.bytes("m/vhostmd0")
    #expect(bytes.count == 256 << 10)
    #expect(bytes.starts(with: Array("mvbd".utf8)))
  }

  @Test(.enabled(if: hasImageTool, "qemu-img is not installed"))
  func whatTheToolSaysOfAFailureIsPassedOn() {
    #expect {
      try ImageTool().run(["create", "-f", "nothing", "/nonexistent/x", "1"])
    } throws: { error in
      guard case DiskError.tool(_, let status, let output) = error else { return false }
      return status == 1 && output.contains("nothing")
    }
  }

  @Test func aToolThatTakesTooLongIsEnded() {
    var tool = ImageTool()
    tool.program = "/bin/sleep"
    tool.seconds = 0
    #expect(throws: DiskError.timeout(program: "/bin/sleep", seconds: 0)) { try tool.run(["30"]) }
  }
}
