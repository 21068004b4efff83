import Glibc

/// Why the disks of a guest cannot be made ready.
public enum DiskError: Error, Sendable, Hashable {
  /// A system call failed; `code` is its errno.
  case system(action: String, path: String, code: Int32)
  /// What is there is no file or block device that a guest can be given.
  case unsuitable(path: String, reason: String)
  /// There is less room than the disk needs, the tolerated shortage taken into account.
  case noSpace(path: String, needed: Int64, available: Int64)
  /// A program ended with this status, or by a signal, and said this.
  case tool(program: String, status: Int32, output: String)
  /// A program took longer than it may.
  case timeout(program: String, seconds: Int)
  /// An image could not be written.
  case image(path: String, reason: String)
}

extension DiskError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .system(let action, let path, let code): "cannot \(action) \(path): \(String(cString: strerror(code)))"
    case .unsuitable(let path, let reason): "\(path) cannot be given to the guest: \(reason)"
    case .noSpace(let path, let needed, let available):
      "\(path) would need \(needed) bytes, and \(available) are available"
    case .tool(let program, let status, let output): "\(program) failed (\(status)): \(output)"
    case .timeout(let program, let seconds): "\(program) did not end within \(seconds) s"
    case .image(let path, let reason): "cannot write the image \(path): \(reason)"
    }
  }
}
