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
    /// Whatever is asked about: it was found by what makes it wanted.
    case everything

    func matches(_ metadata: ObjectMeta) -> Bool {
      switch self {
      case .labels(let selector): selector.matches(metadata.labels ?? [:])
      case .name(let name): metadata.name == name
      case .everything: true
      }
    }
  }

  public enum Decision: Sendable, Hashable {
    /// It is managed by this owner, and wanted.
    case own
    /// Nobody manages it, and it is wanted: `adoption(of:)` makes it this owner's. Before that is sent, the owner has to
    /// be read from the API server (`mayAdopt`): the cache may not know yet that it is being deleted.
    case adopt
    /// It is this owner's and no longer wanted: `release(of:)` lets it go.
    case release
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
    if let present = metadata.controllerReference {
      if present.uid != owner.uid { return .foreign }
      if selection.matches(metadata) { return .own }
      return isOwnerBeingDeleted ? .ignore : .release
    }
    if isOwnerBeingDeleted || metadata.deletionTimestamp != nil || !selection.matches(metadata) { return .ignore }
    if !namespace.isEmpty && metadata.namespace != namespace { return .ignore }
    return .adopt
  }

  /// Why an owner that was just read from the API server may not adopt: it is another by now, or on its way out. Nil when
  /// it may.
  public func refusalToAdopt(_ live: JSONValue) -> String? {
    if live.value(at: "metadata", "uid")?.string != owner.uid { return "the owner is another one by now" }
    let isBeingDeleted = live.value(at: "metadata", "deletionTimestamp")?.string != nil
    return isBeingDeleted ? "the owner is being deleted" : nil
  }

  // MARK: Patches

  /// Makes an object this owner's, unless it is another by now: a uid can't be changed, so that the server refuses.
  ///
  /// - Parameter testsVersion: whether the server is to refuse as well when the object has changed otherwise.
  public func adoption(of metadata: ObjectMeta, testsVersion: Bool = false) -> ObjectPatch {
    patch(metadata, others(metadata) + [owner], testsVersion, ["uid": .string(metadata.uid)])
  }

  /// Lets an object go.
  public func release(of metadata: ObjectMeta, testsVersion: Bool = false) -> ObjectPatch {
    patch(metadata, others(metadata), testsVersion, [:])
  }

  private func others(_ metadata: ObjectMeta) -> [OwnerReference] {
    metadata.ownerReferences.filter { $0.uid != owner.uid }
  }

  private func patch(
    _ metadata: ObjectMeta, _ references: [OwnerReference], _ testsVersion: Bool, _ tests: JSONObject
  ) -> ObjectPatch {
    var members: JSONObject = ["ownerReferences": .array(references.map(\.jsonTree))]
    for (name, value) in tests { members[name] = value }
    if testsVersion { members["resourceVersion"] = .string(metadata.resourceVersion) }
    return .merge(["metadata": .object(members)])
  }
}
