import Synchronization
import Testing

@testable import Transport

@Suite struct LifecycleTests {
  /// Answers at once, from a task, or as a stream, depending on the path.
  static func mixed(_ answered: @escaping @Sendable () -> Void = {}) -> HTTPRouter {
    { head in
      switch head.path {
      case "/later":
        .buffered(bodyLimit: nil) { request in
          .later {
            await Task.yield()
            answered()
            return HTTPResponse(status: 200, body: request.body.bytes)
          }
        }
      case "/stream":
        .streaming { exchange in
          try await exchange.start(status: 200)
          for try await chunk in exchange.body { try await exchange.write(chunk) }
          answered()
        }
      default:
        .immediate { request in
          answered()
          return HTTPResponse(status: 200, body: request.body.bytes)
        }
      }
    }
  }

  @Test(arguments: ["127.0.0.1", "::1", "::"]) func aPortThatIsNotSharedIsHadOnce(_ host: String) async throws {
    func start(port: UInt16, shares: Bool) throws -> HTTPServer {
      try HTTPServer.start(
        .init(address: .tcp(host: host, port: port), reactors: 3, sharesPort: shares), router: Self.mixed())
    }
    for isShared in [false, true] {
      let server = try start(port: 0, shares: isShared)
      await #expect(throws: TransportError.self) { try await start(port: server.port, shares: false).stop() }
      await server.stop()
    }
  }

  /// One server hands its port to the next, under load, the way a rolling restart does.
  @Test(arguments: Wire.allCases) func drainUnderLoadLosesNothing(_ wire: Wire) async throws {
    let answered = Counter()
    let succeeded = Counter()
    let isDone = Flag()
    let pair = try TestCertificates.server()
    func start(port: UInt16) throws -> HTTPServer {
      try HTTPServer.start(
        .init(
          address: .tcp(host: "127.0.0.1", port: port),
          tls: wire.isSecure ? TLSServerConfiguration(identity: pair.identity) : nil, reactors: 2),
        router: Self.mixed { answered.increment() })
    }
    var server = try start(port: 0)
    let endpoint = try wire.endpoint(server)
    let client = try HTTPClient(configuration: .patient)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<16 {
        group.addTask {
          let body = Array("request of task \(number)".utf8)
          let path = ["/now", "/later", "/stream"][number % 3]
          while !isDone.isSet {
            let response = try await client.send(
              HTTPClientRequest(method: "POST", target: path, body: .bytes(body)), to: endpoint)
            #expect(response.status == 200)
            #expect(try await response.body.collect() == body)
            succeeded.increment()
          }
        }
      }
      for _ in 0..<3 {
        let before = succeeded.count
        try await eventually("the load runs") { succeeded.count > before + 200 }
        let next = try start(port: server.port)
        await server.drain(grace: .seconds(1000))
        #expect(server.metrics.connectionsOpen == 0)
        #expect(server.metrics.requestsInFlight == 0)
        server = next
      }
      isDone.set()
      try await group.waitForAll()
    }
    // Nothing was lost, and nothing was done twice.
    #expect(answered.count == succeeded.count)
    await client.shutdown()
    await server.stop()
  }

  @Test(arguments: Wire.allCases) func drainWaitsForWhatIsUnderWay(_ wire: Wire) async throws {
    let gate = Gate()
    let router: HTTPRouter = { _ in
      .buffered(bodyLimit: nil) { _ in
        .later {
          await gate.wait()
          return HTTPResponse(status: 200, text: "done")
        }
      }
    }
    try await withServer(wire, router: router) { server, client, endpoint in
      async let response = client.send(HTTPClientRequest(method: "POST", target: "/"), to: endpoint)
      try await eventually("the request is under way") { await gate.waiting == 1 }
      async let drained: Void = server.drain(grace: .seconds(1000))
      try await eventually("the drain has begun") { server.isDraining }
      await gate.open()
      #expect(try await response.status == 200)
      await drained
      await #expect(throws: TransportError.self) {
        try await client.send(HTTPClientRequest(target: "/"), to: endpoint)
      }
    }
  }

  @Test(arguments: Wire.allCases) func drainDoesNotWaitForTheIdle(_ wire: Wire) async throws {
    try await withServer(wire, router: Self.mixed()) { server, client, endpoint in
      try await expectAlive(client, endpoint)
      let silent = try RawClient(port: server.port)
      try await eventually("both are connected") { server.metrics.connectionsOpen == 2 }
      // Twice at once, as a signal and a probe may ask for it.
      async let first: Void = server.drain(grace: .seconds(1000))
      async let second: Void = server.drain(grace: .seconds(1000))
      _ = await (first, second)
      #expect(server.metrics.connectionsOpen == 0)
      withExtendedLifetime(silent) {}
    }
  }

  @Test(arguments: Wire.allCases) func graceEndsWhatDoesNotEnd(_ wire: Wire) async throws {
    let wasCancelled = Flag()
    let router: HTTPRouter = { _ in
      .streaming { exchange in
        try await exchange.start(status: 200)
        do {
          try await Task.sleep(for: .seconds(1000))
        } catch {
          wasCancelled.set()
          throw error
        }
      }
    }
    try await withServer(wire, router: router) { server, client, endpoint in
      let response = try await client.send(HTTPClientRequest(target: "/", timeout: nil), to: endpoint)
      await server.drain(grace: .milliseconds(50))
      await #expect(throws: TransportError.self) { try await response.body.collect() }
      try await eventually("the handler hears of it") { wasCancelled.isSet }
      #expect(server.metrics.connectionsOpen == 0)
    }
  }

  /// Handlers that are suspended in every way they can be, when the client goes away.
  @Test(arguments: Wire.allCases) func clientLeavesMidHandler(_ wire: Wire) async throws {
    let running = Counter()
    let ended = Counter()
    let gate = Gate()
    let router: HTTPRouter = { head in
      if head.path == "/alive" { return .respond(HTTPResponse(status: 200)) }
      if head.path == "/later" {
        return .buffered(bodyLimit: nil) { _ in
          .later {
            running.increment()
            defer { ended.increment() }
            await gate.wait()
            return HTTPResponse(status: 200)
          }
        }
      }
      return .streaming { exchange in
        running.increment()
        defer { ended.increment() }
        switch exchange.head.path {
        case "/sleep": try await Task.sleep(for: .seconds(1000))
        case "/read": for try await _ in exchange.body {}
        case "/write":
          try await exchange.start(status: 200)
          while true { try await exchange.write([UInt8](repeating: 1, count: 100_000)) }
        default:
          // Deaf to cancellation; tries to use the exchange long after the client has left.
          await gate.wait()
          _ = try? await exchange.start(status: 200)
          _ = try? await exchange.write([1, 2, 3])
          _ = try? await exchange.finish()
        }
      }
    }
    try await withServer(wire, router: router) { server, client, endpoint in
      for _ in 0..<3 {
        let leaving = try HTTPClient(configuration: .patient)
        let start = running.count
        try await withThrowingTaskGroup(of: Void.self) { group in
          for path in ["/sleep", "/read", "/write", "/deaf", "/later"] {
            for _ in 0..<8 {
              group.addTask {
                // A body that never ends, except where only the answer is awaited.
                let body: HTTPClientRequest.Body =
                  path == "/read"
                  ? .stream {
                    try await $0.write([1])
                    try await Task.sleep(for: .seconds(1000))
                  } : .none
                let response = try? await leaving.send(
                  HTTPClientRequest(method: "POST", target: path, body: body, timeout: nil), to: endpoint)
                if let response { _ = try? await response.body.collect(limit: 1) }
                if path == "/write" { try await Task.sleep(for: .milliseconds(1)) }
              }
            }
          }
          try await eventually("handlers run") { running.count == start + 40 }
          await leaving.shutdown()
          try await group.waitForAll()
        }
        try await expectAlive(client, endpoint)
      }
      await gate.open()
      try await eventually("every handler ends") { ended.count == 120 }
      try await eventually("every handler is accounted for") { server.metrics.requestsInFlight == 0 }
      try await expectAlive(client, endpoint)
    }
  }

  @Test(arguments: Wire.allCases) func deadlineAndCancellationReachTheHandler(_ wire: Wire) async throws {
    let cancelled = Counter()
    let started = Counter()
    let router: HTTPRouter = { head in
      if head.path == "/alive" { return .respond(HTTPResponse(status: 200)) }
      return .streaming { _ in
        started.increment()
        do { try await Task.sleep(for: .seconds(1000)) } catch { cancelled.increment() }
      }
    }
    try await withServer(wire, router: router) { server, client, endpoint in
      // On a busy machine a short deadline passes before the handler has begun.
      for milliseconds in [50, 500, 5000] where started.count == 0 {
        await #expect(throws: TransportError.deadlineExceeded) {
          try await client.send(HTTPClientRequest(target: "/", timeout: .milliseconds(milliseconds)), to: endpoint)
        }
      }
      try await eventually("the deadline reaches the handler") { cancelled.count == 1 }
      let task = Task { try await client.send(HTTPClientRequest(target: "/", timeout: nil), to: endpoint) }
      try await eventually("the second request is under way") { started.count == 2 }
      task.cancel()
      await #expect(throws: CancellationError.self) { try await task.value }
      try await eventually("cancellation reaches the handler") { cancelled.count == 2 }
      try await expectAlive(client, endpoint)
    }
  }

  @Test(arguments: Wire.allCases) func watchArrivesPieceByPieceAndEndsWhenDropped(_ wire: Wire) async throws {
    let events = Locked<[CheckedContinuation<Void, Never>]>([])
    let isOver = Flag()
    let router: HTTPRouter = { head in
      if head.path != "/watch" {
        events.withLock {
          for waiting in $0 { waiting.resume() }
          $0 = []
        }
        return .respond(HTTPResponse(status: 200))
      }
      return .streaming { exchange in
        defer { isOver.set() }
        try await exchange.start(status: 200, headers: .json)
        var number = 0
        while true {
          try await exchange.write(Array("event \(number)".utf8))
          number += 1
          await withCheckedContinuation { waiting in events.withLock { $0.append(waiting) } }
        }
      }
    }
    try await withServer(wire, router: router) { server, client, endpoint in
      do {
        let response = try await client.send(HTTPClientRequest(target: "/watch", timeout: nil), to: endpoint)
        var iterator = response.body.makeAsyncIterator()
        for number in 0..<10 {
          #expect(try await iterator.next() == Array("event \(number)".utf8))
          try await eventually("the handler waits") { events.withLock { $0.count } == 1 }
          try await expectAlive(client, endpoint)
        }
      }
      // Nobody holds the body any more: the server learns of it, and its next write fails.
      try await eventually("the watch ends") {
        try await expectAlive(client, endpoint)
        return isOver.isSet
      }
      try await eventually("its request ends") { server.metrics.requestsInFlight == 0 }
    }
  }

  @Test func refusedConnectionIsAnError() async throws {
    let server = try HTTPServer.start(
      .init(address: .tcp(host: "127.0.0.1", port: 0), reactors: 1), router: Self.mixed())
    let address = server.address
    await server.stop()
    let client = try HTTPClient(configuration: .patient)
    await #expect(throws: TransportError.system(call: "connect", code: 111)) {
      try await client.send(HTTPClientRequest(target: "/"), to: HTTPEndpoint(address: address))
    }
    await #expect(throws: TransportError.self) {
      try await client.send(
        HTTPClientRequest(target: "/"), to: HTTPEndpoint(address: .tcp(host: "does-not-exist.invalid", port: 1)))
    }
    await #expect(throws: TransportError.self) {
      try await client.send(
        HTTPClientRequest(target: "/ HTTP/1.1\r\nX: y"), to: HTTPEndpoint(address: address))
    }
    await client.shutdown()
  }

  @Test func valuesCannotForgeFields() {
    let headers: HTTPHeaders = ["x": "a\r\nset-cookie: b", "y\r\nz": "c"]
    #expect(headers["x"] == "a  set-cookie: b")
    #expect(headers["set-cookie"] == nil)
    #expect(headers.map(\.name) == ["x", "y__z"])
  }
}
