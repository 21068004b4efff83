import ComponentBase
import EmbeddedAPI
import Glibc
import JSON
import Kube
import KubeClient
import Logging
import PodRunner
import Synchronization
import Transport
import VirtController

/// The pods of this machine in this process: it talks to the instance's API over HTTPS, as a kubelet does.
struct MachinePods: Sendable {
  private let client: KubernetesClient
  private let options: InstanceOptions
  private let reference: PodRunnerReference
  private let logger: Logger

  /// - Parameters:
  ///   - url: where this instance's API is.
  ///   - reference: is told of the runner once it runs.
  init(
    _ certificates: InstanceCertificates, url: String, options: InstanceOptions, reference: PodRunnerReference,
    logger: Logger
  ) throws {
    guard let endpoint = HTTPEndpoint(url: url, tls: certificates.clientConfiguration(of: .node)) else {
      throw StandaloneError("the API's own address can't be used: \(url)")
    }
    client = KubernetesClient(access: ClusterAccess(endpoint: endpoint), http: try HTTPClient())
    self.options = options
    self.reference = reference
    self.logger = logger
  }

  func run() async {
    do {
      guard geteuid() == 0 else { throw PodRunnerError("swift-virt does not run as root, which running pods takes") }
      await EmulationSetting(client: client, logger: logger).apply(isNeeded: !PodRunner.isVirtualizationUsable)
      // What container runtimes make for containers is for users in them. All of it is below the data directory, which is
      // for its owner alone, and secrets have modes of their own.
      umask(0o022)
      let runner = try await PodRunner(client, options: runnerOptions, logger: logger)
      reference.set(runner)
      await runner.run()
    } catch {
      logger.warning("no pods run on this machine", metadata: ["reason": "\(error)"])
      await PodRefusals(client, reason: "no pods run on this machine: \(error)", logger: logger).run()
    }
  }

  private var runnerOptions: PodRunner.Options {
    let programs = ProgramPaths.folder
    return PodRunner.Options(
      folder: NodeFolder(data: options.directory.path), nodeName: options.nodeName,
      hostAddress: HostAddress.primary, programs: programs,
      launcherImages: ["virt-launcher", ControllerSettings().launcherImage],
      launcherFiles: ProgramPaths.launcherFiles(programs), version: "v1.32.0+swift-virt-" + BuildInformation.version)
  }
}

/// Where this program and what belongs to it are.
public enum ProgramPaths {
  /// The folder of this executable, where our other executables are too.
  public static var folder: String {
    guard let path = realpath("/proc/self/exe", nil) else { return "/usr/bin" }
    defer { free(path) }
    let text = String(cString: path)
    return String(text[..<(text.lastIndex(of: "/") ?? text.startIndex)])
  }

  /// Where the files of the launcher image may be: installed, or in the source tree that this executable was built in.
  static func launcherFiles(_ programs: String) -> [String] {
    [
      programs + "/../share/swift-virt/images/virt-launcher",
      programs + "/../../../deploy/images/virt-launcher", programs + "/../../deploy/images/virt-launcher",
    ]
  }
}

/// The pod runner, once it runs.
final class PodRunnerReference: ContainerLookup {
  private let runner = Mutex<PodRunner?>(nil)

  func set(_ runner: PodRunner) { self.runner.withLock { $0 = runner } }

  func container(_ name: String?, of pod: JSONValue) async throws(Status) -> ContainerHandle {
    // At a start of ours pods run before their runner does.
    for _ in 0..<50 where runner.withLock({ $0 }) == nil { try? await Task.sleep(for: .milliseconds(100)) }
    guard let runner = runner.withLock({ $0 }) else {
      throw .failure("NotImplemented", code: 501, message: "no pods run on this machine, so there is nothing to reach")
    }
    return try await runner.container(name, of: pod)
  }
}

/// Guests run on hardware where that is possible and are emulated elsewhere, unless someone has said it otherwise: the
/// KubeVirt object that says so is ours as long as it has our annotation.
struct EmulationSetting: Sendable {
  let client: KubernetesClient
  let logger: Logger

  static let annotation = "swift-virt.io/emulation"
  private static let resource = GroupVersionResource(group: "kubevirt.io", version: "v1", resource: "kubevirts")
  private static let configMaps = GroupVersionResource(version: "v1", resource: "configmaps")

  func apply(isNeeded: Bool) async {
    if isNeeded {
      logger.warning(
        "guests are emulated, which is slow: /dev/kvm does not open, or neither kvm_intel nor kvm_amd is loaded")
    }
    do {
      try await applyCurrent(isNeeded)
      try await applyLegacy(isNeeded)
    } catch {
      logger.error("whether guests are emulated can't be written down", metadata: ["reason": "\(error)"])
    }
  }

  private func applyCurrent(_ isNeeded: Bool) async throws {
    let configuration: JSONValue = ["developerConfiguration": ["useEmulation": .bool(isNeeded)]]
    guard let present = try await client.list(ResourcePath(Self.resource)).items.first else {
      let object: JSONValue = [
        "apiVersion": "kubevirt.io/v1", "kind": "KubeVirt",
        "metadata": ["name": "kubevirt", "namespace": "kubevirt", "annotations": [Self.annotation: "auto"]],
        "spec": ["configuration": configuration],
      ]
      _ = try await client.create(ResourcePath(Self.resource, namespace: "kubevirt"), object)
      return
    }
    let id = NamespacedName(present)
    guard isOurs(present, isNeeded, "KubeVirt \(id)") else { return }
    _ = try await client.patch(
      ResourcePath(Self.resource, namespace: id.namespace, name: id.name),
      .merge(["spec": ["configuration": configuration]]))
  }

  /// v0.8.0's setting.
  private func applyLegacy(_ isNeeded: Bool) async throws {
    let path = ResourcePath(Self.configMaps, namespace: "kube-system", name: "kubevirt-config")
    let data: JSONValue = ["debug.useEmulation": .string(isNeeded ? "true" : "false")]
    do {
      let present = try await client.get(path)
      guard isOurs(present, isNeeded, "ConfigMap kube-system/kubevirt-config") else { return }
      _ = try await client.patch(path, .merge(["data": data]))
    } catch let error as KubernetesError where error.isNotFound {
      let object: JSONValue = [
        "apiVersion": "v1", "kind": "ConfigMap",
        "metadata": ["name": "kubevirt-config", "annotations": [Self.annotation: "auto"]], "data": data,
      ]
      _ = try await client.create(ResourcePath(Self.configMaps, namespace: "kube-system"), object)
    }
  }

  private func isOurs(_ object: JSONValue, _ isNeeded: Bool, _ name: String) -> Bool {
    let word = object.value(at: "metadata", "annotations", Self.annotation)?.string
    if word == "auto" { return true }
    if isNeeded {
      logger.notice(
        "\(name) is not changed: guests start here only when it says useEmulation, or has the annotation \(Self.annotation): auto"
      )
    }
    return false
  }
}
