import Glibc

struct FileError: Error, CustomStringConvertible {
  var path: String
  var code: Int32
  var description: String { "\(path): \(String(cString: strerror(code)))" }
}

/// Reads and writes small trees of files.
enum FileTree {
  /// The bytes of every file below a folder, by path below it.
  static func read(_ folder: String) throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for path in try list(folder) { files[path] = try bytes(folder + "/" + path) }
    return files
  }

  /// Writes the files that differ, and removes those in the folders that are not among them; the number of changes.
  static func replace(_ folders: [String], with files: [String: String], below root: String) throws -> Int {
    var changes = 0
    for folder in folders where access(root + "/" + folder, F_OK) == 0 {
      for path in try list(root + "/" + folder) where files[folder + "/" + path] == nil {
        unlink(root + "/" + folder + "/" + path)
        changes += 1
      }
    }
    for (path, text) in files {
      let whole = root + "/" + path
      let wanted = Array(text.utf8)
      if let present = try? bytes(whole), present == wanted { continue }
      try makeFolders(for: whole)
      try write(wanted, to: whole)
      changes += 1
    }
    return changes
  }

  private static func list(_ folder: String) throws -> [String] {
    guard let handle = opendir(folder) else { throw FileError(path: folder, code: errno) }
    defer { closedir(handle) }
    var paths: [String] = []
    while let entry = readdir(handle) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasPrefix(".") { continue }
      if Int32(entry.pointee.d_type) == Int32(DT_DIR) {
        paths += try list(folder + "/" + name).map { name + "/" + $0 }
      } else {
        paths.append(name)
      }
    }
    return paths.sorted()
  }

  private static func bytes(_ path: String) throws -> [UInt8] {
    guard let file = fopen(path, "r") else { throw FileError(path: path, code: errno) }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
  }

  private static func write(_ bytes: [UInt8], to path: String) throws {
    guard let file = fopen(path, "w") else { throw FileError(path: path, code: errno) }
    let count = fwrite(bytes, 1, bytes.count, file)
    guard fclose(file) == 0, count == bytes.count else { throw FileError(path: path, code: errno) }
  }

  static func printError(_ text: String) {
    _ = text.withCString { Glibc.write(STDERR_FILENO, $0, strlen($0)) }
  }

  private static func makeFolders(for path: String) throws {
    for (index, character) in zip(path.indices, path) where character == "/" && index > path.startIndex {
      let folder = String(path[..<index])
      if mkdir(folder, 0o755) != 0 && errno != EEXIST { throw FileError(path: folder, code: errno) }
    }
  }
}
