import Glibc

/// A pair of terminals (pty(7)): a program gets the one, and what a user sees and types goes through the other.
public struct PseudoTerminal: Sendable {
  /// The user's side.
  public let file: OpenFile
  /// The path of the program's side.
  public let path: String

  /// - Throws: an errno.
  public init() throws(ChildProcessError) {
    // What posix_openpt(3), unlockpt(3) and ptsname(3) do, which glibc's module does not show.
    let descriptor = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard descriptor >= 0 else { throw ChildProcessError(program: "/dev/ptmx", code: errno) }
    file = OpenFile(descriptor)
    var isLocked: CInt = 0
    var number: CUnsignedInt = 0
    guard ioctl(descriptor, Self.setLock, &isLocked) == 0, ioctl(descriptor, Self.getNumber, &number) == 0 else {
      throw ChildProcessError(program: "/dev/ptmx", code: errno)
    }
    path = "/dev/pts/\(number)"
  }

  /// TIOCSPTLCK and TIOCGPTN (ioctl_tty(2)), macros that Swift does not see.
  private static let setLock: UInt = 0x4004_5431
  private static let getNumber: UInt = 0x8004_5430

  /// Says how large the user's window is, in characters.
  public func resize(columns: UInt16, rows: UInt16) {
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(file.descriptor, UInt(TIOCSWINSZ), &size)
  }
}
