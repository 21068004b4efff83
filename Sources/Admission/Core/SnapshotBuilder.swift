import JSON
import Kube
import VirtTypes

/// Makes what admission knows of a cluster from the cluster's objects, one by one and in any order.
public struct SnapshotBuilder: Sendable {
  /// What was made of the objects so far.
  public private(set) var store = ObjectStore()
  /// Objects that are of no use as they are, each with the reason.
  public private(set) var problems: [String] = []

  private var snapshot = ClusterSnapshot()
  private var presets: [String: [String: PresetEntry]] = [:]
  private var legacyConfigurations: [String: LegacyConfiguration] = [:]
  private var memoryLimits: [String: [String: Quantity]] = [:]

  /// Where v0.8.0 itself lives, and its settings with it.
  public static let legacyNamespace = "kube-system"
  public static let legacyConfigurationName = "kubevirt-config"
  /// On the KubeVirt object, by the value `true`: instances tell which preset set which field.
  public static let explainsPresetsAnnotation = "swift-virt.io/explain-presets"

  public init() {}

  public init(_ manifests: some Sequence<JSONValue>) {
    for manifest in manifests { add(manifest) }
  }

  /// What is known by now.
  public func makeSnapshot() -> ClusterSnapshot {
    var result = snapshot
    result.presets = presets.mapValues { entries in entries.sorted { $0.key < $1.key }.map(\.value) }
    if let settings = legacyConfigurations[snapshot.installNamespace] ?? legacyConfigurations[Self.legacyNamespace] {
      result.legacyConfiguration = settings
    }
    for (namespace, limits) in memoryLimits {
      result.defaultMemoryLimits[namespace] = limits.values.min { $0.isLess(than: $1) }
    }
    return result
  }

  /// Takes an object, or every object of a list; kinds that no rule needs are passed over.
  public mutating func add(_ manifest: JSONValue) {
    let apiVersion = manifest["apiVersion"]?.string ?? ""
    let kind = manifest["kind"]?.string ?? ""
    if let items = manifest["items"]?.array, kind.hasSuffix("List") {
      for item in items { add(item) }
      return
    }
    let namespace = manifest.value(at: "metadata", "namespace")?.string ?? "default"
    let name = manifest.value(at: "metadata", "name")?.string ?? ""
    switch (apiVersion.split(separator: "/").first, kind) {
    case ("kubevirt.io", "KubeVirt"): addConfiguration(manifest, namespace: namespace)
    case ("kubevirt.io", "VirtualMachineInstancePreset"):
      addPreset(manifest, version: apiVersion, namespace: namespace, name: name)
    case ("v1", "ConfigMap") where name == Self.legacyConfigurationName:
      legacyConfigurations[namespace] = LegacyConfiguration(data: manifest["data"])
    case ("v1", "LimitRange"): memoryLimits[namespace, default: [:]][name] = Self.defaultMemoryLimit(of: manifest)
    default:
      if let kind = ObjectKind(apiVersion: apiVersion, kind: kind) { store.insert(manifest, kind: kind) }
    }
  }

  private mutating func addConfiguration(_ manifest: JSONValue, namespace: String) {
    let (configuration, fault) = Self.decode(
      V1.KubeVirtConfiguration.self, manifest.value(at: "spec", "configuration") ?? [:])
    if let fault { problems.append("KubeVirt in namespace \(namespace): spec.configuration: \(fault)") }
    snapshot.configuration = ClusterConfiguration.make(from: configuration)
    if let architecture = manifest.value(at: "status", "defaultArchitecture")?.string, !architecture.isEmpty {
      snapshot.configuration.defaultArchitecture = architecture
    }
    let annotations = manifest.value(at: "metadata", "annotations")
    snapshot.configuration.evensEmulatorThreadCPUs =
      annotations?[ClusterConfiguration.emulatorThreadParityAnnotation] != nil
    snapshot.installNamespace = namespace
    snapshot.explainsPresets = annotations?[Self.explainsPresetsAnnotation]?.string == "true"
  }

  /// Keeps a preset in the forms of both profiles; the one it does not come in is converted.
  private mutating func addPreset(_ manifest: JSONValue, version: String, namespace: String, name: String) {
    let isLegacy = version == "kubevirt.io/" + Profile.legacyVersion
    let (v1, fault) = Self.decode(
      V1.VirtualMachineInstancePreset.self, isLegacy ? Self.convert(manifest, to: "v1") : manifest)
    let (legacy, legacyFault) = Self.decode(
      V1alpha2.VirtualMachineInstancePreset.self,
      isLegacy ? manifest : Self.convert(manifest, to: Profile.legacyVersion))
    if let fault = isLegacy ? legacyFault : fault {
      problems.append("preset \(namespace)/\(name): \(fault)")
      return
    }
    presets[namespace, default: [:]][name] = PresetEntry(v1: v1, v1alpha2: legacy)
  }

  /// The object in another version; as it is where it cannot be converted.
  private static func convert(_ manifest: JSONValue, to version: String) -> JSONValue {
    (try? Conversion.convert(manifest, to: "kubevirt.io/" + version)) ?? manifest
  }

  /// The smallest default for memory that is not zero, among the items for containers.
  private static func defaultMemoryLimit(of manifest: JSONValue) -> Quantity? {
    let items = manifest.value(at: "spec", "limits")?.array ?? []
    return items.lazy.filter { $0["type"]?.string == "Container" }
      .compactMap { $0.value(at: "default", "memory").flatMap(Self.quantity) }
      .filter { !$0.isZero }
      .min { $0.isLess(than: $1) }
  }

  private static func quantity(_ value: JSONValue) -> Quantity? {
    (value.string ?? value.number?.text).flatMap { try? Quantity($0) }
  }

  private static func decode<Value: JSONDecodable>(_ type: Value.Type, _ value: JSONValue) -> (Value, JSONProblem?) {
    let (decoded, problems) = value.jsonBytes().withUnsafeBytes { Value.decode($0, options: .lenient) }
    return (decoded, problems.first(where: \.isFault))
  }
}
