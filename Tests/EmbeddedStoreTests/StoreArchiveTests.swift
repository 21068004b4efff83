import EmbeddedStore
import Foundation
import Testing

@Suite struct StoreArchiveTests {
  @Test func `a backup of a store in use restores objects and files, with later revisions`() async throws {
    let temporary = try TemporaryStore()
    let key = ObjectKey(collection: "pods", namespace: "default", name: "a")
    let written = try await temporary.store.commit(Write(key, .create(EncodedObject(text: "one"))))
    let archive = temporary.folder.appendingPathComponent("backup").path
    #expect(try StoreArchive.write(store: temporary.path, files: ["pki/ca.key": [1, 2]], to: archive) == 1)
    #expect(throws: StoreError.self) { try StoreArchive.write(store: temporary.path, files: [:], to: archive) }

    let path = temporary.folder.appendingPathComponent("restored.db").path
    #expect(try StoreArchive.read(archive, store: path) == ["pki/ca.key": [1, 2]])
    let restored = try EmbeddedStore.open(path)
    defer { restored.close() }
    #expect(try restored.get(key)?.bytes == written.bytes)
    let next = try await restored.commit(Write(key, .replace(EncodedObject(text: "two"), expecting: written.revision)))
    #expect(next.revision > Revision(written.revision.value + 1000))
    #expect(throws: StoreError.self) { try restored.changes(ChangeScope(), after: written.revision) }
  }

  @Test func `a file that is no backup is refused`() throws {
    let temporary = try TemporaryStore()
    let path = temporary.folder.appendingPathComponent("no.db").path
    let error = #expect(throws: StoreError.self) { try StoreArchive.read(temporary.path, store: path) }
    #expect(error?.description.contains("no backup") == true)
    #expect(!FileManager.default.fileExists(atPath: path))
  }
}
