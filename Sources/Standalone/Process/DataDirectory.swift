import Glibc

/// The folder that holds all that one instance keeps: nothing of it is anywhere else.
public struct DataDirectory: Sendable, Hashable {
  public let path: String

  public init(path: String) {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    self.path = path
  }

  /// Where data are unless said otherwise: `/var/lib/swift-virt` for root, else `swift-virt` in the user's data folder
  /// (XDG Base Directory Specification).
  public static func standard(
    isRoot: Bool = geteuid() == 0,
    environment: (String) -> String? = { name in getenv(name).map { String(cString: $0) } }
  ) -> DataDirectory {
    if isRoot { return DataDirectory(path: "/var/lib/swift-virt") }
    if let data = environment("XDG_DATA_HOME"), data.hasPrefix("/") { return DataDirectory(path: data + "/swift-virt") }
    return DataDirectory(path: (environment("HOME") ?? "/tmp") + "/.local/share/swift-virt")
  }

  /// The objects.
  public var store: String { path + "/objects.db" }
  /// Authorities, certificates and keys.
  public var certificates: String { path + "/pki" }
  /// The administrator's kubeconfig.
  public var adminKubeconfig: String { path + "/admin.kubeconfig" }
  /// Directories of persistent volumes.
  public var volumes: String { path + "/volumes" }
  /// The log of a detached instance.
  public var log: String { path + "/swift-virt.log" }
  /// Locked for as long as an instance runs.
  public var lock: String { path + "/lock" }
  /// What the running instance says of itself.
  public var record: String { path + "/instance.json" }

  /// The same folder under its own name: without links, dots and doubled slashes, as what is kept in it names it. Itself
  /// where there is none yet.
  public func resolved() -> DataDirectory {
    guard let resolved = realpath(path, nil) else { return self }
    defer { free(resolved) }
    return DataDirectory(path: String(cString: resolved))
  }

  /// Makes the folder, for its owner alone, and those above it.
  ///
  /// Throws `StandaloneError` when that is not possible.
  public func create() throws(StandaloneError) {
    for end in path.indices.dropFirst() where path[end] == "/" { mkdir(String(path[..<end]), 0o755) }
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw .system("make the folder", path, errno) }
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      throw StandaloneError("\(path) is no folder")
    }
    guard access(path, W_OK | X_OK) == 0 else { throw .system("write to", path, errno) }
  }
}

/// Why a command of `swift-virt` did not do what it was asked; the text is for people, and says what would help.
public struct StandaloneError: Error, Sendable, CustomStringConvertible {
  public var description: String

  public init(_ description: String) { self.description = description }

  static func system(_ action: String, _ path: String, _ code: Int32) -> StandaloneError {
    StandaloneError("can't \(action) \(path): \(String(cString: strerror(code)))")
  }
}
