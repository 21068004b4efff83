// Made from openapi/kubernetes/api/policy/disruptions.json by `make generate`; what is changed here is lost with the next one.

import JSON
import Kube

extension Policy {
  /// Asks for the end of a pod, as far as disruption budgets allow.
  public struct Eviction: Sendable {
    /// Group and version of the schema that the object follows.
    public var apiVersion: String = ""
    /// Kind of the object.
    public var kind: String = ""
    /// What Kubernetes keeps about every object.
    public var metadata: ObjectMeta = ObjectMeta()
    /// How the pod is deleted.
    @Boxed public var deleteOptions: DeleteOptions?

    public init() {}
  }
}

extension Policy.Eviction: JSONStructure {
  public static let memberNames: [StaticString] = ["apiVersion", "kind", "metadata", "deleteOptions"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("apiVersion", &apiVersion)
      case 1: reader.member("kind", &kind)
      case 2: reader.member("metadata", &metadata)
      case 3: reader.member("deleteOptions", &deleteOptions)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6973726556697061:
      if key.equals("apiVersion") { return 0 }
    case 0x646e696b:
      if key.count == 4 { return 1 }  // kind
    case 0x617461646174656d:
      if key.count == 8 { return 2 }  // metadata
    case 0x704f6574656c6564:
      if key.equals("deleteOptions") { return 3 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("apiVersion", apiVersion)
    writer.memberUnlessEmpty("kind", kind)
    writer.memberUnlessEmpty("metadata", metadata)
    writer.memberUnlessEmpty("deleteOptions", deleteOptions)
    writer.endObject()
  }
}

extension Policy {
  /// How many pods of a set may be down on purpose.
  public struct PodDisruptionBudget: Sendable {
    /// Group and version of the schema that the object follows.
    public var apiVersion: String = ""
    /// Kind of the object.
    public var kind: String = ""
    /// What Kubernetes keeps about every object.
    public var metadata: ObjectMeta = ObjectMeta()
    /// What is wanted.
    public var spec: PodDisruptionBudgetSpec = PodDisruptionBudgetSpec()
    /// What is the case.
    public var status: PodDisruptionBudgetStatus = PodDisruptionBudgetStatus()

    public init() {}
  }
}

extension Policy.PodDisruptionBudget: JSONStructure {
  public static let memberNames: [StaticString] = ["apiVersion", "kind", "metadata", "spec", "status"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("apiVersion", &apiVersion)
      case 1: reader.member("kind", &kind)
      case 2: reader.member("metadata", &metadata)
      case 3: reader.member("spec", &spec)
      case 4: reader.member("status", &status)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6973726556697061:
      if key.equals("apiVersion") { return 0 }
    case 0x646e696b:
      if key.count == 4 { return 1 }  // kind
    case 0x617461646174656d:
      if key.count == 8 { return 2 }  // metadata
    case 0x63657073:
      if key.count == 4 { return 3 }  // spec
    case 0x737574617473:
      if key.count == 6 { return 4 }  // status
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("apiVersion", apiVersion)
    writer.memberUnlessEmpty("kind", kind)
    writer.memberUnlessEmpty("metadata", metadata)
    writer.memberUnlessEmpty("spec", spec)
    writer.memberUnlessEmpty("status", status)
    writer.endObject()
  }
}

extension Policy {
  /// A list of such objects.
  public struct PodDisruptionBudgetList: Sendable {
    /// Group and version of the schema that the object follows.
    public var apiVersion: String = ""
    /// Kind of the object.
    public var kind: String = ""
    /// What Kubernetes keeps about every object.
    public var metadata: ListMeta = ListMeta()
    /// The objects.
    public var items: [PodDisruptionBudget] = []

    public init() {}
  }
}

extension Policy.PodDisruptionBudgetList: JSONStructure {
  public static let memberNames: [StaticString] = ["apiVersion", "kind", "metadata", "items"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("apiVersion", &apiVersion)
      case 1: reader.member("kind", &kind)
      case 2: reader.member("metadata", &metadata)
      case 3: reader.member("items", &items)
      default: reader.unknownMember(key)
      }
    }
    reader.require(3, members, "items")
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6973726556697061:
      if key.equals("apiVersion") { return 0 }
    case 0x646e696b:
      if key.count == 4 { return 1 }  // kind
    case 0x617461646174656d:
      if key.count == 8 { return 2 }  // metadata
    case 0x736d657469:
      if key.count == 5 { return 3 }  // items
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("apiVersion", apiVersion)
    writer.memberUnlessEmpty("kind", kind)
    writer.memberUnlessEmpty("metadata", metadata)
    writer.member("items", items)
    writer.endObject()
  }
}

extension Policy {
  /// Which pods are guarded, and how.
  public struct PodDisruptionBudgetSpec: Sendable {
    /// How many pods may be down, as a number or percentage.
    public var maxUnavailable: IntOrString?
    /// How many pods must stay up, as a number or percentage.
    public var minAvailable: IntOrString?
    /// Labels of the pods.
    public var selector: LabelSelector?
    /// When pods that are not ready may be evicted: IfHealthyBudget or AlwaysAllow.
    public var unhealthyPodEvictionPolicy: String?

    public init() {}
  }
}

extension Policy.PodDisruptionBudgetSpec: JSONStructure {
  public static let memberNames: [StaticString] = [
    "maxUnavailable", "minAvailable", "selector", "unhealthyPodEvictionPolicy",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("maxUnavailable", &maxUnavailable)
      case 1: reader.member("minAvailable", &minAvailable)
      case 2: reader.member("selector", &selector)
      case 3: 
        reader.listedMember(
          "unhealthyPodEvictionPolicy", &unhealthyPodEvictionPolicy, ["AlwaysAllow", "IfHealthyBudget"])
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6176616e5578616d:
      if key.equals("maxUnavailable") { return 0 }
    case 0x6c696176416e696d:
      if key.equals("minAvailable") { return 1 }
    case 0x726f7463656c6573:
      if key.count == 8 { return 2 }  // selector
    case 0x68746c6165686e75:
      if key.equals("unhealthyPodEvictionPolicy") { return 3 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("maxUnavailable", maxUnavailable)
    writer.memberUnlessEmpty("minAvailable", minAvailable)
    writer.memberUnlessEmpty("selector", selector)
    writer.memberUnlessEmpty("unhealthyPodEvictionPolicy", unhealthyPodEvictionPolicy)
    writer.endObject()
  }
}

extension Policy {
  /// How many disruptions are allowed now.
  public struct PodDisruptionBudgetStatus: Sendable {
    /// Observations, one of a type.
    public var conditions: [Meta.Condition] = []
    /// Number of pods that are healthy.
    public var currentHealthy: Int32 = 0
    /// Number of pods that must be healthy.
    public var desiredHealthy: Int32 = 0
    /// Pods whose eviction was allowed, and when.
    public var disruptedPods: [String: Timestamp]?
    /// Number of evictions that are allowed now.
    public var disruptionsAllowed: Int32 = 0
    /// Number of pods in all.
    public var expectedPods: Int32 = 0
    /// Generation of the specification that this is about.
    public var observedGeneration: Int64 = 0

    public init() {}
  }
}

extension Policy.PodDisruptionBudgetStatus: JSONStructure {
  public static let memberNames: [StaticString] = [
    "conditions", "currentHealthy", "desiredHealthy", "disruptedPods", "disruptionsAllowed", "expectedPods",
    "observedGeneration",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("conditions", &conditions)
      case 1: reader.member("currentHealthy", &currentHealthy)
      case 2: reader.member("desiredHealthy", &desiredHealthy)
      case 3: reader.member("disruptedPods", &disruptedPods)
      case 4: reader.member("disruptionsAllowed", &disruptionsAllowed)
      case 5: reader.member("expectedPods", &expectedPods)
      case 6: reader.member("observedGeneration", &observedGeneration)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6f697469646e6f63:
      if key.equals("conditions") { return 0 }
    case 0x48746e6572727563:
      if key.equals("currentHealthy") { return 1 }
    case 0x4864657269736564:
      if key.equals("desiredHealthy") { return 2 }
    case 0x6574707572736964:
      if key.equals("disruptedPods") { return 3 }
    case 0x6974707572736964:
      if key.equals("disruptionsAllowed") { return 4 }
    case 0x6465746365707865:
      if key.equals("expectedPods") { return 5 }
    case 0x646576726573626f:
      if key.equals("observedGeneration") { return 6 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("conditions", conditions)
    writer.member("currentHealthy", currentHealthy)
    writer.member("desiredHealthy", desiredHealthy)
    writer.memberUnlessEmpty("disruptedPods", disruptedPods ?? [:])
    writer.member("disruptionsAllowed", disruptionsAllowed)
    writer.member("expectedPods", expectedPods)
    writer.memberUnlessEmpty("observedGeneration", observedGeneration)
    writer.endObject()
  }
}
