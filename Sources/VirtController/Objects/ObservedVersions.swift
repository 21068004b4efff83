import JSON
import Kube
import KubeClient

/// The annotations by which objects say that they have been written since the present API version is there.
///
/// They are set on first sight of an object, before any other action, so that its stored form is of that version.
enum ObservedVersions {
  static let current = "v1"

  static func areNoted(in metadata: ObjectMeta) -> Bool {
    metadata.annotations?[KubeVirtNames.latestObservedAPIVersion] == current
      && metadata.annotations?[KubeVirtNames.storageObservedAPIVersion] == current
  }

  /// An instance that we make in the present version carries them from its beginning: no write has to add them.
  static func noting(in write: ObjectWrite) -> ObjectWrite {
    guard write.path.resource == Resources.virtualMachineInstances, write.path.subresource == nil,
      case .create(var object) = write.operation
    else { return write }
    var metadata = object["metadata"] ?? .object([:])
    var annotations = metadata["annotations"] ?? .object([:])
    annotations[KubeVirtNames.latestObservedAPIVersion] = .string(current)
    annotations[KubeVirtNames.storageObservedAPIVersion] = .string(current)
    metadata["annotations"] = annotations
    object["metadata"] = metadata
    var noting = write
    noting.operation = .create(object)
    return noting
  }

  /// Notes them, and nothing else.
  static func note(at path: ResourcePath) -> ObjectWrite {
    let annotations: JSONValue = [
      KubeVirtNames.latestObservedAPIVersion: .string(current),
      KubeVirtNames.storageObservedAPIVersion: .string(current),
    ]
    return ObjectWrite(path, .patch(.merge(["metadata": ["annotations": annotations]])))
  }
}
