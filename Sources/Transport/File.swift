import Glibc

/// Reads whole files: certificates, tokens, manifests.
public enum File {
  /// The bytes of a file, opened so that neither a terminal nor a FIFO in its place can block.
  ///
  /// - Parameter limit: the most bytes that it may have.
  /// - Throws: `TransportError.system` with the call and the path.
  public static func read(_ path: String, limit: Int) throws(TransportError) -> [UInt8] {
    let fd = FileDescriptor(open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK))
    if fd.raw < 0 { throw .lastSystemError("open \(path)") }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 16 << 10)
    while true {
      let count = Glibc.read(fd.raw, &buffer, buffer.count)
      if count < 0 { throw .lastSystemError("read \(path)") }
      if count == 0 { return bytes }
      bytes.append(contentsOf: buffer[0..<count])
      if bytes.count > limit { throw .system(call: "read \(path)", code: EFBIG) }
    }
  }
}
