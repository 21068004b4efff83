import Glibc
import JSON
import Kube
import LauncherProtocol
import Synchronization
import Transport

/// A launcher whose guest is a value.
final class FakeLauncher: Sendable {
  private struct State {
    var domain: DomainReport?
    var calls: [String] = []
    var followers: [AsyncStream<[UInt8]>.Continuation] = []
    var instance: JSONValue = .null
  }

  private let state = Mutex(State())
  private let running = Mutex<HTTPServer?>(nil)

  func start(_ path: String) throws {
    let server = try HTTPServer.start(.init(address: .unix(path: path), reactors: 1)) { [weak self] head in
      self?.handler(head) ?? .respond(HTTPResponse(status: 503))
    }
    running.withLock { $0 = server }
  }

  func stop() async {
    for follower in state.withLock({ $0.followers }) { follower.finish() }
    await running.withLock { $0 }?.stop()
  }

  var isFollowed: Bool { state.withLock { !$0.followers.isEmpty } }
  var calls: [String] { state.withLock(\.calls) }
  /// As it was last handed over.
  var instance: JSONValue { state.withLock(\.instance) }

  func set(_ domain: DomainReport?) {
    state.withLock { state in
      state.domain = domain
      let line = Self.answer(domain).jsonBytes() + [10]
      for follower in state.followers { follower.yield(line) }
    }
  }

  private static func answer(_ domain: DomainReport?) -> JSONValue { ["domain": domain?.json ?? .null] }

  private func handler(_ head: HTTPRequestHead) -> HTTPHandler {
    switch head.path {
    case LauncherPath.events: return .streaming { exchange in await self.follow(exchange) }
    case LauncherPath.console:
      return .streaming { exchange in
        let stream = try await exchange.upgrade()
        while let bytes = try await stream.read() { try await stream.write(bytes) }
      }
    default: return .immediate(bodyLimit: 1 << 20) { request in self.answer(request) }
    }
  }

  private func answer(_ request: HTTPRequest) -> HTTPResponse {
    let path = request.head.path
    var domain = state.withLock { state in
      state.calls.append(String(path.dropFirst(4)))
      return state.domain
    }
    switch path {
    case LauncherPath.ping: return HTTPResponse(status: 200, headers: .json, body: Array("{}".utf8))
    case LauncherPath.sync:
      let sync = SyncRequest((try? JSONValue(parsing: request.body.bytes)) ?? .null)
      state.withLock { $0.instance = sync.instance }
      if domain?.status != .running {
        var report = DomainReport()
        report.namespace = sync.instance.value(at: "metadata", "namespace")?.string ?? ""
        report.name = sync.instance.value(at: "metadata", "name")?.string ?? ""
        report.uid = sync.instance.value(at: "metadata", "uid")?.string ?? ""
        report.status = .running
        report.machineType = "pc-q35-7.2"
        domain = report
        set(domain)
      }
    case LauncherPath.command(.kill):
      domain?.status = .shutoff
      domain?.reason = .destroyed
      set(domain)
    case LauncherPath.command(.pause):
      domain?.status = .paused
      domain?.reason = .user
      set(domain)
    case LauncherPath.command(.delete):
      domain = nil
      set(nil)
    default: break
    }
    return HTTPResponse(status: 200, headers: .json, body: Self.answer(domain).jsonBytes())
  }

  private func follow(_ exchange: HTTPExchange) async {
    let (lines, continuation) = AsyncStream<[UInt8]>.makeStream()
    state.withLock { state in
      continuation.yield(Self.answer(state.domain).jsonBytes() + [10])
      state.followers.append(continuation)
    }
    try? await exchange.start(status: 200)
    for await line in lines { guard (try? await exchange.write(line)) != nil else { return } }
  }
}

/// A folder for one test.
struct TemporaryFolder {
  let path: String

  init() {
    var template = Array("/tmp/handler-XXXXXX".utf8CString)
    _ = mkdtemp(&template)
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  func folder(_ name: String) -> String {
    var made = path
    for step in name.split(separator: "/") {
      made += "/" + step
      mkdir(made, 0o700)
    }
    return made
  }

  func file(_ name: String) {
    close(open(path + "/" + name, O_CREAT | O_WRONLY | O_CLOEXEC, 0o600))
  }
}
