import Admission
import Glibc
import JSON
import Kube
import LauncherProtocol
import PodNetwork
import Processes
import VirtTypes
import XML

/// Prepares an instance with what is in the launcher's own container.
struct StandardPreparation: InstancePreparing {
  let settings: LauncherSettings

  func prepare(
    _ instance: V1.VirtualMachineInstance, _ request: SyncRequest
  ) async throws(Status) -> PreparedDomain {
    let environment = try environment(for: instance, request)
    var prepared: PreparedDomain
    let disks: [DiskStep]
    do throws(DomainError) {
      disks = try DiskPlan.steps(for: instance, in: environment)
      prepared = PreparedDomain(xml: try DomainRenderer.domain(for: instance, in: environment))
    } catch {
      throw .failure(.invalid, code: 422, message: "\(error)")
    }
    try await prepareDisks(disks)
    try plugNetwork(instance, &prepared)
    if !environment.usesKVM {
      prepared.xml = Emulation.adapted(prepared.xml)
      prepared.remarks.append("KVM is not usable: the guest runs by emulation, which is slow")
    }
    return prepared
  }

  // MARK: what is found

  private func environment(
    for instance: V1.VirtualMachineInstance, _ request: SyncRequest
  ) throws(Status) -> DomainEnvironment {
    var environment = DomainEnvironment()
    environment.paths = settings.paths
    environment.usesKVM = Emulation.isKVMUsable()
    environment.allowsEmulation = settings.allowsEmulation
    if !environment.usesKVM, !settings.allowsEmulation {
      throw .failure(
        .internalError, code: 500,
        message: "KVM is not usable on this node, and emulation is not allowed (--allow-emulation)")
    }
    do throws(JSONProblem) {
      let given = try V1.KubeVirtConfiguration(json: request.configuration.jsonBytes(), options: .lenient)
      environment.configuration = ClusterConfiguration.make(from: given)
    } catch {
      // Null: there is no such object, and the defaults hold.
    }
    do throws(DiskError) {
      environment = try DiskObservation(of: instance, at: settings.paths).added(to: environment)
    } catch {
      throw .failure(.invalid, code: 422, message: "\(error)")
    }
    environment.searchDomains = ResolvConf(parsing: Self.text(of: "/etc/resolv.conf")).searchDomains
    environment.variables = Self.variables
    return environment
  }

  /// The content of a small text file; empty when it cannot be read.
  static func text(of path: String) -> String {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 { return "" }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 64 << 10)
    let count = read(descriptor, &bytes, bytes.count)
    return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
  }

  private static var variables: [String: String] {
    var variables: [String: String] = [:]
    var next = environ
    while let entry = next.pointee {
      let text = String(cString: entry)
      if let equals = text.firstIndex(of: "=") {
        variables[String(text[..<equals])] = String(text[text.index(after: equals)...])
      }
      next += 1
    }
    return variables
  }

  // MARK: disks

  private func prepareDisks(_ steps: [DiskStep]) async throws(Status) {
    var preparation = DiskPreparation()
    if getuid() == 0, let user = LauncherFiles.guestUser {
      preparation.owner = DiskPreparation.FileOwner(user: user.uid, group: user.gid)
    }
    if settings.diskMemoryLimit > 0 { preparation.tool.memoryLimit = UInt64(settings.diskMemoryLimit) }
    let failure = await BlockingCall.run { [preparation] () -> DiskError? in
      do throws(DiskError) { try preparation.carryOut(steps) } catch { return error }
      return nil
    }
    if let failure {
      throw .failure(.internalError, code: 500, message: "the disks cannot be made ready: \(failure)")
    }
  }

  // MARK: network

  private func plugNetwork(_ instance: V1.VirtualMachineInstance, _ prepared: inout PreparedDomain) throws(Status) {
    guard prepared.xml.child("devices")?.child("interface") != nil else { return }
    let setup = PodNetworkSetup(
      profile: settings.profile == .legacy ? .legacy : .current,
      cacheFile: "\(settings.privateDirectory)/\(settings.uid)/network.json")
    do throws(NetworkError) {
      let plugged = try setup.apply(to: instance)
      prepared.remarks += plugged.compactMap { $0.compromise }
      prepared.xml = prepared.xml.withNetwork(plugged)
    } catch {
      throw .failure(.internalError, code: 500, message: "the network cannot be plugged in: \(error)")
    }
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
