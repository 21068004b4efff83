import EmbeddedStore
import Foundation
import GRDBSQLite
import Testing

@Suite struct FileTests {
  private func filled(_ directory: TemporaryDirectory, objects: Int = 50) async throws {
    let store = try EmbeddedStore.open(directory.store, options: .manual)
    for number in 0..<objects { try await store.create(key("object-\(number)"), padding: 3_000) }
    store.close()
  }

  private func expectDamage(_ directory: TemporaryDirectory, _ options: StoreOptions = .manual) {
    let error = #expect(throws: StoreError.self) { try EmbeddedStore.open(directory.store, options: options) }
    guard case .damaged(let text) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(text.contains(directory.store))
    #expect(text.contains("swift-virt restore"))
  }

  private func edit(_ path: String, _ body: (FileHandle) throws -> Void) throws {
    let handle = try #require(FileHandle(forUpdatingAtPath: path))
    try body(handle)
    try handle.close()
  }

  @Test func onlyItsOwnerCanReadAStore() async throws {
    let directory = TemporaryDirectory()
    defer { directory.remove() }
    let store = try EmbeddedStore.open(directory.store)
    try await store.create(key("a"))
    for name in try FileManager.default.contentsOfDirectory(atPath: directory.path) {
      let attributes = try FileManager.default.attributesOfItem(atPath: directory.path + "/" + name)
      #expect(attributes[.posixPermissions] as? Int == 0o600, "\(name)")
    }
    store.close()
  }

  @Test func aCleanEndLeavesOneDatabaseFile() async throws {
    let directory = TemporaryDirectory()
    defer { directory.remove() }
    try await filled(directory)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: directory.path).sorted() == ["objects.db", "objects.db-lock"])
  }

  @Test func aFileThatIsNoStoreIsLeftAsItIs() throws {
    for content in [Data(), Data("hello".utf8), Data(repeating: 7, count: 100_000)] {
      let directory = TemporaryDirectory()
      defer { directory.remove() }
      try content.write(to: URL(fileURLWithPath: directory.store))
      expectDamage(directory)
      #expect(try Data(contentsOf: URL(fileURLWithPath: directory.store)) == content)
    }
  }

  @Test func anotherProgramsDatabaseIsRefused() throws {
    let directory = TemporaryDirectory()
    defer { directory.remove() }
    var connection: OpaquePointer?
    #expect(sqlite3_open(directory.store, &connection) == SQLITE_OK)
    #expect(sqlite3_exec(connection, "CREATE TABLE a (b)", nil, nil, nil) == SQLITE_OK)
    sqlite3_close(connection)
    expectDamage(directory)
  }

  @Test func aNewerFormatIsNamed() async throws {
    let directory = TemporaryDirectory()
    defer { directory.remove() }
    try await filled(directory, objects: 1)
    try edit(directory.store) { handle in
      try handle.seek(toOffset: 60)
      handle.write(Data([0, 0, 0, 9]))
    }
    #expect(throws: StoreError.newerFormat(found: 9, known: 1)) { try EmbeddedStore.open(directory.store) }
  }

  @Test func aTornFileIsFoundWhenItIsOpened() async throws {
    let directory = TemporaryDirectory()
    defer { directory.remove() }
    try await filled(directory)
    try edit(directory.store) { try $0.truncate(atOffset: 4096 * 10 + 100) }
    expectDamage(directory)
    try edit(directory.store) { try $0.truncate(atOffset: 50) }
    expectDamage(directory)
  }

  @Test func garbageInTheMiddleIsFoundByTheFullCheck() async throws {
    let directory = TemporaryDirectory()
    defer { directory.remove() }
    try await filled(directory)
    try edit(directory.store) { handle in
      try handle.seek(toOffset: 4096 * 5)
      handle.write(Data(repeating: 0xa5, count: 4096 * 4))
    }
    var options = StoreOptions.manual
    options.check = .always
    expectDamage(directory, options)
  }

  @Test func aMissingFileWhoseLogIsThereIsNoNewStore() throws {
    let directory = TemporaryDirectory()
    defer { directory.remove() }
    try Data(repeating: 1, count: 5_000).write(to: URL(fileURLWithPath: directory.store + "-wal"))
    expectDamage(directory)
  }

  @Test func aSecondOpenSaysWhoHasTheFile() async throws {
    let directory = TemporaryDirectory()
    defer { directory.remove() }
    let store = try EmbeddedStore.open(directory.store, options: .manual)
    let error = #expect(throws: StoreError.self) { try EmbeddedStore.open(directory.store) }
    #expect(error?.description.contains("process \(getpid())") == true)
    try await store.create(key("a"))
    store.close()
    try EmbeddedStore.open(directory.store).close()
  }

  @Test func aDirectoryThatIsNotThereIsAFault() {
    #expect(throws: StoreError.self) { try EmbeddedStore.open("/nonexistent/objects.db") }
  }

  @Test func aTemporaryStoreLeavesNothing() async throws {
    let store = try EmbeddedStore.temporary()
    try await store.create(key("a"))
    #expect(FileManager.default.fileExists(atPath: store.path))
    store.close()
    #expect(!FileManager.default.fileExists(atPath: store.path))
  }
}
