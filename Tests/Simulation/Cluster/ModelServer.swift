import JSON
import Kube
import KubeClient
import VirtController
import VirtTypes

/// An API server as a value: stores objects, counts versions, keeps a log of changes for those who watch, and collects
/// what has lost its owners.
///
/// It has what controllers depend on: optimistic concurrency, finalizers, deletion marks, generated names, uids, and the
/// conversion of instances that are created in the older version. It admits everything.
struct ModelServer {
  private struct Address {
    var resource: GroupVersionResource
    var name: NamespacedName
  }

  private var objects: [GroupVersionResource: [NamespacedName: JSONValue]] = [:]
  /// Everything that ever happened to each resource, in order; watchers remember how far they are.
  private(set) var log: [GroupVersionResource: [KubeClient.WatchEvent]] = [:]
  /// Counts what is stored and removed.
  private(set) var version: UInt64 = 1
  /// The version that was last searched for garbage.
  private var collected: UInt64 = 0
  private var created: UInt64 = 0
  /// Bodies that were written and changed nothing are counted too: a controller that writes them has not noticed that it
  /// is done.
  private(set) var writes = 0

  // MARK: Reading

  func object(_ resource: GroupVersionResource, _ name: NamespacedName) -> JSONValue? {
    objects[resource]?[name]
  }

  func all(_ resource: GroupVersionResource) -> [JSONValue] {
    (objects[resource] ?? [:]).sorted { $0.key < $1.key }.map(\.value)
  }

  // MARK: Writing

  mutating func perform(_ write: ObjectWrite, at now: Timestamp) -> WriteOutcome {
    let resource = write.asCached.path.resource
    let address = Address(
      resource: resource, name: NamespacedName(write.path.namespace ?? "", write.path.name ?? ""))
    switch write.operation {
    case .get, .list: break
    default: writes += 1
    }
    do throws(KubernetesError) {
      switch write.operation {
      case .get: return .success(try existing(address))
      case .list(let labels): return .success(list(resource, in: write.path.namespace, labels))
      case .create(let object): return .success(try create(object, write.path, resource, now))
      case .change(let observed, let wanted):
        return .success(try patch(address, ObjectWrite.patch(from: observed, to: wanted), write.path.subresource, now))
      case .patch(.json(let patch)): return .success(try self.patch(address, patch, write.path.subresource, now))
      case .patch(.merge(let value)), .patch(.apply(let value)):
        return .success(
          try update(address, MergePatch.apply(value, to: try existing(address)), write.path.subresource, now))
      case .patch(.strategicMerge(let value)):
        let present = try existing(address)
        return .success(try update(address, Self.merged(value, present), write.path.subresource, now))
      case .delete(let options): return .success(try delete(address, options, now))
      }
    } catch {
      return .failure(error)
    }
  }

  private func existing(_ address: Address) throws(KubernetesError) -> JSONValue {
    guard let object = object(address.resource, address.name) else {
      throw .status(.failure(.notFound, code: 404, message: "\(address.name) not found"))
    }
    return object
  }

  private func list(_ resource: GroupVersionResource, in namespace: String?, _ labels: String) -> JSONValue {
    let selector = try? Selector(parsing: labels)
    let items = all(resource).filter { object in
      guard namespace == nil || object.value(at: "metadata", "namespace")?.string == namespace else { return false }
      let labels = (object.value(at: "metadata", "labels")?.object ?? [:]).compactMap { name, value in
        value.string.map { (name, $0) }
      }
      return selector?.matches(Dictionary(labels) { $1 }) ?? false
    }
    return ["metadata": ["resourceVersion": .string("\(version)")], "items": .array(items)]
  }

  private mutating func create(
    _ object: JSONValue, _ path: ResourcePath, _ resource: GroupVersionResource, _ now: Timestamp
  ) throws(KubernetesError) -> JSONValue {
    var object = object
    if path.resource.version != resource.version {
      do { object = try Conversion.convert(object, to: resource.apiVersion) } catch {
        throw .status(.failure(.badRequest, code: 400, message: "\(error)"))
      }
    }
    created += 1
    var metadata = object["metadata"] ?? [:]
    if metadata["name"]?.string ?? "" == "" {
      metadata["name"] = .string((metadata["generateName"]?.string ?? "") + String(created, radix: 36))
    }
    metadata["namespace"] = path.namespace.map { .string($0) }
    metadata["uid"] = .string("uid-\(created)")
    metadata["creationTimestamp"] = .string(now.text)
    metadata["generation"] = 1
    object["metadata"] = metadata
    let address = Address(resource: resource, name: NamespacedName(object))
    guard self.object(resource, address.name) == nil else {
      throw .status(.failure(.alreadyExists, code: 409, message: "\(address.name) already exists"))
    }
    return store(address, object, .added)
  }

  private mutating func patch(
    _ address: Address, _ patch: JSONPatch, _ subresource: String?, _ now: Timestamp
  ) throws(KubernetesError) -> JSONValue {
    let present = try existing(address)
    let patched: JSONValue
    do { patched = try patch.applied(to: present) } catch {
      throw .status(.failure(.conflict, code: 409, message: "\(error)"))
    }
    return try update(address, patched, subresource, now)
  }

  private mutating func update(
    _ address: Address, _ wanted: JSONValue, _ subresource: String?, _ now: Timestamp
  ) throws(KubernetesError) -> JSONValue {
    let present = try existing(address)
    var wanted = wanted
    if subresource == "status" {
      var kept = present
      kept["status"] = wanted["status"]
      wanted = kept
    } else if Self.hasStatus.contains(address.resource.resource) {
      wanted["status"] = present["status"]
    }
    guard wanted != present else { return present }
    if wanted["spec"] != present["spec"] {
      let generation = present.value(at: "metadata", "generation")?.int64 ?? 1
      wanted["metadata"]?["generation"] = .number(JSONNumber(generation + 1))
    }
    let finalizers = wanted.value(at: "metadata", "finalizers")?.array ?? []
    if wanted.value(at: "metadata", "deletionTimestamp") != nil, finalizers.isEmpty, address.resource != Resources.pods
    {
      return remove(address, wanted)
    }
    return store(address, wanted, .modified)
  }

  /// Resources with a status of their own.
  private static let hasStatus: Set = ["virtualmachines", "virtualmachineinstancereplicasets", "pods", "nodes"]

  private mutating func delete(
    _ address: Address, _ options: DeletionOptions, _ now: Timestamp
  ) throws(KubernetesError) -> JSONValue {
    var object = try existing(address)
    if !options.uid.isEmpty, object.value(at: "metadata", "uid")?.string != options.uid {
      throw .status(.failure(.conflict, code: 409, message: "another object has the name"))
    }
    var finalizers = object.value(at: "metadata", "finalizers")?.array ?? []
    if options.propagationPolicy == "Orphan", object.value(at: "metadata", "deletionTimestamp") == nil {
      finalizers.append("orphan")
      object["metadata"]?["finalizers"] = .array(finalizers)
    }
    // A pod goes when its node says that it has ended.
    let isBound = address.resource == Resources.pods && object.value(at: "spec", "nodeName") != nil
    if finalizers.isEmpty && !isBound { return remove(address, object) }
    if object.value(at: "metadata", "deletionTimestamp") != nil { return object }
    object["metadata"]?["deletionTimestamp"] = .string(now.text)
    return store(address, object, .modified)
  }

  /// Takes an object away for good, whatever holds it: what the node does with a pod that has ended.
  mutating func finish(_ resource: GroupVersionResource, _ name: NamespacedName) {
    let address = Address(resource: resource, name: name)
    if let object = object(resource, name) { _ = remove(address, object) }
  }

  /// Takes away what has lost all its owners.
  mutating func collectGarbage(at now: Timestamp) {
    guard version != collected else { return }
    collected = version
    let present = objects
    let uids = Set(present.values.flatMap(\.values).compactMap { $0.value(at: "metadata", "uid")?.string })
    for (resource, named) in present.sorted(by: { $0.key.resource < $1.key.resource }) {
      for (name, object) in named.sorted(by: { $0.key < $1.key }) {
        let owners = object.value(at: "metadata", "ownerReferences")?.array ?? []
        guard !owners.isEmpty, !owners.contains(where: { uids.contains($0["uid"]?.string ?? "") }) else { continue }
        _ = try? delete(Address(resource: resource, name: name), DeletionOptions(), now)
      }
    }
  }

  /// Owners that are to go and leave behind what they own.
  var leavers: [(resource: GroupVersionResource, owner: JSONValue)] {
    [Resources.virtualMachines, Resources.replicaSets].flatMap { resource in
      all(resource).filter {
        $0.value(at: "metadata", "deletionTimestamp") != nil
          && $0.value(at: "metadata", "finalizers")?.array?.contains("orphan") == true
      }.map { (resource, $0) }
    }
  }

  /// Lets one thing go that an owner leaves behind, or else the owner.
  mutating func orphan(_ resource: GroupVersionResource, _ owner: JSONValue, at now: Timestamp) {
    let uid = owner.value(at: "metadata", "uid")
    for instance in all(Resources.virtualMachineInstances) {
      let owners = instance.value(at: "metadata", "ownerReferences")?.array ?? []
      guard owners.contains(where: { $0["uid"] == uid }) else { continue }
      var wanted = instance
      wanted["metadata"]?["ownerReferences"] = .array(owners.filter { $0["uid"] != uid })
      let address = Address(resource: Resources.virtualMachineInstances, name: NamespacedName(instance))
      _ = try? update(address, wanted, nil, now)
      return
    }
    var wanted = owner
    let finalizers = owner.value(at: "metadata", "finalizers")?.array ?? []
    wanted["metadata"]?["finalizers"] = .array(finalizers.filter { $0 != "orphan" })
    _ = try? update(Address(resource: resource, name: NamespacedName(owner)), wanted, nil, now)
  }

  // MARK: Log

  private enum Kind { case added, modified }

  private mutating func store(_ address: Address, _ object: JSONValue, _ kind: Kind) -> JSONValue {
    version += 1
    var object = object
    object["metadata"]?["resourceVersion"] = .string("\(version)")
    objects[address.resource, default: [:]][address.name] = object
    log[address.resource, default: []].append(kind == .added ? .added(object) : .modified(object))
    return object
  }

  private mutating func remove(_ address: Address, _ object: JSONValue) -> JSONValue {
    version += 1
    var object = object
    object["metadata"]?["resourceVersion"] = .string("\(version)")
    objects[address.resource]?[address.name] = nil
    log[address.resource, default: []].append(.deleted(object))
    return object
  }

  /// Conditions are merged by their type, all else as a merge patch has it.
  private static func merged(_ patch: JSONValue, _ present: JSONValue) -> JSONValue {
    var patch = patch
    guard let changed = patch.value(at: "status", "conditions")?.array else {
      return MergePatch.apply(patch, to: present)
    }
    var conditions = present.value(at: "status", "conditions")?.array ?? []
    for condition in changed {
      if let index = conditions.firstIndex(where: { $0["type"] == condition["type"] }) {
        conditions[index] = MergePatch.apply(condition, to: conditions[index])
      } else {
        conditions.append(condition)
      }
    }
    patch["status"]?["conditions"] = .array(conditions)
    patch["status"]?["$setElementOrder/conditions"] = nil
    return MergePatch.apply(patch, to: present)
  }
}
