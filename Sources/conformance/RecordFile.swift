import Glibc

/// Reads files of records, a line each.
enum RecordFile {
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  /// The lines of a file that are not empty; `gzip` unpacks files whose names end in `.gz`.
  static func lines(of file: String) throws(Failure) -> [ArraySlice<UInt8>] {
    try bytes(of: file).split(separator: UInt8(ascii: "\n"))
  }

  private static func bytes(of file: String) throws(Failure) -> [UInt8] {
    // Standard input by its name in the file system: Glibc's variable for it is not safe to share.
    let file = file == "-" ? "/dev/stdin" : file
    guard access(file, R_OK) == 0 else { throw Failure(description: "cannot read \(file)") }
    if !file.hasSuffix(".gz") {
      guard let stream = fopen(file, "r") else { throw Failure(description: "cannot read \(file)") }
      defer { fclose(stream) }
      return readAll(stream)
    }
    guard let stream = popen("exec gzip -dc -- \(quoted(file))", "r") else {
      throw Failure(description: "cannot start gzip")
    }
    let bytes = readAll(stream)
    guard pclose(stream) == 0 else { throw Failure(description: "gzip cannot unpack \(file)") }
    return bytes
  }

  private static func readAll(_ stream: UnsafeMutablePointer<FILE>) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&buffer, 1, buffer.count, stream)
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
  }

  /// A word that the shell takes as it is.
  private static func quoted(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }
}
