// Made from openapi/v1alpha2/data-volumes.json by `make generate`; what is changed here is lost with the next one.

import JSON
import Kube

extension V1alpha2.CDI {
  /// A claim and the data that it is filled with.
  public struct DataVolume: Sendable {
    /// Group and version of the schema that the object follows.
    public var apiVersion: String = ""
    /// Kind of the object.
    public var kind: String = ""
    /// Name, labels and annotations of the data volume.
    public var metadata: ObjectMeta = ObjectMeta()
    /// What the data volume is filled with and how it is stored.
    public var spec: DataVolumeSpec = DataVolumeSpec()
    /// How far filling is.
    public var status: DataVolumeStatus = DataVolumeStatus()

    public init() {}
  }
}

extension V1alpha2.CDI.DataVolume: JSONStructure {
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
    reader.require(3, members, "spec")
    reader.require(4, members, "status")
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
    writer.member("spec", spec)
    writer.member("status", status)
    writer.endObject()
  }
}

extension V1alpha2.CDI {
  /// Where the data come from.
  public struct DataVolumeSource: Sendable {
    /// A file at a web server.
    public var http: DataVolumeSourceHTTP?
    /// An object in a store that speaks S3.
    public var s3: DataVolumeSourceS3?

    public init() {}
  }
}

extension V1alpha2.CDI.DataVolumeSource: JSONStructure {
  public static let memberNames: [StaticString] = ["http", "s3"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("http", &http)
      case 1: reader.member("s3", &s3)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x70747468:
      if key.count == 4 { return 0 }  // http
    case 0x3373:
      if key.count == 2 { return 1 }  // s3
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("http", http)
    writer.memberUnlessEmpty("s3", s3)
    writer.endObject()
  }
}

extension V1alpha2.CDI {
  /// A file at a web server.
  public struct DataVolumeSourceHTTP: Sendable {
    /// Address of the file.
    public var url: String = ""

    public init() {}
  }
}

extension V1alpha2.CDI.DataVolumeSourceHTTP: JSONStructure {
  public static let memberNames: [StaticString] = ["url"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("url", &url)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6c7275:
      if key.count == 3 { return 0 }  // url
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("url", url)
    writer.endObject()
  }
}

extension V1alpha2.CDI {
  /// An object in a store that speaks S3.
  public struct DataVolumeSourceS3: Sendable {
    /// Name of the secret with the keys.
    public var secretRef: String = ""
    /// Address of the object.
    public var url: String = ""

    public init() {}
  }
}

extension V1alpha2.CDI.DataVolumeSourceS3: JSONStructure {
  public static let memberNames: [StaticString] = ["secretRef", "url"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("secretRef", &secretRef)
      case 1: reader.member("url", &url)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6552746572636573:
      if key.equals("secretRef") { return 0 }
    case 0x6c7275:
      if key.count == 3 { return 1 }  // url
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("secretRef", secretRef)
    writer.memberUnlessEmpty("url", url)
    writer.endObject()
  }
}

extension V1alpha2.CDI {
  /// What a data volume is filled with and how it is stored.
  public struct DataVolumeSpec: Sendable {
    /// The claim to make.
    @Boxed public var pvc: PersistentVolumeClaimSpec?
    /// Where the data come from.
    public var source: DataVolumeSource = DataVolumeSource()

    public init() {}
  }
}

extension V1alpha2.CDI.DataVolumeSpec: JSONStructure {
  public static let memberNames: [StaticString] = ["pvc", "source"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("pvc", &pvc)
      case 1: reader.member("source", &source)
      default: reader.unknownMember(key)
      }
    }
    reader.require(0, members, "pvc")
    reader.require(1, members, "source")
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x637670:
      if key.count == 3 { return 0 }  // pvc
    case 0x656372756f73:
      if key.count == 6 { return 1 }  // source
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("pvc", pvc)
    writer.member("source", source)
    writer.endObject()
  }
}

extension V1alpha2.CDI {
  /// How far filling a data volume is.
  public struct DataVolumeStatus: Sendable {
    /// How far filling is, in one word.
    public var phase: String = ""

    public init() {}
  }
}

extension V1alpha2.CDI.DataVolumeStatus: JSONStructure {
  public static let memberNames: [StaticString] = ["phase"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("phase", &phase)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6573616870:
      if key.count == 5 { return 0 }  // phase
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("phase", phase)
    writer.endObject()
  }
}
