import JSON
import Kube

extension ObjectWrite {
  /// Turns an object as observed into the one that is wanted; nil when there is nothing to change. What is written in the
  /// same way, as no map and an empty one, is the same.
  public static func change<Object: JSONStructure>(
    _ path: ResourcePath, from observed: Object, to wanted: Object
  ) -> ObjectWrite? {
    if observed == wanted { return nil }
    let (old, new) = (observed.jsonTree, wanted.jsonTree)
    return old == new ? nil : ObjectWrite(path, .change(from: old, to: new))
  }
}
