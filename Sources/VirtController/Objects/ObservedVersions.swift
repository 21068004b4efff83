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

  /// Notes them, and nothing else.
  static func note(at path: ResourcePath) -> ObjectWrite {
    let annotations: JSONValue = [
      KubeVirtNames.latestObservedAPIVersion: .string(current),
      KubeVirtNames.storageObservedAPIVersion: .string(current),
    ]
    return ObjectWrite(path, .patch(.merge(["metadata": ["annotations": annotations]])))
  }
}
