import JSON
import Kube
import VirtTypes

/// What admission knows of the cluster at one moment: an immutable value that informers replace as a whole.
public struct ClusterSnapshot: Sendable {
  /// Settings of the KubeVirt object, with the release's defaults.
  @Shared public var configuration = ClusterConfiguration()
  /// Settings of v0.8.0's ConfigMap `kubevirt-config`.
  public var legacyConfiguration = LegacyConfiguration()
  /// Presets by namespace, sorted by name, so that every replica applies them in one order.
  public var presets: [String: [PresetEntry]] = [:]
  /// Default memory limits of containers by namespace: the smallest non-zero one of all LimitRanges.
  public var defaultMemoryLimits: [String: Quantity] = [:]
  /// The namespace in which swift-virt itself is installed; its service accounts may do more.
  public var installNamespace = "kubevirt"
  /// Whether an instance gets an annotation that says which preset set which of its fields.
  public var explainsPresets = false

  public init() {}
}

/// A preset in the forms of both profiles.
public struct PresetEntry: Sendable {
  public var v1: V1.VirtualMachineInstancePreset
  public var v1alpha2: V1alpha2.VirtualMachineInstancePreset

  public init(v1: V1.VirtualMachineInstancePreset, v1alpha2: V1alpha2.VirtualMachineInstancePreset) {
    self.v1 = v1
    self.v1alpha2 = v1alpha2
  }

  public var name: String { v1.metadata.name }
}

/// v0.8.0's settings, from the ConfigMap `kubevirt-config` in its own namespace.
public struct LegacyConfiguration: Sendable, Hashable {
  /// The whole text of key `feature-gates`; a gate is on when its name occurs anywhere in it.
  public var featureGates = ""
  /// When launcher images are fetched: Always, Never or IfNotPresent; empty where it does not say.
  public var imagePullPolicy = ""
  /// Whether guests run without hardware virtualization.
  public var usesEmulation = false

  public init(featureGates: String = "", imagePullPolicy: String = "", usesEmulation: Bool = false) {
    self.featureGates = featureGates
    self.imagePullPolicy = imagePullPolicy
    self.usesEmulation = usesEmulation
  }

  /// The settings in the data of the ConfigMap.
  public init(data: JSONValue?) {
    self.init(
      featureGates: data?["feature-gates"]?.string ?? "", imagePullPolicy: data?["dev.imagePullPolicy"]?.string ?? "",
      usesEmulation: data?["debug.useEmulation"]?.string?.lowercased() == "true")
  }

  public var allowsDataVolumes: Bool { featureGates.contains("DataVolumes") }
}

/// What an admission function may use beside the request: all of it is a value, so that a request can be replayed.
public struct AdmissionEnvironment: Sendable {
  public var snapshot: ClusterSnapshot
  /// Objects that an earlier round asked for by `Verdict.needs`.
  public var found = FoundObjects()
  /// The request's object, where it was decoded with the review already.
  var decodedObject: (any DecodedObject)?
  /// Makes a random UUID (version 4).
  public var makeUUID: @Sendable () -> String
  /// The time that goes into timestamps.
  public var now: Timestamp

  public init(snapshot: ClusterSnapshot, makeUUID: @escaping @Sendable () -> String, now: Timestamp) {
    self.snapshot = snapshot
    self.makeUUID = makeUUID
    self.now = now
  }
}
