import Foundation

/// Keeps a second process, or a second store in this one, from the same file; the kernel lets go of it when the process
/// ends, however that happens.
final class FileLock: Sendable {
  private let descriptor: Int32

  /// - Throws: `failed` with the number of the process that has the file.
  init(path: String) throws(StoreError) {
    // The property is set last: an initializer that throws after it runs `deinit`, which would close once more.
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw .system("cannot open", path, errno) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let code = errno
      let holder = Self.holder(descriptor)
      close(descriptor)
      guard code == EWOULDBLOCK else { throw .system("cannot lock", path, code) }
      throw .failed("\(path) is locked: \(holder.map { "process \($0)" } ?? "another process") uses this store")
    }
    let text = Array("\(getpid())\n".utf8)
    // The number only helps the message of who comes second.
    if ftruncate(descriptor, 0) == 0 { _ = pwrite(descriptor, text, text.count, 0) }
    self.descriptor = descriptor
  }

  /// Lets go before the end of this object.
  func release() { flock(descriptor, LOCK_UN) }

  deinit { close(descriptor) }

  private static func holder(_ descriptor: Int32) -> Int32? {
    var buffer = [UInt8](repeating: 0, count: 32)
    let count = pread(descriptor, &buffer, buffer.count, 0)
    guard count > 0 else { return nil }
    return Int32(String(decoding: buffer[..<count], as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines))
  }
}

extension StoreError {
  static func system(_ action: String, _ path: String, _ code: Int32) -> StoreError {
    let text = "\(action) \(path): \(String(cString: strerror(code)))"
    return code == ENOSPC || code == EDQUOT ? .full(text) : .failed(text)
  }
}
