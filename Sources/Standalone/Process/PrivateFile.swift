import Glibc
import Transport

/// Files that only their owner may read, replaced as a whole.
enum PrivateFile {
  /// Readers see the old file or the new one.
  static func write(_ bytes: [UInt8], to path: String) throws(StandaloneError) {
    do {
      try File.replace(path, with: bytes)
    } catch {
      guard case .system(_, let code) = error else { throw StandaloneError("can't write \(path): \(error)") }
      throw .system("write", path, code)
    }
  }
}
