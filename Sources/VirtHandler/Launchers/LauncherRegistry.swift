import Glibc
import KubeClient
import LauncherProtocol
import Logging
import Synchronization
import Transport

/// Which launcher: of v0.8.0 there is one for an instance, today one for a pod.
enum LauncherIdentity: Sendable, Hashable {
  case legacy(uid: String)
  case current(podUID: String)
}

/// What is known of a launcher.
struct LauncherView: Sendable {
  /// Nil until it has told something.
  var report: Report?
  /// The guest that had ended when its domain was taken away.
  var ended: DomainReport?
  var isConnected = false
  /// When it last gave a sign of life; before the first one, when it was found.
  var lastHeard: ContinuousClock.Instant

  enum Report: Sendable, Hashable {
    case noDomain
    case domain(DomainReport)

    init(_ domain: DomainReport?) { self = domain.map(Report.domain) ?? .noDomain }

    var domain: DomainReport? { if case .domain(let domain) = self { domain } else { nil } }
  }

  /// Launchers that live say so each ten seconds.
  var silence: Duration { lastHeard.duration(to: .now) }
}

/// All launchers of the node: found by their sockets, also those from before this process, and listened to.
final class LauncherRegistry: Sendable {
  private struct Entry {
    var client: LauncherClient
    var view: LauncherView
  }

  private let paths: NodePaths
  private let group: ReactorGroup
  private let logger: Logger
  private let onChange: @Sendable (LauncherIdentity) -> Void
  private let entries = Mutex<[LauncherIdentity: Entry]>([:])
  /// What launchers that are gone said last of guests that had ended, so that nobody takes their end for a crash.
  private let departed = Mutex<[LauncherIdentity: LauncherView]>([:])
  private let found: AsyncStream<LauncherIdentity>
  private let finding: AsyncStream<LauncherIdentity>.Continuation
  private static let scanInterval = Duration.seconds(1)
  /// How long the last words of launchers are kept.
  private static let memory = Duration.seconds(3600)
  private static let backOff = BackOff(first: .milliseconds(200), longest: .seconds(5))

  /// - Parameter onChange: told of every change of what is known, after it is known.
  init(
    _ paths: NodePaths, group: ReactorGroup, logger: Logger,
    onChange: @escaping @Sendable (LauncherIdentity) -> Void
  ) {
    self.paths = paths
    self.group = group
    self.logger = logger
    self.onChange = onChange
    (found, finding) = AsyncStream.makeStream()
  }

  // MARK: Asking

  /// What is known of a launcher; nil when it has no socket.
  func view(of identity: LauncherIdentity) -> LauncherView? {
    ensure(identity)
    return entries.withLock { $0[identity]?.view } ?? departed.withLock { $0[identity] }
  }

  func client(of identity: LauncherIdentity) -> LauncherClient? {
    ensure(identity)
    return entries.withLock { $0[identity]?.client }
  }

  /// Everything that is listened to.
  var identities: [LauncherIdentity] { entries.withLock { Array($0.keys) } }

  /// Takes note of the answer to a command, until the launcher tells itself: that may say the same, which is no change
  /// then, so that whom it concerns hears of it now.
  func note(_ domain: DomainReport?, of identity: LauncherIdentity) {
    let isNews = entries.withLock { entries in
      guard let domain, entries[identity]?.view.report == .noDomain else { return false }
      entries[identity]?.view.report = .domain(domain)
      return true
    }
    if isNews { onChange(identity) }
  }

  /// Lets go of a launcher that has ended, and removes its socket where it does not go with the pod. One that still
  /// talks stays.
  func forget(_ identity: LauncherIdentity) {
    let isThere = entries.withLock { entries in
      if entries[identity]?.view.isConnected == true { return true }
      entries[identity] = nil
      return false
    }
    if isThere { return }
    if case .legacy = identity, let socket = socket(of: identity) { unlink(socket.path) }
    departed.withLock { _ = $0.removeValue(forKey: identity) }
  }

  private func socket(of identity: LauncherIdentity) -> LauncherSocket? {
    switch identity {
    case .legacy(let uid): paths.legacySocket(uid: uid)
    case .current(let podUID): paths.currentSocket(podUID: podUID)
    }
  }

  // MARK: Finding

  private func ensure(_ identity: LauncherIdentity) {
    if entries.withLock({ $0[identity] != nil }) { return }
    guard let socket = socket(of: identity), socket.exists, let client = LauncherClient(socket, group: group) else {
      return
    }
    let isNew = entries.withLock { entries in
      if entries[identity] != nil { return false }
      entries[identity] = Entry(client: client, view: LauncherView(lastHeard: .now))
      return true
    }
    if isNew { finding.yield(identity) }
  }

  /// Looks for sockets and listens to launchers, until the task is cancelled.
  func run() async {
    await withDiscardingTaskGroup { group in
      group.addTask {
        while !Task.isCancelled {
          self.scan()
          try? await Task.sleep(for: Self.scanInterval)
        }
      }
      for await identity in found { group.addTask { await self.follow(identity) } }
    }
  }

  private func scan() {
    for name in Directory.names(in: paths.legacySockets) where name.hasSuffix(NodePaths.legacySocketSuffix) {
      ensure(.legacy(uid: String(name.dropLast(NodePaths.legacySocketSuffix.count))))
    }
    for podUID in Directory.names(in: paths.podsDirectory) { ensure(.current(podUID: podUID)) }
  }

  private func follow(_ identity: LauncherIdentity) async {
    var failures = 0
    while !Task.isCancelled, let client = entries.withLock({ $0[identity]?.client }) {
      var reason = "the connection ended"
      do throws(LauncherError) {
        try await client.follow { sign in
          if self.take(sign, from: client, as: identity) { self.onChange(identity) }
        }
      } catch { reason = "\(error)" }
      if Task.isCancelled { return }
      let wasConnected = entries.withLock { entries in
        guard let view = entries[identity]?.view, view.isConnected else { return false }
        entries[identity]?.view.isConnected = false
        entries[identity]?.view.lastHeard = .now
        return true
      }
      if !client.socket.exists {
        depart(identity, client)
        return onChange(identity)
      }
      if wasConnected {
        logger.info("launcher lost", metadata: ["socket": "\(client.socket.path)", "reason": "\(reason)"])
        failures = 0
        onChange(identity)
      }
      failures += 1
      try? await Task.sleep(for: Self.backOff.delay(afterFailures: failures, jitter: .random(in: 0...1)))
    }
  }

  private func depart(_ identity: LauncherIdentity, _ client: LauncherClient) {
    let view = entries.withLock { entries in
      entries[identity]?.client === client ? entries.removeValue(forKey: identity)?.view : nil
    }
    guard let view, view.ended != nil || view.report?.domain?.status.isAlive == false else { return }
    departed.withLock { departed in
      departed = departed.filter { $0.value.lastHeard.duration(to: .now) < Self.memory }
      departed[identity] = view
    }
  }

  /// Whether something is known now that was not before.
  private func take(_ sign: LauncherSign, from client: LauncherClient, as identity: LauncherIdentity) -> Bool {
    entries.withLock { entries in
      guard var entry = entries[identity], entry.client === client else { return false }
      let before = entry.view
      entry.view.isConnected = true
      entry.view.lastHeard = .now
      if case .domain(let domain) = sign {
        if domain == nil, let last = before.report?.domain, !last.status.isAlive { entry.view.ended = last }
        entry.view.report = LauncherView.Report(domain)
      }
      entries[identity] = entry
      return entry.view.report != before.report || !before.isConnected
    }
  }
}

/// Reads folders.
enum Directory {
  /// The names in a folder, none where it cannot be read.
  static func names(in path: String) -> [String] {
    guard let directory = opendir(path) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }
}
