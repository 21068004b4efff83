import JSON
import Kube
import VirtTypes

/// The patch by which an instance that virt-handler writes as well is changed: of our own members only, each with a test
/// that nobody else has changed it.
enum InstancePatch {
  static func difference(
    from observed: V1.VirtualMachineInstance, to wanted: V1.VirtualMachineInstance
  ) -> JSONPatch {
    let (old, new) = (observed.status, wanted.status)
    var operations: [JSONPatch.Operation] = []
    if old.volumeStatus != new.volumeStatus {
      let place = JSONPointer(["status", "volumeStatus"])
      if old.volumeStatus.isEmpty {
        operations.append(.add(place, new.volumeStatus.jsonTree))
      } else {
        operations += replacement(place, old.volumeStatus.jsonTree, new.volumeStatus.jsonTree)
      }
    }
    if old.conditions != new.conditions {
      operations += replacement(
        JSONPointer(["status", "conditions"]), presence(old.conditions), new.conditions.jsonTree)
    }
    if old.activePods != new.activePods {
      operations += replacement(
        JSONPointer(["status", "activePods"]), old.activePods.map { JSONValue($0) } ?? .null,
        JSONValue(new.activePods ?? [:]))
    }
    if old.phase != new.phase {
      operations += replacement(JSONPointer(["status", "phase"]), .string(old.phase), .string(new.phase))
    }
    if old.launcherContainerImageVersion != new.launcherContainerImageVersion {
      let place = JSONPointer(["status", "launcherContainerImageVersion"])
      operations.append(
        new.launcherContainerImageVersion.isEmpty
          ? .remove(place) : .add(place, .string(new.launcherContainerImageVersion)))
    }
    operations += texts("labels", observed.metadata.labels, wanted.metadata.labels)
    operations += texts("annotations", observed.metadata.annotations, wanted.metadata.annotations)
    if old.interfaces != new.interfaces {
      let place = JSONPointer(["status", "interfaces"])
      operations += [.test(place, presence(old.interfaces)), .add(place, new.interfaces.jsonTree)]
    }
    return JSONPatch(operations)
  }

  private static func replacement(
    _ place: JSONPointer, _ old: JSONValue, _ new: JSONValue
  ) -> [JSONPatch.Operation] {
    [.test(place, old), old == .null ? .add(place, new) : .replace(place, new)]
  }

  private static func texts(
    _ member: String, _ old: [String: String]?, _ new: [String: String]?
  ) -> [JSONPatch.Operation] {
    guard old != new else { return [] }
    let place = JSONPointer(["metadata", member])
    guard let new else { return [.remove(place)] }
    return replacement(place, old.map { JSONValue($0) } ?? .null, JSONValue(new))
  }

  /// An empty list is not written, and a test for null holds where nothing is, as in Kubernetes.
  private static func presence(_ list: [some JSONCodable]) -> JSONValue { list.isEmpty ? .null : list.jsonTree }
}
