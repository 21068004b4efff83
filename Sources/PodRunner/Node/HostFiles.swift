import CLinux
import Glibc
import Transport

/// Folders, files and mounts of this machine; every function blocks.
enum HostFiles {
  /// Makes a folder and those above it.
  static func makeFolder(_ path: String, mode: mode_t = 0o755) throws(PodRunnerError) {
    for end in path.indices.dropFirst() where path[end] == "/" { mkdir(String(path[..<end]), 0o755) }
    if mkdir(path, mode) != 0, errno != EEXIST { throw .system("make the folder", path) }
    // What umask(2) took away.
    guard chmod(path, mode) == 0 else { throw .system("make the folder", path) }
  }

  static func write(_ bytes: [UInt8], to path: String, mode: mode_t = 0o644) throws(PodRunnerError) {
    do {
      try File.replace(path, with: bytes, mode: mode)
    } catch {
      throw PodRunnerError("cannot write \(path): \(error)")
    }
    chmod(path, mode)
  }

  static func write(_ text: String, to path: String, mode: mode_t = 0o644) throws(PodRunnerError) {
    try write(Array(text.utf8), to: path, mode: mode)
  }

  /// Nil when it is not there or cannot be read.
  static func read(_ path: String, limit: Int = 4 << 20) -> [UInt8]? { try? File.read(path, limit: limit) }

  static func text(_ path: String) -> String? {
    read(path).map { String(decoding: $0, as: UTF8.self) }
  }

  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// The names in a folder, without `.` and `..`; none where there is no folder.
  static func names(in path: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// Removes a folder with all that is in it; never leaves its file system, and follows no link.
  static func removeTree(_ path: String) throws(PodRunnerError) {
    var status = stat()
    if lstat(path, &status) != 0 {
      if errno == ENOENT { return }
      throw .system("look at", path)
    }
    try remove(in: AT_FDCWD, path, device: status.st_dev, path)
  }

  private static func remove(
    in folder: Int32, _ name: String, device: dev_t, _ shown: String
  ) throws(PodRunnerError) {
    if unlinkat(folder, name, 0) == 0 || errno == ENOENT { return }
    guard errno == EISDIR || errno == EPERM else { throw .system("remove", shown) }
    let file = openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard file >= 0 else { throw .system("open", shown) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_dev == device else {
      close(file)
      throw PodRunnerError("\(shown) is another file system, which is not emptied")
    }
    guard let list = fdopendir(file) else {
      close(file)
      throw .system("open", shown)
    }
    var names: [String] = []
    while let entry = readdir(list) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if name != ".", name != ".." { names.append(name) }
    }
    defer { closedir(list) }
    for name in names { try remove(in: dirfd(list), name, device: device, shown + "/" + name) }
    if unlinkat(folder, name, Int32(AT_REMOVEDIR)) != 0, errno != ENOENT { throw .system("remove", shown) }
  }

  // MARK: Mounts

  static func mount(
    _ source: String, on target: String, type: String, flags: UInt = 0, data: String = ""
  ) throws(PodRunnerError) {
    let code = clinux_mount(source, target, type, flags, data)
    guard code == 0 else { throw .system("mount \(type) on", target, code) }
  }

  /// Where mounts are at or below a path, the innermost first.
  static func mounts(below path: String) -> [String] {
    let lines = (text("/proc/self/mountinfo") ?? "").split(separator: "\n")
    return lines.compactMap { line in
      let fields = line.split(separator: " ", maxSplits: 5)
      guard fields.count > 4 else { return nil }
      let target = unescaped(fields[4])
      return target == path || target.hasPrefix(path + "/") ? target : nil
    }.reversed()
  }

  /// `\040` and the like (proc(5), mountinfo).
  private static func unescaped(_ text: Substring) -> String {
    guard text.contains("\\") else { return String(text) }
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "\\"), rest.count >= 3,
        let code = UInt8(String(decoding: rest.prefix(3), as: UTF8.self), radix: 8)
      {
        bytes.append(code)
        rest = rest.dropFirst(3)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Takes away every mount at or below a path.
  static func unmountAll(below path: String) {
    for target in mounts(below: path) { _ = clinux_unmount(target) }
  }

  /// As `overlay` reads its options: colons and commas separate.
  static func overlayPath(_ path: String) -> String {
    path.map { ["\\", ":", ","].contains($0) ? "\\" + String($0) : String($0) }.joined()
  }
}
