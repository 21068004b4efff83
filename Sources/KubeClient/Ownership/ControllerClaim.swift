import JSON
import Kube

/// Which of the objects that there are a controller's object manages, takes over, or lets go: as Kubernetes' controllers
/// do it, so that no two manage one object.
public struct ControllerClaim: Sendable {
  /// Which objects are wanted.
  public enum Selection: Sendable, Hashable {
    case labels(Selector)
    /// The object of exactly this name.
    case name(String)

    func matches(_ metadata: ObjectMeta) -> Bool {
      switch self {
      case .labels(let selector): selector.matches(metadata.labels ?? [:])
      case .name(let name): metadata.name == name
      }
    }
  }

  public enum Decision: Sendable, Hashable {
    /// It is managed by this owner, and wanted.
    case own
    /// Nobody manages it, and it is wanted: the patch makes it this owner's. Before it is sent, the owner has to be read
    /// from the API server (`mayAdopt`): the cache may not know yet that it is being deleted.
    case adopt(JSONPatch)
    /// It is this owner's and no longer wanted: the patch lets it go.
    case release(JSONPatch)
    /// Another manages it.
    case foreign
    /// It is none of this owner's business.
    case ignore
  }

  /// The reference that an adopted object gets.
  public var owner: OwnerReference
  /// Empty for cluster-scoped owners.
  public var namespace: String
  public var selection: Selection
  public var isOwnerBeingDeleted: Bool

  public init(
    owner: OwnerReference, namespace: String, selection: Selection, isOwnerBeingDeleted: Bool
  ) {
    self.owner = owner
    self.namespace = namespace
    self.selection = selection
    self.isOwnerBeingDeleted = isOwnerBeingDeleted
  }

  /// What to do about one object.
  public func decide(_ metadata: ObjectMeta) -> Decision {
    if let present = OwnerReference.controllerReference(of: metadata) {
      if present.uid != owner.uid { return .foreign }
      if selection.matches(metadata) { return .own }
      return isOwnerBeingDeleted ? .ignore : .release(releasePatch(metadata))
    }
    if isOwnerBeingDeleted || metadata.deletionTimestamp != nil || !selection.matches(metadata) { return .ignore }
    if !namespace.isEmpty && metadata.namespace != namespace { return .ignore }
    return .adopt(adoptionPatch(metadata))
  }

  /// Whether the owner, as it was just read, is still the same and stays.
  public func mayAdopt(_ live: ObjectMeta) -> Bool { live.uid == owner.uid && live.deletionTimestamp == nil }

  private func adoptionPatch(_ metadata: ObjectMeta) -> JSONPatch {
    var patch = JSONPatch([.test(JSONPointer(["metadata", "uid"]), .string(metadata.uid))])
    let references = JSONPointer(["metadata", "ownerReferences"])
    if metadata.ownerReferences.isEmpty {
      // A list that came meanwhile would be lost: there is no test that a member is absent.
      if !metadata.resourceVersion.isEmpty {
        patch.operations.append(
          .test(JSONPointer(["metadata", "resourceVersion"]), .string(metadata.resourceVersion)))
      }
      patch.operations.append(.add(references, [owner.jsonTree]))
    } else {
      patch.operations.append(.add(references.appending("-"), owner.jsonTree))
    }
    return patch
  }

  private func releasePatch(_ metadata: ObjectMeta) -> JSONPatch {
    var patch = JSONPatch([.test(JSONPointer(["metadata", "uid"]), .string(metadata.uid))])
    let references = JSONPointer(["metadata", "ownerReferences"])
    // From the last one, so that those before stay where they are.
    for (index, reference) in metadata.ownerReferences.enumerated().reversed() where reference.uid == owner.uid {
      let place = references.appending(index)
      patch.operations += [.test(place.appending("uid"), .string(owner.uid)), .remove(place)]
    }
    return patch
  }
}
