/// Why a WebSocket connection must be failed, with the close code to send (RFC 6455 section 7.4.1).
public struct WebSocketError: Error, Sendable, Equatable {
  public var closeCode: UInt16
  public var reason: String

  static func protocolError(_ reason: String) -> WebSocketError { WebSocketError(closeCode: 1002, reason: reason) }
  static func tooBig(_ reason: String) -> WebSocketError { WebSocketError(closeCode: 1009, reason: reason) }
  static func invalidText(_ reason: String) -> WebSocketError { WebSocketError(closeCode: 1007, reason: reason) }
}

/// A complete WebSocket message or control frame.
public enum WebSocketMessage: Sendable, Equatable {
  case text(String)
  case binary([UInt8])
  /// To be answered by a pong with the same bytes.
  case ping([UInt8])
  case pong([UInt8])
  /// To be answered by a close; nothing follows. `code` is nil when the peer gave none.
  case close(code: UInt16?, reason: String)
}

/// WebSocket framing (RFC 6455 section 5) as a value without I/O: bytes in, messages out, and back.
public struct WebSocketCodec: Sendable {
  public enum Role: Sendable { case client, server }

  private enum Opcode: UInt8 {
    case continuation = 0, text = 1, binary = 2, close = 8, ping = 9, pong = 10
    var isControl: Bool { rawValue >= 8 }
  }

  private struct Header {
    var isFinal: Bool
    var opcode: Opcode
    var mask: [UInt8]?
    var count: Int
    var headerCount: Int
  }

  private let role: Role
  private let maximumFrameBytes: Int
  private let maximumMessageBytes: Int
  private var input: [UInt8] = []
  private var consumed = 0
  private var fragments: [UInt8] = []
  private var fragmented: Opcode?
  private var hasReceivedClose = false
  private var random = SystemRandomNumberGenerator()

  /// - Parameters:
  ///   - role: a client masks what it sends and refuses masked frames; a server the other way round.
  ///   - maximumFrameBytes: payload of one frame.
  ///   - maximumMessageBytes: payload of one message, all fragments together.
  public init(role: Role, maximumFrameBytes: Int = 16 << 20, maximumMessageBytes: Int = 16 << 20) {
    self.role = role
    self.maximumFrameBytes = maximumFrameBytes
    self.maximumMessageBytes = maximumMessageBytes
  }

  // MARK: receiving

  /// Takes received bytes and returns the messages that they complete. Bytes after a close are ignored.
  /// - Throws: what the peer did wrong; the connection is then to be closed with that code.
  public mutating func decode(_ bytes: some Collection<UInt8>) throws(WebSocketError) -> [WebSocketMessage] {
    if hasReceivedClose { return [] }
    input.append(contentsOf: bytes)
    var messages: [WebSocketMessage] = []
    while !hasReceivedClose, let header = try parseHeader() {
      let start = consumed + header.headerCount
      guard input.count - start >= header.count else { break }
      var payload = Array(input[start..<(start + header.count)])
      if let mask = header.mask { Self.apply(mask, to: &payload) }
      consumed = start + header.count
      if let message = try finish(header, payload) { messages.append(message) }
    }
    if consumed == input.count {
      input.removeAll(keepingCapacity: input.capacity <= 64 << 10)
      consumed = 0
    } else if consumed > 64 << 10 {
      input.removeSubrange(..<consumed)
      consumed = 0
    }
    return messages
  }

  private func parseHeader() throws(WebSocketError) -> Header? {
    let available = input.count - consumed
    guard available >= 2 else { return nil }
    let first = input[consumed]
    let second = input[consumed + 1]
    if first & 0x70 != 0 { throw .protocolError("reserved bits without an extension") }
    guard let opcode = Opcode(rawValue: first & 0x0f) else { throw .protocolError("unknown opcode") }
    let isFinal = first & 0x80 != 0
    let isMasked = second & 0x80 != 0
    if isMasked != (role == .server) { throw .protocolError(isMasked ? "masked by a server" : "not masked") }
    let short = Int(second & 0x7f)
    if opcode.isControl, !isFinal || short > 125 { throw .protocolError("control frame fragmented or too long") }
    let lengthBytes = short == 126 ? 2 : short == 127 ? 8 : 0
    let headerCount = 2 + lengthBytes + (isMasked ? 4 : 0)
    guard available >= headerCount else { return nil }
    var count = UInt64(short)
    if lengthBytes > 0 {
      count = 0
      for byte in input[(consumed + 2)..<(consumed + 2 + lengthBytes)] { count = count << 8 | UInt64(byte) }
      if count < (lengthBytes == 2 ? 126 : 65_536) { throw .protocolError("length not in its shortest form") }
      if count >> 63 != 0 { throw .protocolError("length with its highest bit set") }
    }
    if count > UInt64(maximumFrameBytes) { throw .tooBig("frame of \(count) bytes") }
    let maskStart = consumed + 2 + lengthBytes
    return Header(
      isFinal: isFinal, opcode: opcode, mask: isMasked ? Array(input[maskStart..<(maskStart + 4)]) : nil,
      count: Int(count), headerCount: headerCount)
  }

  private mutating func finish(_ header: Header, _ payload: [UInt8]) throws(WebSocketError) -> WebSocketMessage? {
    switch header.opcode {
    case .ping: return .ping(payload)
    case .pong: return .pong(payload)
    case .close: return try close(payload)
    case .text, .binary:
      if fragmented != nil { throw .protocolError("new message inside a fragmented one") }
      if header.isFinal { return try message(header.opcode, payload) }
      fragmented = header.opcode
      try append(payload)
      return nil
    case .continuation:
      guard let opcode = fragmented else { throw .protocolError("continuation of nothing") }
      try append(payload)
      if !header.isFinal { return nil }
      var whole: [UInt8] = []
      swap(&whole, &fragments)
      fragmented = nil
      return try message(opcode, whole)
    }
  }

  private mutating func append(_ payload: [UInt8]) throws(WebSocketError) {
    if fragments.count + payload.count > maximumMessageBytes { throw .tooBig("message too long") }
    fragments.append(contentsOf: payload)
  }

  private func message(_ opcode: Opcode, _ payload: [UInt8]) throws(WebSocketError) -> WebSocketMessage {
    if payload.count > maximumMessageBytes { throw .tooBig("message too long") }
    if opcode == .binary { return .binary(payload) }
    guard let text = String(validating: payload, as: UTF8.self) else { throw .invalidText("text is not UTF-8") }
    return .text(text)
  }

  private mutating func close(_ payload: [UInt8]) throws(WebSocketError) -> WebSocketMessage {
    hasReceivedClose = true
    if payload.isEmpty { return .close(code: nil, reason: "") }
    guard payload.count >= 2 else { throw .protocolError("close code of one byte") }
    let code = UInt16(payload[0]) << 8 | UInt16(payload[1])
    guard Self.isValidCloseCode(code) else { throw .protocolError("close code \(code)") }
    guard let reason = String(validating: payload[2...], as: UTF8.self) else {
      throw .invalidText("close reason is not UTF-8")
    }
    return .close(code: code, reason: reason)
  }

  /// Codes that may be sent (RFC 6455 section 7.4 and the IANA registry).
  static func isValidCloseCode(_ code: UInt16) -> Bool {
    switch code {
    case 1000...1003, 1007...1014, 3000...4999: true
    default: false
    }
  }

  // MARK: sending

  /// The bytes of one unfragmented frame. Control payloads are cut to the 125 bytes that a frame may have.
  public mutating func encode(_ message: WebSocketMessage) -> [UInt8] {
    switch message {
    case .text(let text): return frame(.text, Array(text.utf8))
    case .binary(let bytes): return frame(.binary, bytes)
    case .ping(let bytes): return frame(.ping, Array(bytes.prefix(125)))
    case .pong(let bytes): return frame(.pong, Array(bytes.prefix(125)))
    case .close(let code, let reason):
      guard let code else { return frame(.close, []) }
      var text = reason
      while text.utf8.count > 123 { text.removeLast() }
      return frame(.close, [UInt8(code >> 8), UInt8(code & 0xff)] + Array(text.utf8))
    }
  }

  private mutating func frame(_ opcode: Opcode, _ payload: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(payload.count + 14)
    bytes.append(0x80 | opcode.rawValue)
    let maskBit: UInt8 = role == .client ? 0x80 : 0
    if payload.count < 126 {
      bytes.append(maskBit | UInt8(payload.count))
    } else if payload.count < 65_536 {
      bytes.append(maskBit | 126)
      bytes.append(UInt8(payload.count >> 8))
      bytes.append(UInt8(payload.count & 0xff))
    } else {
      bytes.append(maskBit | 127)
      for shift in stride(from: 56, through: 0, by: -8) {
        bytes.append(UInt8(truncatingIfNeeded: payload.count >> shift))
      }
    }
    guard role == .client else { return bytes + payload }
    let key = UInt32.random(in: 0 ... .max, using: &random)
    let mask = (0..<4).map { UInt8(truncatingIfNeeded: key >> (8 * UInt32($0))) }
    var masked = payload
    Self.apply(mask, to: &masked)
    return bytes + mask + masked
  }

  private static func apply(_ mask: [UInt8], to payload: inout [UInt8]) {
    payload.withUnsafeMutableBufferPointer { bytes in
      mask.withUnsafeBufferPointer { mask in
        for index in bytes.indices { bytes[index] ^= mask[index & 3] }
      }
    }
  }
}
