import JSON
import Kube
import KubeClient

extension ObjectWrite {
  /// Turns an object as observed into the one that is wanted; nil when there is nothing to change.
  static func change<Object: JSONStructure>(
    _ path: ResourcePath, from observed: Object, to wanted: Object
  ) -> ObjectWrite? {
    observed == wanted ? nil : ObjectWrite(path, .change(from: observed.jsonTree, to: wanted.jsonTree))
  }
}
