import Foundation

/// Space held by a file that is given up when the disk is full, for what must still be possible then.
struct SpaceReserve: Sendable {
  let path: String
  let bytes: Int

  var isHeld: Bool { bytes > 0 && DurableFile.size(path) == bytes }

  /// Takes the space again where the disk has plenty; does nothing otherwise.
  func take() {
    guard bytes > 0, !isHeld else { return }
    var disk = statvfs()
    guard statvfs(DurableFile.directory(of: path), &disk) == 0,
      UInt64(disk.f_bavail) * UInt64(disk.f_frsize) > UInt64(bytes) * 4
    else { return }
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    if posix_fallocate(descriptor, 0, off_t(bytes)) != 0 { give() }
  }

  /// Frees the space; false when there was none.
  @discardableResult func give() -> Bool { bytes > 0 && unlink(path) == 0 }
}
