import Glibc

/// Holds a data directory, so that two instances never share one; let go when the process ends, however it ends.
///
/// A lock of the open file description (fcntl(2)): unlike those of flock(2) it can be looked at without being taken, so
/// that `status` is never in the way of `up`.
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
    var lock = wholeFile
    if fcntl(descriptor, take, &lock) == 0 { return InstanceLock(descriptor) }
    let code = errno
    close(descriptor)
    if code == EAGAIN || code == EACCES { return nil }
    throw .system("lock", directory.lock, code)
  }

  /// Does nothing: where it is called last, the lock is held until then.
  public func keep() {}

  /// Whether an instance has the lock. A directory that is not there is not held.
  public static func isHeld(_ directory: DataDirectory) -> Bool {
    let descriptor = open(directory.lock, O_RDWR | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var lock = wholeFile
    return fcntl(descriptor, look, &lock) == 0 && lock.l_type != Int16(F_UNLCK)
  }

  private static var wholeFile: flock {
    var lock = flock()
    lock.l_type = Int16(F_WRLCK)
    lock.l_whence = Int16(SEEK_SET)
    return lock
  }

  /// `F_OFD_GETLK` and `F_OFD_SETLK` of Linux' fcntl.h, which glibc declares only under _GNU_SOURCE.
  private static let look: Int32 = 36
  private static let take: Int32 = 37
}
