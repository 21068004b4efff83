import Glibc

/// Holds a data directory, so that two instances never share one; let go when the process ends, however it ends.
public struct InstanceLock: ~Copyable, Sendable {
  private let descriptor: Int32

  private init(_ descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }

  /// Takes the lock; nil when an instance has it.
  ///
  /// Throws `StandaloneError` when the file can't be used.
  public static func acquire(_ directory: DataDirectory) throws(StandaloneError) -> InstanceLock? {
    let descriptor = open(directory.lock, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw .system("open", directory.lock, errno) }
    if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return InstanceLock(descriptor) }
    let code = errno
    close(descriptor)
    if code == EWOULDBLOCK { return nil }
    throw .system("lock", directory.lock, code)
  }

  /// Does nothing: where it is called last, the lock is held until then.
  public func keep() {}

  /// Whether an instance has the lock. A directory that is not there is not held.
  public static func isHeld(_ directory: DataDirectory) -> Bool {
    let descriptor = open(directory.lock, O_RDWR | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return flock(descriptor, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK
  }
}
