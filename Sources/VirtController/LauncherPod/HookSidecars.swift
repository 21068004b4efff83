import Admission
import JSON
import Kube
import KubeTypes
import VirtTypes

/// A container that may change the domain before it starts, as an annotation or a network binding asks.
struct HookSidecar: Sendable, Hashable {
  var image = ""
  var imagePullPolicy = ""
  var command: [String] = []
  var arguments: [String] = []
  /// A script of a config map that the sidecar runs.
  var script: Script?
  /// A claim that the sidecar uses, alone or together with the launcher.
  var claim: Claim?
  var readsDeviceInfo = false

  struct Script: Sendable, Hashable {
    var configMap: String
    var key: String
    var path: String
  }

  struct Claim: Sendable, Hashable {
    var name: String
    var path: String
    /// Where the launcher sees it; empty where it does not.
    var launcherPath: String
  }

  static let annotation = "hooks.kubevirt.io/hookSidecars"
  /// What a binding plugin's `downwardAPI` says when it wants to know the devices of its network.
  static let deviceInfo = "device-info"

  /// The sidecars of the annotation, then those of the binding plugins.
  static func all(
    of instance: V1.VirtualMachineInstance, _ configuration: ClusterConfiguration
  ) throws(LauncherPodError) -> [HookSidecar] {
    for interface in instance.spec.domain.devices.interfaces {
      guard let name = interface.binding?.name, configuration.given.network?.binding?[name] == nil else { continue }
      throw .bindingNotRegistered(interface: interface.name, plugin: name)
    }
    return try requested(by: instance)
      + LauncherPodPlan.bindingPlugins(of: instance, configuration.given).compactMap { plugin in
        guard !plugin.sidecarImage.isEmpty else { return nil }
        return HookSidecar(
          image: plugin.sidecarImage, imagePullPolicy: configuration.imagePullPolicy,
          readsDeviceInfo: plugin.downwardAPI == deviceInfo)
      }
  }

  private static func requested(by instance: V1.VirtualMachineInstance) throws(LauncherPodError) -> [HookSidecar] {
    guard let text = instance.metadata.annotations?[annotation] else { return [] }
    guard let sidecars = (try? JSONValue(parsing: text))?.array, sidecars.allSatisfy({ $0.object != nil }) else {
      throw .malformed(member: "annotation \(annotation)", reason: "has to be a JSON list of sidecars")
    }
    return sidecars.map(HookSidecar.init)
  }

  private init(_ value: JSONValue) {
    image = value["image"]?.string ?? ""
    imagePullPolicy = value["imagePullPolicy"]?.string ?? ""
    command = value["command"]?.array?.compactMap(\.string) ?? []
    arguments = value["args"]?.array?.compactMap(\.string) ?? []
    if let script = value["configMap"] {
      self.script = Script(
        configMap: script["name"]?.string ?? "", key: script["key"]?.string ?? "",
        path: script["hookPath"]?.string ?? "")
    }
    if let claim = value["pvc"] {
      self.claim = Claim(
        name: claim["name"]?.string ?? "", path: claim["volumePath"]?.string ?? "",
        launcherPath: claim["sharedComputePath"]?.string ?? "")
    }
  }

  private init(image: String, imagePullPolicy: String, readsDeviceInfo: Bool) {
    self.image = image
    self.imagePullPolicy = imagePullPolicy
    self.readsDeviceInfo = readsDeviceInfo
  }
}

extension LauncherPodPlan {
  var hookSidecarContainers: [Core.Container] {
    hookSidecars.enumerated().map { index, sidecar in
      var container = Core.Container()
      container.name = "hook-sidecar-\(index)"
      container.image = sidecar.image.isEmpty ? settings.sidecarShimImage : sidecar.image
      container.imagePullPolicy = sidecar.imagePullPolicy
      container.command = sidecar.command
      container.args = sidecar.arguments
      container.env = unprivilegedEnvironment + [.init("CONTAINER_NAME", container.name)]
      container.resources = resources(of: .hookSidecar)
      container.securityContext = companionSecurityContext(dropsCapabilities: !runsAsRoot)
      container.terminationMessagePolicy = "FallbackToLogsOnError"
      container.volumeMounts = mounts(of: sidecar, in: container.name)
      return container
    }
  }

  private func mounts(of sidecar: HookSidecar, in container: String) -> [Core.VolumeMount] {
    var mounts = [Core.VolumeMount(LauncherVolumeNames.hookSockets, at: LauncherPaths.hookSockets, subPath: container)]
    if sidecar.readsDeviceInfo { mounts.append(.init(LauncherVolumeNames.networkInfo, at: LauncherPaths.networkInfo)) }
    if let script = sidecar.script {
      mounts.append(.init(script.configMap, at: script.path, subPath: script.key))
    }
    if let claim = sidecar.claim { mounts.append(.init(claim.name, at: claim.path)) }
    return mounts
  }

  /// The sockets over which launcher and sidecars talk.
  func addHookSockets(to volumes: inout LauncherVolumes) {
    guard !hookSidecars.isEmpty else { return }
    volumes.add(
      .emptyDirectory(LauncherVolumeNames.hookSockets),
      .init(LauncherVolumeNames.hookSockets, at: LauncherPaths.hookSockets))
  }

  /// What sidecars bring themselves; several may bring the same.
  func addHookVolumes(to volumes: inout LauncherVolumes) throws(LauncherPodError) {
    var known = Set(volumes.volumes.map(\.name))
    for sidecar in hookSidecars {
      if let script = sidecar.script {
        guard lookups.configMaps[script.configMap] != nil else { throw .hookScriptMissing(configMap: script.configMap) }
        if known.insert(script.configMap).inserted {
          volumes.volumes.append(.configMap(script.configMap, configMap: script.configMap, defaultMode: 0o755))
        }
      }
      if let claim = sidecar.claim {
        if known.insert(claim.name).inserted { volumes.volumes.append(.claim(claim.name, claim: claim.name)) }
        if !claim.launcherPath.isEmpty { volumes.mounts.append(.init(claim.name, at: claim.launcherPath)) }
      }
    }
  }
}
