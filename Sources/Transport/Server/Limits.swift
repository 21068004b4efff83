/// What a server grants a peer; every limit is on by default and each cut is counted under its `LimitKind`.
public struct Limits: Sendable {
  /// Bytes of a request's body that a buffered handler takes, unless the handler names its own limit.
  public var bodyBytes = 3 << 20
  /// Bytes of a request's header section, names and values and 32 more a field for HTTP/2 (RFC 9113 section 10.5.1).
  public var headerBytes = 64 << 10
  /// Concurrent HTTP/2 streams a connection, and handlers that run for it.
  public var concurrentStreams = 250
  /// Open connections of the server.
  public var connections = 10_000
  /// Bytes of request bodies that the server holds at once: those of buffered handlers until these have answered, and
  /// what streaming handlers have not read yet. Beyond it requests are answered 503 or their bodies broken off.
  public var bufferedBodyBytes = 128 << 20
  /// Bytes of unfinished buffered bodies for which an HTTP/2 connection gets its flow-control window back at once.
  public var bufferedBodyBytesPerConnection = 16 << 20
  /// HTTP/2 streams that may be reset at once, and how many more each second.
  public var resetBurst = 500
  public var resetsPerSecond = 50
  /// HTTP/2 frames without use (PING, SETTINGS, PRIORITY, unknown, empty DATA) at once, and how many more each second.
  public var controlFrameBurst = 1000
  public var controlFramesPerSecond = 100
  /// SETTINGS and PING acknowledgements that may wait to be sent.
  public var queuedAcknowledgements = 256
  /// CONTINUATION frames of one header block.
  public var continuations = 8
  /// Time for a TLS handshake.
  public var handshake = Duration.seconds(10)
  /// Time without any open stream, request or upgrade.
  public var idle = Duration.seconds(120)
  /// Time from a request's first byte to the end of its header section.
  public var requestHead = Duration.seconds(15)
  /// Time for the whole body of a buffered request, and between two pieces of a streamed one that is waited for.
  public var requestBody = Duration.seconds(30)
  /// Time during which a peer may refuse to take what we have to send.
  public var writeStall = Duration.seconds(30)
  /// Bytes that a streaming handler may write ahead of the peer before `write` waits.
  public var writeAheadBytes = 256 << 10

  public init() {}
}

/// The names of the limits, as they appear in metrics.
public enum LimitKind: String, Sendable, CaseIterable {
  case bodySize = "body_size"
  case headerSize = "header_size"
  case concurrentStreams = "concurrent_streams"
  case connections
  case bufferedBodies = "buffered_bodies"
  case resetFlood = "reset_flood"
  case controlFrameFlood = "control_frame_flood"
  case continuationFlood = "continuation_flood"
  case acknowledgementFlood = "acknowledgement_flood"
  case tlsHandshakeDeadline = "tls_handshake_deadline"
  case idle
  case requestHeadDeadline = "request_head_deadline"
  case requestBodyDeadline = "request_body_deadline"
  case writeStall = "write_stall"
}

/// A bucket that refills with time: what is taken beyond it is a flood.
struct TokenBucket {
  private let capacity: Int
  private let perSecond: Int
  private var level: Int
  private var refilled: MonotonicTime

  init(capacity: Int, perSecond: Int, now: MonotonicTime) {
    self.capacity = capacity
    self.perSecond = perSecond
    level = capacity
    refilled = now
  }

  /// False when the bucket is empty.
  mutating func take(now: MonotonicTime) -> Bool {
    let second: UInt64 = 1_000_000_000
    let elapsed = now.nanoseconds > refilled.nanoseconds ? now.nanoseconds - refilled.nanoseconds : 0
    if elapsed >= second {
      let seconds = elapsed / second
      level = seconds > 3600 ? capacity : min(capacity, level + Int(seconds) * perSecond)
      refilled = MonotonicTime(nanoseconds: refilled.nanoseconds + seconds * second)
    }
    if level <= 0 { return false }
    level -= 1
    return true
  }
}
