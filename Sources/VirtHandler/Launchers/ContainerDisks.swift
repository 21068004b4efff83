import CLinux
import Glibc
import VirtTypes

/// Shows a launcher the disks in other containers' images: each becomes a read-only mount in the folder that they share.
struct ContainerDisks {
  /// The volume that launcher and containers share.
  static let volumeName = "container-disks"
  /// The folder in an image where disks are.
  private static let diskFolder = "disk"

  let instance: V1.VirtualMachineInstance
  /// The shared folder on the node.
  let directory: String

  enum Outcome: Sendable, Hashable {
    case ready
    /// A container is not up yet.
    case pending(String)
    case failed(String)
  }

  /// Mounts what is not mounted yet.
  func mount() -> Outcome {
    let disks = instance.spec.volumes.enumerated().filter { $0.element.containerDisk != nil }
    if disks.isEmpty { return .ready }
    guard let folder = SocketFolder(directory) else {
      return .pending("The folder of container disks is not there yet")
    }
    let mounted = Self.mounts(in: directory)
    for (index, volume) in disks {
      let file = "disk_\(index).img"
      if mounted.contains(file) { continue }
      guard let process = folder.process(listeningOn: "disk_\(index).sock") else {
        return .pending("The container of disk \(volume.name) does not listen yet")
      }
      do throws(Failure) {
        try mount(try image(of: volume, in: process), of: process, on: file)
      } catch { return .failed("The disk \(volume.name) can't be shown to the launcher: \(error.reason)") }
    }
    return .ready
  }

  private struct Failure: Error { var reason: String }

  /// The path of the disk beneath a container's root: the one that the volume names, or the only file in `/disk`.
  private func image(of volume: V1.Volume, in process: Int32) throws(Failure) -> String {
    if let path = volume.containerDisk?.path, !path.isEmpty { return String(path.drop { $0 == "/" }) }
    let names = Directory.names(in: "/proc/\(process)/root/\(Self.diskFolder)").filter { !$0.hasPrefix(".") }
    guard names.count == 1 else {
      throw Failure(reason: "its image has \(names.count) files in /\(Self.diskFolder), and one is needed")
    }
    return "\(Self.diskFolder)/\(names[0])"
  }

  private func mount(_ image: String, of process: Int32, on file: String) throws(Failure) {
    let tree = clinux_clone_tree(process, image)
    if tree < 0 { throw Failure(reason: "/\(image): \(Self.text(-tree))") }
    defer { close(tree) }
    let folder = clinux_open_folder(directory)
    if folder < 0 { throw Failure(reason: Self.text(errno)) }
    defer { close(folder) }
    let place = clinux_open_beneath(folder, file, O_RDONLY | O_CREAT, 0o644, 0)
    if place < 0 { throw Failure(reason: "\(file): \(Self.text(errno))") }
    close(place)
    let outcome = clinux_attach_read_only(tree, folder, file)
    if outcome < 0 { throw Failure(reason: "mount on \(file): \(Self.text(-outcome))") }
  }

  /// Takes away all mounts in the folder.
  static func unmount(in directory: String?) {
    guard let directory else { return }
    for name in mounts(in: directory) { _ = clinux_detach_mount("\(directory)/\(name)") }
  }

  /// The names in a folder that something is mounted on (proc(5), mountinfo).
  private static func mounts(in directory: String) -> Set<String> {
    var resolved = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    guard realpath(directory, &resolved) != nil, let file = fopen("/proc/self/mountinfo", "re") else { return [] }
    defer { fclose(file) }
    let prefix = String(decoding: resolved.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self) + "/"
    var names: Set<String> = []
    var line = [CChar](repeating: 0, count: 16 << 10)
    while fgets(&line, Int32(line.count), file) != nil {
      let text = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      let fields = text.split(separator: " ", maxSplits: 5)
      guard fields.count > 4, fields[4].hasPrefix(prefix) else { continue }
      let name = fields[4].dropFirst(prefix.count)
      if !name.contains("/") { names.insert(String(name)) }
    }
    return names
  }

  private static func text(_ code: Int32) -> String { String(cString: strerror(code)) }
}
