import Admission
import Glibc
import JSON
import Kube
import LauncherProtocol
import Logging
import PodNetwork
import Processes
import Synchronization
import VirtTypes
import XML

/// Prepares an instance with what is in the launcher's own container.
final class StandardPreparation: InstancePreparing {
  private let settings: LauncherSettings
  private let logger: Logger
  /// They tell the guest its addresses as long as it runs.
  private let servers = Mutex<[GuestNetworkServer]>([])

  init(settings: LauncherSettings, logger: Logger) {
    self.settings = settings
    self.logger = logger
  }

  func prepare(
    _ instance: V1.VirtualMachineInstance, _ request: SyncRequest
  ) async throws(Status) -> PreparedDomain {
    try await BlockingCall.run { () -> Result<PreparedDomain, Status> in
      do throws(Status) {
        return .success(try self.prepareBlocking(instance, request))
      } catch {
        return .failure(error)
      }
    }.get()
  }

  private func prepareBlocking(
    _ instance: V1.VirtualMachineInstance, _ request: SyncRequest
  ) throws(Status) -> PreparedDomain {
    var environment = try environment(request)
    environment = try prepareDisks(of: instance, environment)
    var prepared: PreparedDomain
    do throws(DomainError) {
      let domain = try DomainRenderer.domain(for: instance, in: environment)
      prepared = PreparedDomain(xml: domain.formForLibvirt)
      if settings.profile == .current {
        prepared.xml = prepared.xml.padded(with: HotplugPorts(for: instance, domain: domain))
      }
    } catch {
      throw Self.status(error)
    }
    try plugNetwork(instance, request, &prepared)
    if !environment.usesKVM {
      prepared.xml = Emulation.adapted(prepared.xml)
      prepared.remarks.append("KVM is not usable: the guest runs by emulation, which is slow")
    }
    return prepared
  }

  func end() {
    let ending = servers.withLock { servers in
      defer { servers = [] }
      return servers
    }
    for server in ending { server.stop() }
  }

  private static func status(_ error: DomainError) -> Status {
    if case .notAvailable(let reason) = error { return .failure(.internalError, code: 500, message: reason) }
    return .failure(.invalid, code: 422, message: "\(error)")
  }

  private static func failure(_ message: String) -> Status {
    .failure(.internalError, code: 500, message: message)
  }

  // MARK: what is found

  private func environment(_ request: SyncRequest) throws(Status) -> DomainEnvironment {
    var environment = DomainEnvironment()
    environment.paths = settings.paths
    environment.usesKVM = Emulation.isKVMUsable()
    environment.allowsEmulation = settings.allowsEmulation
    if !environment.usesKVM, !settings.allowsEmulation {
      throw Self.failure("KVM is not usable on this node, and emulation is not allowed")
    }
    if !request.configuration.isNull {
      do throws(JSONProblem) {
        let given = try V1.KubeVirtConfiguration(json: request.configuration.jsonBytes(), options: .lenient)
        environment.configuration = ClusterConfiguration.make(from: given)
      } catch {
        throw .failure(.badRequest, code: 400, message: "the configuration cannot be read: \(error)")
      }
    }
    environment.supportsDirectIO = HostObservation.supportsDirectIO
    environment.isPreallocated = HostObservation.isPreallocated
    environment.firmwareExists = { access($0, R_OK) == 0 }
    environment.cpuSet = HostObservation.allowedProcessors()
    environment.topology = NodeTopology(read: HostObservation.text)
    environment.searchDomains = Self.resolver.searchDomains
    environment.variables = HostObservation.variables
    let devices = HostObservation.text(of: "/etc/podinfo/network-info")
    if !devices.isEmpty { environment.networkInfo = (try? JSONValue(parsing: devices)) ?? .null }
    return environment
  }

  private static var resolver: ResolvConf { ResolvConf(parsing: HostObservation.text(of: "/etc/resolv.conf")) }

  // MARK: disks

  private func prepareDisks(
    of instance: V1.VirtualMachineInstance, _ environment: DomainEnvironment
  ) throws(Status) -> DomainEnvironment {
    var owner: DiskPreparation.FileOwner?
    if getuid() == 0, let user = LauncherFiles.guestUser {
      owner = DiskPreparation.FileOwner(user: user.uid, group: user.gid)
    }
    var preparation = DiskPreparation(owner: owner)
    if settings.diskMemoryLimit > 0 { preparation.tool.memoryLimit = UInt64(settings.diskMemoryLimit) }
    let found: DomainEnvironment
    let steps: [DiskStep]
    do throws(DiskError) {
      found = try DiskObservation(of: instance, at: settings.paths).added(to: environment)
    } catch {
      throw Self.failure("\(error)")
    }
    do throws(DomainError) {
      steps = try DiskPlan.steps(for: instance, in: found)
    } catch {
      throw Self.status(error)
    }
    do throws(DiskError) {
      try preparation.carryOut(steps)
    } catch {
      throw Self.failure("\(error)")
    }
    return found
  }

  // MARK: network

  private func plugNetwork(
    _ instance: V1.VirtualMachineInstance, _ request: SyncRequest, _ prepared: inout PreparedDomain
  ) throws(Status) {
    if settings.profile == .legacy {
      var addresses: [String: String] = [:]
      for interface in instance.spec.domain.devices.interfaces { addresses[interface.name] = interface.macAddress }
      let plugged = LegacyUserNetwork.plug(prepared.xml, addresses: addresses)
      if plugged != prepared.xml { LegacyUserNetwork.permitLowPorts() }
      prepared.xml = plugged
    }
    guard prepared.xml.child("devices")?.child("interface") != nil else { return }
    let plugged: [PluggedInterface]
    if let given = request.network.array {
      plugged = given.compactMap { PluggedInterface($0) }
    } else {
      let setup = PodNetworkSetup(
        profile: settings.profile == .legacy ? .legacy : .current,
        cacheFile: "\(settings.socketDirectory)/network.json")
      do throws(NetworkError) {
        plugged = try setup.apply(to: instance)
      } catch {
        throw Self.failure("the network cannot be plugged in: \(error)")
      }
    }
    prepared.remarks += plugged.compactMap { $0.compromise }
    for interface in plugged { prepared.podLinks[interface.name] = interface.podInterfaceName }
    prepared.xml = prepared.xml.withNetwork(plugged)
    prepared.remarks += startServers(plugged, instance)
  }

  /// Why not all could be started; the guest then has to know its addresses itself.
  private func startServers(_ plugged: [PluggedInterface], _ instance: V1.VirtualMachineInstance) -> [String] {
    var failures: [String] = []
    end()
    let hostname = HostObservation.hostname
    for interface in plugged {
      guard
        let configuration = GuestConfiguration(interface, of: instance, hostname: hostname, resolver: Self.resolver)
      else { continue }
      do throws(NetworkError) {
        let server = try GuestNetworkServer(configuration, logger: logger)
        servers.withLock { $0.append(server) }
      } catch {
        failures.append("the guest's addresses cannot be served: \(error)")
      }
    }
    return failures
  }
}

extension LauncherSettings {
  var paths: LauncherPaths {
    var paths = LauncherPaths()
    paths.shareDirectory = shareDirectory
    paths.privateDirectory = privateDirectory
    paths.ephemeralDirectory = ephemeralDiskDirectory
    paths.containerDiskDirectory = containerDiskDirectory
    paths.firmwareDirectory = firmwareDirectory
    return paths
  }
}
