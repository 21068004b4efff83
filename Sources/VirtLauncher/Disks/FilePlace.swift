/// A file below a directory that is ours: names that come from objects are only ever resolved inside of it.
public struct FilePlace: Sendable, Hashable, CustomStringConvertible {
  /// An absolute path, which may contain links.
  public var root: String
  /// Relative to the root.
  public var path: String

  public init(root: String, path: String) {
    self.root = root
    self.path = path
  }

  /// Splits an absolute path that begins with the root.
  init(_ file: String, under root: String) {
    self.init(root: root, path: file.hasPrefix(root + "/") ? String(file.dropFirst(root.count + 1)) : file)
  }

  /// The absolute path.
  public var file: String { "\(root)/\(path)" }
  public var description: String { file }

  var name: String { path.split(separator: "/").last.map(String.init) ?? "" }
  /// The folders between root and file.
  var folders: [String] { path.split(separator: "/").dropLast().map(String.init) }
}
