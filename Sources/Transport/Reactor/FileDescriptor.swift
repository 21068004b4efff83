import Glibc

/// Owns a file descriptor and closes it at the end of its life.
struct FileDescriptor: ~Copyable, Sendable {
  let raw: Int32
  init(_ raw: Int32) { self.raw = raw }
  deinit { if raw >= 0 { close(raw) } }

  /// Gives up ownership without closing.
  consuming func release() -> Int32 {
    let value = raw
    discard self
    return value
  }
}
