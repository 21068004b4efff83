import ComponentBase
import Glibc
import Kube
import KubeClient
import Logging
import Synchronization
import Transport

/// The virt-controller service: controllers that work while they lead, behind probes and metrics.
public struct ControllerService: Sendable {
  public struct Election: Sendable {
    public var lease: NamespacedName
    public var times: LeaderElectionOptions

    public init(lease: NamespacedName, times: LeaderElectionOptions = LeaderElectionOptions()) {
      self.lease = lease
      self.times = times
    }
  }

  public struct Options: Sendable {
    /// A literal IP address; empty for all.
    public var bindAddress = "0.0.0.0"
    /// 0 takes any free port.
    public var port: UInt16 = 8443
    public var certificates: ServingCertificates
    /// Nil leads without asking.
    public var election: Election?

    public init(certificates: ServingCertificates) { self.certificates = certificates }
  }

  private let options: Options
  private let client: KubernetesClient
  private let settings: ControllerSettings
  private let logger: Logger

  public init(options: Options, client: KubernetesClient, settings: ControllerSettings, logger: Logger) {
    self.options = options
    self.client = client
    self.settings = settings
    self.logger = logger
  }

  /// Works until SIGTERM or SIGINT; then what is under way ends, and the lease is released.
  public func run() async throws {
    let signal = try ShutdownSignal()
    let manager = ControllerManager(client, settings: settings, logger: logger)
    let connection = ConnectionWatch(client)
    let elector = options.election.map { election in
      LeaderElector(
        client, lease: election.lease, identity: Self.identity(), options: election.times, logger: logger
      ) { [logger] in
        logger.critical("ending the process: another may lead by now")
        _exit(1)
      }
    }
    let server = try ControllerServer.start(
      ControllerServer.Options(options),
      health: ControllerServer.Health(
        unreadyReason: { manager.unreadyReason }, disconnectedReason: { connection.reason },
        isLeading: { elector?.isLeader ?? true }, writeMetrics: { manager.writeMetrics(to: &$0) }),
      logger: logger)
    logger.notice("serving", metadata: ["address": "\(server.address)", "version": "\(BuildInformation.version)"])
    await withTaskGroup(of: Void.self) { group in
      group.addTask { await manager.follow() }
      group.addTask { await connection.run() }
      group.addTask {
        if let elector { await elector.run { await manager.lead() } } else { await manager.lead() }
      }
      let number = await signal.wait(on: server.group)
      logger.notice("stopping", metadata: ["signal": "\(number)"])
      group.cancelAll()
    }
    await server.drain(grace: .seconds(1))
    logger.notice("stopped")
  }

  /// Host name and a number of our own: no two candidates ever have the same.
  private static func identity() -> String {
    var buffer = [CChar](repeating: 0, count: 256)
    gethostname(&buffer, 255)
    let host = String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return "\(host)_\(UUID.random())"
  }
}

extension ControllerServer.Options {
  init(_ options: ControllerService.Options) {
    self.init(certificates: options.certificates)
    bindAddress = options.bindAddress
    port = options.port
  }
}

/// Asks from time to time whether the API server answers.
private final class ConnectionWatch: Sendable {
  private let client: KubernetesClient
  private let fault = Mutex<String?>(nil)
  private static let interval = Duration.seconds(10)

  init(_ client: KubernetesClient) { self.client = client }

  /// Why it can't be reached; nil when it can.
  var reason: String? { fault.withLock { $0 } }

  func run() async {
    while !Task.isCancelled {
      do {
        _ = try await client.raw("GET", "/version", timeout: .seconds(5))
        fault.withLock { $0 = nil }
      } catch {
        fault.withLock { $0 = "\(error)" }
      }
      try? await Task.sleep(for: Self.interval)
    }
  }
}
