// Made from openapi/v1alpha2/instance.json by `make generate`; what is changed here is lost with the next one.

import JSON
import Kube

extension V1alpha2 {
  public struct VirtualMachineInstance: Sendable {
    public var apiVersion: String = ""
    public var kind: String = ""
    public var metadata: ObjectMeta = ObjectMeta()
    public var spec: VirtualMachineInstanceSpec = VirtualMachineInstanceSpec()
    public var status: VirtualMachineInstanceStatus = VirtualMachineInstanceStatus()

    public init() {}
  }
}

extension V1alpha2.VirtualMachineInstance: JSONStructure {
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

extension V1alpha2 {
  public struct VirtualMachineInstanceCondition: Sendable {
    public var lastProbeTime: Timestamp?
    public var lastTransitionTime: Timestamp?
    public var message: String = ""
    public var reason: String = ""
    public var status: String = ""
    public var type: String = ""

    public init() {}
  }
}

extension V1alpha2.VirtualMachineInstanceCondition: JSONStructure {
  public static let memberNames: [StaticString] = [
    "lastProbeTime", "lastTransitionTime", "message", "reason", "status", "type",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.nullableMember("lastProbeTime", &lastProbeTime)
      case 1: reader.nullableMember("lastTransitionTime", &lastTransitionTime)
      case 2: reader.member("message", &message)
      case 3: reader.member("reason", &reason)
      case 4: reader.member("status", &status)
      case 5: reader.member("type", &type)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x626f72507473616c:
      if key.equals("lastProbeTime") { return 0 }
    case 0x6e6172547473616c:
      if key.equals("lastTransitionTime") { return 1 }
    case 0x6567617373656d:
      if key.count == 7 { return 2 }  // message
    case 0x6e6f73616572:
      if key.count == 6 { return 3 }  // reason
    case 0x737574617473:
      if key.count == 6 { return 4 }  // status
    case 0x65707974:
      if key.count == 4 { return 5 }  // type
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("lastProbeTime", lastProbeTime)
    writer.memberUnlessEmpty("lastTransitionTime", lastTransitionTime)
    writer.memberUnlessEmpty("message", message)
    writer.memberUnlessEmpty("reason", reason)
    writer.member("status", status)
    writer.member("type", type)
    writer.endObject()
  }
}

extension V1alpha2 {
  public struct VirtualMachineInstanceList: Sendable {
    public var apiVersion: String = ""
    public var kind: String = ""
    public var metadata: ListMeta = ListMeta()
    public var items: [VirtualMachineInstance] = []

    public init() {}
  }
}

extension V1alpha2.VirtualMachineInstanceList: JSONStructure {
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

extension V1alpha2 {
  public struct VirtualMachineInstanceNetworkInterface: Sendable {
    public var ipAddress: String = ""
    public var mac: String = ""

    public init() {}
  }
}

extension V1alpha2.VirtualMachineInstanceNetworkInterface: JSONStructure {
  public static let memberNames: [StaticString] = ["ipAddress", "mac"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("ipAddress", &ipAddress)
      case 1: reader.member("mac", &mac)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x7365726464417069:
      if key.equals("ipAddress") { return 0 }
    case 0x63616d:
      if key.count == 3 { return 1 }  // mac
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("ipAddress", ipAddress)
    writer.memberUnlessEmpty("mac", mac)
    writer.endObject()
  }
}

extension V1alpha2 {
  public struct VirtualMachineInstanceSpec: Sendable {
    @Boxed public var affinity: Affinity?
    public var domain: DomainSpec = DomainSpec()
    public var hostname: String = ""
    public var networks: [Network] = []
    public var nodeSelector: [String: String]?
    public var subdomain: String = ""
    public var terminationGracePeriodSeconds: Int64?
    public var tolerations: [Toleration] = []
    public var volumes: [Volume] = []

    public init() {}
  }
}

extension V1alpha2.VirtualMachineInstanceSpec: JSONStructure {
  public static let memberNames: [StaticString] = [
    "affinity", "domain", "hostname", "networks", "nodeSelector", "subdomain", "terminationGracePeriodSeconds",
    "tolerations", "volumes",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("affinity", &affinity)
      case 1: reader.member("domain", &domain)
      case 2: reader.member("hostname", &hostname)
      case 3: reader.member("networks", &networks)
      case 4: reader.member("nodeSelector", &nodeSelector)
      case 5: reader.member("subdomain", &subdomain)
      case 6: reader.member("terminationGracePeriodSeconds", &terminationGracePeriodSeconds)
      case 7: reader.member("tolerations", &tolerations)
      case 8: reader.member("volumes", &volumes)
      default: reader.unknownMember(key)
      }
    }
    reader.require(1, members, "domain")
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x7974696e69666661:
      if key.count == 8 { return 0 }  // affinity
    case 0x6e69616d6f64:
      if key.count == 6 { return 1 }  // domain
    case 0x656d616e74736f68:
      if key.count == 8 { return 2 }  // hostname
    case 0x736b726f7774656e:
      if key.count == 8 { return 3 }  // networks
    case 0x656c655365646f6e:
      if key.equals("nodeSelector") { return 4 }
    case 0x69616d6f64627573:
      if key.equals("subdomain") { return 5 }
    case 0x74616e696d726574:
      if key.equals("terminationGracePeriodSeconds") { return 6 }
    case 0x69746172656c6f74:
      if key.equals("tolerations") { return 7 }
    case 0x73656d756c6f76:
      if key.count == 7 { return 8 }  // volumes
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("affinity", affinity)
    writer.member("domain", domain)
    writer.memberUnlessEmpty("hostname", hostname)
    writer.memberUnlessEmpty("networks", networks)
    writer.memberUnlessEmpty("nodeSelector", nodeSelector ?? [:])
    writer.memberUnlessEmpty("subdomain", subdomain)
    writer.memberUnlessEmpty("terminationGracePeriodSeconds", terminationGracePeriodSeconds)
    writer.memberUnlessEmpty("tolerations", tolerations)
    writer.memberUnlessEmpty("volumes", volumes)
    writer.endObject()
  }
}

extension V1alpha2 {
  public struct VirtualMachineInstanceStatus: Sendable {
    public var conditions: [VirtualMachineInstanceCondition] = []
    public var interfaces: [VirtualMachineInstanceNetworkInterface] = []
    public var nodeName: String = ""
    public var phase: String = ""

    public init() {}
  }
}

extension V1alpha2.VirtualMachineInstanceStatus: JSONStructure {
  public static let memberNames: [StaticString] = ["conditions", "interfaces", "nodeName", "phase"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("conditions", &conditions)
      case 1: reader.member("interfaces", &interfaces)
      case 2: reader.member("nodeName", &nodeName)
      case 3: reader.member("phase", &phase)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6f697469646e6f63:
      if key.equals("conditions") { return 0 }
    case 0x6361667265746e69:
      if key.equals("interfaces") { return 1 }
    case 0x656d614e65646f6e:
      if key.count == 8 { return 2 }  // nodeName
    case 0x6573616870:
      if key.count == 5 { return 3 }  // phase
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("conditions", conditions)
    writer.memberUnlessEmpty("interfaces", interfaces)
    writer.memberUnlessEmpty("nodeName", nodeName)
    writer.memberUnlessEmpty("phase", phase)
    writer.endObject()
  }
}

extension V1alpha2 {
  public struct VirtualMachineInstanceTemplateSpec: Sendable {
    public var metadata: ObjectMeta = ObjectMeta()
    public var spec: VirtualMachineInstanceSpec = VirtualMachineInstanceSpec()

    public init() {}
  }
}

extension V1alpha2.VirtualMachineInstanceTemplateSpec: JSONStructure {
  public static let memberNames: [StaticString] = ["metadata", "spec"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("metadata", &metadata)
      case 1: reader.member("spec", &spec)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x617461646174656d:
      if key.count == 8 { return 0 }  // metadata
    case 0x63657073:
      if key.count == 4 { return 1 }  // spec
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("metadata", metadata)
    writer.memberUnlessEmpty("spec", spec)
    writer.endObject()
  }
}
