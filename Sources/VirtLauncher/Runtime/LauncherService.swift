import Glibc
import LauncherProtocol
import Libvirt
import Logging
import Transport

/// A launcher's life, from its start to its end with its guest.
public struct LauncherService: Sendable {
  let settings: LauncherSettings
  let preparation: any InstancePreparing
  let logger: Logger

  /// How long libvirtd may take to answer for the first time.
  static let connectTimeout = Duration.seconds(30)
  /// How long virt-handler may take to notice the guest's end and to have the domain forgotten.
  static let notificationGrace = Duration.seconds(30)

  init(settings: LauncherSettings, preparation: any InstancePreparing, logger: Logger) {
    self.settings = settings
    self.preparation = preparation
    self.logger = logger
  }

  /// Serves until the guest has ended.
  /// - Throws: `LauncherFailure` where the launcher cannot do its work, or no domain comes in time; `TransportError`
  ///   where the command socket cannot be had.
  public func run() async throws {
    let stopping = try ShutdownSignal()
    for number in [SIGHUP, SIGQUIT] { signal(number) { _ in kill(getpid(), SIGTERM) } }
    let files = LauncherFiles(settings: settings)
    try files.prepare()
    // The library would start a user's libvirtd itself, which nobody would watch over.
    setenv("LIBVIRT_AUTOSTART", "0", 1)
    let daemons = ProcessSupervisor(logger: logger)
    daemons.keep("virtlogd", [settings.logDaemon] + logDaemonArguments)
    daemons.keep("libvirtd", ["/bin/bash", settings.libvirtScript])
    let manager = DomainManager(settings: settings, preparation: preparation, logger: logger)
    do {
      try await serve(manager, files, stopping)
    } catch {
      await end(manager, daemons)
      throw error
    }
    await end(manager, daemons)
  }

  private var logDaemonArguments: [String] {
    settings.isUnprivileged ? [] : ["-f", LauncherFiles.logDaemonFile]
  }

  /// The guest goes before those who could end it.
  private func end(_ manager: DomainManager, _ daemons: ProcessSupervisor) async {
    await manager.beginEnding()
    await manager.destroy()
    preparation.end()
    await manager.connection?.close()
    await daemons.stop(grace: .seconds(5))
    LauncherFiles(settings: settings).endRemainingGuest()
    unlink(settings.commandSocket)
    if !settings.readinessFile.isEmpty { unlink(settings.readinessFile) }
  }

  private func serve(_ manager: DomainManager, _ files: LauncherFiles, _ stopping: ShutdownSignal) async throws {
    await manager.use(try await connect(within: Self.connectTimeout))
    unlink(settings.initialCommandSocket)
    unlink(settings.commandSocket)
    let server = try LauncherServer(manager: manager, settings: settings, logger: logger).start()
    let monitor = LauncherMonitor(settings: settings, manager: manager, logger: logger)
    let group = server.group
    let background = [
      Task { await self.followLibvirt(manager) },
      Task { await files.keepWatchdog() },
      Task { await self.keepLooking(manager) },
      Task {
        _ = await stopping.wait(on: group)
        await monitor.stopRequested()
      },
    ]
    defer { for task in background { task.cancel() } }
    if settings.initialCommandSocket != settings.commandSocket,
      rename(settings.initialCommandSocket, settings.commandSocket) != 0
    {
      throw LauncherFailure("cannot name the command socket: \(String(cString: strerror(errno)))")
    }
    if !settings.readinessFile.isEmpty { LauncherFiles.touch(settings.readinessFile) }
    logger.info("serving", metadata: ["socket": "\(settings.commandSocket)"])
    do {
      try await monitor.run()
    } catch {
      manager.subscribers.finish()
      await server.drain(grace: .milliseconds(500))
      throw error
    }
    manager.subscribers.finish()
    await server.drain(grace: .milliseconds(500))
  }

  private func connect(within limit: Duration) async throws -> LibvirtConnection {
    let start = ContinuousClock.now
    while true {
      do throws(LibvirtError) {
        let connection = try await LibvirtConnection.open(settings.libvirtURI)
        logger.info("libvirt is connected", metadata: ["after": "\(ContinuousClock.now - start)"])
        return connection
      } catch {
        if ContinuousClock.now - start > limit { throw LauncherFailure("libvirt does not answer: \(error)") }
      }
      try await Task.sleep(for: .milliseconds(50))
    }
  }

  /// Passes on libvirt's events; a lost connection is made anew as long as it takes, since libvirtd is started again.
  private func followLibvirt(_ manager: DomainManager) async {
    while !Task.isCancelled {
      if let connection = await manager.connection {
        for await event in connection.events { await manager.take(event) }
        if Task.isCancelled { return }
        logger.warning("libvirt's connection is lost")
        await manager.use(nil)
        await connection.close()
      }
      do {
        await manager.use(try await connect(within: .seconds(5)))
      } catch {
        if Task.isCancelled { return }
        logger.error("\(error)")
      }
    }
  }

  /// Asks the guest's agent anew, and shows subscribers that the launcher is there, each ten seconds.
  private func keepLooking(_ manager: DomainManager) async {
    while !Task.isCancelled {
      try? await Task.sleep(for: .seconds(10))
      manager.subscribers.send(.silence)
      await manager.askAgent()
    }
  }
}

extension LauncherService {
  /// A launcher that prepares instances with what its container has.
  public init(settings: LauncherSettings, logger: Logger) {
    self.init(settings: settings, preparation: StandardPreparation(settings: settings, logger: logger), logger: logger)
  }
}
