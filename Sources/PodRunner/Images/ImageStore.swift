import Glibc
import JSON
import Kube
import Processes

/// The images of this machine: unpacked trees, and the names they go by. Whoever may write the data directory may use
/// it, beside a running instance.
public struct ImageStore: Sendable {
  private let path: String
  private let programs: ProgramFolder

  /// - Parameters:
  ///   - path: `<data>/images`.
  ///   - programs: a folder with our executables, which images of disks need.
  public init(path: String, programs: String) {
    self.path = path
    self.programs = ProgramFolder(path: programs)
  }

  /// What is kept under a name.
  public struct Entry: Sendable, Hashable {
    public var name: String
    public var id: String
    /// `disk`, `archive` or `pulled`.
    public var kind: String
    /// On disk, in bytes.
    public var size: Int64
    public var created: Timestamp
  }

  private var names: String { path + "/names" }
  private var trees: String { path + "/trees" }
  private var drafts: String { path + "/drafts" }

  // MARK: Reading

  public func list() -> [Entry] {
    HostFiles.names(in: names).compactMap { Self.entry(names + "/" + $0) }.sorted { $0.name < $1.name }
  }

  func entry(_ name: ImageName) -> Entry? { Self.entry(file(name)) }

  private func file(_ name: ImageName) -> String { names + "/" + name.fileName + ".json" }

  private static func entry(_ file: String) -> Entry? {
    guard let value = HostFiles.read(file).flatMap({ try? JSONValue(parsing: $0) }), let name = value["name"]?.string,
      let id = value["id"]?.string, !id.isEmpty, id.utf8.allSatisfy({ $0 != 0x2F && $0 != 0x2E })
    else { return nil }
    return Entry(
      name: name, id: id, kind: value["kind"]?.string ?? "", size: value["size"]?.int64 ?? 0,
      created: value["created"]?.string.flatMap { Timestamp($0) } ?? Timestamp())
  }

  /// The image that a pod names; nil where it is not here.
  func image(_ name: ImageName) -> ContainerImage? {
    guard let entry = entry(name) else { return nil }
    let folder = trees + "/" + entry.id
    let configuration = HostFiles.read(folder + "/config.json").flatMap { try? JSONValue(parsing: $0) }
    guard HostFiles.exists(folder + "/rootfs") else { return nil }
    return ContainerImage(
      id: "sha256:" + entry.id, root: folder + "/rootfs",
      configuration: ImageConfiguration(json: configuration?["config"] ?? [:]), mounts: [])
  }

  // MARK: Writing

  /// Takes a file in: a raw or qcow2 disk, or an archive of an OCI or Docker image.
  ///
  /// - Returns: what it is now.
  /// - Throws: `PodRunnerError` with what is wrong with the file.
  public func importFile(_ file: String, as text: String) async throws(PodRunnerError) -> Entry {
    guard let name = ImageName(text) else { throw PodRunnerError("\"\(text)\" is no name of an image") }
    let kind = try ImageFile.kind(of: file)
    let (draft, lock) = try makeDraft()
    defer { remove(draft, lock) }
    switch kind {
    case .qcow2: return try await takeDisk(file, "disk.qcow2", draft: draft, name)
    case .raw: return try await takeDisk(file, "disk.raw", draft: draft, name)
    case .archive:
      var reasons: [String] = []
      for transport in ["docker-archive", "oci-archive"] {
        do throws(PodRunnerError) {
          return try await takeImage("\(transport):\(file)", draft: draft + "/" + transport, name, kind: "archive")
        } catch {
          reasons.append(error.description)
        }
      }
      throw PodRunnerError("\(file) is no archive of an image: \(reasons.joined(separator: "; "))")
    }
  }

  /// Gets an image from its registry.
  func pull(_ name: ImageName) async throws(PodRunnerError) {
    let (draft, lock) = try makeDraft()
    defer { remove(draft, lock) }
    do throws(PodRunnerError) {
      _ = try await takeImage("docker://" + name.description, draft: draft + "/pulled", name, kind: "pulled")
    } catch {
      throw PodRunnerError("failed to pull image \"\(name)\": \(error)", reason: "ErrImagePull")
    }
  }

  /// Takes a name away, and the tree when no other name is left and nothing runs from it.
  ///
  /// - Returns: false where there is no such name.
  public func remove(_ text: String) throws(PodRunnerError) -> Bool {
    guard let name = ImageName(text), let entry = entry(name) else { return false }
    let lock = try Self.lock(path)
    defer { withExtendedLifetime(lock) {} }
    guard unlink(file(name)) == 0 else { throw .system("remove", file(name)) }
    if !isUsed(entry.id) { try HostFiles.removeTree(trees + "/" + entry.id) }
    return true
  }

  /// Removes what interrupted work, and removals of what was in use, have left. For an instance that starts.
  func sweep() {
    guard let lock = try? Self.lock(path) else { return }
    defer { withExtendedLifetime(lock) {} }
    for name in HostFiles.names(in: drafts) {
      // One that someone works on is locked.
      guard let draft = try? Self.lock(drafts + "/" + name, waits: false) else { continue }
      remove(drafts + "/" + name, draft)
    }
    for id in HostFiles.names(in: trees) where !isUsed(id) { try? HostFiles.removeTree(trees + "/" + id) }
  }

  private func isUsed(_ id: String) -> Bool {
    list().contains { $0.id == id }
      || HostFiles.text("/proc/self/mountinfo")?.contains("/trees/\(id)/") == true
  }

  /// A folder to work in, and what keeps others from sweeping it.
  private func makeDraft() throws(PodRunnerError) -> (String, OpenFile) {
    for folder in [path, names, trees, drafts] { try HostFiles.makeFolder(folder, mode: 0o700) }
    let store = try Self.lock(path)
    defer { withExtendedLifetime(store) {} }
    let draft = "\(drafts)/\(UUID.random())"
    try HostFiles.makeFolder(draft, mode: 0o700)
    return (draft, try Self.lock(draft))
  }

  private func remove(_ draft: String, _ lock: OpenFile) {
    try? HostFiles.removeTree(draft)
    withExtendedLifetime(lock) {}
  }

  /// Locks a folder for as long as the result lives (flock(2)).
  private static func lock(_ folder: String, waits: Bool = true) throws(PodRunnerError) -> OpenFile {
    let file = OpenFile(open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC))
    guard file.descriptor >= 0 else { throw .system("open", folder) }
    while flock(file.descriptor, waits ? LOCK_EX : LOCK_EX | LOCK_NB) != 0 {
      guard errno == EINTR else { throw .system("lock", folder) }
    }
    return file
  }

  /// Copies an image into a layout of ours and unpacks that.
  private func takeImage(
    _ source: String, draft: String, _ name: ImageName, kind: String
  ) async throws(PodRunnerError) -> Entry {
    guard let skopeo = ProgramRun.find(["skopeo"]), let umoci = ProgramRun.find(["umoci"]) else {
      throw PodRunnerError("skopeo and umoci are not installed", reason: "ErrImagePull")
    }
    try HostFiles.makeFolder(draft, mode: 0o700)
    let layout = draft + "/layout"
    let copied = try await ProgramRun.run(
      [skopeo, "--insecure-policy", "copy", "--quiet", source, "oci:\(layout):image"], timeout: .seconds(1800))
    guard copied.code == 0 else { throw PodRunnerError(copied.message) }
    guard let (digest, configuration) = ImageFile.configuration(ofLayout: layout) else {
      throw PodRunnerError("the image has no configuration")
    }
    let unpacked = try await ProgramRun.run(
      [umoci, "unpack", "--image", layout + ":image", draft + "/bundle"], timeout: .seconds(1800))
    guard unpacked.code == 0 else { throw PodRunnerError(unpacked.message) }
    return try keep(
      root: draft + "/bundle/rootfs", configuration: configuration, id: digest, name, kind: kind, draft: draft)
  }

  private func takeDisk(
    _ file: String, _ disk: String, draft: String, _ name: ImageName
  ) async throws(PodRunnerError) -> Entry {
    try await DiskImage.make(draft + "/rootfs", disk: disk, from: file, programs: programs)
    // Nothing says what is in it, short of reading it all.
    let id = [UUID.random(), UUID.random()].map { "\($0)".split(separator: "-").joined() }.joined()
    return try keep(
      root: draft + "/rootfs", configuration: DiskImage.configuration, id: id, name, kind: "disk", draft: draft)
  }

  /// Gives a finished tree its place and its name; what had the name before loses it.
  private func keep(
    root: String, configuration: JSONValue, id: String, _ name: ImageName, kind: String, draft: String
  ) throws(PodRunnerError) -> Entry {
    let lock = try Self.lock(path)
    defer { withExtendedLifetime(lock) {} }
    let old = entry(name)
    let tree = trees + "/" + id
    if !HostFiles.exists(tree) {
      let ready = draft + "/tree"
      try HostFiles.makeFolder(ready)
      guard rename(root, ready + "/rootfs") == 0 else { throw .system("move", root) }
      chmod(ready + "/rootfs", 0o755)
      try HostFiles.write(configuration.jsonBytes(), to: ready + "/config.json", mode: 0o600)
      guard rename(ready, tree) == 0 || errno == EEXIST || errno == ENOTEMPTY else { throw .system("move", ready) }
    }
    let entry = Entry(name: name.description, id: id, kind: kind, size: ImageFile.size(of: tree), created: .now())
    let value: JSONValue = [
      "name": .string(entry.name), "id": .string(id), "kind": .string(kind), "size": .number(JSONNumber(entry.size)),
      "created": .string(entry.created.text),
    ]
    try HostFiles.write(value.jsonBytes(), to: file(name), mode: 0o600)
    if let old, old.id != id, !isUsed(old.id) { try? HostFiles.removeTree(trees + "/" + old.id) }
    return entry
  }
}

/// An image as containers are made from it.
struct ContainerImage: Sendable, Hashable {
  var id: String
  /// The tree, which nothing may change.
  var root: String
  var configuration: ImageConfiguration
  /// What containers get besides.
  var mounts: [RuntimeMount]
}
