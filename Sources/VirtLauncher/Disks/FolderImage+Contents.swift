import Glibc

extension FolderImage {
  /// Of all files together, in bytes; the kubelet's limit for a secret is a tenth of it.
  private static let limit = 10 << 20

  /// The folder's files in the order of their names.
  ///
  /// Mounted secrets are links to files in folders whose names begin with two dots: links that stay inside count, and
  /// those folders do not.
  func contents() throws(DiskError) -> [ISOFile] {
    let root = try ConfinedFile(directory: folder)
    var files: [ISOFile] = []
    try Self.add(root, prefix: "", depth: 0, root: root, to: &files)
    if !requiredFiles.isEmpty {
      guard files.contains(where: { requiredFiles.contains($0.path.lowercased()) }) else {
        let names = requiredFiles.sorted().joined(separator: " or ")
        throw .unsuitable(path: folder, reason: "there is no file \(names)")
      }
    }
    return files
  }

  private static func add(
    _ folder: borrowing ConfinedFile, prefix: String, depth: Int, root: borrowing ConfinedFile,
    to files: inout [ISOFile]
  ) throws(DiskError) {
    for name in try folder.names() where !name.hasPrefix("..") {
      let path = prefix + name
      let item = try root.open(path, flags: O_RDONLY | O_NONBLOCK, followsLinks: true)
      switch try item.status().st_mode & S_IFMT {
      case S_IFREG:
        let room = limit - files.reduce(0) { $0 + $1.contents.count }
        files.append(ISOFile(path, try item.readAll(limit: room)))
      case S_IFDIR where depth < 8:
        try add(item, prefix: path + "/", depth: depth + 1, root: root, to: &files)
      default: break
      }
    }
  }
}
