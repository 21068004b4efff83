/// Frames of SPDY/3.1 as far as Kubernetes' port forwarding has them (SPDY protocol draft 3, section 2).
enum SPDYFrame: Sendable, Hashable {
  case synStream(id: UInt32, headers: [String: String], isFinal: Bool)
  case synReply(id: UInt32, headers: [String: String], isFinal: Bool)
  case headers(id: UInt32, headers: [String: String], isFinal: Bool)
  case data(id: UInt32, bytes: [UInt8], isFinal: Bool)
  case reset(id: UInt32, status: UInt32)
  case ping(id: UInt32)
  case goAway
  /// Settings, windows: nobody in Kubernetes uses them.
  case other
}

/// What makes a session end: the peer does not speak SPDY/3.1.
struct SPDYError: Error, Hashable, CustomStringConvertible {
  var description: String
}

/// Numbers in network order.
enum SPDYBytes {
  static func number(_ value: Int, bytes: Int) -> [UInt8] {
    (0..<bytes).map { UInt8(truncatingIfNeeded: value >> (8 * (bytes - 1 - $0))) }
  }

  static func read(_ bytes: ArraySlice<UInt8>) -> Int { bytes.reduce(0) { $0 << 8 | Int($1) } }
}

/// SPDY/3.1 framing without I/O: bytes in, frames out, and back. One for each session, for headers are compressed over
/// the whole of it.
struct SPDYCodec: ~Copyable {
  /// Payload of one frame in bytes.
  static let frameLimit = 1 << 20

  private var input: [UInt8] = []
  private var inflater = SPDYInflater()
  private var deflater = SPDYDeflater()

  private enum ControlType: Int {
    case synStream = 1, synReply, reset, settings, ping = 6, goAway, headers, windowUpdate
  }

  private static let finalFlag: UInt8 = 1

  init() {}

  /// Takes received bytes and returns the frames that they complete.
  mutating func decode(_ bytes: [UInt8]) throws(SPDYError) -> [SPDYFrame] {
    input += bytes
    var frames: [SPDYFrame] = []
    var start = 0
    while input.count - start >= 8 {
      let count = SPDYBytes.read(input[(start + 5)..<(start + 8)])
      guard count <= Self.frameLimit else { throw SPDYError(description: "a frame of \(count) bytes") }
      guard input.count - start >= 8 + count else { break }
      let header = Array(input[start..<(start + 8)])
      frames.append(try frame(header, Array(input[(start + 8)..<(start + 8 + count)])))
      start += 8 + count
    }
    input.removeFirst(start)
    return frames
  }

  private mutating func frame(_ header: [UInt8], _ payload: [UInt8]) throws(SPDYError) -> SPDYFrame {
    let isFinal = header[4] & Self.finalFlag != 0
    guard header[0] & 0x80 != 0 else { return .data(id: Self.stream(header[...]), bytes: payload, isFinal: isFinal) }
    guard SPDYBytes.read(header[0..<2]) & 0x7fff == 3 else { throw SPDYError(description: "another version of SPDY") }
    func need(_ count: Int) throws(SPDYError) {
      guard payload.count >= count else { throw SPDYError(description: "a frame that ends too early") }
    }
    switch ControlType(rawValue: SPDYBytes.read(header[2..<4])) {
    case .synStream:
      try need(10)
      return .synStream(
        id: Self.stream(payload[...]), headers: try fields(Array(payload[10...])), isFinal: isFinal)
    case .synReply:
      try need(4)
      return .synReply(id: Self.stream(payload[...]), headers: try fields(Array(payload[4...])), isFinal: isFinal)
    case .headers:
      try need(4)
      return .headers(id: Self.stream(payload[...]), headers: try fields(Array(payload[4...])), isFinal: isFinal)
    case .reset:
      try need(8)
      return .reset(id: Self.stream(payload[...]), status: UInt32(SPDYBytes.read(payload[4..<8])))
    case .ping:
      try need(4)
      return .ping(id: UInt32(SPDYBytes.read(payload[0..<4])))
    case .goAway: return .goAway
    case .settings, .windowUpdate, nil: return .other
    }
  }

  private static func stream(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    UInt32(SPDYBytes.read(bytes.prefix(4))) & 0x7fff_ffff
  }

  /// Names and values of a block; the first value where a name has several.
  private mutating func fields(_ block: [UInt8]) throws(SPDYError) -> [String: String] {
    guard let bytes = inflater.inflate(block) else { throw SPDYError(description: "headers that cannot be read") }
    var rest = bytes[...]
    func number() throws(SPDYError) -> Int {
      guard rest.count >= 4 else { throw SPDYError(description: "headers that end too early") }
      defer { rest = rest.dropFirst(4) }
      return SPDYBytes.read(rest.prefix(4))
    }
    func text() throws(SPDYError) -> String {
      let count = try number()
      guard rest.count >= count else { throw SPDYError(description: "headers that end too early") }
      defer { rest = rest.dropFirst(count) }
      return String(decoding: rest.prefix(count), as: UTF8.self)
    }
    var fields: [String: String] = [:]
    for _ in 0..<(try number()) {
      let name = try text()
      let value = try text()
      fields[name.lowercased()] = value.split(separator: "\0", omittingEmptySubsequences: false).first.map(String.init)
    }
    return fields
  }

  /// The bytes of a frame.
  mutating func encode(_ frame: SPDYFrame) -> [UInt8] {
    switch frame {
    case .data(let id, let bytes, let isFinal):
      return SPDYBytes.number(Int(id), bytes: 4) + [isFinal ? Self.finalFlag : 0]
        + SPDYBytes.number(bytes.count, bytes: 3) + bytes
    case .synStream(let id, let headers, let isFinal):
      return control(
        .synStream, isFinal, SPDYBytes.number(Int(id), bytes: 4) + [0, 0, 0, 0, 0, 0] + block(headers))
    case .synReply(let id, let headers, let isFinal):
      return control(.synReply, isFinal, SPDYBytes.number(Int(id), bytes: 4) + block(headers))
    case .headers(let id, let headers, let isFinal):
      return control(.headers, isFinal, SPDYBytes.number(Int(id), bytes: 4) + block(headers))
    case .reset(let id, let status):
      return control(
        .reset, false, SPDYBytes.number(Int(id), bytes: 4) + SPDYBytes.number(Int(status), bytes: 4))
    case .ping(let id): return control(.ping, false, SPDYBytes.number(Int(id), bytes: 4))
    case .goAway: return control(.goAway, false, [0, 0, 0, 0, 0, 0, 0, 0])
    case .other: return []
    }
  }

  private func control(_ type: ControlType, _ isFinal: Bool, _ payload: [UInt8]) -> [UInt8] {
    [0x80, 3] + SPDYBytes.number(type.rawValue, bytes: 2) + [isFinal ? Self.finalFlag : 0]
      + SPDYBytes.number(payload.count, bytes: 3) + payload
  }

  private mutating func block(_ headers: [String: String]) -> [UInt8] {
    func text(_ text: String) -> [UInt8] { SPDYBytes.number(text.utf8.count, bytes: 4) + Array(text.utf8) }
    let fields = headers.sorted { $0.key < $1.key }.flatMap { text($0.key) + text($0.value) }
    return deflater.deflate(SPDYBytes.number(headers.count, bytes: 4) + fields)
  }
}
