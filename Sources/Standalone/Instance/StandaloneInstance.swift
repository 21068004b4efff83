import ComponentBase
import EmbeddedAPI
import EmbeddedStore
import Glibc
import Kube
import Logging
import Transport
import VirtAPI

/// An instance while it runs: store, API server and controllers on one data directory.
public struct StandaloneInstance: Sendable {
  let options: InstanceOptions
  let logger: Logger

  /// Serves until SIGTERM or SIGINT, then finishes what is under way.
  ///
  /// - Parameter reportDescriptor: a pipe to say "ready" on; negative for none.
  /// - Throws: `StandaloneError` when another instance has the directory, the port is taken, or the data are damaged.
  public static func run(_ options: InstanceOptions, logger: Logger, reportDescriptor: Int32) async throws {
    guard let lock = try InstanceLock.acquire(options.directory) else {
      throw StandaloneError(RunningInstance.message(options.directory))
    }
    let instance = StandaloneInstance(options: options, logger: logger)
    try await instance.serve(ReadinessNotice(descriptor: reportDescriptor))
    lock.keep()
  }

  private func serve(_ notice: ReadinessNotice) async throws {
    // What is written from here on is for its owner alone, the database's own files included.
    umask(0o077)
    // After that it ends as by a kill, which loses nothing: every acknowledged change is on disk.
    let signal = try ShutdownSignal(endingProcessAfter: options.gracePeriod + .seconds(10))
    let store = try openStore()
    defer { store.close() }
    let certificates = InstanceCertificates(
      folder: options.directory.certificates,
      serverNames: ServerNames.forBindAddress(options.bindAddress) + options.subjectNames, logger: logger)
    try certificates.prepare()
    let parts = try InstanceParts(options, store: store, certificates: certificates, logger: logger)
    try await parts.prepare()
    let server = try startServer(parts, certificates)
    parts.running.server = server
    let url = HostAddress.localURL(bindAddress: options.bindAddress, port: server.port)
    try AdminKubeconfig.write(certificates, server: url, to: options.directory.adminKubeconfig)
    let record = InstanceRecord(server: url, version: BuildInformation.version, started: Timestamp.now())
    try record.write(to: options.directory)
    logger.notice("serving", metadata: ["url": "\(url)", "data": "\(options.directory.path)"])
    let controllers =
      options.runsControllers ? try MachineControllers(certificates, url: url, logger: logger) : nil
    let handler =
      options.runsControllers && options.runsGuests
      ? try MachineHandler(
        certificates, url: url, options: options, address: parts.handlerAddress, logger: logger) : nil
    let pods =
      options.runsControllers && options.runsPods
      ? try MachinePods(certificates, url: url, options: options, reference: parts.pods, logger: logger) : nil
    await withTaskGroup(of: Void.self) { group in
      parts.run(in: &group)
      if let controllers { group.addTask { await controllers.run() } }
      if let pods { group.addTask { await pods.run() } }
      if let handler { group.addTask { await handler.run() } }
      group.addTask { await renew(certificates, url) }
      notice.ready()
      let number = await signal.wait(on: server.group)
      logger.notice("stopping", metadata: ["signal": "\(number)"])
      notice.stopping()
      parts.beginDraining()
      await server.drain(grace: options.gracePeriod)
      group.cancelAll()
      // Controllers that wait for changes wake up by this.
      store.close()
    }
    unlink(options.directory.record)
    logger.notice("stopped")
  }

  /// Renews certificates in time; the kubeconfig holds two of them.
  private func renew(_ certificates: InstanceCertificates, _ url: String) async {
    await certificates.keepCurrent { made in
      logger.notice("certificates renewed", metadata: ["names": "\(made.sorted().joined(separator: ", "))"])
      do {
        try AdminKubeconfig.write(certificates, server: url, to: options.directory.adminKubeconfig)
      } catch {
        logger.error("the administrator's kubeconfig can't be written", metadata: ["reason": "\(error)"])
      }
    }
  }

  private func openStore() throws(StandaloneError) -> EmbeddedStore {
    do {
      return try EmbeddedStore.open(options.directory.store)
    } catch .full(let reason) {
      throw StandaloneError("can't start on \(options.directory.path): \(reason)")
    } catch {
      throw StandaloneError("\(error)")
    }
  }

  private func startServer(_ parts: InstanceParts, _ certificates: InstanceCertificates) throws -> HTTPServer {
    let tls = certificates.serverConfiguration { [logger] error in
      if let error {
        logger.error("certificates could not be read again; the old ones stay", metadata: ["reason": "\(error)"])
      } else {
        logger.notice("certificates read again")
      }
    }
    do {
      return try HTTPServer.start(
        HTTPServer.Configuration(
          address: .tcp(host: options.bindAddress, port: options.port), tls: tls, reactors: options.reactors,
          sharesPort: false),
        router: parts.router)
    } catch {
      if case .system(_, EADDRINUSE) = error {
        throw StandaloneError(
          "port \(options.port) of \(options.bindAddress) is in use by another program; choose one with --secure-port")
      }
      throw error
    }
  }
}
