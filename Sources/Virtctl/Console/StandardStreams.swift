import Dispatch
import Glibc

/// What is typed, or piped in.
enum StandardInput {
  static func pieces() -> AsyncStream<[UInt8]> { StandardStreams.pieces(of: STDIN_FILENO) }
}

enum StandardOutput {
  static func write(_ bytes: [UInt8]) { StandardStreams.write(bytes[...], to: STDOUT_FILENO) }
}

enum StandardError {
  static func write(_ text: String) { StandardStreams.write(Array(text.utf8)[...], to: STDERR_FILENO) }
}

/// Files and sockets that block.
enum StandardStreams {
  /// What comes, until it ends. Reading blocks a thread of its own, for a terminal cannot always be polled.
  static func pieces(of descriptor: Int32) -> AsyncStream<[UInt8]> {
    AsyncStream { continuation in
      DispatchQueue(label: "input").async {
        var buffer = [UInt8](repeating: 0, count: 10 << 10)
        while true {
          let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
          if count < 0, errno == EINTR { continue }
          guard count > 0 else { return continuation.finish() }
          continuation.yield(Array(buffer[..<count]))
        }
      }
    }
  }

  /// Writes all; false when nobody reads any more.
  @discardableResult
  static func write(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) -> Bool {
    var bytes = bytes
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return false }
      bytes = bytes.dropFirst(count)
    }
    return true
  }
}

/// The terminal in raw mode (termios(3)), in which every key goes to the guest.
struct RawTerminal: Sendable {
  private let saved: termios

  /// Nil where standard input is no terminal.
  init?() {
    var attributes = termios()
    guard tcgetattr(STDIN_FILENO, &attributes) == 0 else { return nil }
    saved = attributes
    cfmakeraw(&attributes)
    guard tcsetattr(STDIN_FILENO, TCSANOW, &attributes) == 0 else { return nil }
  }

  func restore() {
    var attributes = saved
    tcsetattr(STDIN_FILENO, TCSANOW, &attributes)
  }
}
