import EmbeddedStore
import Foundation
import Testing

@Suite struct StoreArchiveTests {
  @Test func aBackupOfAStoreInUseRestoresObjectsAndFilesWithLaterRevisions() async throws {
    try await withStore { store, directory in
      let written = try await store.replace(try await store.create(key("a"), "0"), "1")
      let archive = directory.path + "/backup"
      #expect(try StoreArchive.write(store: store.path, files: ["pki/ca.key": [1, 2], "empty": []], to: archive) == 1)
      #expect(throws: StoreError.self) { try StoreArchive.write(store: store.path, files: [:], to: archive) }
      try await store.replace(written, "after the backup")

      let path = directory.path + "/restored.db"
      #expect(try StoreArchive.read(archive, store: path) == ["pki/ca.key": [1, 2], "empty": []])
      #expect(throws: StoreError.self) { try StoreArchive.read(archive, store: path) }
      let restored = try EmbeddedStore.open(path, options: .manual)
      defer { restored.close() }
      #expect(try restored.get(key("a"))?.bytes == written.bytes)
      #expect(restored.revision > store.revision)
      let start = restored.revision
      let next = try await restored.replace(written, "2")
      #expect(next.revision == Revision(start.value + 1))
      #expect(throws: StoreError.expired(requested: written.revision, oldest: start)) {
        try restored.changes(ChangeScope(), after: written.revision)
      }
      let changes = try restored.changes(ChangeScope(), after: start)
      #expect(try await changes.next().map { $0.previous?.value } == ["1"])
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: directory.path).filter { $0.hasPrefix("backup") }
          == ["backup"])
    }
  }

  /// Without it another process would take itself for the last one that has the file, and remove the log.
  @Test func aBackupLeavesTheStoreItsLockOfTheFile() async throws {
    try await withStore { store, directory in
      try await store.create(key("a"))
      // Not closed before the end: that alone would let go of the lock.
      let descriptor = open(store.path, O_RDWR | O_CLOEXEC)
      defer { close(descriptor) }
      #expect(isLocked(descriptor))
      _ = try StoreArchive.write(store: store.path, files: [:], to: directory.path + "/backup")
      #expect(isLocked(descriptor))
    }
  }

  /// Asks as another owner would, of the bytes that SQLite locks (https://www.sqlite.org/lockingv3.html).
  private func isLocked(_ descriptor: Int32) -> Bool {
    var lock = flock()
    lock.l_type = Int16(F_WRLCK)
    lock.l_whence = Int16(SEEK_SET)
    lock.l_start = 0x4000_0002
    lock.l_len = 510
    let look: Int32 = 36  // F_OFD_GETLK
    return fcntl(descriptor, look, &lock) == 0 && lock.l_type != Int16(F_UNLCK)
  }

  @Test func aFileThatIsNoBackupIsRefused() async throws {
    try await withStore { store, directory in
      let path = directory.path + "/no.db"
      let error = #expect(throws: StoreError.self) { try StoreArchive.read(store.path, store: path) }
      #expect(error?.description.contains("no backup") == true)
      let text = directory.path + "/text"
      try Data("hello".utf8).write(to: URL(fileURLWithPath: text))
      #expect(throws: StoreError.self) { try StoreArchive.read(text, store: path) }
      #expect(!FileManager.default.fileExists(atPath: path))
    }
  }

  @Test func aRestoredStoreBeginsAfterWhateverWasSeenOfTheOneBeforeIt() async throws {
    try await withStore { store, directory in
      _ = try await store.create(key("a"), "0")
      let archive = directory.path + "/backup"
      #expect(try StoreArchive.write(store: store.path, files: [:], to: archive) == 1)
      let path = directory.path + "/restored.db"
      _ = try StoreArchive.read(archive, store: path, after: Revision(50_000_000))
      #expect((StoreArchive.revision(ofStore: path) ?? Revision(0)) > Revision(50_000_000))
      #expect(StoreArchive.revision(ofStore: directory.path + "/nothing") == nil)
    }
  }
}
