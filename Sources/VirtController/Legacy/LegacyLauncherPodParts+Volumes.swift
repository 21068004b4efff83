import Kube
import KubeTypes
import VirtTypes

/// A volume of the pod, and where the launcher has it.
struct LegacyPodVolume {
  var volume: Core.Volume
  var mountPath: String

  init(_ name: String, at mountPath: String, _ source: (inout Core.Volume) -> Void) {
    volume = Core.Volume()
    volume.name = name
    source(&volume)
    self.mountPath = mountPath
  }

  var mount: Core.VolumeMount {
    var mount = Core.VolumeMount()
    mount.name = volume.name
    mount.mountPath = mountPath
    return mount
  }
}

extension LegacyLauncherPodParts {
  var volumes: [Core.Volume] { (ownVolumes + commonVolumes).map(\.volume) }

  /// Volumes that every launcher has.
  var commonVolumes: [LegacyPodVolume] {
    [
      LegacyPodVolume("virt-share-dir", at: settings.shareDirectory) { volume in
        var source = Core.HostPathVolumeSource()
        source.path = settings.shareDirectory
        volume.hostPath = source
      },
      runtimeVolume,
    ]
  }

  var runtimeVolume: LegacyPodVolume {
    LegacyPodVolume("libvirt-runtime", at: "/var/run/libvirt") { $0.emptyDir = Core.EmptyDirVolumeSource() }
  }

  /// Volumes for the instance's disks, for huge pages and for hooks.
  var ownVolumes: [LegacyPodVolume] {
    var volumes = instance.spec.volumes.flatMap(claims)
    if usesHugePages {
      volumes.append(
        LegacyPodVolume("hugepages", at: "/dev/hugepages") { volume in
          var source = Core.EmptyDirVolumeSource()
          source.medium = "HugePages"
          volume.emptyDir = source
        })
    }
    if let hookVolume { volumes.append(hookVolume) }
    return volumes
  }

  /// Where hook sidecars and the launcher meet.
  var hookVolume: LegacyPodVolume? {
    if sidecars.isEmpty { return nil }
    return LegacyPodVolume("hook-sidecar-sockets", at: "/var/run/kubevirt-hooks") {
      $0.emptyDir = Core.EmptyDirVolumeSource()
    }
  }

  private func claims(_ volume: V1alpha2.Volume) -> [LegacyPodVolume] {
    var claims: [PersistentVolumeClaimVolumeSource] = []
    if let claim = volume.persistentVolumeClaim { claims.append(claim) }
    if let claim = volume.ephemeral?.persistentVolumeClaim { claims.append(claim) }
    if let dataVolume = volume.dataVolume {
      var claim = PersistentVolumeClaimVolumeSource()
      // A data volume and the claim that it fills have one name.
      claim.claimName = dataVolume.name
      claims.append(claim)
    }
    return claims.map { claim in
      LegacyPodVolume(volume.name, at: "/var/run/kubevirt-private/vmi-disks/\(volume.name)") {
        $0.persistentVolumeClaim = claim
      }
    }
  }
}
