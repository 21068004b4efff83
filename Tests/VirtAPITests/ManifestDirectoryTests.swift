import Foundation
import JSON
import Testing

@testable import VirtAPI

@Suite struct ManifestDirectoryTests {
  private func withFolder(_ files: [String: String], _ test: (ManifestDirectory, URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("manifests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files { try Data(text.utf8).write(to: folder.appendingPathComponent(name)) }
    try test(ManifestDirectory(path: folder.path), folder)
  }

  @Test func readsYAMLAndJSONAndTakesListsApart() throws {
    let files = [
      "a.yaml":
        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: one}\n---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: two}\n",
      "b.json":
        #"{"apiVersion":"v1","kind":"List","items":[{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"three"}}]}"#,
      "c.txt": "not a manifest", ".hidden.yaml": "not: read",
    ]
    try withFolder(files) { directory, _ in
      let (objects, failures) = directory.load()
      #expect(failures.isEmpty)
      #expect(objects.map { $0.value(at: "metadata", "name") } == ["one", "two", "three"])
    }
  }

  @Test func saysWhatIsWrongWithAManifestAndReadsTheRest() throws {
    let files = [
      "a.yaml": "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: one}\n", "b.yaml": "a: [1,\n",
      "c.yaml": "kind: ConfigMap\n",
    ]
    try withFolder(files) { directory, _ in
      let (objects, failures) = directory.load()
      #expect(objects.count == 1)
      #expect(failures.map { $0.file.split(separator: "/").last } == ["b.yaml", "c.yaml"])
      #expect(failures.last?.reason.contains("apiVersion") == true)
    }
  }

  @Test func noticesAddedChangedAndRemovedFiles() throws {
    try withFolder(["a.yaml": "{}"]) { directory, folder in
      var seen = [directory.signature()]
      try Data("{}".utf8).write(to: folder.appendingPathComponent("b.yaml"))
      seen.append(directory.signature())
      try Data("{ }".utf8).write(to: folder.appendingPathComponent("b.yaml"))
      seen.append(directory.signature())
      try FileManager.default.removeItem(at: folder.appendingPathComponent("a.yaml"))
      seen.append(directory.signature())
      #expect(Set(seen).count == 4)
      #expect(directory.signature() == seen.last)
    }
  }

  @Test func reportsAFolderThatIsNotThere() {
    let (objects, failures) = ManifestDirectory(path: "/nonexistent/folder").load()
    #expect(objects.isEmpty)
    #expect(failures.count == 1)
  }
}
