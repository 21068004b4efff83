import JSON
import Kube
import LauncherProtocol
import Libvirt
import Logging
import VirtTypes
import XML

/// Holds the one domain of this launcher: carries out what `DomainDecision` decides, and keeps the report of its state.
actor DomainManager {
  let settings: LauncherSettings
  let preparation: any InstancePreparing
  let logger: Logger
  nonisolated let subscribers = DomainSubscribers()

  private(set) var connection: LibvirtConnection?
  private(set) var report: DomainReport?
  private var flags = DomainFlags()
  private var agent: GuestAgentReport?
  private var guestInterfaces: [GuestInterface] = []
  private var podLinks: [String: String] = [:]
  private var failure: String?
  /// No guest is started any more.
  private var isEnding = false
  /// The moment at which the guest was asked to end, in case that libvirt did not keep it.
  private var shutdownStarted: Timestamp?
  private let gate = SerialGate()

  init(settings: LauncherSettings, preparation: any InstancePreparing, logger: Logger) {
    self.settings = settings
    self.preparation = preparation
    self.logger = logger
  }

  /// Whether the guest has run and has ended.
  var hasEnded: Bool { flags.hasRun && report?.status.isAlive != true && connection != nil }

  var hasRun: Bool { flags.hasRun }

  /// From now on no guest is started.
  func beginEnding() { isEnding = true }

  // MARK: libvirt

  func use(_ connection: LibvirtConnection?) async {
    self.connection = connection
    await refresh()
  }

  func take(_ event: LibvirtEvent) async {
    logger.debug("libvirt tells", metadata: ["event": "\(event)"])
    switch event {
    case .connectionClosed: connection = nil
    case .lifecycle(let name, _, _), .reboot(let name), .ioError(let name, _, _):
      if name == settings.domainName { await refresh() }
    case .agent(let name, let isConnected):
      guard name == settings.domainName else { return }
      await refresh()
      if isConnected { await askAgent() }
    }
  }

  /// Looks at the domain anew and tells subscribers when something has changed.
  func refresh() async {
    guard let connection else { return }
    do throws(LibvirtError) {
      let domain = try await connection.domain(named: settings.domainName)
      var next: DomainReport?
      if let domain { next = try await makeReport(domain) }
      // The domain can have gone on meanwhile; whoever comes last has the last word, and each change brings an event.
      publish(next)
    } catch {
      if error.code == .noDomain { return publish(nil) }
      logger.warning("the domain cannot be looked at", metadata: ["reason": "\(error)"])
    }
  }

  private func makeReport(_ domain: LibvirtDomain) async throws(LibvirtError) -> DomainReport {
    let state = try await domain.state()
    let words = DomainWords.words(for: state)
    var report = DomainReport()
    report.namespace = settings.namespace
    report.name = settings.name
    if let xml = Self.parse(try await domain.xml()) {
      report.read(xml)
      report.add(podLinks: podLinks)
      flags.isAgentConnected = words.status.isAlive && DomainReport.isAgentConnected(xml)
      flags.hasACPI = report.hasACPI
    }
    report.status = words.status
    report.reason = words.reason
    if let shutdownStarted, report.gracePeriod?.started == nil { report.gracePeriod?.started = shutdownStarted }
    flags.isShutdownRequested = report.gracePeriod?.started != nil || shutdownStarted != nil
    if words.status.isAlive, words.reason != .startingUp { flags.hasRun = true }
    return report
  }

  private static func parse(_ text: String) -> XMLElement? { try? XMLElement(parsing: text) }

  private func publish(_ next: DomainReport?) {
    var next = next
    if !flags.isAgentConnected {
      agent = nil
      guestInterfaces = []
    }
    next?.agent = agent
    next?.add(guestInterfaces)
    next?.failure = failure
    if next == report { return }
    if next?.status != report?.status || next?.reason != report?.reason {
      logger.info(
        "the domain changed",
        metadata: ["state": "\(next?.status.rawValue ?? "gone")", "reason": "\(next?.reason.rawValue ?? "")"])
    }
    report = next
    subscribers.send(.state(next))
  }

  func domainAndState() async throws(Status) -> (LibvirtDomain, LibvirtDomainState)? {
    guard let connection else {
      throw .failure(.serviceUnavailable, code: 503, message: "libvirt is not connected")
    }
    do throws(LibvirtError) {
      guard let domain = try await connection.domain(named: settings.domainName) else { return nil }
      return (domain, try await domain.state())
    } catch {
      if error.code == .noDomain { return nil }
      throw Self.status(error)
    }
  }

  static func status(_ error: LibvirtError) -> Status {
    switch error.code {
    case .noDomain: .failure(.notFound, code: 404, message: "there is no domain")
    case .operationInvalid: .failure(.conflict, code: 409, message: error.message)
    case .xmlError, .xmlDetail, .xmlInvalid, .configurationUnsupported:
      .failure(.invalid, code: 422, message: "libvirt refuses the domain: \(error.message)")
    default: .failure(.internalError, code: 500, message: error.message)
    }
  }

  // MARK: sync

  /// Brings the domain in line with the instance.
  func sync(_ request: SyncRequest) async throws(Status) -> DomainReport? {
    await gate.enter()
    do throws(Status) {
      try await carryOutSync(request)
      failure = nil
    } catch {
      failure = error.message
      logger.error("the domain cannot be brought in line", metadata: ["reason": "\(error.message)"])
      await refresh()
      await gate.leave()
      throw error
    }
    await refresh()
    await gate.leave()
    return report
  }

  private func carryOutSync(_ request: SyncRequest) async throws(Status) {
    let instance = try Self.instance(request.instance)
    guard instance.metadata.uid == settings.uid else {
      throw .failure(
        .conflict, code: 409, message: "this launcher is for the instance \(settings.uid), not \(instance.metadata.uid)"
      )
    }
    let found = try await domainAndState()
    switch DomainDecision.sync(found?.1, flags) {
    case .defineAndCreate: try await start(instance, request)
    case .resume:
      if let domain = found?.0 {
        try await Self.translating { () throws(LibvirtError) in try await domain.resume() }
      }
    default: break
    }
  }

  private static func instance(_ json: JSONValue) throws(Status) -> V1.VirtualMachineInstance {
    do throws(JSONProblem) {
      return try V1.VirtualMachineInstance(json: json.jsonBytes(), options: .lenient)
    } catch {
      throw .failure(.badRequest, code: 400, message: "the instance cannot be read: \(error)")
    }
  }

  private func start(_ instance: V1.VirtualMachineInstance, _ request: SyncRequest) async throws(Status) {
    let prepared = try await preparation.prepare(instance, request)
    podLinks = prepared.podLinks
    for remark in prepared.remarks { logger.warning("\(remark)") }
    guard let connection else {
      throw .failure(.serviceUnavailable, code: 503, message: "libvirt is not connected")
    }
    if isEnding { throw .failure(.conflict, code: 409, message: "the launcher is about to end") }
    let isPaused = instance.spec.startStrategy == "Paused"
    if isPaused { flags.isPausedByUser = true }
    let text = prepared.xml.printed()
    logger.debug("the domain's description", metadata: ["xml": "\(text)"])
    try await Self.translating { () throws(LibvirtError) in
      let domain = try await connection.define(text)
      try await domain.create(paused: isPaused)
    }
    flags.hasRun = true
    // A stop that came meanwhile found no guest.
    if isEnding { await destroy() }
  }

  private static func translating(_ body: () async throws(LibvirtError) -> Void) async throws(Status) {
    do throws(LibvirtError) { try await body() } catch { throw status(error) }
  }

  // MARK: commands

  func carryOut(_ command: LauncherCommand) async throws(Status) -> DomainReport? {
    let found = try await domainAndState()
    let action = try DomainDecision.action(for: command, found?.1, flags)
    logger.info("command", metadata: ["command": "\(command.rawValue)", "action": "\(action)"])
    if let domain = found?.0 { try await carryOut(action, domain) }
    if command == .pause { flags.isPausedByUser = true }
    if command == .unpause { flags.isPausedByUser = false }
    await refresh()
    return report
  }

  private func carryOut(_ action: DomainAction, _ domain: LibvirtDomain) async throws(Status) {
    switch action {
    case .nothing, .defineAndCreate: break
    case .resume: try await Self.translating { () throws(LibvirtError) in try await domain.resume() }
    case .suspend: try await Self.translating { () throws(LibvirtError) in try await domain.suspend() }
    case .reset: try await Self.translating { () throws(LibvirtError) in try await domain.reset() }
    case .shutdown(let ways):
      try await first(of: ways) { way throws(LibvirtError) in try await domain.shutdown(by: way) }
      await noteShutdown(domain)
    case .reboot(let ways):
      try await first(of: ways) { way throws(LibvirtError) in try await domain.reboot(by: way) }
    case .destroy: try await destroy(domain)
    case .undefine:
      try await Self.translating { () throws(LibvirtError) in try await domain.undefine(keepsNVRAM: false) }
    case .freeze: _ = try await ask(domain, #"{"execute":"guest-fsfreeze-freeze"}"#)
    case .thaw: _ = try await ask(domain, #"{"execute":"guest-fsfreeze-thaw"}"#)
    }
  }

  /// A guest whose agent refuses may still listen to its power button.
  private func first(
    of ways: [LibvirtDomain.Way], _ body: (LibvirtDomain.Way) async throws(LibvirtError) -> Void
  ) async throws(Status) {
    var last = LibvirtError(code: .operationFailed, message: "the guest cannot be asked")
    for way in ways {
      do throws(LibvirtError) {
        return try await body(way)
      } catch {
        last = error
      }
    }
    throw Self.status(last)
  }

  /// Writes into the domain when its grace period has begun, so that it is known after libvirtd or virt-handler has
  /// started anew.
  private func noteShutdown(_ domain: LibvirtDomain) async {
    let now = Timestamp.now()
    shutdownStarted = now
    do throws(LibvirtError) {
      guard let xml = Self.parse(try await domain.xml()) else { return }
      try await domain.setMetadata(
        DomainMetadata.element(ofDomain: xml, started: now).printed(), key: DomainMetadata.key,
        namespace: DomainMetadata.namespace, live: true)
    } catch {
      logger.warning("the beginning of the shutdown was not kept", metadata: ["reason": "\(error)"])
    }
  }

  /// Ends the guest's process, kindly first.
  private func destroy(_ domain: LibvirtDomain) async throws(Status) {
    do throws(LibvirtError) {
      return try await domain.destroy(graceful: true)
    } catch {
      if error.code == .operationInvalid || error.code == .noDomain { return }
      logger.warning("the guest's process did not end when asked to", metadata: ["reason": "\(error)"])
    }
    try await Self.translating { () throws(LibvirtError) in try await domain.destroy(graceful: false) }
  }

  /// Ends the guest's process whatever state it is in; for the launcher's own end.
  func destroy() async {
    do throws(Status) { _ = try await carryOut(.kill) } catch {
      logger.error("the guest could not be ended", metadata: ["reason": "\(error.message)"])
    }
  }

  // MARK: agent

  func ask(_ domain: LibvirtDomain, _ message: String) async throws(Status) -> JSONValue {
    do throws(LibvirtError) {
      let answer = try await domain.agentCommand(message)
      return (try? JSONValue(parsing: answer)) ?? .null
    } catch {
      throw Self.status(error)
    }
  }

  /// Asks the guest's agent all that the report shows.
  func askAgent() async {
    guard flags.isAgentConnected, let found = try? await domainAndState() else { return }
    guard let answer = try? await ask(found.0, GuestAgentQuery.info.message) else { return }
    var told = GuestAgentReport()
    GuestAgentAnswers.apply(answer, of: .info, to: &told)
    var interfaces = guestInterfaces
    for query in GuestAgentQuery.polled where told.supportedCommands.contains(query.rawValue) {
      guard let answer = try? await ask(found.0, query.message) else { continue }
      if query == .interfaces {
        interfaces = GuestAgentAnswers.interfaces(answer)
      } else {
        GuestAgentAnswers.apply(answer, of: query, to: &told)
      }
    }
    guard flags.isAgentConnected else { return }
    agent = told
    guestInterfaces = interfaces
    await refresh()
  }

  /// What a subresource shows of the guest.
  func guest(_ query: GuestAgentQuery) async throws(Status) -> JSONValue {
    guard let (domain, _) = try await domainAndState() else {
      throw .failure(.notFound, code: 404, message: "there is no domain")
    }
    guard flags.isAgentConnected else {
      throw .failure(.conflict, code: 409, message: "the guest's agent is not connected")
    }
    switch query {
    case .users: return GuestAgentAnswers.userList(try await ask(domain, query.message))
    case .fileSystems: return GuestAgentAnswers.fileSystemList(try await ask(domain, query.message))
    default:
      if agent == nil { await askAgent() }
      return GuestAgentAnswers.info(agent ?? GuestAgentReport())
    }
  }
}
