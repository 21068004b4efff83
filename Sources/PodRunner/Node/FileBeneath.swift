import CLinux
import Glibc

/// Files and folders below one that others may write into: no link leads out of it (openat2(2)).
enum FileBeneath {
  /// Nil when it is not there.
  static func text(_ folder: Int32, _ path: String, limit: Int) -> String? {
    let file = clinux_open_beneath(folder, path, O_RDONLY | O_NONBLOCK, 0, 1)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: limit)
    let count = read(file, &bytes, limit)
    return count >= 0 ? String(decoding: bytes.prefix(count), as: UTF8.self) : nil
  }

  /// Makes a folder and those on the way to it, and opens it; -1 with errno when that is not possible.
  static func makeFolder(_ folder: Int32, _ path: String) -> Int32 {
    var current = dup(folder)
    for part in path.split(separator: "/") {
      guard current >= 0 else { return -1 }
      mkdirat(current, String(part), 0o755)
      let next = clinux_open_beneath(current, String(part), O_RDONLY | O_DIRECTORY, 0, 0)
      let code = errno
      close(current)
      errno = code
      current = next
    }
    return current
  }
}
