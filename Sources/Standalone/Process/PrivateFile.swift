import Glibc

/// Files that only their owner may read, replaced as a whole.
enum PrivateFile {
  /// Writes beside the file, brings it to disk and renames it over the old one: readers see one or the other.
  static func write(_ bytes: [UInt8], to path: String) throws(StandaloneError) {
    let draft = path + ".new"
    unlink(draft)
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .system("write", draft, errno) }
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else {
        let code = errno
        close(descriptor)
        unlink(draft)
        throw .system("write", draft, code)
      }
      written += count
    }
    guard fsync(descriptor) == 0, close(descriptor) == 0, rename(draft, path) == 0 else {
      throw .system("write", path, errno)
    }
  }
}
