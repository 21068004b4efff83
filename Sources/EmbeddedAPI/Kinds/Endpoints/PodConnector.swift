import JSON
import Kube
import Transport

/// Reaches into running pods: the far end of `exec`, `attach`, `portforward` and `log`. The pod runner is one.
///
/// The pod was found, is on a node, and has the container; who asks may do so.
public protocol PodConnector: Sendable {
  /// Runs a command in a container, or joins the one that runs there. The connector answers through the exchange: it
  /// upgrades the connection to what the client asks for (WebSocket with a `channel.k8s.io` protocol, or SPDY/3.1), or
  /// throws a `Status` before it has begun to answer.
  func runCommand(_ command: PodCommand, in pod: JSONValue, _ exchange: HTTPExchange) async throws

  /// Forwards connections to ports of the pod; answers through the exchange as `runCommand` does.
  ///
  /// - Parameter ports: those that the query names; empty where the streams themselves name them.
  func forwardPorts(_ ports: [Int], of pod: JSONValue, _ exchange: HTTPExchange) async throws

  /// What a container wrote, piece by piece; goes on as long as the container does when it is to be followed.
  func log(_ options: PodLogOptions, of pod: JSONValue) async throws -> AsyncThrowingStream<[UInt8], any Error>
}

/// What `exec` and `attach` ask for (core/v1 PodExecOptions, PodAttachOptions).
public struct PodCommand: Sendable, Hashable {
  public var container: String
  /// Empty to join what runs already.
  public var command: [String]
  public var hasInput: Bool
  public var hasOutput: Bool
  public var hasErrors: Bool
  public var hasTerminal: Bool

  init(_ parameters: [String: [String]], container: String, isAttach: Bool) {
    self.container = container
    command = isAttach ? [] : parameters["command"] ?? []
    hasInput = PodOptions.flag(parameters, "stdin")
    hasOutput = PodOptions.flag(parameters, "stdout")
    hasErrors = PodOptions.flag(parameters, "stderr")
    hasTerminal = PodOptions.flag(parameters, "tty")
  }
}

/// What `log` asks for (core/v1 PodLogOptions).
public struct PodLogOptions: Sendable, Hashable {
  public var container: String
  public var follows = false
  /// The container that ran before the present one.
  public var isPrevious = false
  public var sinceSeconds: Int64?
  public var sinceTime: Timestamp?
  /// Whether each line begins with its time.
  public var hasTimestamps = false
  /// How many lines from the end; nil is all.
  public var tailLines: Int64?
  public var limitBytes: Int64?

  public init(container: String = "") { self.container = container }

  /// Reads a query. Throws 400 for values of the wrong form, 422 for those out of bounds.
  init(_ parameters: [String: [String]], pod: String) throws(Status) {
    container = parameters["container"]?.first ?? ""
    follows = PodOptions.flag(parameters, "follow")
    isPrevious = PodOptions.flag(parameters, "previous")
    hasTimestamps = PodOptions.flag(parameters, "timestamps")
    sinceSeconds = try PodOptions.number(parameters, "sinceSeconds")
    tailLines = try PodOptions.number(parameters, "tailLines")
    limitBytes = try PodOptions.number(parameters, "limitBytes")
    if let text = parameters["sinceTime"]?.first, !text.isEmpty {
      guard let time = Timestamp(text) else { throw .badRequest("sinceTime: \(Status.quoted(text)) is no time") }
      sinceTime = time
    }
    var errors = FieldErrors()
    let shown = { (number: Int64) in JSONValue.number(JSONNumber(number)) }
    if let tailLines, tailLines < 0 {
      errors.invalid("tailLines", shown(tailLines), "must be greater than or equal to 0")
    }
    if let limitBytes, limitBytes < 1 { errors.invalid("limitBytes", shown(limitBytes), "must be greater than 0") }
    if sinceSeconds != nil, sinceTime != nil {
      errors.forbidden("", "at most one of `sinceTime` or `sinceSeconds` may be specified")
    } else if let sinceSeconds, sinceSeconds < 1 {
      errors.invalid("sinceSeconds", shown(sinceSeconds), "must be greater than 0")
    }
    guard errors.isEmpty else {
      throw .invalid(GroupVersionKind(version: "v1", kind: "PodLogOptions"), pod, errors.causes)
    }
  }
}

/// Parameters of queries, as they are read for all these paths.
enum PodOptions {
  static func flag(_ parameters: [String: [String]], _ name: String) -> Bool {
    ["true", "1", "t", "T", "TRUE", "True", ""].contains(parameters[name]?.first ?? "false")
  }

  static func number(_ parameters: [String: [String]], _ name: String) throws(Status) -> Int64? {
    guard let text = parameters[name]?.first, !text.isEmpty else { return nil }
    guard let number = Int64(text) else { throw .badRequest("\(name): \(Status.quoted(text)) is no number") }
    return number
  }

  /// The container that is meant: the one that is named, or the only one.
  static func container(_ name: String, in pod: JSONValue) throws(Status) -> String {
    let containers = pod.spec.elements("containers").map { $0.text("name") }
    let initial = pod.spec.elements("initContainers").map { $0.text("name") }
    if name.isEmpty {
      if containers.count == 1, let only = containers.first { return only }
      let all = (initial + containers).joined(separator: " ")
      throw .badRequest("a container name must be specified for pod \(pod.name), choose one of: [\(all)]")
    }
    let others = pod.spec.elements("ephemeralContainers").map { $0.text("name") }
    guard (containers + initial + others).contains(name) else {
      throw .badRequest("container \(name) is not valid for pod \(pod.name)")
    }
    return name
  }

  static func requireNode(_ pod: JSONValue) throws(Status) {
    if pod.text("spec", "nodeName").isEmpty {
      throw .badRequest("pod \(pod.name) does not have a host assigned")
    }
  }

  static func require(_ runner: (any PodConnector)?) throws(Status) -> any PodConnector {
    guard let runner else {
      throw .failure(
        "NotImplemented", code: 501, message: "no pods are run on this machine, so there is nothing to connect to")
    }
    return runner
  }
}
