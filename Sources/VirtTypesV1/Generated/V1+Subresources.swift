// Made from openapi/v1/subresources.json by `make generate`; what is changed here is lost with the next one.

import JSON
import Kube

extension V1 {
  /// A volume to plug in.
  public struct AddVolumeOptions: Sendable {
    /// The disk that shows the volume.
    @Boxed public var disk: Disk?
    /// All checks the request without doing it.
    public var dryRun: [String] = []
    /// Name of the volume and disk.
    public var name: String = ""
    /// Where the data are.
    @Boxed public var volumeSource: HotplugVolumeSource?

    public init() {}
  }
}

extension V1.AddVolumeOptions: JSONStructure {
  public static let memberNames: [StaticString] = ["disk", "dryRun", "name", "volumeSource"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("disk", &disk)
      case 1: reader.member("dryRun", &dryRun)
      case 2: reader.member("name", &name)
      case 3: reader.member("volumeSource", &volumeSource)
      default: reader.unknownMember(key)
      }
    }
    reader.require(0, members, "disk")
    reader.require(3, members, "volumeSource")
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6b736964:
      if key.count == 4 { return 0 }  // disk
    case 0x6e7552797264:
      if key.count == 6 { return 1 }  // dryRun
    case 0x656d616e:
      if key.count == 4 { return 2 }  // name
    case 0x6f53656d756c6f76:
      if key.equals("volumeSource") { return 3 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("disk", disk)
    writer.memberUnlessEmpty("dryRun", dryRun)
    writer.member("name", name)
    writer.memberUnlessEmpty("volumeSource", volumeSource)
    writer.endObject()
  }
}

extension V1 {
  /// Ends the wish that an instance leave its node.
  public struct EvacuateCancelOptions: Sendable {
    /// Group and version of the schema that the object follows.
    public var apiVersion: String = ""
    /// Kind of the object.
    public var kind: String = ""
    /// All checks the request without doing it.
    public var dryRun: [String] = []
    /// Node that the wish must be about; any when empty.
    public var evacuationNodeName: String = ""

    public init() {}
  }
}

extension V1.EvacuateCancelOptions: JSONStructure {
  public static let memberNames: [StaticString] = ["apiVersion", "kind", "dryRun", "evacuationNodeName"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("apiVersion", &apiVersion)
      case 1: reader.member("kind", &kind)
      case 2: reader.member("dryRun", &dryRun)
      case 3: reader.member("evacuationNodeName", &evacuationNodeName)
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
    case 0x6e7552797264:
      if key.count == 6 { return 2 }  // dryRun
    case 0x6974617563617665:
      if key.equals("evacuationNodeName") { return 3 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("apiVersion", apiVersion)
    writer.memberUnlessEmpty("kind", kind)
    writer.memberUnlessEmpty("dryRun", dryRun)
    writer.member("evacuationNodeName", evacuationNodeName)
    writer.endObject()
  }
}

extension V1 {
  /// Freezes the guest's file systems.
  public struct FreezeUnfreezeTimeout: Sendable {
    /// Time after which they are thawed again.
    public var unfreezeTimeout: String?

    public init() {}
  }
}

extension V1.FreezeUnfreezeTimeout: JSONStructure {
  public static let memberNames: [StaticString] = ["unfreezeTimeout"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("unfreezeTimeout", &unfreezeTimeout)
      default: reader.unknownMember(key)
      }
    }
    reader.require(0, members, "unfreezeTimeout")
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x657a656572666e75:
      if key.equals("unfreezeTimeout") { return 0 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("unfreezeTimeout", unfreezeTimeout)
    writer.endObject()
  }
}

extension V1 {
  /// Moves an instance to another node.
  public struct MigrateOptions: Sendable {
    /// Group and version of the schema that the object follows.
    public var apiVersion: String = ""
    /// Kind of the object.
    public var kind: String = ""
    /// Labels that the target's node must have besides those the instance asks for.
    public var addedNodeSelector: [String: String]?
    /// All checks the request without doing it.
    public var dryRun: [String] = []

    public init() {}
  }
}

extension V1.MigrateOptions: JSONStructure {
  public static let memberNames: [StaticString] = ["apiVersion", "kind", "addedNodeSelector", "dryRun"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("apiVersion", &apiVersion)
      case 1: reader.member("kind", &kind)
      case 2: reader.member("addedNodeSelector", &addedNodeSelector)
      case 3: reader.member("dryRun", &dryRun)
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
    case 0x646f4e6465646461:
      if key.equals("addedNodeSelector") { return 2 }
    case 0x6e7552797264:
      if key.count == 6 { return 3 }  // dryRun
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("apiVersion", apiVersion)
    writer.memberUnlessEmpty("kind", kind)
    writer.memberUnlessEmpty("addedNodeSelector", addedNodeSelector ?? [:])
    writer.memberUnlessEmpty("dryRun", dryRun)
    writer.endObject()
  }
}

extension V1 {
  /// An object that a machine depends on, with those that it depends on.
  public struct ObjectGraphNode: Sendable {
    /// Group and version of the schema that the object follows.
    public var apiVersion: String = ""
    /// Kind of the object.
    public var kind: String = ""
    /// Objects that this one depends on.
    public var children: [ObjectGraphNode] = []
    /// Labels that say what the object is to the machine.
    public var labels: [String: String]?
    /// The object.
    public var objectReference: TypedObjectReference = TypedObjectReference()
    /// True when the machine does without it.
    public var optional: Bool?

    public init() {}
  }
}

extension V1.ObjectGraphNode: JSONStructure {
  public static let memberNames: [StaticString] = [
    "apiVersion", "kind", "children", "labels", "objectReference", "optional",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("apiVersion", &apiVersion)
      case 1: reader.member("kind", &kind)
      case 2: reader.member("children", &children)
      case 3: reader.member("labels", &labels)
      case 4: reader.member("objectReference", &objectReference)
      case 5: reader.member("optional", &optional)
      default: reader.unknownMember(key)
      }
    }
    reader.require(4, members, "objectReference")
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6973726556697061:
      if key.equals("apiVersion") { return 0 }
    case 0x646e696b:
      if key.count == 4 { return 1 }  // kind
    case 0x6e6572646c696863:
      if key.count == 8 { return 2 }  // children
    case 0x736c6562616c:
      if key.count == 6 { return 3 }  // labels
    case 0x65527463656a626f:
      if key.equals("objectReference") { return 4 }
    case 0x6c616e6f6974706f:
      if key.count == 8 { return 5 }  // optional
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("apiVersion", apiVersion)
    writer.memberUnlessEmpty("kind", kind)
    writer.memberUnlessEmpty("children", children)
    writer.memberUnlessEmpty("labels", labels ?? [:])
    writer.member("objectReference", objectReference)
    writer.memberUnlessEmpty("optional", optional)
    writer.endObject()
  }
}

extension V1 {
  /// Which objects a graph shows.
  public struct ObjectGraphOptions: Sendable {
    /// False leaves out what the machine does without.
    public var includeOptionalNodes: Bool?
    /// Labels of the objects to show.
    public var labelSelector: LabelSelector?

    public init() {}
  }
}

extension V1.ObjectGraphOptions: JSONStructure {
  public static let memberNames: [StaticString] = ["includeOptionalNodes", "labelSelector"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("includeOptionalNodes", &includeOptionalNodes)
      case 1: reader.member("labelSelector", &labelSelector)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x4f6564756c636e69:
      if key.equals("includeOptionalNodes") { return 0 }
    case 0x6c65536c6562616c:
      if key.equals("labelSelector") { return 1 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("includeOptionalNodes", includeOptionalNodes)
    writer.memberUnlessEmpty("labelSelector", labelSelector)
    writer.endObject()
  }
}

extension V1 {
  /// Pauses an instance.
  public struct PauseOptions: Sendable {
    /// Group and version of the schema that the object follows.
    public var apiVersion: String = ""
    /// Kind of the object.
    public var kind: String = ""
    /// All checks the request without doing it.
    public var dryRun: [String] = []

    public init() {}
  }
}

extension V1.PauseOptions: JSONStructure {
  public static let memberNames: [StaticString] = ["apiVersion", "kind", "dryRun"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("apiVersion", &apiVersion)
      case 1: reader.member("kind", &kind)
      case 2: reader.member("dryRun", &dryRun)
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
    case 0x6e7552797264:
      if key.count == 6 { return 2 }  // dryRun
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("apiVersion", apiVersion)
    writer.memberUnlessEmpty("kind", kind)
    writer.memberUnlessEmpty("dryRun", dryRun)
    writer.endObject()
  }
}

extension V1 {
  /// A volume to unplug.
  public struct RemoveVolumeOptions: Sendable {
    /// All checks the request without doing it.
    public var dryRun: [String] = []
    /// Name of the volume.
    public var name: String = ""

    public init() {}
  }
}

extension V1.RemoveVolumeOptions: JSONStructure {
  public static let memberNames: [StaticString] = ["dryRun", "name"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("dryRun", &dryRun)
      case 1: reader.member("name", &name)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6e7552797264:
      if key.count == 6 { return 0 }  // dryRun
    case 0x656d616e:
      if key.count == 4 { return 1 }  // name
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("dryRun", dryRun)
    writer.member("name", name)
    writer.endObject()
  }
}

extension V1 {
  /// Stops a machine and starts it again.
  public struct RestartOptions: Sendable {
    /// Group and version of the schema that the object follows.
    public var apiVersion: String = ""
    /// Kind of the object.
    public var kind: String = ""
    /// All checks the request without doing it.
    public var dryRun: [String] = []
    /// Seconds for the guest to shut down; only 0 is allowed, which stops it at once.
    public var gracePeriodSeconds: Int64?

    public init() {}
  }
}

extension V1.RestartOptions: JSONStructure {
  public static let memberNames: [StaticString] = ["apiVersion", "kind", "dryRun", "gracePeriodSeconds"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("apiVersion", &apiVersion)
      case 1: reader.member("kind", &kind)
      case 2: reader.member("dryRun", &dryRun)
      case 3: reader.member("gracePeriodSeconds", &gracePeriodSeconds)
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
    case 0x6e7552797264:
      if key.count == 6 { return 2 }  // dryRun
    case 0x7265506563617267:
      if key.equals("gracePeriodSeconds") { return 3 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("apiVersion", apiVersion)
    writer.memberUnlessEmpty("kind", kind)
    writer.memberUnlessEmpty("dryRun", dryRun)
    writer.memberUnlessEmpty("gracePeriodSeconds", gracePeriodSeconds)
    writer.endObject()
  }
}

extension V1 {
  /// What the processor measured of a protected guest.
  public struct SEVMeasurementInfo: Sendable {
    /// Group and version of the schema that the object follows.
    public var apiVersion: String = ""
    /// Kind of the object.
    public var kind: String = ""
    /// Major version of the platform's interface.
    public var apiMajor: UInt = 0
    /// Minor version of the platform's interface.
    public var apiMinor: UInt = 0
    /// Build of the platform's firmware.
    public var buildID: UInt = 0
    /// SHA-256 of the guest's firmware.
    public var loaderSHA: String = ""
    /// The measurement, base64.
    public var measurement: String = ""
    /// Policy that the guest runs under.
    public var policy: UInt = 0

    public init() {}
  }
}

extension V1.SEVMeasurementInfo: JSONStructure {
  public static let memberNames: [StaticString] = [
    "apiVersion", "kind", "apiMajor", "apiMinor", "buildID", "loaderSHA", "measurement", "policy",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("apiVersion", &apiVersion)
      case 1: reader.member("kind", &kind)
      case 2: reader.member("apiMajor", &apiMajor)
      case 3: reader.member("apiMinor", &apiMinor)
      case 4: reader.member("buildID", &buildID)
      case 5: reader.member("loaderSHA", &loaderSHA)
      case 6: reader.member("measurement", &measurement)
      case 7: reader.member("policy", &policy)
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
    case 0x726f6a614d697061:
      if key.count == 8 { return 2 }  // apiMajor
    case 0x726f6e694d697061:
      if key.count == 8 { return 3 }  // apiMinor
    case 0x4449646c697562:
      if key.count == 7 { return 4 }  // buildID
    case 0x4853726564616f6c:
      if key.equals("loaderSHA") { return 5 }
    case 0x6d6572757361656d:
      if key.equals("measurement") { return 6 }
    case 0x7963696c6f70:
      if key.count == 6 { return 7 }  // policy
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("apiVersion", apiVersion)
    writer.memberUnlessEmpty("kind", kind)
    writer.memberUnlessEmpty("apiMajor", apiMajor)
    writer.memberUnlessEmpty("apiMinor", apiMinor)
    writer.memberUnlessEmpty("buildID", buildID)
    writer.memberUnlessEmpty("loaderSHA", loaderSHA)
    writer.memberUnlessEmpty("measurement", measurement)
    writer.memberUnlessEmpty("policy", policy)
    writer.endObject()
  }
}

extension V1 {
  /// What a guest's owner needs to prepare a protected start.
  public struct SEVPlatformInfo: Sendable {
    /// Group and version of the schema that the object follows.
    public var apiVersion: String = ""
    /// Kind of the object.
    public var kind: String = ""
    /// The platform's certificates, base64.
    public var certChain: String = ""
    /// The platform's key for the key exchange, base64.
    public var pdh: String = ""

    public init() {}
  }
}

extension V1.SEVPlatformInfo: JSONStructure {
  public static let memberNames: [StaticString] = ["apiVersion", "kind", "certChain", "pdh"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("apiVersion", &apiVersion)
      case 1: reader.member("kind", &kind)
      case 2: reader.member("certChain", &certChain)
      case 3: reader.member("pdh", &pdh)
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
    case 0x6961684374726563:
      if key.equals("certChain") { return 2 }
    case 0x686470:
      if key.count == 3 { return 3 }  // pdh
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("apiVersion", apiVersion)
    writer.memberUnlessEmpty("kind", kind)
    writer.memberUnlessEmpty("certChain", certChain)
    writer.memberUnlessEmpty("pdh", pdh)
    writer.endObject()
  }
}

extension V1 {
  /// A secret to put into a protected guest.
  public struct SEVSecretOptions: Sendable {
    /// Header of the secret's packet, base64.
    public var header: String = ""
    /// The encrypted secret, base64.
    public var secret: String = ""

    public init() {}
  }
}

extension V1.SEVSecretOptions: JSONStructure {
  public static let memberNames: [StaticString] = ["header", "secret"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("header", &header)
      case 1: reader.member("secret", &secret)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x726564616568:
      if key.count == 6 { return 0 }  // header
    case 0x746572636573:
      if key.count == 6 { return 1 }  // secret
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("header", header)
    writer.memberUnlessEmpty("secret", secret)
    writer.endObject()
  }
}

extension V1 {
  /// The owner's data for a protected start.
  public struct SEVSessionOptions: Sendable {
    /// The owner's certificate for the key exchange, base64.
    public var dhCert: String = ""
    /// The owner's session data, base64.
    public var session: String = ""

    public init() {}
  }
}

extension V1.SEVSessionOptions: JSONStructure {
  public static let memberNames: [StaticString] = ["dhCert", "session"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("dhCert", &dhCert)
      case 1: reader.member("session", &session)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x747265436864:
      if key.count == 6 { return 0 }  // dhCert
    case 0x6e6f6973736573:
      if key.count == 7 { return 1 }  // session
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("dhCert", dhCert)
    writer.memberUnlessEmpty("session", session)
    writer.endObject()
  }
}

extension V1 {
  /// Starts a machine.
  public struct StartOptions: Sendable {
    /// Group and version of the schema that the object follows.
    public var apiVersion: String = ""
    /// Kind of the object.
    public var kind: String = ""
    /// All checks the request without doing it.
    public var dryRun: [String] = []
    /// True leaves the guest paused right after its start.
    public var paused: Bool = false

    public init() {}
  }
}

extension V1.StartOptions: JSONStructure {
  public static let memberNames: [StaticString] = ["apiVersion", "kind", "dryRun", "paused"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("apiVersion", &apiVersion)
      case 1: reader.member("kind", &kind)
      case 2: reader.member("dryRun", &dryRun)
      case 3: reader.member("paused", &paused)
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
    case 0x6e7552797264:
      if key.count == 6 { return 2 }  // dryRun
    case 0x646573756170:
      if key.count == 6 { return 3 }  // paused
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("apiVersion", apiVersion)
    writer.memberUnlessEmpty("kind", kind)
    writer.memberUnlessEmpty("dryRun", dryRun)
    writer.memberUnlessEmpty("paused", paused)
    writer.endObject()
  }
}

extension V1 {
  /// Stops a machine.
  public struct StopOptions: Sendable {
    /// Group and version of the schema that the object follows.
    public var apiVersion: String = ""
    /// Kind of the object.
    public var kind: String = ""
    /// All checks the request without doing it.
    public var dryRun: [String] = []
    /// Seconds that the guest has to shut down.
    public var gracePeriod: Int64?

    public init() {}
  }
}

extension V1.StopOptions: JSONStructure {
  public static let memberNames: [StaticString] = ["apiVersion", "kind", "dryRun", "gracePeriod"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("apiVersion", &apiVersion)
      case 1: reader.member("kind", &kind)
      case 2: reader.member("dryRun", &dryRun)
      case 3: reader.member("gracePeriod", &gracePeriod)
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
    case 0x6e7552797264:
      if key.count == 6 { return 2 }  // dryRun
    case 0x7265506563617267:
      if key.equals("gracePeriod") { return 3 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("apiVersion", apiVersion)
    writer.memberUnlessEmpty("kind", kind)
    writer.memberUnlessEmpty("dryRun", dryRun)
    writer.memberUnlessEmpty("gracePeriod", gracePeriod)
    writer.endObject()
  }
}

extension V1 {
  /// Lets a paused instance go on.
  public struct UnpauseOptions: Sendable {
    /// Group and version of the schema that the object follows.
    public var apiVersion: String = ""
    /// Kind of the object.
    public var kind: String = ""
    /// All checks the request without doing it.
    public var dryRun: [String] = []

    public init() {}
  }
}

extension V1.UnpauseOptions: JSONStructure {
  public static let memberNames: [StaticString] = ["apiVersion", "kind", "dryRun"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("apiVersion", &apiVersion)
      case 1: reader.member("kind", &kind)
      case 2: reader.member("dryRun", &dryRun)
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
    case 0x6e7552797264:
      if key.count == 6 { return 2 }  // dryRun
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("apiVersion", apiVersion)
    writer.memberUnlessEmpty("kind", kind)
    writer.memberUnlessEmpty("dryRun", dryRun)
    writer.endObject()
  }
}
