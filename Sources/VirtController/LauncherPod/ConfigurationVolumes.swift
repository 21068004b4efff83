import Kube
import KubeTypes
import VirtTypes

/// Config maps, secrets and facts of the pod: the launcher makes disks of them.
extension LauncherPodPlan {
  /// A shared folder of such a volume is served by its own container; the launcher sees disks only.
  func addConfigurationVolumes(to volumes: inout LauncherVolumes) {
    let sources = spec.volumes.compactMap(configurationVolume)
    volumes.volumes += sources.map(\.volume)
    for disk in devices.disks {
      guard let source = sources.first(where: { $0.volume.name == disk.name }) else { continue }
      volumes.mounts.append(.init(disk.name, at: source.path, isReadOnly: true))
    }
  }

  private func configurationVolume(_ volume: V1.Volume) -> (volume: Core.Volume, path: String)? {
    let name = volume.name
    if let source = volume.configMap {
      return (.configMap(name, configMap: source.name, optional: source.optional), LauncherPaths.configMap(name))
    }
    if let source = volume.secret {
      return (.secret(name, secret: source.secretName, optional: source.optional), LauncherPaths.secret(name))
    }
    if let source = volume.downwardAPI {
      return (.downwardAPI(name, items: source.fields), LauncherPaths.downwardAPI(name))
    }
    return nil
  }

  /// Answers for the Windows setup, from a config map or a secret.
  func addSysprep(_ source: V1.SysprepSource, named name: String, to volumes: inout LauncherVolumes) {
    let mount = Core.VolumeMount(name, at: LauncherPaths.sysprep(name), isReadOnly: true)
    if let secret = source.secret {
      volumes.add(.secret(name, secret: secret.name), mount)
    } else if let configMap = source.configMap {
      volumes.add(.configMap(name, configMap: configMap.name), mount)
    }
  }

  /// Data of cloud-init that is in secrets; single keys are mounted, under both of their spellings.
  func addCloudInit(
    user: LocalObjectReference?, network: LocalObjectReference?, named name: String, to volumes: inout LauncherVolumes
  ) {
    if let user {
      addCloudInit(secret: user.name, "\(name)-udata", keys: ["userdata", "userData"], of: name, to: &volumes)
    }
    if let network {
      addCloudInit(
        secret: network.name, "\(name)-ndata", keys: ["networkdata", "networkData"], of: name, to: &volumes)
    }
  }

  private func addCloudInit(
    secret: String, _ volume: String, keys: [String], of name: String, to volumes: inout LauncherVolumes
  ) {
    volumes.add(.secret(volume, secret: secret))
    for key in keys {
      volumes.mounts.append(
        .init(volume, at: "\(LauncherPaths.secret(name))/\(key)", isReadOnly: true, subPath: key))
    }
  }
}
