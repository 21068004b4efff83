import JSON
import Kube

/// Objects that rules may look up, by kind, namespace and name.
public struct ObjectStore: Sendable {
  private struct Key: Hashable {
    var namespace: String
    var name: String
  }

  private var objects: [ObjectKind: [Key: JSONValue]] = [:]

  public init() {}

  /// Adds an object, or replaces the one of its name.
  public mutating func insert(_ object: JSONValue, kind: ObjectKind) {
    objects[kind, default: [:]][Self.key(of: object, kind: kind)] = object
  }

  public mutating func remove(kind: ObjectKind, namespace: String, name: String) {
    objects[kind]?[Key(namespace: namespace, name: name)] = nil
  }

  /// What a reference points to: no element where there is no such object.
  public func objects(for reference: ObjectReference) -> [JSONValue] {
    switch reference {
    case .object(let kind, let namespace, let name):
      let key = Key(namespace: kind.isNamespaced ? namespace : "", name: name)
      return objects[kind]?[key].map { [$0] } ?? []
    case .patched(let kind, let namespace, let name, let patch):
      // Nothing is written: the store is what is known, not where it is from.
      return objects(for: .object(kind: kind, namespace: namespace, name: name)).compactMap {
        try? patch.applied(to: $0)
      }
    case .list(let kind, let namespace, let label, let value):
      let members = objects[kind] ?? [:]
      return members.filter { key, object in
        (namespace.isEmpty || key.namespace == namespace)
          && (label.isEmpty || object.value(at: "metadata", "labels", label)?.string == value)
      }
      .sorted { ($0.key.namespace, $0.key.name) < ($1.key.namespace, $1.key.name) }
      .map(\.value)
    }
  }

  /// Adds the answers to what a verdict asked for.
  public func answer(_ references: [ObjectReference], into found: inout FoundObjects) {
    for reference in references { found.insert(reference, objects(for: reference)) }
  }

  private static func key(of object: JSONValue, kind: ObjectKind) -> Key {
    let namespace = object.value(at: "metadata", "namespace")?.string
    return Key(
      namespace: kind.isNamespaced ? namespace ?? "default" : "",
      name: object.value(at: "metadata", "name")?.string ?? "")
  }
}

extension ObjectKind {
  /// Whether objects of the kind live in namespaces.
  public var isNamespaced: Bool {
    switch self {
    case .clusterInstancetype, .clusterPreference, .namespace: false
    default: true
    }
  }

  /// The kind of a manifest; nil when no rule looks up such objects. Any version of a group will do.
  public init?(apiVersion: String, kind: String) {
    let group = apiVersion.split(separator: "/").dropLast().first.map(String.init) ?? ""
    switch (group, kind) {
    case ("kubevirt.io", "VirtualMachine"): self = .virtualMachine
    case ("kubevirt.io", "VirtualMachineInstance"): self = .virtualMachineInstance
    case ("kubevirt.io", "VirtualMachineInstanceMigration"): self = .migration
    case ("instancetype.kubevirt.io", "VirtualMachineInstancetype"): self = .instancetype
    case ("instancetype.kubevirt.io", "VirtualMachineClusterInstancetype"): self = .clusterInstancetype
    case ("instancetype.kubevirt.io", "VirtualMachinePreference"): self = .preference
    case ("instancetype.kubevirt.io", "VirtualMachineClusterPreference"): self = .clusterPreference
    case ("cdi.kubevirt.io", "DataSource"): self = .dataSource
    case ("cdi.kubevirt.io", "DataVolume"): self = .dataVolume
    case ("", "PersistentVolumeClaim"): self = .persistentVolumeClaim
    case ("apps", "ControllerRevision"): self = .controllerRevision
    case ("", "Pod"): self = .pod
    case ("", "Namespace"): self = .namespace
    default: return nil
    }
  }
}

extension ObjectKind {
  /// The collection under which an API server serves the kind; the raw value is its path.
  public var resource: GroupVersionResource {
    let parts = rawValue.split(separator: "/").map(String.init)
    return parts.count == 3
      ? GroupVersionResource(group: parts[0], version: parts[1], resource: parts[2])
      : GroupVersionResource(version: parts[0], resource: parts[parts.count - 1])
  }
}
