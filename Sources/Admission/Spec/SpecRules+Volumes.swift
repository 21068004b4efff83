import Kube
import VirtTypes

/// Volumes by themselves: each has one source, with what that needs.
extension SpecRules {
  mutating func checkVolumes(_ spec: V1.VirtualMachineInstanceSpec, _ names: NameTable) {
    let volumes = spec.volumes.span
    var repetitions = RepetitionCounter(names)
    var singles = SingleVolumes()
    for index in volumes.indices {
      if repetitions.countBefore(index, volumes[index].name) > 0 {
        invalid(path.volume(index, "name"), "is \"\(volumes[index].name)\", which another volume has already")
      }
      check(volumes, index)
      singles.count(volumes, index)
    }
    check(singles)
  }

  mutating func checkContainerDisks(_ volumes: [V1.Volume]) {
    let volumes = volumes.span
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

  private mutating func check(_ volumes: Span<V1.Volume>, _ index: Int) {
    if let source = volumes[index].dataVolume, source.name.isEmpty {
      required(path.volume(index, "name"), "must have a dataVolume with a name")
    }
    let sources = volumes.sourceCount(index)
    if sources != 1 {
      invalid(path("volumes[\(index)]"), "must have exactly one source, not \(sources)")
    }
    if let source = volumes[index].cloudInitNoCloud {
      check(CloudInit(source), index, "cloudInitNoCloud")
    } else if let source = volumes[index].cloudInitConfigDrive {
      check(CloudInit(source), index, "cloudInitConfigDrive")
    }
    if volumes[index].downwardMetrics != nil, !configuration.allows(.downwardMetrics) {
      invalid(path("volumes[\(index)]"), "as downwardMetrics \(needs(.downwardMetrics))")
    }
    if let source = volumes[index].hostDisk { check(source, index) }
    if let source = volumes[index].configMap, source.name.isEmpty {
      invalid(path.volume(index, "configMap.name"), "must not be empty")
    }
    if let source = volumes[index].secret, source.secretName.isEmpty {
      invalid(path.volume(index, "secret.secretName"), "must not be empty")
    }
    if let source = volumes[index].serviceAccount, source.serviceAccountName.isEmpty {
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

  mutating func count(_ volumes: Span<V1.Volume>, _ index: Int) {
    if volumes[index].serviceAccount != nil { serviceAccounts += 1 }
    if volumes[index].downwardMetrics != nil { downwardMetrics += 1 }
    if volumes[index].memoryDump != nil { memoryDumps += 1 }
  }
}

extension Span<V1.Volume> {
  /// How many sources are given.
  fileprivate func sourceCount(_ index: Int) -> Int {
    var number = 0
    if self[index].persistentVolumeClaim != nil { number += 1 }
    if self[index].sysprep != nil { number += 1 }
    if self[index].$cloudInitNoCloud { number += 1 }
    if self[index].$cloudInitConfigDrive { number += 1 }
    if self[index].$containerDisk { number += 1 }
    if self[index].ephemeral != nil { number += 1 }
    if self[index].emptyDisk != nil { number += 1 }
    if self[index].$hostDisk { number += 1 }
    if self[index].dataVolume != nil { number += 1 }
    if self[index].$configMap { number += 1 }
    if self[index].$secret { number += 1 }
    if self[index].downwardAPI != nil { number += 1 }
    if self[index].serviceAccount != nil { number += 1 }
    if self[index].downwardMetrics != nil { number += 1 }
    if self[index].memoryDump != nil { number += 1 }
    if self[index].containerPath != nil { number += 1 }
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
