import EmbeddedAPI
import Glibc
import Kube
import Processes

/// The log of one container, read from its file.
struct ContainerLog: Sendable {
  let path: String
  let options: PodLogOptions
  let now: Timestamp

  /// How often a log that is followed is looked at.
  private static let interval = Duration.milliseconds(100)

  /// - Parameter isOver: whether nothing more will be written.
  func pieces(isOver: @escaping @Sendable () async -> Bool) -> AsyncThrowingStream<[UInt8], any Error> {
    AsyncThrowingStream { continuation in
      let task = Task {
        await read(isOver: isOver) { continuation.yield($0) }
        continuation.finish()
      }
      continuation.onTermination = { _ in task.cancel() }
    }
  }

  private func read(isOver: @Sendable () async -> Bool, _ show: @Sendable ([UInt8]) -> Void) async {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { return }
    let file = OpenFile(descriptor)
    var filter = ContainerLogFilter(options, now: now)
    if let tail = options.tailLines {
      var last: [[UInt8]] = []
      while let bytes = await Self.next(file) {
        last += filter.take(bytes)
        if last.count > 2 * Int(clamping: tail) + 64 { last = Self.lastLines(last, tail) }
      }
      Self.lastLines(last, tail).forEach(show)
    }
    while !Task.isCancelled, !filter.isFull {
      if let bytes = await Self.next(file) {
        filter.take(bytes).forEach(show)
        continue
      }
      guard options.follows else { return }
      // What was written before the end is read after it is known.
      let wasOver = await isOver()
      if let bytes = await Self.next(file) {
        filter.take(bytes).forEach(show)
      } else if wasOver {
        return
      }
      try? await Task.sleep(for: Self.interval)
    }
  }

  /// The pieces from the last whole lines on; a line may be in several.
  static func lastLines(_ pieces: [[UInt8]], _ count: Int64) -> [[UInt8]] {
    var lines: Int64 = 0
    var start = pieces.endIndex
    while start > pieces.startIndex {
      if pieces[start - 1].last == UInt8(ascii: "\n") || start == pieces.endIndex {
        if lines == count { break }
        lines += 1
      }
      start -= 1
    }
    return Array(pieces[start...])
  }

  /// The file's next bytes; nil at its present end.
  private static func next(_ file: OpenFile) async -> [UInt8]? {
    await BlockingCall.run {
      var buffer = [UInt8](repeating: 0, count: 64 << 10)
      let count = buffer.withUnsafeMutableBytes { Glibc.read(file.descriptor, $0.baseAddress, $0.count) }
      return count > 0 ? Array(buffer[..<count]) : nil
    }
  }
}
