import Dispatch
import Glibc
import JSON
import Kube
import Logging
import Synchronization

/// Writes who asked for what and what came of it, one line of JSON a request (audit.k8s.io/v1 Event, level Metadata):
/// no bodies, no tokens, no secrets.
///
/// Lines are written by a queue of its own. When that cannot keep up, or the disk is full, lines are dropped and
/// counted; requests never wait.
public final class AuditLog: RequestAudit {
  public struct Options: Sendable {
    /// A file that would grow beyond so many bytes is renamed to `….1`, and a new one begun.
    public var fileSize: Int
    /// How many renamed files are kept.
    public var fileCount: Int
    /// How many entries may wait to be written.
    public var queueLimit: Int

    public init(fileSize: Int = 100 << 20, fileCount: Int = 5, queueLimit: Int = 8192) {
      self.fileSize = fileSize
      self.fileCount = fileCount
      self.queueLimit = queueLimit
    }
  }

  private struct State {
    var waiting: [AuditEntry] = []
    var isWriting = false
    var dropped = 0
  }

  private let path: String
  private let options: Options
  private let logger: Logger
  private let makeIdentifier: @Sendable () -> String
  private let queue = DispatchQueue(label: "audit")
  private let state = Mutex(State())
  /// Only used on the queue.
  private let file = Mutex(AuditFile())

  public init(
    path: String, options: Options = Options(), logger: Logger,
    makeIdentifier: @escaping @Sendable () -> String = { UUID.random().description }
  ) {
    self.path = path
    self.options = options
    self.logger = logger
    self.makeIdentifier = makeIdentifier
  }

  /// How many entries were lost so far.
  public var dropped: Int { state.withLock { $0.dropped } }

  public func record(_ entry: AuditEntry) {
    let begins = state.withLock { state in
      guard state.waiting.count < options.queueLimit else {
        state.dropped += 1
        return false
      }
      state.waiting.append(entry)
      defer { state.isWriting = true }
      return !state.isWriting
    }
    if begins { queue.async { self.writeWaiting() } }
  }

  /// Returns when everything recorded before was written or dropped.
  public func flush() async {
    await withCheckedContinuation { continuation in
      queue.async {
        self.writeWaiting()
        continuation.resume()
      }
    }
  }

  private func writeWaiting() {
    while true {
      let entries = state.withLock { state in
        let entries = state.waiting
        state.waiting = []
        if entries.isEmpty { state.isWriting = false }
        return entries
      }
      if entries.isEmpty { return }
      var lost = 0
      var reason = ""
      for entry in entries {
        let line = AuditEvent.line(entry, identifier: makeIdentifier())
        let code = file.withLock { $0.append(line, to: path, options) }
        if code != 0 {
          lost += 1
          reason = String(cString: strerror(code))
        }
      }
      guard lost > 0 else { continue }
      let isFirst = state.withLock { state in
        defer { state.dropped += lost }
        return state.dropped == 0
      }
      // Once: a full disk would otherwise be followed by a full log.
      if isFirst { logger.error("audit entries are lost", metadata: ["file": "\(path)", "reason": "\(reason)"]) }
    }
  }
}

/// The file that lines are added to.
private struct AuditFile: ~Copyable {
  private var descriptor: Int32 = -1
  private var size = 0

  init() {}

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Adds a whole line or nothing of it; 0, or the errno of what failed.
  mutating func append(_ line: [UInt8], to path: String, _ options: AuditLog.Options) -> Int32 {
    if descriptor >= 0, size > 0, size + line.count > options.fileSize {
      close(descriptor)
      descriptor = -1
      rotate(path, keeping: options.fileCount)
    }
    if descriptor < 0 {
      descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
      guard descriptor >= 0 else { return errno }
      var status = stat()
      size = fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
    }
    var written = 0
    while written < line.count {
      let count = line[written...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        let code = count == 0 ? ENOSPC : errno
        // Half a line would spoil the next one.
        if written > 0 { _ = ftruncate(descriptor, off_t(size)) }
        return code
      }
      written += count
    }
    size += line.count
    return 0
  }

  private func rotate(_ path: String, keeping count: Int) {
    guard count > 0 else {
      unlink(path)
      return
    }
    for index in stride(from: count - 1, to: 0, by: -1) { rename("\(path).\(index)", "\(path).\(index + 1)") }
    rename(path, path + ".1")
  }
}

/// An entry as Kubernetes writes it (audit.k8s.io/v1 Event).
enum AuditEvent {
  static func line(_ entry: AuditEntry, identifier: String) -> [UInt8] {
    var event: JSONObject = [
      "kind": "Event", "apiVersion": "audit.k8s.io/v1", "level": "Metadata", "auditID": .string(identifier),
      "stage": "ResponseComplete", "requestURI": .string(uri(entry.uri)),
      "verb": .string(entry.attributes?.verb ?? entry.method.lowercased()),
      "user": ReviewObject.json(entry.user ?? UserInfo()),
    ]
    if let impersonated = entry.impersonated { event["impersonatedUser"] = ReviewObject.json(impersonated) }
    event["sourceIPs"] = .array([.string(host(entry.sourceAddress))])
    if !entry.userAgent.isEmpty { event["userAgent"] = .string(entry.userAgent) }
    if let attributes = entry.attributes, attributes.isResource { event["objectRef"] = reference(attributes) }
    event["responseStatus"] = ["metadata": [:], "code": .number(JSONNumber(entry.code))]
    event["requestReceivedTimestamp"] = .string(entry.received.microsecondText)
    event["stageTimestamp"] = .string(entry.completed.microsecondText)
    if entry.attributes != nil, entry.user != nil {
      event["annotations"] = [
        "authorization.k8s.io/decision": entry.code == 403 ? "forbid" : "allow",
        "authorization.k8s.io/reason": .string(entry.decisionReason),
      ]
    }
    return JSONValue.object(event).jsonBytes() + [UInt8(ascii: "\n")]
  }

  private static func reference(_ attributes: AccessAttributes) -> JSONValue {
    var reference = JSONObject()
    for (name, value) in [
      ("resource", attributes.resource), ("namespace", attributes.namespace), ("name", attributes.name),
      ("apiGroup", attributes.group), ("apiVersion", attributes.version), ("subresource", attributes.subresource),
    ] where !value.isEmpty {
      reference[name] = .string(value)
    }
    return .object(reference)
  }

  /// The address without its port: `127.0.0.1:1234`, `[::1]:1234`.
  private static func host(_ address: String) -> String {
    guard IPAddress(address) == nil, let colon = address.lastIndex(of: ":") else { return address }
    let host = address[..<colon].drop { $0 == "[" }.prefix { $0 != "]" }
    return IPAddress(host) == nil ? address : String(host)
  }

  /// Commands of `exec` and tokens in a query are nobody's business: the values of such parameters are left out.
  private static func uri(_ text: String) -> String {
    guard let mark = text.utf8.firstIndex(of: UInt8(ascii: "?")) else { return text }
    let parameters = text[text.index(after: mark)...].split(separator: "&", omittingEmptySubsequences: false)
    let shown = parameters.map { parameter in
      let name = parameter.prefix { $0 != "=" }.lowercased()
      return ["command", "token", "access_token", "password"].contains(name) ? name + "=" : String(parameter)
    }
    return text[...mark] + shown.joined(separator: "&")
  }
}
