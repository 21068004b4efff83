import Foundation
import Kube
import Testing

@testable import Standalone

@Suite struct InstanceFilesTests {
  let directory: DataDirectory

  init() throws {
    directory = DataDirectory(path: NSTemporaryDirectory() + "/instance-\(Foundation.UUID().uuidString)/data/")
    try directory.create()
  }

  private func mode(_ path: String) -> Int {
    (try? FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int).flatMap { $0 } ?? 0
  }

  @Test func `a data directory is made for its owner alone`() {
    #expect(mode(directory.path) == 0o700)
  }

  @Test func `a file in place of the data directory is refused`() throws {
    let path = directory.path + "/file"
    try Data().write(to: URL(fileURLWithPath: path))
    let error = #expect(throws: StandaloneError.self) { try DataDirectory(path: path).create() }
    #expect(error?.description.contains(path) == true)
  }

  @Test func `a lock is held until it is let go`() throws {
    #expect(!InstanceLock.isHeld(directory))
    do {
      let lock = try InstanceLock.acquire(directory)
      let isTaken = lock != nil
      #expect(isTaken)
      #expect(InstanceLock.isHeld(directory))
      let isTakenTwice = try InstanceLock.acquire(directory) != nil
      #expect(!isTakenTwice)
      lock?.keep()
    }
    #expect(!InstanceLock.isHeld(directory))
  }

  @Test func `looking whether a lock is held is never in the way of taking it`() async throws {
    let directory = directory
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<4 {
        group.addTask { for _ in 0..<2_000 { _ = InstanceLock.isHeld(directory) } }
      }
      for _ in 0..<1_000 {
        let lock = try InstanceLock.acquire(directory)
        let isTaken = lock != nil
        #expect(isTaken)
        lock?.keep()
      }
      try await group.waitForAll()
    }
  }

  @Test func `a data directory has one name, however it is written`() throws {
    let link = directory.path + "-link"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: directory.path)
    let own = directory.resolved()
    for path in [directory.path + "///", directory.path + "/.", link, link + "/../data"] {
      #expect(DataDirectory(path: path).resolved() == own)
    }
    #expect(DataDirectory(path: "/nowhere/at/all/").resolved().path == "/nowhere/at/all")
  }

  @Test func `nobody waits for an instance that is not there`() async throws {
    #expect(try await RunningInstance.waitUntilReady(directory) == false)
  }

  @Test func `an instance is ready once it has written down where it is`() async throws {
    let lock = try InstanceLock.acquire(directory)
    await #expect(throws: StandaloneError.self) {
      try await RunningInstance.waitUntilReady(directory, timeout: .milliseconds(30))
    }
    try InstanceRecord(server: "https://127.0.0.1:6443", version: "1", started: Timestamp(seconds: 1))
      .write(to: directory)
    #expect(try await RunningInstance.waitUntilReady(directory))
    lock?.keep()
  }

  @Test func `a record of this process is read back, one of an ended process is not`() throws {
    let record = InstanceRecord(server: "https://127.0.0.1:6443", version: "1", started: Timestamp(seconds: 1))
    try record.write(to: directory)
    #expect(InstanceRecord(readingFrom: directory) == record)
    #expect(mode(directory.record) == 0o600)
    var other = record
    other.processStart += 1
    try other.write(to: directory)
    #expect(InstanceRecord(readingFrom: directory) == nil)
  }

  @Test(arguments: [
    ("127.0.0.1", "https://127.0.0.1:1"), ("0.0.0.0", "https://127.0.0.1:1"), ("::", "https://[::1]:1"),
    ("fd00::2", "https://[fd00::2]:1"),
  ])
  func `the local URL of a server`(address: String, url: String) {
    #expect(HostAddress.localURL(bindAddress: address, port: 1) == url)
  }

  @Test func `the standard folder is root's or the user's`() {
    #expect(DataDirectory.standard(isRoot: true, environment: { _ in nil }).path == "/var/lib/swift-virt")
    #expect(
      DataDirectory.standard(isRoot: false, environment: { ["HOME": "/home/a"][$0] }).path
        == "/home/a/.local/share/swift-virt")
    #expect(
      DataDirectory.standard(isRoot: false, environment: { ["XDG_DATA_HOME": "/data"][$0] }).path == "/data/swift-virt")
  }

  @Test func `a restore sets what was there aside, and is refused beside an instance`() throws {
    let other = DataDirectory(path: directory.path + "/other")
    try other.create()
    let lock = try InstanceLock.acquire(other)
    let error = #expect(throws: StandaloneError.self) { try Backup.restore(other, from: "/nowhere") }
    #expect(error?.description.contains("swift-virt down") == true)
    lock?.keep()
  }

  @Test func `a backup of nothing is refused`() {
    #expect(throws: StandaloneError.self) { try Backup.write(directory, to: directory.path + "/backup") }
    #expect(!FileManager.default.fileExists(atPath: directory.path + "/backup"))
  }
}
