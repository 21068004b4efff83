import Glibc
import JSON

/// What is in files that are taken in.
enum ImageFile {
  enum Kind: Sendable, Hashable {
    case qcow2, raw, archive
  }

  /// By the file's first bytes (QEMU's qcow2 specification; POSIX ustar; gzip, RFC 1952; zstd, RFC 8878).
  ///
  /// - Throws: what is wrong with the file.
  static func kind(of path: String) throws(PodRunnerError) -> Kind {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { throw .system("open", path) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw PodRunnerError("\(path) is no file")
    }
    guard status.st_size > 0 else { throw PodRunnerError("\(path) is empty") }
    var head = [UInt8](repeating: 0, count: 512)
    let count = pread(file, &head, head.count, 0)
    return kind(head: Array(head.prefix(max(0, count))))
  }

  static func kind(head: [UInt8]) -> Kind {
    if head.starts(with: [0x51, 0x46, 0x49, 0xFB]) { return .qcow2 }
    if head.starts(with: [0x1F, 0x8B]) || head.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) { return .archive }
    if head.count >= 262, head[257..<262].elementsEqual("ustar".utf8) { return .archive }
    return .raw
  }

  /// The configuration of the one image in an OCI layout, and its digest without the algorithm.
  static func configuration(ofLayout layout: String) -> (digest: String, configuration: JSONValue)? {
    guard let index = HostFiles.read(layout + "/index.json").flatMap({ try? JSONValue(parsing: $0) }),
      let manifest = index["manifests"]?[0]?["digest"]?.string.flatMap({ blob($0, layout) }),
      let digest = manifest["config"]?["digest"]?.string, let configuration = blob(digest, layout)
    else { return nil }
    return (String(digest.drop { $0 != ":" }.dropFirst()), configuration)
  }

  private static func blob(_ digest: String, _ layout: String) -> JSONValue? {
    let parts = digest.split(separator: ":")
    guard parts.count == 2, parts.allSatisfy({ $0.utf8.allSatisfy { $0 != 0x2F && $0 != 0x2E } }) else { return nil }
    return HostFiles.read("\(layout)/blobs/\(parts[0])/\(parts[1])").flatMap { try? JSONValue(parsing: $0) }
  }

  /// Bytes on disk of all that is below a path.
  static func size(of path: String) -> Int64 {
    var status = stat()
    guard lstat(path, &status) == 0 else { return 0 }
    guard status.st_mode & S_IFMT == S_IFDIR else { return Int64(status.st_blocks) * 512 }
    return HostFiles.names(in: path).reduce(0) { $0 + size(of: path + "/" + $1) }
  }
}

/// A folder with executables of ours, such as the one that this program is in.
struct ProgramFolder: Sendable, Hashable {
  var path: String

  /// The path of a program; nil where there is none.
  func program(_ name: String) -> String? {
    let file = path + "/" + name
    return access(file, X_OK) == 0 ? file : nil
  }
}
