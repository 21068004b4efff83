import Foundation

/// The few things done to files beside the database: each is on disk when it returns.
enum DurableFile {
  /// Bytes in a file; nil where there is none.
  static func size(_ path: String) -> Int? {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : nil
  }

  static func sync(_ path: String) throws(StoreError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system("cannot open", path, errno) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw .system("cannot write", path, errno) }
  }

  static func syncDirectory(of path: String) throws(StoreError) {
    try sync(directory(of: path))
  }

  /// Puts a complete file in the place of another.
  static func replace(_ path: String, by complete: String) throws(StoreError) {
    try sync(complete)
    guard rename(complete, path) == 0 else { throw .system("cannot rename", complete, errno) }
    try syncDirectory(of: path)
  }

  /// Makes an empty file that only its owner can read, in the place of what was there.
  static func makePrivate(_ path: String) throws(StoreError) {
    remove(path)
    let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw .system("cannot create", path, errno) }
    close(descriptor)
  }

  static func remove(_ path: String) { unlink(path) }

  static func directory(of path: String) -> String {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count > 1 else { return "." }
    let directory = parts.dropLast().joined(separator: "/")
    return directory.isEmpty ? "/" : directory
  }

  static func firstBytes(_ count: Int, of path: String) throws(StoreError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system("cannot open", path, errno) }
    defer { close(descriptor) }
    var buffer = [UInt8](repeating: 0, count: count)
    let found = pread(descriptor, &buffer, count, 0)
    guard found >= 0 else { throw .system("cannot read", path, errno) }
    return Array(buffer[..<found])
  }
}
