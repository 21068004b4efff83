import Glibc
import JSON
import PodNetwork
import VirtTypes

/// What has to be done from outside a pod before its launcher can start the guest: the launcher has no privileges.
struct PodPreparation {
  let paths: NodePaths
  let instance: V1.VirtualMachineInstance
  let podUID: String

  enum Outcome: Sendable {
    /// With the guest's cards as the launcher gets to know them.
    case ready(interfaces: JSONValue)
    case pending(String)
    case failed(String)
  }

  /// Blocks for some milliseconds.
  ///
  /// - Parameter isUp: the guest runs; nothing is touched then.
  func prepare(_ launcher: LauncherClient, isUp: Bool) async -> Outcome {
    if isUp { return .ready(interfaces: .null) }
    if let directory = paths.emptyDirectory(ContainerDisks.volumeName, podUID: podUID) {
      switch ContainerDisks(instance: instance, directory: directory).mount() {
      case .ready: break
      case .pending(let reason): return .pending(reason)
      case .failed(let reason): return .failed(reason)
      }
    }
    guard !instance.spec.domain.devices.interfaces.isEmpty else { return .ready(interfaces: .array([])) }
    guard let process = launcher.process else { return .pending("The launcher does not listen yet") }
    guard let cache = paths.networkCache(uid: instance.metadata.uid) else { return .failed("The UID is no file name") }
    Directory.make(cache)
    do throws(NetworkError) {
      let plugged = try PodNetworkSetup(profile: .current, cacheFile: cache).apply(
        to: instance, inNamespaceOfProcess: process)
      return .ready(interfaces: .array(plugged.map(\.json)))
    } catch { return .failed("The pod's network can't be made ready: \(error)") }
  }
}

extension Directory {
  /// Makes the folders above a file, for their owner alone.
  static func make(_ file: String) {
    var end = file.startIndex
    while let slash = file[file.index(after: end)...].firstIndex(of: "/") {
      mkdir(String(file[..<slash]), 0o700)
      end = slash
    }
  }
}
