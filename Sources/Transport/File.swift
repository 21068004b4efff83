import Glibc

/// Reads and replaces whole files: certificates, tokens, manifests.
public enum File {
  /// The bytes of a file, opened so that neither a terminal nor a FIFO in its place can block.
  ///
  /// - Parameter limit: the most bytes that it may have.
  /// - Throws: `TransportError.system` with the call and the path.
  public static func read(_ path: String, limit: Int) throws(TransportError) -> [UInt8] {
    let fd = FileDescriptor(open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK))
    if fd.raw < 0 { throw .lastSystemError("open \(path)") }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 16 << 10)
    while true {
      let count = Glibc.read(fd.raw, &buffer, buffer.count)
      if count < 0 { throw .lastSystemError("read \(path)") }
      if count == 0 { return bytes }
      bytes.append(contentsOf: buffer[0..<count])
      if bytes.count > limit { throw .system(call: "read \(path)", code: EFBIG) }
    }
  }

  /// Writes beside the file, brings that to disk and renames it over the old one: readers see one or the other, and so
  /// does whoever comes after a crash.
  ///
  /// - Parameter mode: who may read it; by default its owner alone.
  /// - Throws: `TransportError.system` with the call and the path.
  public static func replace(_ path: String, with bytes: [UInt8], mode: mode_t = 0o600) throws(TransportError) {
    let draft = path + ".new"
    unlink(draft)
    let fd = FileDescriptor(open(draft, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode))
    if fd.raw < 0 { throw .lastSystemError("write \(draft)") }
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { write(fd.raw, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        let failure = TransportError.lastSystemError("write \(draft)")
        unlink(draft)
        throw failure
      }
      written += count
    }
    guard fsync(fd.raw) == 0, rename(draft, path) == 0 else { throw .lastSystemError("write \(path)") }
    let parent = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    let folder = FileDescriptor(open(parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC))
    // The name is brought to disk too. A file system that can't do that has no more to offer.
    if folder.raw >= 0 { _ = fsync(folder.raw) }
  }
}
