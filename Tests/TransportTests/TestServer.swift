import Dispatch
import Glibc
import Synchronization
import Testing

@testable import Transport

/// A certificate authority for the tests, made once.
enum TestCertificates {
  static let authority = Result { try CertificateAuthority(commonName: "test authority") }

  static func server(_ commonName: String = "test server") throws -> CertificatePair {
    try authority.get().issue(
      CertificateRequest(commonName: commonName, dnsNames: ["localhost"], ipAddresses: ["127.0.0.1", "::1"]))
  }

  static func client(_ commonName: String, organizations: [String] = []) throws -> CertificatePair {
    try authority.get().issue(
      CertificateRequest(
        commonName: commonName, organizations: organizations, isForServer: false, isForClient: true))
  }

  static func trust() throws -> TLSClientConfiguration.Trust {
    .authorities(.bytes(try authority.get().certificatePEM))
  }
}

/// Which protocol a test runs over.
enum Wire: String, CaseIterable, Sendable, CustomTestStringConvertible {
  case clearHTTP1, clearHTTP2, tlsHTTP1, tlsHTTP2

  var testDescription: String { rawValue }
  var isSecure: Bool { self == .tlsHTTP1 || self == .tlsHTTP2 }
  var version: HTTPVersion { self == .clearHTTP1 || self == .tlsHTTP1 ? .http1_1 : .http2 }

  func endpoint(_ server: HTTPServer, identity: TLSIdentity? = nil) throws -> HTTPEndpoint {
    let tls =
      try isSecure
      ? TLSClientConfiguration(
        trust: TestCertificates.trust(), identity: identity, protocols: [version]) : nil
    return HTTPEndpoint(address: server.address, tls: tls, usesHTTP2InTheClear: self == .clearHTTP2)
  }
}

extension Limits {
  /// Without deadlines that a busy machine could miss; a test sets the one that it is about.
  static var patient: Limits {
    var limits = Limits()
    limits.handshake = .seconds(1000)
    limits.idle = .seconds(1000)
    limits.requestHead = .seconds(1000)
    limits.requestBody = .seconds(1000)
    limits.writeStall = .seconds(1000)
    return limits
  }
}

extension HTTPClientConfiguration {
  /// Without deadlines that a busy machine could miss.
  static var patient: HTTPClientConfiguration {
    var configuration = HTTPClientConfiguration()
    configuration.connectTimeout = .seconds(1000)
    configuration.idleTimeout = .seconds(1000)
    configuration.pingAfter = .seconds(1000)
    configuration.writeStall = .seconds(1000)
    return configuration
  }
}

/// Threads beside those that run all other tests: these compute for minutes where the machine is slow, while a peer that
/// waits for its turn has to keep deadlines.
final class TestExecutor: TaskExecutor {
  static let shared = TestExecutor()

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    DispatchQueue.global(qos: .userInitiated).async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}

/// Runs `body` against a server on a free port of the loopback interface, and stops the server afterwards.
func withServer<Result>(
  _ wire: Wire, limits: Limits = .patient, clientAuthorities: PEMSource? = nil, router: @escaping HTTPRouter,
  _ body: (HTTPServer, HTTPClient, HTTPEndpoint) async throws -> Result
) async throws -> Result {
  let tls =
    try wire.isSecure
    ? TLSServerConfiguration(identity: TestCertificates.server().identity, clientAuthorities: clientAuthorities) : nil
  let server = try HTTPServer.start(
    .init(address: .tcp(host: "127.0.0.1", port: 0), tls: tls, limits: limits, reactors: 2), router: router)
  let client = try HTTPClient(configuration: .patient)
  return try await withTaskExecutorPreference(TestExecutor.shared) {
    do {
      let result = try await body(server, client, wire.endpoint(server))
      await client.shutdown()
      await server.stop()
      return result
    } catch {
      await client.shutdown()
      await server.stop()
      throw error
    }
  }
}

/// A blocking socket for saying things that a proper client would not say.
final class RawClient {
  private let fd: Int32

  init(port: UInt16) throws {
    let address = try #require(RawAddress(literal: "127.0.0.1", port: port))
    fd = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    let code = address.withPointer { connect(fd, $0, $1) }
    try #require(code == 0)
    var timeout = timeval(tv_sec: 200, tv_usec: 0)
    setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &timeout, socklen_t(MemoryLayout<timeval>.size))
  }

  deinit { close(fd) }

  func send(_ text: String) { send(Array(text.utf8)) }

  func send(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.send(fd, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
      if count <= 0 { return }
      rest = rest.dropFirst(count)
    }
  }

  /// Everything until the server closes; nil when it resets the connection or stays silent for long.
  func readToEnd() -> [UInt8]? {
    var all: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      let count = recv(fd, &buffer, buffer.count, 0)
      if count == 0 { return all }
      if count < 0 { return nil }
      all += buffer[0..<count]
    }
  }

  /// Reads until `text` has arrived.
  func read(until text: String) -> String {
    var all: [UInt8] = []
    var byte: UInt8 = 0
    while recv(fd, &byte, 1, 0) == 1 {
      all.append(byte)
      if all.count >= text.utf8.count, all.suffix(text.utf8.count).elementsEqual(text.utf8) { break }
    }
    return String(decoding: all, as: UTF8.self)
  }

  func finishWriting() { shutdown(fd, Int32(SHUT_WR)) }
}

/// Counts from any task.
final class Counter: Sendable {
  private let value = Atomic<Int>(0)
  var count: Int { value.load(ordering: .relaxed) }
  func increment() { value.wrappingAdd(1, ordering: .relaxed) }
}

/// Once set, stays set.
final class Flag: Sendable {
  private let value = Atomic<Bool>(false)
  var isSet: Bool { value.load(ordering: .relaxed) }
  func set() { value.store(true, ordering: .relaxed) }
}

/// A value behind a lock that closures can share.
final class Locked<Value: Sendable>: Sendable {
  private let value: Mutex<Value>
  init(_ value: Value) { self.value = Mutex(value) }
  func withLock<Result: Sendable>(_ body: (inout sending Value) -> sending Result) -> Result { value.withLock(body) }
}
