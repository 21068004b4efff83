import Kube
import VirtTypes

/// Volumes by themselves: each has one source, with what that needs.
extension SpecRules {
  mutating func checkVolumes(_ spec: V1.VirtualMachineInstanceSpec, _ names: NameTable) {
    let volumes = spec.volumes
    var repetitions = RepetitionCounter(names)
    var singles = SingleVolumes()
    for index in volumes.indices {
      if repetitions.countBefore(index, volumes[index].name) > 0 {
        invalid(path.volume(index, "name"), "is \"\(volumes[index].name)\", which another volume has already")
      }
      check(volumes[index], index)
      singles.count(volumes[index])
    }
    check(singles)
  }

  mutating func checkContainerDisks(_ volumes: [V1.Volume]) {
    for index in volumes.indices {
      guard let source = volumes[index].containerDisk, !source.path.isEmpty, !ContainerFilePath.isValid(source.path)
      else { continue }
      add(
        .invalid, path.volume(index, "containerDisk"), place: path.volume(index, "containerDisk.path"),
        "is \"\(source.path)\", \(ContainerFilePath.rule)")
    }
  }

  mutating func checkUtilityVolumes(_ spec: V1.VirtualMachineInstanceSpec) {
    if !spec.utilityVolumes.isEmpty {
      invalid(path("utilityVolumes"), "must be empty: only KubeVirt adds them, to a running instance")
    }
  }

  private mutating func check(_ volume: V1.Volume, _ index: Int) {
    if let source = volume.dataVolume, source.name.isEmpty {
      required(path.volume(index, "name"), "must have a dataVolume with a name")
    }
    let sources = volume.sourceCount
    if sources != 1 {
      invalid(path("volumes[\(index)]"), "must have exactly one source, not \(sources)")
    }
    if let source = volume.cloudInitNoCloud {
      check(CloudInit(source), index, "cloudInitNoCloud")
    } else if let source = volume.cloudInitConfigDrive {
      check(CloudInit(source), index, "cloudInitConfigDrive")
    }
    if volume.downwardMetrics != nil, !configuration.allows(.downwardMetrics) {
      invalid(path("volumes[\(index)]"), "as downwardMetrics \(needs(.downwardMetrics))")
    }
    if let source = volume.hostDisk { check(source, index) }
    if let source = volume.configMap, source.name.isEmpty {
      invalid(path.volume(index, "configMap.name"), "must not be empty")
    }
    if let source = volume.secret, source.secretName.isEmpty {
      invalid(path.volume(index, "secret.secretName"), "must not be empty")
    }
    if let source = volume.serviceAccount, source.serviceAccountName.isEmpty {
      invalid(path.volume(index, "serviceAccount.serviceAccountName"), "must not be empty")
    }
  }

  private mutating func check(_ disk: V1.HostDisk, _ index: Int) {
    if !configuration.allows(.hostDisk) {
      invalid(path("volumes[\(index)]"), "as hostDisk \(needs(.hostDisk))")
    }
    if disk.path.isEmpty {
      causes.append(
        Cause.notFound(path.volume(index, "hostDisk.path"), "\(path.volume(index, "hostDisk.path")) must not be empty"))
    }
    if disk.type != "Disk", disk.type != "DiskOrCreate" {
      invalid(path.volume(index, "hostDisk.type"), "is \"\(disk.type)\", must be Disk or DiskOrCreate")
    }
    if disk.type == "Disk", !disk.capacity.isZero {
      invalid(path.volume(index, "hostDisk.capacity"), "must be left out when type is Disk")
    }
  }

  private mutating func check(_ volumes: SingleVolumes) {
    if volumes.serviceAccounts > 1 { invalid(path("volumes"), "must hold at most one serviceAccount") }
    if volumes.downwardMetrics > 1 { invalid(path("volumes"), "must hold at most one downwardMetrics") }
    if volumes.memoryDumps > 1 { invalid(path("volumes"), "must hold at most one memoryDump") }
  }
}

/// Kinds of volume of which an instance has at most one.
private struct SingleVolumes {
  var serviceAccounts = 0
  var downwardMetrics = 0
  var memoryDumps = 0

  mutating func count(_ volume: V1.Volume) {
    if volume.serviceAccount != nil { serviceAccounts += 1 }
    if volume.downwardMetrics != nil { downwardMetrics += 1 }
    if volume.memoryDump != nil { memoryDumps += 1 }
  }
}

extension V1.Volume {
  /// How many sources are given.
  var sourceCount: Int {
    var number = 0
    if persistentVolumeClaim != nil { number += 1 }
    if sysprep != nil { number += 1 }
    if cloudInitNoCloud != nil { number += 1 }
    if cloudInitConfigDrive != nil { number += 1 }
    if containerDisk != nil { number += 1 }
    if ephemeral != nil { number += 1 }
    if emptyDisk != nil { number += 1 }
    if hostDisk != nil { number += 1 }
    if dataVolume != nil { number += 1 }
    if configMap != nil { number += 1 }
    if secret != nil { number += 1 }
    if downwardAPI != nil { number += 1 }
    if serviceAccount != nil { number += 1 }
    if downwardMetrics != nil { number += 1 }
    if memoryDump != nil { number += 1 }
    if containerPath != nil { number += 1 }
    return number
  }
}

/// The path of a file in a container image.
enum ContainerFilePath {
  static let rule = "must be the absolute path of a file, without \".\", \"..\" and empty parts"

  /// Whether the path is absolute, is not `/`, and has no part to clean away; one slash may follow it.
  static func isValid(_ path: String) -> Bool {
    guard path.utf8.first == UInt8(ascii: "/"), path != "/" else { return false }
    var parts = path.utf8.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    if parts.last?.isEmpty == true { parts.removeLast() }
    return parts.allSatisfy { part in
      !part.isEmpty && !part.elementsEqual(".".utf8) && !part.elementsEqual("..".utf8)
    }
  }
}
