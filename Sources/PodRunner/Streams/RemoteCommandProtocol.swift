import JSON
import Kube
import Transport

/// Kubernetes' protocols for a command's streams over a WebSocket: a channel's number before each piece.
struct RemoteCommandProtocol: Sendable, Hashable {
  /// The subprotocols, the best one first. Older ones have no way to say how a command ended.
  static let names = ["v5.channel.k8s.io", "v4.channel.k8s.io"]

  enum Channel: UInt8 {
    case input = 0, output, errors, status, resize
    /// v5: the client says that a channel has ended.
    case close = 255
  }

  /// What a client sends.
  enum Message: Sendable, Hashable {
    case input([UInt8])
    case endOfInput
    case resize(columns: UInt16, rows: UInt16)
    case ignored
  }

  static func message(_ bytes: [UInt8]) -> Message {
    guard let channel = bytes.first.flatMap(Channel.init) else { return .ignored }
    switch channel {
    case .input: return .input(Array(bytes.dropFirst()))
    case .close: return bytes.count > 1 && bytes[1] == Channel.input.rawValue ? .endOfInput : .ignored
    case .resize:
      guard let size = try? JSONValue(parsing: bytes.dropFirst()),
        let columns = size["Width"]?.int64.flatMap({ UInt16(exactly: $0) }),
        let rows = size["Height"]?.int64.flatMap({ UInt16(exactly: $0) })
      else { return .ignored }
      return .resize(columns: columns, rows: rows)
    case .output, .errors, .status: return .ignored
    }
  }

  static func piece(_ channel: Channel, _ bytes: [UInt8]) -> WebSocketMessage {
    .binary([channel.rawValue] + bytes)
  }

  /// How the command ended, as the client expects it on the status channel.
  static func ending(_ code: Int32) -> JSONValue {
    if code == 0 { return ["metadata": [:], "status": "Success"] }
    return [
      "metadata": [:], "status": "Failure", "reason": "NonZeroExitCode",
      "message": .string("command terminated with non-zero exit code: exit status \(code)"),
      "details": ["causes": [["reason": "ExitCode", "message": .string("\(code)")]]],
    ]
  }

  /// Why there is no command.
  static func failure(_ reason: String) -> JSONValue {
    ["metadata": [:], "status": "Failure", "reason": "InternalError", "message": .string(reason), "code": 500]
  }
}
