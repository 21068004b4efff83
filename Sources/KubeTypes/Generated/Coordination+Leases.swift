// Made from openapi/kubernetes/api/coordination/leases.json by `make generate`; what is changed here is lost with the next one.

import JSON
import Kube

extension Coordination {
  /// A lock that is held for a time.
  public struct Lease: Sendable {
    /// Group and version of the schema that the object follows.
    public var apiVersion: String = ""
    /// Kind of the object.
    public var kind: String = ""
    /// What Kubernetes keeps about every object.
    public var metadata: ObjectMeta = ObjectMeta()
    /// What is wanted.
    public var spec: LeaseSpec = LeaseSpec()

    public init() {}
  }
}

extension Coordination.Lease: JSONStructure {
  public static let memberNames: [StaticString] = ["apiVersion", "kind", "metadata", "spec"]

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
    writer.endObject()
  }
}

extension Coordination {
  /// A list of such objects.
  public struct LeaseList: Sendable {
    /// Group and version of the schema that the object follows.
    public var apiVersion: String = ""
    /// Kind of the object.
    public var kind: String = ""
    /// What Kubernetes keeps about every object.
    public var metadata: ListMeta = ListMeta()
    /// The objects.
    public var items: [Lease] = []

    public init() {}
  }
}

extension Coordination.LeaseList: JSONStructure {
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

extension Coordination {
  /// Who holds the lock, and until when.
  public struct LeaseSpec: Sendable {
    /// When the holder got the lock.
    public var acquireTime: String?
    /// Who holds the lock.
    public var holderIdentity: String?
    /// Seconds after the last renewal when others may take it.
    public var leaseDurationSeconds: Int32?
    /// Number of changes of the holder.
    public var leaseTransitions: Int32?
    /// Who should get the lock.
    public var preferredHolder: String?
    /// When the holder last renewed it.
    public var renewTime: String?
    /// How the holder is chosen.
    public var strategy: String?

    public init() {}
  }
}

extension Coordination.LeaseSpec: JSONStructure {
  public static let memberNames: [StaticString] = [
    "acquireTime", "holderIdentity", "leaseDurationSeconds", "leaseTransitions", "preferredHolder", "renewTime",
    "strategy",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("acquireTime", &acquireTime)
      case 1: reader.member("holderIdentity", &holderIdentity)
      case 2: reader.member("leaseDurationSeconds", &leaseDurationSeconds)
      case 3: reader.member("leaseTransitions", &leaseTransitions)
      case 4: reader.member("preferredHolder", &preferredHolder)
      case 5: reader.member("renewTime", &renewTime)
      case 6: reader.member("strategy", &strategy)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x5465726975716361:
      if key.equals("acquireTime") { return 0 }
    case 0x64497265646c6f68:
      if key.equals("holderIdentity") { return 1 }
    case 0x727544657361656c:
      if key.equals("leaseDurationSeconds") { return 2 }
    case 0x617254657361656c:
      if key.equals("leaseTransitions") { return 3 }
    case 0x6572726566657270:
      if key.equals("preferredHolder") { return 4 }
    case 0x6d695477656e6572:
      if key.equals("renewTime") { return 5 }
    case 0x7967657461727473:
      if key.count == 8 { return 6 }  // strategy
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("acquireTime", acquireTime)
    writer.memberUnlessEmpty("holderIdentity", holderIdentity)
    writer.memberUnlessEmpty("leaseDurationSeconds", leaseDurationSeconds)
    writer.memberUnlessEmpty("leaseTransitions", leaseTransitions)
    writer.memberUnlessEmpty("preferredHolder", preferredHolder)
    writer.memberUnlessEmpty("renewTime", renewTime)
    writer.memberUnlessEmpty("strategy", strategy)
    writer.endObject()
  }
}
