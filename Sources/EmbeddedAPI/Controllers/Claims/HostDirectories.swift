import Glibc

/// Directories for volumes below one root, each named after its volume: made for their owner alone, and removed with
/// all that is in them. No link is ever followed.
public struct HostDirectories: Sendable {
  /// An absolute path to a directory that only its owner may write.
  public let root: String

  public init(root: String) { self.root = root }

  /// Why a directory could not be made or removed.
  public struct Fault: Error, CustomStringConvertible {
    public var description: String

    fileprivate init(_ operation: String, _ path: String) {
      description = "\(operation) \(path): \(String(cString: strerror(errno)))"
    }

    fileprivate init(name: String) { description = "\"\(name)\" can't be a directory's name" }
  }

  /// The directory's path.
  public func path(_ name: String) -> String { root + "/" + name }

  /// Makes the directory; one that is there already is taken.
  public func make(_ name: String) throws(Fault) {
    try Self.check(name)
    let rootFile = try openRoot()
    defer { close(rootFile) }
    if mkdirat(rootFile, name, 0o700) != 0 && errno != EEXIST { throw Fault("mkdir", path(name)) }
    // What is there may be something else by that name.
    let file = openat(rootFile, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    if file < 0 { throw Fault("open", path(name)) }
    close(file)
  }

  /// Removes the directory; that it is not there is no fault.
  public func remove(_ name: String) throws(Fault) {
    try Self.check(name)
    let rootFile = try openRoot()
    defer { close(rootFile) }
    try Self.remove(name, in: rootFile, depth: 0)
  }

  /// Names of Kubernetes objects are safe; anything else is refused here again.
  private static func check(_ name: String) throws(Fault) {
    let isPlain = name.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
        UInt8(ascii: "."):
        true
      default: false
      }
    }
    guard isPlain, !name.isEmpty, name.utf8.count <= 253, !name.hasPrefix(".") else { throw Fault(name: name) }
  }

  private func openRoot() throws(Fault) -> Int32 {
    if mkdir(root, 0o700) != 0 && errno != EEXIST { throw Fault("mkdir", root) }
    let file = open(root, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    if file < 0 { throw Fault("open", root) }
    return file
  }

  private static let mostLevels = 200

  private static func remove(_ name: UnsafePointer<CChar>, in parent: Int32, depth: Int) throws(Fault) {
    if unlinkat(parent, name, 0) == 0 || errno == ENOENT { return }
    guard errno == EISDIR || errno == EPERM, depth < mostLevels else { throw Fault("unlink", String(cString: name)) }
    let file = openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard file >= 0, let stream = fdopendir(file) else {
      let fault = Fault("open", String(cString: name))
      if file >= 0 { close(file) }
      throw fault
    }
    defer { closedir(stream) }
    // Bytes and no strings: names in a volume may be anything.
    var names: [[CChar]] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        bytes.prefix { $0 != 0 }.map { CChar(bitPattern: $0) } + [0]
      }
      if name != [46, 0] && name != [46, 46, 0] { names.append(name) }
    }
    for name in names { try remove(name, in: file, depth: depth + 1) }
    if unlinkat(parent, name, AT_REMOVEDIR) != 0 && errno != ENOENT { throw Fault("rmdir", String(cString: name)) }
  }
}
