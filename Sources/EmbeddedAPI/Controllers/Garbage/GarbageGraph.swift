import EmbeddedStore
import JSON
import Kube

/// Who owns whom, by uid, and what follows from it: all of the garbage collector's decisions.
///
/// The rules are those of Kubernetes ("Garbage collection" and "Owners and dependents" in its documentation): an
/// object goes when the last of its owners is gone; owners that are deleted in the foreground wait for the dependents
/// that block them.
struct GarbageGraph: Sendable {
  static let orphanFinalizer = Finalizers.orphan
  static let foregroundFinalizer = Finalizers.foreground

  struct Owner: Sendable, Hashable {
    var kind: GroupVersionKind
    var name: String
    var uid: String
    var blocksDeletion: Bool
  }

  struct Node: Sendable {
    enum Deletion: Sendable, Hashable {
      case none
      /// Being deleted, and none of the collector's business.
      case plain
      case foreground
      case orphan
    }

    var key: ObjectKey
    var uid: String
    var group: String
    var kind: String
    var owners: [Owner]
    var deletion: Deletion
  }

  enum Action: Sendable, Hashable {
    case none
    /// Owners that the graph does not know: whether they exist has to be looked up.
    case verify([Owner])
    /// No owner is left: the object goes, by this propagation policy.
    case delete(policy: String)
    /// Some owners are gone and others are not: references to the former go.
    case removeOwners(uids: Set<String>)
    /// The object and its owner wait for each other: it no longer blocks.
    case unblockOwners
    /// The references of these dependents go, then the finalizer.
    case orphan(dependents: Set<String>)
    /// These have to go first; each is looked at for itself.
    case awaitDependents(Set<String>)
    /// Nothing blocks the deletion any longer: the finalizer goes.
    case finishForeground
  }

  private(set) var nodes: [String: Node] = [:]
  private var uids: [ObjectKey: String] = [:]
  private var dependents: [String: Set<String>] = [:]

  func dependents(of uid: String) -> Set<String> { dependents[uid] ?? [] }

  /// Takes an object in, or out; returns the uids of what has to be looked at because of it.
  mutating func observe(_ key: ObjectKey, _ object: JSONValue?) -> Set<String> {
    var affected: Set<String> = []
    if let old = uids[key], old != object?.uid { affected.formUnion(remove(old)) }
    guard let object, !object.uid.isEmpty else { return affected }
    let node = Node(key: key, object)
    let old = nodes[node.uid]
    nodes[node.uid] = node
    uids[key] = node.uid
    for owner in old?.owners ?? [] { unlink(node.uid, from: owner.uid) }
    for owner in node.owners { dependents[owner.uid, default: []].insert(node.uid) }
    if node.deletion != old?.deletion ?? .none {
      affected.insert(node.uid)
      if node.deletion == .foreground { affected.formUnion(dependents(of: node.uid)) }
    }
    if node.owners != old?.owners ?? [] {
      affected.insert(node.uid)
      affected.formUnion((old?.owners ?? []).map(\.uid).filter { nodes[$0]?.deletion == .foreground })
    }
    return affected
  }

  private mutating func remove(_ uid: String) -> Set<String> {
    guard let node = nodes.removeValue(forKey: uid) else { return [] }
    uids[node.key] = nil
    for owner in node.owners { unlink(uid, from: owner.uid) }
    return dependents(of: uid).union(node.owners.map(\.uid).filter { nodes[$0]?.deletion == .foreground })
  }

  private mutating func unlink(_ uid: String, from owner: String) {
    dependents[owner]?.remove(uid)
    if dependents[owner]?.isEmpty == true { dependents[owner] = nil }
  }

  /// What has to be done about an object.
  ///
  /// - Parameters:
  ///   - absent: owners that were looked up and are not there.
  ///   - present: owners that were looked up and are there, or of which nobody can say.
  func decide(_ uid: String, absent: Set<String> = [], present: Set<String> = []) -> Action {
    guard let node = nodes[uid] else { return .none }
    switch node.deletion {
    case .orphan: return .orphan(dependents: dependents(of: uid))
    case .foreground:
      let blocking = dependents(of: uid).filter { dependent in
        dependent != uid
          && nodes[dependent]?.owners.contains { $0.uid == uid && $0.blocksDeletion } == true
      }
      if blocking.isEmpty { return .finishForeground }
      return .awaitDependents(blocking)
    case .plain: return .none
    case .none: break
    }
    if node.owners.isEmpty { return .none }
    let unknown = node.owners.filter {
      !knows($0, as: node) && !absent.contains($0.uid) && !present.contains($0.uid)
    }
    if !unknown.isEmpty { return .verify(unknown) }
    var solid = false
    var gone: Set<String> = []
    var waiting: Set<String> = []
    for owner in node.owners {
      if !knows(owner, as: node) {
        if absent.contains(owner.uid) { gone.insert(owner.uid) } else { solid = true }
      } else if nodes[owner.uid]?.deletion == .foreground {
        waiting.insert(owner.uid)
      } else {
        solid = true
      }
    }
    if solid {
      return gone.isEmpty && waiting.isEmpty ? .none : .removeOwners(uids: gone.union(waiting))
    }
    let own = dependents(of: uid)
    if !waiting.isEmpty && !own.isEmpty {
      let isCycle = own.contains { nodes[$0]?.deletion == .foreground }
      if isCycle && node.owners.contains(where: \.blocksDeletion) { return .unblockOwners }
      return .delete(policy: "Foreground")
    }
    return .delete(policy: "Background")
  }

  /// Whether the graph has the owner where the reference says that it is.
  private func knows(_ owner: Owner, as dependent: Node) -> Bool {
    guard let node = nodes[owner.uid] else { return false }
    return node.kind == owner.kind.kind && node.group == owner.kind.group && node.key.name == owner.name
      && (node.key.namespace.isEmpty || node.key.namespace == dependent.key.namespace)
  }
}

extension GarbageGraph.Node {
  init(key: ObjectKey, _ object: JSONValue) {
    let kind = GroupVersionKind(
      apiVersion: object["apiVersion"]?.string ?? "", kind: object["kind"]?.string ?? "")
    self.key = key
    uid = object.uid
    group = kind.group
    self.kind = kind.kind
    owners = GarbageGraph.owners(of: object)
    deletion =
      switch (object.isBeingDeleted, object.finalizers) {
      case (false, _): .none
      case (true, let finalizers) where finalizers.contains(GarbageGraph.orphanFinalizer): .orphan
      case (true, let finalizers) where finalizers.contains(GarbageGraph.foregroundFinalizer): .foreground
      default: .plain
      }
  }
}

extension GarbageGraph {
  static func owners(of object: JSONValue) -> [Owner] {
    (object.value(at: "metadata", "ownerReferences")?.array ?? []).map { reference in
      Owner(
        kind: GroupVersionKind(
          apiVersion: reference["apiVersion"]?.string ?? "", kind: reference["kind"]?.string ?? ""),
        name: reference["name"]?.string ?? "", uid: reference["uid"]?.string ?? "",
        blocksDeletion: reference["blockOwnerDeletion"]?.bool ?? false)
    }
  }
}

extension JSONValue {
  /// Takes the references to these owners out.
  mutating func removeOwners(_ uids: Set<String>) {
    let left = (value(at: "metadata", "ownerReferences")?.array ?? []).filter {
      !uids.contains($0["uid"]?.string ?? "")
    }
    self["metadata"]?["ownerReferences"] = left.isEmpty ? nil : .array(left)
  }

  /// Has no owner wait for this object.
  mutating func unblockOwners() {
    let references = (value(at: "metadata", "ownerReferences")?.array ?? []).map { reference in
      var reference = reference
      if reference["blockOwnerDeletion"] != nil { reference["blockOwnerDeletion"] = false }
      return reference
    }
    self["metadata"]?["ownerReferences"] = .array(references)
  }
}
