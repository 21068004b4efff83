import CLinux
import Glibc

/// What the launcher finds out about files and about its own process.
enum HostObservation {
  /// The content of a small text file; empty when it cannot be read.
  static func text(of path: String) -> String {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 { return "" }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 64 << 10)
    let count = read(descriptor, &bytes, bytes.count)
    return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
  }

  static var variables: [String: String] {
    var variables: [String: String] = [:]
    var next = environ
    while let entry = next.pointee {
      let text = String(cString: entry)
      if let equals = text.firstIndex(of: "=") {
        variables[String(text[..<equals])] = String(text[text.index(after: equals)...])
      }
      next += 1
    }
    return variables
  }

  static var hostname: String {
    var name = [CChar](repeating: 0, count: 256)
    gethostname(&name, name.count - 1)
    return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// The processors that the container may use, ascending (`Cpus_allowed_list` of proc(5)).
  static func allowedProcessors(status: String = text(of: "/proc/self/status")) -> [Int] {
    guard let line = status.split(separator: "\n").first(where: { $0.hasPrefix("Cpus_allowed_list:") }) else {
      return []
    }
    return CPUList.parse(line.dropFirst("Cpus_allowed_list:".count))
  }

  /// Whether the file can be read around the page cache; tmpfs and some network file systems cannot.
  static func supportsDirectIO(_ path: String) -> Bool {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | directFlag)
    if descriptor < 0 { return false }
    close(descriptor)
    return true
  }

  /// O_DIRECT (open(2)), which glibc shows to GNU programs only.
  #if arch(arm64)
    private static let directFlag: Int32 = 0o200000
  #else
    private static let directFlag: Int32 = 0o40000
  #endif

  /// Whether all blocks of the file are there. A device has no holes.
  static func isPreallocated(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { return false }
    return status.st_mode & S_IFMT == S_IFBLK || Int64(status.st_blocks) * 512 >= Int64(status.st_size)
  }
}
