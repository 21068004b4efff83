import JSON
import Kube
import KubeClient

/// Copies of the cluster's objects, as informers keep them. What is read together may be of different moments.
public protocol ClusterCaches: Sendable {
  /// One object; nil when there is none that we know of.
  func cached(_ resource: GroupVersionResource, _ name: NamespacedName) -> CachedObject?
  /// The objects that an index has under a value, in the order of their names.
  func cached(_ resource: GroupVersionResource, _ index: CacheIndex, _ value: String) -> [CachedObject]
  /// Whether the API server has the resource.
  func isServed(_ resource: GroupVersionResource) -> Bool
}

/// How objects are found otherwise than by name.
public enum CacheIndex: String, Sendable, Hashable, CaseIterable {
  /// By the namespace.
  case namespace
  /// By the uid of the controller that owns the object.
  case controller
  /// Objects that nobody controls, by the namespace.
  case orphan
  /// By the uid of the instance that a launcher pod was made for.
  case instance
  /// By the node that an instance or a pod is on.
  case node
  /// Instances that are to leave a node, by its name.
  case evacuatedNode
  /// By the name of the instance that a migration moves, with the namespace before it and a slash between.
  case migratedInstance
  /// Instances that have a VSOCK context identifier, all under one value.
  case contextIdentifier
  /// Migrations that have not come to their end, all under one value.
  case unfinished
  /// By the names of the claims that a machine or instance uses, likewise.
  case claim
  /// By the names of the data volumes that a machine or an instance uses, likewise.
  case dataVolume

  /// The value of indexes that have one value only.
  static let one = "true"

  /// The values under which an object is found.
  public func values(of object: JSONValue) -> [String] {
    let metadata = object["metadata"]
    let namespace = metadata?["namespace"]?.string ?? ""
    switch self {
    case .namespace: return [namespace]
    case .controller: return object.controllers.compactMap { $0["uid"]?.string }
    case .orphan: return object.controllers.isEmpty ? [namespace] : []
    case .evacuatedNode:
      return [object.value(at: "status", "evacuationNodeName")?.string].compactMap { $0 }.filter { !$0.isEmpty }
    case .instance: return [metadata?.value(at: "labels", KubeVirtNames.createdBy)?.string].compactMap { $0 }
    case .node:
      let label = metadata?.value(at: "labels", KubeVirtNames.nodeName)?.string
      return [object.value(at: "spec", "nodeName")?.string ?? label].compactMap { $0 }
    case .migratedInstance:
      return [object.value(at: "spec", "vmiName")?.string].compactMap { $0.map { "\(namespace)/\($0)" } }
    case .unfinished:
      let phase = object.value(at: "status", "phase")?.string ?? ""
      return ["Succeeded", "Failed"].contains(phase) ? [] : [CacheIndex.one]
    case .contextIdentifier: return object.value(at: "status", "VSOCKCID") == nil ? [] : [CacheIndex.one]
    case .claim, .dataVolume: return volumes(of: object).map(\.description)
    }
  }

  /// The claims or the data volumes that a machine or an instance uses: `claim` and `dataVolume` only.
  func volumes(of object: JSONValue) -> [NamespacedName] {
    let spec = object["spec"]
    let volumes = spec?["volumes"]?.array ?? spec?.value(at: "template", "spec", "volumes")?.array ?? []
    var names: Set<String> = []
    for volume in volumes {
      switch self {
      case .claim:
        let sources = [volume["persistentVolumeClaim"], volume.value(at: "ephemeral", "persistentVolumeClaim")]
        names.formUnion(sources.compactMap { $0?["claimName"]?.string })
        // A data volume and the claim that it fills have one name.
        if let name = volume.value(at: "dataVolume", "name")?.string { names.insert(name) }
      default:
        if let name = volume.value(at: "dataVolume", "name")?.string { names.insert(name) }
      }
    }
    for template in spec?["dataVolumeTemplates"]?.array ?? [] {
      if let name = template.value(at: "metadata", "name")?.string { names.insert(name) }
    }
    let namespace = NamespacedName(object).namespace
    return names.sorted().map { NamespacedName(namespace, $0) }
  }
}

extension JSONValue {
  /// The references to those who control the object; the API server allows one.
  var controllers: [JSONValue] {
    (value(at: "metadata", "ownerReferences")?.array ?? []).filter { $0["controller"]?.bool == true }
  }
}

extension ClusterCaches {
  /// One object in its type; one that does not decode counts as absent, since nothing can be decided about it.
  func object<Object: JSONStructure>(
    _ type: Object.Type, _ resource: GroupVersionResource, _ name: NamespacedName
  ) -> Object? {
    cached(resource, name).flatMap { try? $0.decode(as: type) }
  }

  /// The objects under an index's value in their type.
  func objects<Object: JSONStructure>(
    _ type: Object.Type, _ resource: GroupVersionResource, _ index: CacheIndex, _ value: String
  ) -> [Object] {
    cached(resource, index, value).compactMap { try? $0.decode(as: type) }
  }
}
