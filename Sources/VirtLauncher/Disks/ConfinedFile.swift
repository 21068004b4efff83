import CLinux
import Glibc

/// An open file or directory, closed at the end of its life.
struct ConfinedFile: ~Copyable {
  let descriptor: Int32
  let path: String

  init(descriptor: Int32, path: String) {
    self.descriptor = descriptor
    self.path = path
  }

  deinit { close(descriptor) }

  /// Opens a directory by a path that is ours; links count.
  init(directory path: String) throws(DiskError) {
    let descriptor = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system(action: "open", path: path, code: errno) }
    self.init(descriptor: descriptor, path: path)
  }

  /// Opens what is below this directory, never outside.
  ///
  /// - Parameter followsLinks: whether links that stay inside count; mounted secrets consist of such.
  func open(
    _ name: String, flags: Int32 = O_RDONLY, mode: UInt32 = 0o640, followsLinks: Bool = false
  ) throws(DiskError) -> ConfinedFile {
    let descriptor = clinux_open_beneath(self.descriptor, name, flags, mode, followsLinks ? 1 : 0)
    guard descriptor >= 0 else { throw .system(action: "open", path: "\(path)/\(name)", code: errno) }
    return ConfinedFile(descriptor: descriptor, path: "\(path)/\(name)")
  }

  /// The same; nil where there is no such file.
  func openIfPresent(
    _ name: String, flags: Int32 = O_RDONLY, followsLinks: Bool = false
  ) throws(DiskError) -> ConfinedFile? {
    do throws(DiskError) {
      return try open(name, flags: flags, followsLinks: followsLinks)
    } catch .system(_, _, ENOENT) {
      return nil
    }
  }

  /// The directory of that name below this one, made where it is missing.
  func makeDirectory(_ name: String) throws(DiskError) -> ConfinedFile {
    guard mkdirat(descriptor, name, 0o755) == 0 || errno == EEXIST else {
      throw .system(action: "make", path: "\(path)/\(name)", code: errno)
    }
    return try open(name, flags: O_RDONLY | O_DIRECTORY)
  }

  func status() throws(DiskError) -> stat {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .system(action: "read", path: path, code: errno) }
    return status
  }

  /// - Throws: also when there are more bytes than the limit.
  func readAll(limit: Int) throws(DiskError) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw .system(action: "read", path: path, code: errno) }
      if count == 0 { return bytes }
      guard bytes.count + count <= limit else {
        throw .unsuitable(path: path, reason: "it is larger than \(limit) bytes")
      }
      bytes += buffer[..<count]
    }
  }

  func writeAll(_ bytes: [UInt8]) throws(DiskError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw .system(action: "write", path: path, code: errno) }
      rest = rest.dropFirst(count)
    }
  }

  /// Bytes of a directory's file system that are free for us.
  func availableBytes() throws(DiskError) -> Int64 {
    var status = statvfs()
    guard fstatvfs(descriptor, &status) == 0 else { throw .system(action: "read", path: path, code: errno) }
    let bytes = UInt64(status.f_bavail).multipliedReportingOverflow(by: UInt64(status.f_frsize))
    return bytes.overflow ? .max : Int64(clamping: bytes.partialValue)
  }

  /// Names in a directory without `.` and `..`, sorted.
  func names() throws(DiskError) -> [String] {
    let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
    guard copy >= 0, let stream = fdopendir(copy) else { throw .system(action: "read", path: path, code: errno) }
    defer { closedir(stream) }
    rewinddir(stream)
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: $0.pointee)) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted()
  }
}

extension FilePlace {
  /// The folder of the file, made below the root where it is missing; the root is made, too.
  func makeFolder() throws(DiskError) -> ConfinedFile {
    var built = ""
    for part in root.split(separator: "/") {
      built += "/\(part)"
      guard mkdir(built, 0o755) == 0 || errno == EEXIST else { throw .system(action: "make", path: built, code: errno) }
    }
    var folder = try ConfinedFile(directory: root)
    for name in folders { folder = try folder.makeDirectory(name) }
    return folder
  }

  /// The file, opened below its root.
  ///
  /// - Throws: `unsuitable` when it is neither a file nor a block device, `system` when it cannot be opened.
  func openImage(flags: Int32 = O_RDONLY) throws(DiskError) -> ConfinedFile {
    let folder = try ConfinedFile(directory: root)
    // A FIFO must not hold the launcher up.
    let image = try folder.open(path, flags: flags | O_NONBLOCK)
    let kind = try image.status().st_mode & S_IFMT
    guard kind == S_IFREG || kind == S_IFBLK else {
      throw .unsuitable(path: file, reason: "it is neither a file nor a block device")
    }
    return image
  }
}
