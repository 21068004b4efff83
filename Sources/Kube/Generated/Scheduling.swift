// Made from openapi/kubernetes/core/scheduling.json by `make generate`; what is changed here is lost with the next one.

import JSON

/// Rules about nodes and neighbouring pods.
public struct Affinity: Sendable {
  /// Which nodes are allowed and which are preferred.
  public var nodeAffinity: NodeAffinity?
  /// Which pods the pod should run near.
  public var podAffinity: PodAffinity?
  /// Which pods the pod should not run near.
  public var podAntiAffinity: PodAntiAffinity?

  public init() {}
}

extension Affinity: JSONStructure {
  public static let memberNames: [StaticString] = ["nodeAffinity", "podAffinity", "podAntiAffinity"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("nodeAffinity", &nodeAffinity)
      case 1: reader.member("podAffinity", &podAffinity)
      case 2: reader.member("podAntiAffinity", &podAntiAffinity)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6966664165646f6e:
      if key.equals("nodeAffinity") { return 0 }
    case 0x6e69666641646f70:
      if key.equals("podAffinity") { return 1 }
    case 0x4169746e41646f70:
      if key.equals("podAntiAffinity") { return 2 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("nodeAffinity", nodeAffinity)
    writer.memberUnlessEmpty("podAffinity", podAffinity)
    writer.memberUnlessEmpty("podAntiAffinity", podAntiAffinity)
    writer.endObject()
  }
}

/// Which nodes are allowed and which are preferred.
public struct NodeAffinity: Sendable {
  /// Preferences, each with a weight; the node with the greatest sum wins.
  public var preferredDuringSchedulingIgnoredDuringExecution: [PreferredSchedulingTerm] = []
  /// Which nodes are allowed when the pod is placed.
  public var requiredDuringSchedulingIgnoredDuringExecution: NodeSelector?

  public init() {}
}

extension NodeAffinity: JSONStructure {
  public static let memberNames: [StaticString] = [
    "preferredDuringSchedulingIgnoredDuringExecution", "requiredDuringSchedulingIgnoredDuringExecution",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("preferredDuringSchedulingIgnoredDuringExecution", &preferredDuringSchedulingIgnoredDuringExecution)
      case 1: reader.member("requiredDuringSchedulingIgnoredDuringExecution", &requiredDuringSchedulingIgnoredDuringExecution)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6572726566657270:
      if key.equals("preferredDuringSchedulingIgnoredDuringExecution") { return 0 }
    case 0x6465726975716572:
      if key.equals("requiredDuringSchedulingIgnoredDuringExecution") { return 1 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("preferredDuringSchedulingIgnoredDuringExecution", preferredDuringSchedulingIgnoredDuringExecution)
    writer.memberUnlessEmpty("requiredDuringSchedulingIgnoredDuringExecution", requiredDuringSchedulingIgnoredDuringExecution)
    writer.endObject()
  }
}

/// Picks nodes; one of the terms must match.
public struct NodeSelector: Sendable {
  /// The terms.
  public var nodeSelectorTerms: [NodeSelectorTerm] = []

  public init() {}
}

extension NodeSelector: JSONStructure {
  public static let memberNames: [StaticString] = ["nodeSelectorTerms"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("nodeSelectorTerms", &nodeSelectorTerms)
      default: reader.unknownMember(key)
      }
    }
    reader.require(0, members, "nodeSelectorTerms")
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x656c655365646f6e:
      if key.equals("nodeSelectorTerms") { return 0 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("nodeSelectorTerms", nodeSelectorTerms)
    writer.endObject()
  }
}

/// A demand on a label or field of a node.
public struct NodeSelectorRequirement: Sendable {
  /// Name of the label or field.
  public var key: String = ""
  /// How the value is compared: In, NotIn, Exists, DoesNotExist, Gt or Lt.
  public var `operator`: String = ""
  /// Values to compare with.
  public var values: [String] = []

  public init() {}
}

extension NodeSelectorRequirement: JSONStructure {
  public static let memberNames: [StaticString] = ["key", "operator", "values"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("key", &self.key)
      case 1: reader.listedMember("operator", &`operator`, ["DoesNotExist", "Exists", "Gt", "In", "Lt", "NotIn"])
      case 2: reader.member("values", &values)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x79656b:
      if key.count == 3 { return 0 }  // key
    case 0x726f74617265706f:
      if key.count == 8 { return 1 }  // operator
    case 0x7365756c6176:
      if key.count == 6 { return 2 }  // values
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("key", self.key)
    writer.member("operator", `operator`)
    writer.memberUnlessEmpty("values", values)
    writer.endObject()
  }
}

/// Picks nodes; all demands must be met.
public struct NodeSelectorTerm: Sendable {
  /// Demands on labels.
  public var matchExpressions: [NodeSelectorRequirement] = []
  /// Demands on fields.
  public var matchFields: [NodeSelectorRequirement] = []

  public init() {}
}

extension NodeSelectorTerm: JSONStructure {
  public static let memberNames: [StaticString] = ["matchExpressions", "matchFields"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("matchExpressions", &matchExpressions)
      case 1: reader.member("matchFields", &matchFields)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x707845686374616d:
      if key.equals("matchExpressions") { return 0 }
    case 0x656946686374616d:
      if key.equals("matchFields") { return 1 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("matchExpressions", matchExpressions)
    writer.memberUnlessEmpty("matchFields", matchFields)
    writer.endObject()
  }
}

/// Which pods a pod should run near.
public struct PodAffinity: Sendable {
  /// Preferences, each with a weight; the node with the greatest sum wins.
  public var preferredDuringSchedulingIgnoredDuringExecution: [WeightedPodAffinityTerm] = []
  /// Terms that must all be met when the pod is placed.
  public var requiredDuringSchedulingIgnoredDuringExecution: [PodAffinityTerm] = []

  public init() {}
}

extension PodAffinity: JSONStructure {
  public static let memberNames: [StaticString] = [
    "preferredDuringSchedulingIgnoredDuringExecution", "requiredDuringSchedulingIgnoredDuringExecution",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("preferredDuringSchedulingIgnoredDuringExecution", &preferredDuringSchedulingIgnoredDuringExecution)
      case 1: reader.member("requiredDuringSchedulingIgnoredDuringExecution", &requiredDuringSchedulingIgnoredDuringExecution)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6572726566657270:
      if key.equals("preferredDuringSchedulingIgnoredDuringExecution") { return 0 }
    case 0x6465726975716572:
      if key.equals("requiredDuringSchedulingIgnoredDuringExecution") { return 1 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("preferredDuringSchedulingIgnoredDuringExecution", preferredDuringSchedulingIgnoredDuringExecution)
    writer.memberUnlessEmpty("requiredDuringSchedulingIgnoredDuringExecution", requiredDuringSchedulingIgnoredDuringExecution)
    writer.endObject()
  }
}

/// Picks pods, and says what counts as near.
public struct PodAffinityTerm: Sendable {
  /// Labels of the pods.
  public var labelSelector: LabelSelector?
  /// Labels whose values the pods share with the one to place.
  public var matchLabelKeys: [String] = []
  /// Labels whose values the pods do not share with the one to place.
  public var mismatchLabelKeys: [String] = []
  /// Labels of the namespaces to look in.
  public var namespaceSelector: LabelSelector?
  /// Names of the namespaces to look in; the pod's own when there are none.
  public var namespaces: [String] = []
  /// Label of nodes; nodes with the same value are near each other.
  public var topologyKey: String = ""

  public init() {}
}

extension PodAffinityTerm: JSONStructure {
  public static let memberNames: [StaticString] = [
    "labelSelector", "matchLabelKeys", "mismatchLabelKeys", "namespaceSelector", "namespaces", "topologyKey",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("labelSelector", &labelSelector)
      case 1: reader.member("matchLabelKeys", &matchLabelKeys)
      case 2: reader.member("mismatchLabelKeys", &mismatchLabelKeys)
      case 3: reader.member("namespaceSelector", &namespaceSelector)
      case 4: reader.member("namespaces", &namespaces)
      case 5: reader.member("topologyKey", &topologyKey)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6c65536c6562616c:
      if key.equals("labelSelector") { return 0 }
    case 0x62614c686374616d:
      if key.equals("matchLabelKeys") { return 1 }
    case 0x686374616d73696d:
      if key.equals("mismatchLabelKeys") { return 2 }
    case 0x63617073656d616e:
      if key.equals("namespaceSelector") { return 3 }
      if key.equals("namespaces") { return 4 }
    case 0x79676f6c6f706f74:
      if key.equals("topologyKey") { return 5 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("labelSelector", labelSelector)
    writer.memberUnlessEmpty("matchLabelKeys", matchLabelKeys)
    writer.memberUnlessEmpty("mismatchLabelKeys", mismatchLabelKeys)
    writer.memberUnlessEmpty("namespaceSelector", namespaceSelector)
    writer.memberUnlessEmpty("namespaces", namespaces)
    writer.member("topologyKey", topologyKey)
    writer.endObject()
  }
}

/// Which pods a pod should not run near.
public struct PodAntiAffinity: Sendable {
  /// Preferences, each with a weight; the node with the smallest sum wins.
  public var preferredDuringSchedulingIgnoredDuringExecution: [WeightedPodAffinityTerm] = []
  /// Terms none of which may be met when the pod is placed.
  public var requiredDuringSchedulingIgnoredDuringExecution: [PodAffinityTerm] = []

  public init() {}
}

extension PodAntiAffinity: JSONStructure {
  public static let memberNames: [StaticString] = [
    "preferredDuringSchedulingIgnoredDuringExecution", "requiredDuringSchedulingIgnoredDuringExecution",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("preferredDuringSchedulingIgnoredDuringExecution", &preferredDuringSchedulingIgnoredDuringExecution)
      case 1: reader.member("requiredDuringSchedulingIgnoredDuringExecution", &requiredDuringSchedulingIgnoredDuringExecution)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6572726566657270:
      if key.equals("preferredDuringSchedulingIgnoredDuringExecution") { return 0 }
    case 0x6465726975716572:
      if key.equals("requiredDuringSchedulingIgnoredDuringExecution") { return 1 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("preferredDuringSchedulingIgnoredDuringExecution", preferredDuringSchedulingIgnoredDuringExecution)
    writer.memberUnlessEmpty("requiredDuringSchedulingIgnoredDuringExecution", requiredDuringSchedulingIgnoredDuringExecution)
    writer.endObject()
  }
}

/// A preference with its weight.
public struct PreferredSchedulingTerm: Sendable {
  /// Which nodes are preferred.
  public var preference: NodeSelectorTerm = NodeSelectorTerm()
  /// Weight of the preference, 1 to 100.
  public var weight: Int32 = 0

  public init() {}
}

extension PreferredSchedulingTerm: JSONStructure {
  public static let memberNames: [StaticString] = ["preference", "weight"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("preference", &preference)
      case 1: reader.member("weight", &weight)
      default: reader.unknownMember(key)
      }
    }
    reader.require(0, members, "preference")
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6e65726566657270:
      if key.equals("preference") { return 0 }
    case 0x746867696577:
      if key.count == 6 { return 1 }  // weight
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("preference", preference)
    writer.member("weight", weight)
    writer.endObject()
  }
}

/// A taint of nodes that a pod tolerates.
public struct Toleration: Sendable {
  /// Effect of the taint: NoSchedule, PreferNoSchedule or NoExecute; any when empty.
  public var effect: String = ""
  /// Key of the taint; any when empty.
  public var key: String = ""
  /// How the value is compared: Equal, which is the default, or Exists.
  public var `operator`: String = ""
  /// Seconds after which a pod leaves a node with a NoExecute taint; never when absent.
  public var tolerationSeconds: Int64?
  /// Value of the taint.
  public var value: String = ""

  public init() {}
}

extension Toleration: JSONStructure {
  public static let memberNames: [StaticString] = ["effect", "key", "operator", "tolerationSeconds", "value"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.listedMember("effect", &effect, ["NoExecute", "NoSchedule", "PreferNoSchedule"])
      case 1: reader.member("key", &self.key)
      case 2: reader.listedMember("operator", &`operator`, ["Equal", "Exists"])
      case 3: reader.member("tolerationSeconds", &tolerationSeconds)
      case 4: reader.member("value", &value)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x746365666665:
      if key.count == 6 { return 0 }  // effect
    case 0x79656b:
      if key.count == 3 { return 1 }  // key
    case 0x726f74617265706f:
      if key.count == 8 { return 2 }  // operator
    case 0x69746172656c6f74:
      if key.equals("tolerationSeconds") { return 3 }
    case 0x65756c6176:
      if key.count == 5 { return 4 }  // value
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("effect", effect)
    writer.memberUnlessEmpty("key", self.key)
    writer.memberUnlessEmpty("operator", `operator`)
    writer.memberUnlessEmpty("tolerationSeconds", tolerationSeconds)
    writer.memberUnlessEmpty("value", value)
    writer.endObject()
  }
}

/// How pods spread over groups of nodes.
public struct TopologySpreadConstraint: Sendable {
  /// Labels of the pods to count.
  public var labelSelector: LabelSelector?
  /// Labels whose values the counted pods share with the one to place.
  public var matchLabelKeys: [String] = []
  /// Greatest allowed difference between two groups' numbers of pods.
  public var maxSkew: Int32 = 0
  /// Least number of groups to spread over.
  public var minDomains: Int32?
  /// Whether only nodes that the pod's affinity allows are counted (Honor) or all (Ignore).
  public var nodeAffinityPolicy: String?
  /// Whether only nodes whose taints the pod tolerates are counted (Honor) or all (Ignore).
  public var nodeTaintsPolicy: String?
  /// Label of nodes; nodes with the same value are a group.
  public var topologyKey: String = ""
  /// Whether the pod waits (DoNotSchedule) or is placed anyway (ScheduleAnyway).
  public var whenUnsatisfiable: String = ""

  public init() {}
}

extension TopologySpreadConstraint: JSONStructure {
  public static let memberNames: [StaticString] = [
    "labelSelector", "matchLabelKeys", "maxSkew", "minDomains", "nodeAffinityPolicy", "nodeTaintsPolicy", "topologyKey",
    "whenUnsatisfiable",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("labelSelector", &labelSelector)
      case 1: reader.member("matchLabelKeys", &matchLabelKeys)
      case 2: reader.member("maxSkew", &maxSkew)
      case 3: reader.member("minDomains", &minDomains)
      case 4: reader.listedMember("nodeAffinityPolicy", &nodeAffinityPolicy, ["Honor", "Ignore"])
      case 5: reader.listedMember("nodeTaintsPolicy", &nodeTaintsPolicy, ["Honor", "Ignore"])
      case 6: reader.member("topologyKey", &topologyKey)
      case 7: reader.listedMember("whenUnsatisfiable", &whenUnsatisfiable, ["DoNotSchedule", "ScheduleAnyway"])
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6c65536c6562616c:
      if key.equals("labelSelector") { return 0 }
    case 0x62614c686374616d:
      if key.equals("matchLabelKeys") { return 1 }
    case 0x77656b5378616d:
      if key.count == 7 { return 2 }  // maxSkew
    case 0x69616d6f446e696d:
      if key.equals("minDomains") { return 3 }
    case 0x6966664165646f6e:
      if key.equals("nodeAffinityPolicy") { return 4 }
    case 0x6e69615465646f6e:
      if key.equals("nodeTaintsPolicy") { return 5 }
    case 0x79676f6c6f706f74:
      if key.equals("topologyKey") { return 6 }
    case 0x61736e556e656877:
      if key.equals("whenUnsatisfiable") { return 7 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("labelSelector", labelSelector)
    writer.memberUnlessEmpty("matchLabelKeys", matchLabelKeys)
    writer.member("maxSkew", maxSkew)
    writer.memberUnlessEmpty("minDomains", minDomains)
    writer.memberUnlessEmpty("nodeAffinityPolicy", nodeAffinityPolicy)
    writer.memberUnlessEmpty("nodeTaintsPolicy", nodeTaintsPolicy)
    writer.member("topologyKey", topologyKey)
    writer.member("whenUnsatisfiable", whenUnsatisfiable)
    writer.endObject()
  }
}

/// A preference with its weight.
public struct WeightedPodAffinityTerm: Sendable {
  /// Which pods, and what counts as near.
  public var podAffinityTerm: PodAffinityTerm = PodAffinityTerm()
  /// Weight of the preference, 1 to 100.
  public var weight: Int32 = 0

  public init() {}
}

extension WeightedPodAffinityTerm: JSONStructure {
  public static let memberNames: [StaticString] = ["podAffinityTerm", "weight"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("podAffinityTerm", &podAffinityTerm)
      case 1: reader.member("weight", &weight)
      default: reader.unknownMember(key)
      }
    }
    reader.require(0, members, "podAffinityTerm")
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6e69666641646f70:
      if key.equals("podAffinityTerm") { return 0 }
    case 0x746867696577:
      if key.count == 6 { return 1 }  // weight
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("podAffinityTerm", podAffinityTerm)
    writer.member("weight", weight)
    writer.endObject()
  }
}
