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
      let contents = directory.load()
      #expect(contents.failures.isEmpty)
      #expect(contents.objects.map { $0.value(at: "metadata", "name") } == ["one", "two", "three"])
    }
  }

  @Test func saysWhatIsWrongWithAManifestAndReadsTheRest() throws {
    let files = [
      "a.yaml": "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: one}\n", "b.yaml": "a: [1,\n",
      "c.yaml": "kind: ConfigMap\n",
    ]
    try withFolder(files) { directory, _ in
      let contents = directory.load()
      let failures = contents.failures
      #expect(contents.objects.count == 1)
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
    let directory = ManifestDirectory(path: "/nonexistent/folder")
    let contents = directory.load()
    #expect(contents.objects.isEmpty)
    #expect(contents.failures.count == 1)
    #expect(directory.unreadableReason != nil)
  }

  @Test func keepsWhatAManifestSaidUntilItCanBeReadAgain() throws {
    try withFolder(["a.yaml": one, "b.yaml": two]) { directory, folder in
      let first = directory.load()
      #expect(first.objects.count == 2)
      try Data("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: ".utf8).write(
        to: folder.appendingPathComponent("a.yaml"))
      let second = directory.load(keeping: first)
      #expect(second.failures.count == 1)
      #expect(names(second) == ["one", "two"])
      try FileManager.default.removeItem(at: folder.appendingPathComponent("a.yaml"))
      #expect(names(directory.load(keeping: second)) == ["two"])
      try FileManager.default.removeItem(at: folder)
      let last = directory.load(keeping: second)
      #expect(last.failures.count == 1)
      #expect(names(last) == ["one", "two"])
    }
  }

  @Test func isNotHeldUpByWhatIsNoFile() throws {
    try withFolder(["good.yaml": one]) { directory, folder in
      let path = { folder.appendingPathComponent($0).path }
      mkfifo(path("fifo.yaml"), 0o600)
      mkdir(path("folder.yaml"), 0o700)
      symlink("loop.yaml", path("loop.yaml"))
      symlink("nowhere", path("dangling.json"))
      symlink("/dev/zero", path("endless.yml"))
      let contents = directory.load()
      #expect(names(contents) == ["one"])
      let failed = contents.failures.compactMap { $0.file.split(separator: "/").last }
      #expect(failed == ["dangling.json", "endless.yml", "folder.yaml", "loop.yaml"])
      #expect(!directory.signature().isEmpty)
    }
  }

  private let one = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: one}\n"
  private let two = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: two}\n"

  private func names(_ contents: ManifestDirectory.Contents) -> [String?] {
    contents.objects.map { $0.value(at: "metadata", "name")?.string }
  }
}
