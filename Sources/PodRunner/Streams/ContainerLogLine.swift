import EmbeddedAPI
import Kube

/// A line of a container's log as its monitor writes it (CRI logging format): time, stream, `F` for whole lines and `P`
/// for parts of one, text.
struct ContainerLogLine: Sendable, Hashable {
  var time: String
  /// Whether the text ends here; else the next line goes on with it.
  var isWhole: Bool
  var text: [UInt8]

  /// Nil for a line of another form.
  init?(_ line: ArraySlice<UInt8>) {
    let parts = line.split(separator: UInt8(ascii: " "), maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count == 4, parts[2] == [UInt8(ascii: "F")] || parts[2] == [UInt8(ascii: "P")] else { return nil }
    time = String(decoding: parts[0], as: UTF8.self)
    isWhole = parts[2] == [UInt8(ascii: "F")]
    text = Array(parts[3])
  }

  /// What a reader of the log sees of it.
  func shown(withTime: Bool) -> [UInt8] {
    (withTime ? Array((time + " ").utf8) : []) + text + (isWhole ? [UInt8(ascii: "\n")] : [])
  }
}

/// Chooses what of a log is shown; fed with the file's bytes as they come.
struct ContainerLogFilter: Sendable {
  private let since: Timestamp?
  private let hasTimestamps: Bool
  private var rest: [UInt8] = []
  private var isInsideLine = false
  private var bytesLeft: Int64?

  init(_ options: PodLogOptions, now: Timestamp) {
    since = options.sinceTime ?? options.sinceSeconds.map { now + .seconds(-$0) }
    hasTimestamps = options.hasTimestamps
    bytesLeft = options.limitBytes
  }

  /// Whether no more will be shown, whatever comes.
  var isFull: Bool { bytesLeft == 0 }

  /// The pieces to show, each a line or a part of one.
  mutating func take(_ bytes: [UInt8]) -> [[UInt8]] {
    rest += bytes
    var shown: [[UInt8]] = []
    var start = rest.startIndex
    while let end = rest[start...].firstIndex(of: UInt8(ascii: "\n")) {
      if let line = ContainerLogLine(rest[start..<end]) {
        if since.map({ isSince($0, line.time) }) ?? true {
          shown.append(line.shown(withTime: hasTimestamps && !isInsideLine))
        }
        isInsideLine = !line.isWhole
      }
      start = end + 1
    }
    rest.removeFirst(start)
    return limited(shown)
  }

  private func isSince(_ since: Timestamp, _ time: String) -> Bool { Timestamp(time).map { $0 >= since } ?? true }

  private mutating func limited(_ pieces: [[UInt8]]) -> [[UInt8]] {
    guard var left = bytesLeft else { return pieces }
    defer { bytesLeft = left }
    return pieces.compactMap { piece in
      let part = Array(piece.prefix(Int(left)))
      left -= Int64(part.count)
      return part.isEmpty ? nil : part
    }
  }
}
