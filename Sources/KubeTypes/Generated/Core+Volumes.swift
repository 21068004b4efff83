// Made from openapi/kubernetes/api/core/volumes.json by `make generate`; what is changed here is lost with the next one.

import JSON
import Kube

extension Core {
  /// A disk of AWS.
  public struct AWSElasticBlockStoreVolumeSource: Sendable {
    /// Type of the file system, such as ext4.
    public var fsType: String = ""
    /// Number of the partition; the whole disk when 0.
    public var partition: Int32 = 0
    /// True forbids writing.
    public var readOnly: Bool = false
    /// Identifier of the disk.
    public var volumeID: String = ""

    public init() {}
  }
}

extension Core.AWSElasticBlockStoreVolumeSource: JSONStructure {
  public static let memberNames: [StaticString] = ["fsType", "partition", "readOnly", "volumeID"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("fsType", &fsType)
      case 1: reader.member("partition", &partition)
      case 2: reader.member("readOnly", &readOnly)
      case 3: reader.member("volumeID", &volumeID)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x657079547366:
      if key.count == 6 { return 0 }  // fsType
    case 0x6f69746974726170:
      if key.equals("partition") { return 1 }
    case 0x796c6e4f64616572:
      if key.count == 8 { return 2 }  // readOnly
    case 0x4449656d756c6f76:
      if key.count == 8 { return 3 }  // volumeID
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("fsType", fsType)
    writer.memberUnlessEmpty("partition", partition)
    writer.memberUnlessEmpty("readOnly", readOnly)
    writer.member("volumeID", volumeID)
    writer.endObject()
  }
}

extension Core {
  /// A data disk of Azure.
  public struct AzureDiskVolumeSource: Sendable {
    /// How the host caches: None, ReadOnly or ReadWrite.
    public var cachingMode: String?
    /// Name of the disk.
    public var diskName: String = ""
    /// Address of the disk.
    public var diskURI: String = ""
    /// Type of the file system, such as ext4.
    public var fsType: String?
    /// Kind of disk: Shared, Dedicated or Managed.
    public var kind: String?
    /// True forbids writing.
    public var readOnly: Bool?

    public init() {}
  }
}

extension Core.AzureDiskVolumeSource: JSONStructure {
  public static let memberNames: [StaticString] = ["cachingMode", "diskName", "diskURI", "fsType", "kind", "readOnly"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.listedMember("cachingMode", &cachingMode, ["None", "ReadOnly", "ReadWrite"])
      case 1: reader.member("diskName", &diskName)
      case 2: reader.member("diskURI", &diskURI)
      case 3: reader.member("fsType", &fsType)
      case 4: reader.listedMember("kind", &kind, ["Dedicated", "Managed", "Shared"])
      case 5: reader.member("readOnly", &readOnly)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x4d676e6968636163:
      if key.equals("cachingMode") { return 0 }
    case 0x656d614e6b736964:
      if key.count == 8 { return 1 }  // diskName
    case 0x4952556b736964:
      if key.count == 7 { return 2 }  // diskURI
    case 0x657079547366:
      if key.count == 6 { return 3 }  // fsType
    case 0x646e696b:
      if key.count == 4 { return 4 }  // kind
    case 0x796c6e4f64616572:
      if key.count == 8 { return 5 }  // readOnly
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("cachingMode", cachingMode)
    writer.member("diskName", diskName)
    writer.member("diskURI", diskURI)
    writer.memberUnlessEmpty("fsType", fsType)
    writer.memberUnlessEmpty("kind", kind)
    writer.memberUnlessEmpty("readOnly", readOnly)
    writer.endObject()
  }
}

extension Core {
  /// A file share of Azure.
  public struct AzureFileVolumeSource: Sendable {
    /// True forbids writing.
    public var readOnly: Bool = false
    /// Name of the secret.
    public var secretName: String = ""
    /// Name of the share.
    public var shareName: String = ""

    public init() {}
  }
}

extension Core.AzureFileVolumeSource: JSONStructure {
  public static let memberNames: [StaticString] = ["readOnly", "secretName", "shareName"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("readOnly", &readOnly)
      case 1: reader.member("secretName", &secretName)
      case 2: reader.member("shareName", &shareName)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x796c6e4f64616572:
      if key.count == 8 { return 0 }  // readOnly
    case 0x614e746572636573:
      if key.equals("secretName") { return 1 }
    case 0x6d614e6572616873:
      if key.equals("shareName") { return 2 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("readOnly", readOnly)
    writer.member("secretName", secretName)
    writer.member("shareName", shareName)
    writer.endObject()
  }
}

extension Core {
  /// A volume that a CSI driver makes for one pod.
  public struct CSIVolumeSource: Sendable {
    /// Name of the driver.
    public var driver: String = ""
    /// Type of the file system, such as ext4.
    public var fsType: String?
    /// Secret for mounting the volume into a pod.
    public var nodePublishSecretRef: LocalObjectReference?
    /// True forbids writing.
    public var readOnly: Bool?
    /// Settings that the driver takes.
    public var volumeAttributes: [String: String]?

    public init() {}
  }
}

extension Core.CSIVolumeSource: JSONStructure {
  public static let memberNames: [StaticString] = [
    "driver", "fsType", "nodePublishSecretRef", "readOnly", "volumeAttributes",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("driver", &driver)
      case 1: reader.member("fsType", &fsType)
      case 2: reader.member("nodePublishSecretRef", &nodePublishSecretRef)
      case 3: reader.member("readOnly", &readOnly)
      case 4: reader.member("volumeAttributes", &volumeAttributes)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x726576697264:
      if key.count == 6 { return 0 }  // driver
    case 0x657079547366:
      if key.count == 6 { return 1 }  // fsType
    case 0x6c62755065646f6e:
      if key.equals("nodePublishSecretRef") { return 2 }
    case 0x796c6e4f64616572:
      if key.count == 8 { return 3 }  // readOnly
    case 0x7441656d756c6f76:
      if key.equals("volumeAttributes") { return 4 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("driver", driver)
    writer.memberUnlessEmpty("fsType", fsType)
    writer.memberUnlessEmpty("nodePublishSecretRef", nodePublishSecretRef)
    writer.memberUnlessEmpty("readOnly", readOnly)
    writer.memberUnlessEmpty("volumeAttributes", volumeAttributes ?? [:])
    writer.endObject()
  }
}

extension Core {
  /// A Ceph file system.
  public struct CephFSVolumeSource: Sendable {
    /// Addresses of Ceph's monitors.
    public var monitors: [String] = []
    /// Folder to mount; the root when empty.
    public var path: String = ""
    /// True forbids writing.
    public var readOnly: Bool = false
    /// Path of the key ring with the user's key.
    public var secretFile: String = ""
    /// Secret with the credentials.
    public var secretRef: LocalObjectReference?
    /// Name of the user at Ceph.
    public var user: String = ""

    public init() {}
  }
}

extension Core.CephFSVolumeSource: JSONStructure {
  public static let memberNames: [StaticString] = ["monitors", "path", "readOnly", "secretFile", "secretRef", "user"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("monitors", &monitors)
      case 1: reader.member("path", &path)
      case 2: reader.member("readOnly", &readOnly)
      case 3: reader.member("secretFile", &secretFile)
      case 4: reader.member("secretRef", &secretRef)
      case 5: reader.member("user", &user)
      default: reader.unknownMember(key)
      }
    }
    reader.require(0, members, "monitors")
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x73726f74696e6f6d:
      if key.count == 8 { return 0 }  // monitors
    case 0x68746170:
      if key.count == 4 { return 1 }  // path
    case 0x796c6e4f64616572:
      if key.count == 8 { return 2 }  // readOnly
    case 0x6946746572636573:
      if key.equals("secretFile") { return 3 }
    case 0x6552746572636573:
      if key.equals("secretRef") { return 4 }
    case 0x72657375:
      if key.count == 4 { return 5 }  // user
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("monitors", monitors)
    writer.memberUnlessEmpty("path", path)
    writer.memberUnlessEmpty("readOnly", readOnly)
    writer.memberUnlessEmpty("secretFile", secretFile)
    writer.memberUnlessEmpty("secretRef", secretRef)
    writer.memberUnlessEmpty("user", user)
    writer.endObject()
  }
}

extension Core {
  /// A disk of OpenStack.
  public struct CinderVolumeSource: Sendable {
    /// Type of the file system, such as ext4.
    public var fsType: String = ""
    /// True forbids writing.
    public var readOnly: Bool = false
    /// Secret with the credentials.
    public var secretRef: LocalObjectReference?
    /// Identifier of the disk.
    public var volumeID: String = ""

    public init() {}
  }
}

extension Core.CinderVolumeSource: JSONStructure {
  public static let memberNames: [StaticString] = ["fsType", "readOnly", "secretRef", "volumeID"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("fsType", &fsType)
      case 1: reader.member("readOnly", &readOnly)
      case 2: reader.member("secretRef", &secretRef)
      case 3: reader.member("volumeID", &volumeID)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x657079547366:
      if key.count == 6 { return 0 }  // fsType
    case 0x796c6e4f64616572:
      if key.count == 8 { return 1 }  // readOnly
    case 0x6552746572636573:
      if key.equals("secretRef") { return 2 }
    case 0x4449656d756c6f76:
      if key.count == 8 { return 3 }  // volumeID
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("fsType", fsType)
    writer.memberUnlessEmpty("readOnly", readOnly)
    writer.memberUnlessEmpty("secretRef", secretRef)
    writer.member("volumeID", volumeID)
    writer.endObject()
  }
}

extension Core {
  /// A file with certificate authorities of trust bundles.
  public struct ClusterTrustBundleProjection: Sendable {
    /// Picks the bundles of the signer.
    public var labelSelector: LabelSelector?
    /// Name of one bundle.
    public var name: String?
    /// True allows the object or key to be missing.
    public var optional: Bool?
    /// Path of the file in the volume.
    public var path: String = ""
    /// Signer whose bundles are used.
    public var signerName: String?

    public init() {}
  }
}

extension Core.ClusterTrustBundleProjection: JSONStructure {
  public static let memberNames: [StaticString] = ["labelSelector", "name", "optional", "path", "signerName"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("labelSelector", &labelSelector)
      case 1: reader.member("name", &name)
      case 2: reader.member("optional", &optional)
      case 3: reader.member("path", &path)
      case 4: reader.member("signerName", &signerName)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6c65536c6562616c:
      if key.equals("labelSelector") { return 0 }
    case 0x656d616e:
      if key.count == 4 { return 1 }  // name
    case 0x6c616e6f6974706f:
      if key.count == 8 { return 2 }  // optional
    case 0x68746170:
      if key.count == 4 { return 3 }  // path
    case 0x614e72656e676973:
      if key.equals("signerName") { return 4 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("labelSelector", labelSelector)
    writer.memberUnlessEmpty("name", name)
    writer.memberUnlessEmpty("optional", optional)
    writer.member("path", path)
    writer.memberUnlessEmpty("signerName", signerName)
    writer.endObject()
  }
}

extension Core {
  /// Files from the keys of a config map.
  public struct ConfigMapProjection: Sendable {
    /// Keys to write, and where; all when absent.
    public var items: [KeyToPath] = []
    /// Name of the config map.
    public var name: String = ""
    /// True allows the object or key to be missing.
    public var optional: Bool?

    public init() {}
  }
}

extension Core.ConfigMapProjection: JSONStructure {
  public static let memberNames: [StaticString] = ["items", "name", "optional"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("items", &items)
      case 1: reader.member("name", &name)
      case 2: reader.member("optional", &optional)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x736d657469:
      if key.count == 5 { return 0 }  // items
    case 0x656d616e:
      if key.count == 4 { return 1 }  // name
    case 0x6c616e6f6974706f:
      if key.count == 8 { return 2 }  // optional
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("items", items)
    writer.memberUnlessEmpty("name", name)
    writer.memberUnlessEmpty("optional", optional)
    writer.endObject()
  }
}

extension Core {
  /// A volume with the keys of a config map as files.
  public struct ConfigMapVolumeSource: Sendable {
    /// Permissions of files that give none of their own.
    public var defaultMode: Int32?
    /// Keys to write, and where; all when absent.
    public var items: [KeyToPath] = []
    /// Name of the config map.
    public var name: String = ""
    /// True allows the object or key to be missing.
    public var optional: Bool?

    public init() {}
  }
}

extension Core.ConfigMapVolumeSource: JSONStructure {
  public static let memberNames: [StaticString] = ["defaultMode", "items", "name", "optional"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("defaultMode", &defaultMode)
      case 1: reader.member("items", &items)
      case 2: reader.member("name", &name)
      case 3: reader.member("optional", &optional)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x4d746c7561666564:
      if key.equals("defaultMode") { return 0 }
    case 0x736d657469:
      if key.count == 5 { return 1 }  // items
    case 0x656d616e:
      if key.count == 4 { return 2 }  // name
    case 0x6c616e6f6974706f:
      if key.count == 8 { return 3 }  // optional
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("defaultMode", defaultMode)
    writer.memberUnlessEmpty("items", items)
    writer.memberUnlessEmpty("name", name)
    writer.memberUnlessEmpty("optional", optional)
    writer.endObject()
  }
}

extension Core {
  /// Files with facts about the pod.
  public struct DownwardAPIProjection: Sendable {
    /// The files.
    public var items: [DownwardAPIVolumeFile] = []

    public init() {}
  }
}

extension Core.DownwardAPIProjection: JSONStructure {
  public static let memberNames: [StaticString] = ["items"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("items", &items)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x736d657469:
      if key.count == 5 { return 0 }  // items
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("items", items)
    writer.endObject()
  }
}

extension Core {
  /// A volume of files with facts about the pod.
  public struct DownwardAPIVolumeSource: Sendable {
    /// Permissions of files that give none of their own.
    public var defaultMode: Int32?
    /// The files.
    public var items: [DownwardAPIVolumeFile] = []

    public init() {}
  }
}

extension Core.DownwardAPIVolumeSource: JSONStructure {
  public static let memberNames: [StaticString] = ["defaultMode", "items"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("defaultMode", &defaultMode)
      case 1: reader.member("items", &items)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x4d746c7561666564:
      if key.equals("defaultMode") { return 0 }
    case 0x736d657469:
      if key.count == 5 { return 1 }  // items
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("defaultMode", defaultMode)
    writer.memberUnlessEmpty("items", items)
    writer.endObject()
  }
}

extension Core {
  /// An empty directory that lives as long as the pod.
  public struct EmptyDirVolumeSource: Sendable {
    /// Memory for a file system in memory; the node's disk when empty.
    public var medium: String = ""
    /// Most that may be stored.
    public var sizeLimit: Quantity?

    public init() {}
  }
}

extension Core.EmptyDirVolumeSource: JSONStructure {
  public static let memberNames: [StaticString] = ["medium", "sizeLimit"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("medium", &medium)
      case 1: reader.member("sizeLimit", &sizeLimit)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6d756964656d:
      if key.count == 6 { return 0 }  // medium
    case 0x696d694c657a6973:
      if key.equals("sizeLimit") { return 1 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("medium", medium)
    writer.memberUnlessEmpty("sizeLimit", sizeLimit)
    writer.endObject()
  }
}

extension Core {
  /// A volume with a claim of its own that goes with the pod.
  public struct EphemeralVolumeSource: Sendable {
    /// The claim to make.
    @Boxed public var volumeClaimTemplate: PersistentVolumeClaimTemplate?

    public init() {}
  }
}

extension Core.EphemeralVolumeSource: JSONStructure {
  public static let memberNames: [StaticString] = ["volumeClaimTemplate"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("volumeClaimTemplate", &volumeClaimTemplate)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6c43656d756c6f76:
      if key.equals("volumeClaimTemplate") { return 0 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("volumeClaimTemplate", volumeClaimTemplate)
    writer.endObject()
  }
}

extension Core {
  /// A disk reached over Fibre Channel.
  public struct FCVolumeSource: Sendable {
    /// Type of the file system, such as ext4.
    public var fsType: String = ""
    /// Number of the logical unit.
    public var lun: Int32?
    /// True forbids writing.
    public var readOnly: Bool = false
    /// World-wide names of the targets.
    public var targetWWNs: [String] = []
    /// World-wide identifiers of the disk.
    public var wwids: [String] = []

    public init() {}
  }
}

extension Core.FCVolumeSource: JSONStructure {
  public static let memberNames: [StaticString] = ["fsType", "lun", "readOnly", "targetWWNs", "wwids"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("fsType", &fsType)
      case 1: reader.member("lun", &lun)
      case 2: reader.member("readOnly", &readOnly)
      case 3: reader.member("targetWWNs", &targetWWNs)
      case 4: reader.member("wwids", &wwids)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x657079547366:
      if key.count == 6 { return 0 }  // fsType
    case 0x6e756c:
      if key.count == 3 { return 1 }  // lun
    case 0x796c6e4f64616572:
      if key.count == 8 { return 2 }  // readOnly
    case 0x5757746567726174:
      if key.equals("targetWWNs") { return 3 }
    case 0x7364697777:
      if key.count == 5 { return 4 }  // wwids
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("fsType", fsType)
    writer.memberUnlessEmpty("lun", lun)
    writer.memberUnlessEmpty("readOnly", readOnly)
    writer.memberUnlessEmpty("targetWWNs", targetWWNs)
    writer.memberUnlessEmpty("wwids", wwids)
    writer.endObject()
  }
}

extension Core {
  /// A volume of a FlexVolume driver.
  public struct FlexVolumeSource: Sendable {
    /// Name of the driver.
    public var driver: String = ""
    /// Type of the file system, such as ext4.
    public var fsType: String = ""
    /// Settings that the driver takes.
    public var options: [String: String]?
    /// True forbids writing.
    public var readOnly: Bool = false
    /// Secret with the credentials.
    public var secretRef: LocalObjectReference?

    public init() {}
  }
}

extension Core.FlexVolumeSource: JSONStructure {
  public static let memberNames: [StaticString] = ["driver", "fsType", "options", "readOnly", "secretRef"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("driver", &driver)
      case 1: reader.member("fsType", &fsType)
      case 2: reader.member("options", &options)
      case 3: reader.member("readOnly", &readOnly)
      case 4: reader.member("secretRef", &secretRef)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x726576697264:
      if key.count == 6 { return 0 }  // driver
    case 0x657079547366:
      if key.count == 6 { return 1 }  // fsType
    case 0x736e6f6974706f:
      if key.count == 7 { return 2 }  // options
    case 0x796c6e4f64616572:
      if key.count == 8 { return 3 }  // readOnly
    case 0x6552746572636573:
      if key.equals("secretRef") { return 4 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("driver", driver)
    writer.memberUnlessEmpty("fsType", fsType)
    writer.memberUnlessEmpty("options", options ?? [:])
    writer.memberUnlessEmpty("readOnly", readOnly)
    writer.memberUnlessEmpty("secretRef", secretRef)
    writer.endObject()
  }
}

extension Core {
  /// A data set of Flocker.
  public struct FlockerVolumeSource: Sendable {
    /// Name of the data set.
    public var datasetName: String = ""
    /// Identifier of the data set.
    public var datasetUUID: String = ""

    public init() {}
  }
}

extension Core.FlockerVolumeSource: JSONStructure {
  public static let memberNames: [StaticString] = ["datasetName", "datasetUUID"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("datasetName", &datasetName)
      case 1: reader.member("datasetUUID", &datasetUUID)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x4e74657361746164:
      if key.equals("datasetName") { return 0 }
    case 0x5574657361746164:
      if key.equals("datasetUUID") { return 1 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("datasetName", datasetName)
    writer.memberUnlessEmpty("datasetUUID", datasetUUID)
    writer.endObject()
  }
}

extension Core {
  /// A disk of Google Compute Engine.
  public struct GCEPersistentDiskVolumeSource: Sendable {
    /// Type of the file system, such as ext4.
    public var fsType: String = ""
    /// Number of the partition; the whole disk when 0.
    public var partition: Int32 = 0
    /// Name of the disk.
    public var pdName: String = ""
    /// True forbids writing.
    public var readOnly: Bool = false

    public init() {}
  }
}

extension Core.GCEPersistentDiskVolumeSource: JSONStructure {
  public static let memberNames: [StaticString] = ["fsType", "partition", "pdName", "readOnly"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("fsType", &fsType)
      case 1: reader.member("partition", &partition)
      case 2: reader.member("pdName", &pdName)
      case 3: reader.member("readOnly", &readOnly)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x657079547366:
      if key.count == 6 { return 0 }  // fsType
    case 0x6f69746974726170:
      if key.equals("partition") { return 1 }
    case 0x656d614e6470:
      if key.count == 6 { return 2 }  // pdName
    case 0x796c6e4f64616572:
      if key.count == 8 { return 3 }  // readOnly
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("fsType", fsType)
    writer.memberUnlessEmpty("partition", partition)
    writer.member("pdName", pdName)
    writer.memberUnlessEmpty("readOnly", readOnly)
    writer.endObject()
  }
}

extension Core {
  /// A clone of a Git repository.
  public struct GitRepoVolumeSource: Sendable {
    /// Folder to clone into.
    public var directory: String = ""
    /// Address of the repository.
    public var repository: String = ""
    /// Commit to check out.
    public var revision: String = ""

    public init() {}
  }
}

extension Core.GitRepoVolumeSource: JSONStructure {
  public static let memberNames: [StaticString] = ["directory", "repository", "revision"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("directory", &directory)
      case 1: reader.member("repository", &repository)
      case 2: reader.member("revision", &revision)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x726f746365726964:
      if key.equals("directory") { return 0 }
    case 0x6f7469736f706572:
      if key.equals("repository") { return 1 }
    case 0x6e6f697369766572:
      if key.count == 8 { return 2 }  // revision
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("directory", directory)
    writer.member("repository", repository)
    writer.memberUnlessEmpty("revision", revision)
    writer.endObject()
  }
}

extension Core {
  /// A Gluster volume.
  public struct GlusterfsVolumeSource: Sendable {
    /// Name of the endpoints with Gluster's addresses.
    public var endpoints: String = ""
    /// Name of the Gluster volume.
    public var path: String = ""
    /// True forbids writing.
    public var readOnly: Bool = false

    public init() {}
  }
}

extension Core.GlusterfsVolumeSource: JSONStructure {
  public static let memberNames: [StaticString] = ["endpoints", "path", "readOnly"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("endpoints", &endpoints)
      case 1: reader.member("path", &path)
      case 2: reader.member("readOnly", &readOnly)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x746e696f70646e65:
      if key.equals("endpoints") { return 0 }
    case 0x68746170:
      if key.count == 4 { return 1 }  // path
    case 0x796c6e4f64616572:
      if key.count == 8 { return 2 }  // readOnly
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("endpoints", endpoints)
    writer.member("path", path)
    writer.memberUnlessEmpty("readOnly", readOnly)
    writer.endObject()
  }
}

extension Core {
  /// A file or directory of the node.
  public struct HostPathVolumeSource: Sendable {
    /// Path on the node.
    public var path: String = ""
    /// What must be at the path, or is made there.
    public var type: String?

    public init() {}
  }
}

extension Core.HostPathVolumeSource: JSONStructure {
  public static let memberNames: [StaticString] = ["path", "type"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("path", &path)
      case 1: 
        reader.listedMember(
          "type", &type, ["BlockDevice", "CharDevice", "Directory", "DirectoryOrCreate", "File", "FileOrCreate", "Socket"])
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x68746170:
      if key.count == 4 { return 0 }  // path
    case 0x65707974:
      if key.count == 4 { return 1 }  // type
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("path", path)
    writer.memberUnlessEmpty("type", type)
    writer.endObject()
  }
}

extension Core {
  /// An iSCSI disk.
  public struct ISCSIVolumeSource: Sendable {
    /// True authenticates the discovery with CHAP.
    public var chapAuthDiscovery: Bool = false
    /// True authenticates the session with CHAP.
    public var chapAuthSession: Bool = false
    /// Type of the file system, such as ext4.
    public var fsType: String = ""
    /// Name of the initiator.
    public var initiatorName: String?
    /// Qualified name of the target.
    public var iqn: String = ""
    /// Transport; plain TCP when absent.
    public var iscsiInterface: String = ""
    /// Number of the logical unit.
    public var lun: Int32 = 0
    /// More addresses of the target.
    public var portals: [String] = []
    /// True forbids writing.
    public var readOnly: Bool = false
    /// Secret with the credentials.
    public var secretRef: LocalObjectReference?
    /// Address of the target.
    public var targetPortal: String = ""

    public init() {}
  }
}

extension Core.ISCSIVolumeSource: JSONStructure {
  public static let memberNames: [StaticString] = [
    "chapAuthDiscovery", "chapAuthSession", "fsType", "initiatorName", "iqn", "iscsiInterface", "lun", "portals",
    "readOnly", "secretRef", "targetPortal",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("chapAuthDiscovery", &chapAuthDiscovery)
      case 1: reader.member("chapAuthSession", &chapAuthSession)
      case 2: reader.member("fsType", &fsType)
      case 3: reader.member("initiatorName", &initiatorName)
      case 4: reader.member("iqn", &iqn)
      case 5: reader.member("iscsiInterface", &iscsiInterface)
      case 6: reader.member("lun", &lun)
      case 7: reader.member("portals", &portals)
      case 8: reader.member("readOnly", &readOnly)
      case 9: reader.member("secretRef", &secretRef)
      case 10: reader.member("targetPortal", &targetPortal)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6874754170616863:
      if key.equals("chapAuthDiscovery") { return 0 }
      if key.equals("chapAuthSession") { return 1 }
    case 0x657079547366:
      if key.count == 6 { return 2 }  // fsType
    case 0x6f74616974696e69:
      if key.equals("initiatorName") { return 3 }
    case 0x6e7169:
      if key.count == 3 { return 4 }  // iqn
    case 0x746e496973637369:
      if key.equals("iscsiInterface") { return 5 }
    case 0x6e756c:
      if key.count == 3 { return 6 }  // lun
    case 0x736c6174726f70:
      if key.count == 7 { return 7 }  // portals
    case 0x796c6e4f64616572:
      if key.count == 8 { return 8 }  // readOnly
    case 0x6552746572636573:
      if key.equals("secretRef") { return 9 }
    case 0x6f50746567726174:
      if key.equals("targetPortal") { return 10 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("chapAuthDiscovery", chapAuthDiscovery)
    writer.memberUnlessEmpty("chapAuthSession", chapAuthSession)
    writer.memberUnlessEmpty("fsType", fsType)
    writer.memberUnlessEmpty("initiatorName", initiatorName)
    writer.member("iqn", iqn)
    writer.memberUnlessEmpty("iscsiInterface", iscsiInterface)
    writer.member("lun", lun)
    writer.memberUnlessEmpty("portals", portals)
    writer.memberUnlessEmpty("readOnly", readOnly)
    writer.memberUnlessEmpty("secretRef", secretRef)
    writer.member("targetPortal", targetPortal)
    writer.endObject()
  }
}

extension Core {
  /// An OCI image mounted as a volume.
  public struct ImageVolumeSource: Sendable {
    /// When the image is fetched: Always, Never or IfNotPresent.
    public var pullPolicy: String = ""
    /// Name of the image.
    public var reference: String = ""

    public init() {}
  }
}

extension Core.ImageVolumeSource: JSONStructure {
  public static let memberNames: [StaticString] = ["pullPolicy", "reference"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.listedMember("pullPolicy", &pullPolicy, ["Always", "IfNotPresent", "Never"])
      case 1: reader.member("reference", &reference)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x696c6f506c6c7570:
      if key.equals("pullPolicy") { return 0 }
    case 0x636e657265666572:
      if key.equals("reference") { return 1 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("pullPolicy", pullPolicy)
    writer.memberUnlessEmpty("reference", reference)
    writer.endObject()
  }
}

extension Core {
  /// The file that a key is written to.
  public struct KeyToPath: Sendable {
    /// The key.
    public var key: String = ""
    /// Permissions of the file.
    public var mode: Int32?
    /// Path of the file in the volume.
    public var path: String = ""

    public init() {}
  }
}

extension Core.KeyToPath: JSONStructure {
  public static let memberNames: [StaticString] = ["key", "mode", "path"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("key", &self.key)
      case 1: reader.member("mode", &mode)
      case 2: reader.member("path", &path)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x79656b:
      if key.count == 3 { return 0 }  // key
    case 0x65646f6d:
      if key.count == 4 { return 1 }  // mode
    case 0x68746170:
      if key.count == 4 { return 2 }  // path
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("key", self.key)
    writer.memberUnlessEmpty("mode", mode)
    writer.member("path", path)
    writer.endObject()
  }
}

extension Core {
  /// A directory of an NFS server.
  public struct NFSVolumeSource: Sendable {
    /// Folder of the server.
    public var path: String = ""
    /// True forbids writing.
    public var readOnly: Bool = false
    /// Name or address of the server.
    public var server: String = ""

    public init() {}
  }
}

extension Core.NFSVolumeSource: JSONStructure {
  public static let memberNames: [StaticString] = ["path", "readOnly", "server"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("path", &path)
      case 1: reader.member("readOnly", &readOnly)
      case 2: reader.member("server", &server)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x68746170:
      if key.count == 4 { return 0 }  // path
    case 0x796c6e4f64616572:
      if key.count == 8 { return 1 }  // readOnly
    case 0x726576726573:
      if key.count == 6 { return 2 }  // server
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("path", path)
    writer.memberUnlessEmpty("readOnly", readOnly)
    writer.member("server", server)
    writer.endObject()
  }
}

extension Core {
  /// A disk of Photon.
  public struct PhotonPersistentDiskVolumeSource: Sendable {
    /// Type of the file system, such as ext4.
    public var fsType: String = ""
    /// Identifier of the disk.
    public var pdID: String = ""

    public init() {}
  }
}

extension Core.PhotonPersistentDiskVolumeSource: JSONStructure {
  public static let memberNames: [StaticString] = ["fsType", "pdID"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("fsType", &fsType)
      case 1: reader.member("pdID", &pdID)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x657079547366:
      if key.count == 6 { return 0 }  // fsType
    case 0x44496470:
      if key.count == 4 { return 1 }  // pdID
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("fsType", fsType)
    writer.member("pdID", pdID)
    writer.endObject()
  }
}

extension Core {
  /// A volume of Portworx.
  public struct PortworxVolumeSource: Sendable {
    /// Type of the file system, such as ext4.
    public var fsType: String = ""
    /// True forbids writing.
    public var readOnly: Bool = false
    /// Identifier of the disk.
    public var volumeID: String = ""

    public init() {}
  }
}

extension Core.PortworxVolumeSource: JSONStructure {
  public static let memberNames: [StaticString] = ["fsType", "readOnly", "volumeID"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("fsType", &fsType)
      case 1: reader.member("readOnly", &readOnly)
      case 2: reader.member("volumeID", &volumeID)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x657079547366:
      if key.count == 6 { return 0 }  // fsType
    case 0x796c6e4f64616572:
      if key.count == 8 { return 1 }  // readOnly
    case 0x4449656d756c6f76:
      if key.count == 8 { return 2 }  // volumeID
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("fsType", fsType)
    writer.memberUnlessEmpty("readOnly", readOnly)
    writer.member("volumeID", volumeID)
    writer.endObject()
  }
}

extension Core {
  /// A volume of files from several sources.
  public struct ProjectedVolumeSource: Sendable {
    /// Permissions of files that give none of their own.
    public var defaultMode: Int32?
    /// Where the files come from.
    public var sources: [VolumeProjection] = []

    public init() {}
  }
}

extension Core.ProjectedVolumeSource: JSONStructure {
  public static let memberNames: [StaticString] = ["defaultMode", "sources"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("defaultMode", &defaultMode)
      case 1: reader.member("sources", &sources)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x4d746c7561666564:
      if key.equals("defaultMode") { return 0 }
    case 0x73656372756f73:
      if key.count == 7 { return 1 }  // sources
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("defaultMode", defaultMode)
    writer.memberUnlessEmpty("sources", sources)
    writer.endObject()
  }
}

extension Core {
  /// A volume of Quobyte.
  public struct QuobyteVolumeSource: Sendable {
    /// Group that accesses the volume.
    public var group: String = ""
    /// True forbids writing.
    public var readOnly: Bool = false
    /// Addresses of Quobyte's registries.
    public var registry: String = ""
    /// Tenant that owns the volume.
    public var tenant: String = ""
    /// User that accesses the volume.
    public var user: String = ""
    /// Name of the volume.
    public var volume: String = ""

    public init() {}
  }
}

extension Core.QuobyteVolumeSource: JSONStructure {
  public static let memberNames: [StaticString] = ["group", "readOnly", "registry", "tenant", "user", "volume"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("group", &group)
      case 1: reader.member("readOnly", &readOnly)
      case 2: reader.member("registry", &registry)
      case 3: reader.member("tenant", &tenant)
      case 4: reader.member("user", &user)
      case 5: reader.member("volume", &volume)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x70756f7267:
      if key.count == 5 { return 0 }  // group
    case 0x796c6e4f64616572:
      if key.count == 8 { return 1 }  // readOnly
    case 0x7972747369676572:
      if key.count == 8 { return 2 }  // registry
    case 0x746e616e6574:
      if key.count == 6 { return 3 }  // tenant
    case 0x72657375:
      if key.count == 4 { return 4 }  // user
    case 0x656d756c6f76:
      if key.count == 6 { return 5 }  // volume
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("group", group)
    writer.memberUnlessEmpty("readOnly", readOnly)
    writer.member("registry", registry)
    writer.memberUnlessEmpty("tenant", tenant)
    writer.memberUnlessEmpty("user", user)
    writer.member("volume", volume)
    writer.endObject()
  }
}

extension Core {
  /// A block device of Ceph.
  public struct RBDVolumeSource: Sendable {
    /// Type of the file system, such as ext4.
    public var fsType: String = ""
    /// Name of the image.
    public var image: String = ""
    /// Path of the key ring.
    public var keyring: String = ""
    /// Addresses of Ceph's monitors.
    public var monitors: [String] = []
    /// Name of the pool.
    public var pool: String = ""
    /// True forbids writing.
    public var readOnly: Bool = false
    /// Secret with the credentials.
    public var secretRef: LocalObjectReference?
    /// Name of the user at Ceph.
    public var user: String = ""

    public init() {}
  }
}

extension Core.RBDVolumeSource: JSONStructure {
  public static let memberNames: [StaticString] = [
    "fsType", "image", "keyring", "monitors", "pool", "readOnly", "secretRef", "user",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("fsType", &fsType)
      case 1: reader.member("image", &image)
      case 2: reader.member("keyring", &keyring)
      case 3: reader.member("monitors", &monitors)
      case 4: reader.member("pool", &pool)
      case 5: reader.member("readOnly", &readOnly)
      case 6: reader.member("secretRef", &secretRef)
      case 7: reader.member("user", &user)
      default: reader.unknownMember(key)
      }
    }
    reader.require(3, members, "monitors")
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x657079547366:
      if key.count == 6 { return 0 }  // fsType
    case 0x6567616d69:
      if key.count == 5 { return 1 }  // image
    case 0x676e697279656b:
      if key.count == 7 { return 2 }  // keyring
    case 0x73726f74696e6f6d:
      if key.count == 8 { return 3 }  // monitors
    case 0x6c6f6f70:
      if key.count == 4 { return 4 }  // pool
    case 0x796c6e4f64616572:
      if key.count == 8 { return 5 }  // readOnly
    case 0x6552746572636573:
      if key.equals("secretRef") { return 6 }
    case 0x72657375:
      if key.count == 4 { return 7 }  // user
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("fsType", fsType)
    writer.member("image", image)
    writer.memberUnlessEmpty("keyring", keyring)
    writer.member("monitors", monitors)
    writer.memberUnlessEmpty("pool", pool)
    writer.memberUnlessEmpty("readOnly", readOnly)
    writer.memberUnlessEmpty("secretRef", secretRef)
    writer.memberUnlessEmpty("user", user)
    writer.endObject()
  }
}

extension Core {
  /// A volume of ScaleIO.
  public struct ScaleIOVolumeSource: Sendable {
    /// Type of the file system, such as ext4.
    public var fsType: String = ""
    /// Address of the gateway.
    public var gateway: String = ""
    /// Name of the protection domain.
    public var protectionDomain: String = ""
    /// True forbids writing.
    public var readOnly: Bool = false
    /// Secret with the credentials.
    public var secretRef: LocalObjectReference?
    /// True talks TLS with the gateway.
    public var sslEnabled: Bool = false
    /// ThickProvisioned or ThinProvisioned.
    public var storageMode: String = ""
    /// Name of the storage pool.
    public var storagePool: String = ""
    /// Name of the storage system.
    public var system: String = ""
    /// Name of the volume.
    public var volumeName: String = ""

    public init() {}
  }
}

extension Core.ScaleIOVolumeSource: JSONStructure {
  public static let memberNames: [StaticString] = [
    "fsType", "gateway", "protectionDomain", "readOnly", "secretRef", "sslEnabled", "storageMode", "storagePool",
    "system", "volumeName",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("fsType", &fsType)
      case 1: reader.member("gateway", &gateway)
      case 2: reader.member("protectionDomain", &protectionDomain)
      case 3: reader.member("readOnly", &readOnly)
      case 4: reader.member("secretRef", &secretRef)
      case 5: reader.member("sslEnabled", &sslEnabled)
      case 6: reader.member("storageMode", &storageMode)
      case 7: reader.member("storagePool", &storagePool)
      case 8: reader.member("system", &system)
      case 9: reader.member("volumeName", &volumeName)
      default: reader.unknownMember(key)
      }
    }
    reader.require(4, members, "secretRef")
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x657079547366:
      if key.count == 6 { return 0 }  // fsType
    case 0x79617765746167:
      if key.count == 7 { return 1 }  // gateway
    case 0x69746365746f7270:
      if key.equals("protectionDomain") { return 2 }
    case 0x796c6e4f64616572:
      if key.count == 8 { return 3 }  // readOnly
    case 0x6552746572636573:
      if key.equals("secretRef") { return 4 }
    case 0x6c62616e456c7373:
      if key.equals("sslEnabled") { return 5 }
    case 0x4d656761726f7473:
      if key.equals("storageMode") { return 6 }
    case 0x50656761726f7473:
      if key.equals("storagePool") { return 7 }
    case 0x6d6574737973:
      if key.count == 6 { return 8 }  // system
    case 0x614e656d756c6f76:
      if key.equals("volumeName") { return 9 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("fsType", fsType)
    writer.member("gateway", gateway)
    writer.memberUnlessEmpty("protectionDomain", protectionDomain)
    writer.memberUnlessEmpty("readOnly", readOnly)
    writer.memberUnlessEmpty("secretRef", secretRef)
    writer.memberUnlessEmpty("sslEnabled", sslEnabled)
    writer.memberUnlessEmpty("storageMode", storageMode)
    writer.memberUnlessEmpty("storagePool", storagePool)
    writer.member("system", system)
    writer.memberUnlessEmpty("volumeName", volumeName)
    writer.endObject()
  }
}

extension Core {
  /// Files from the keys of a secret.
  public struct SecretProjection: Sendable {
    /// Keys to write, and where; all when absent.
    public var items: [KeyToPath] = []
    /// Name of the secret.
    public var name: String = ""
    /// True allows the object or key to be missing.
    public var optional: Bool?

    public init() {}
  }
}

extension Core.SecretProjection: JSONStructure {
  public static let memberNames: [StaticString] = ["items", "name", "optional"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("items", &items)
      case 1: reader.member("name", &name)
      case 2: reader.member("optional", &optional)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x736d657469:
      if key.count == 5 { return 0 }  // items
    case 0x656d616e:
      if key.count == 4 { return 1 }  // name
    case 0x6c616e6f6974706f:
      if key.count == 8 { return 2 }  // optional
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("items", items)
    writer.memberUnlessEmpty("name", name)
    writer.memberUnlessEmpty("optional", optional)
    writer.endObject()
  }
}

extension Core {
  /// A volume with the keys of a secret as files.
  public struct SecretVolumeSource: Sendable {
    /// Permissions of files that give none of their own.
    public var defaultMode: Int32?
    /// Keys to write, and where; all when absent.
    public var items: [KeyToPath] = []
    /// True allows the object or key to be missing.
    public var optional: Bool?
    /// Name of the secret.
    public var secretName: String = ""

    public init() {}
  }
}

extension Core.SecretVolumeSource: JSONStructure {
  public static let memberNames: [StaticString] = ["defaultMode", "items", "optional", "secretName"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("defaultMode", &defaultMode)
      case 1: reader.member("items", &items)
      case 2: reader.member("optional", &optional)
      case 3: reader.member("secretName", &secretName)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x4d746c7561666564:
      if key.equals("defaultMode") { return 0 }
    case 0x736d657469:
      if key.count == 5 { return 1 }  // items
    case 0x6c616e6f6974706f:
      if key.count == 8 { return 2 }  // optional
    case 0x614e746572636573:
      if key.equals("secretName") { return 3 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("defaultMode", defaultMode)
    writer.memberUnlessEmpty("items", items)
    writer.memberUnlessEmpty("optional", optional)
    writer.memberUnlessEmpty("secretName", secretName)
    writer.endObject()
  }
}

extension Core {
  /// A file with a token of the pod's service account.
  public struct ServiceAccountTokenProjection: Sendable {
    /// Who the token is for; the API server when empty.
    public var audience: String = ""
    /// Seconds that the token is good for.
    public var expirationSeconds: Int64?
    /// Path of the file in the volume.
    public var path: String = ""

    public init() {}
  }
}

extension Core.ServiceAccountTokenProjection: JSONStructure {
  public static let memberNames: [StaticString] = ["audience", "expirationSeconds", "path"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("audience", &audience)
      case 1: reader.member("expirationSeconds", &expirationSeconds)
      case 2: reader.member("path", &path)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x65636e6569647561:
      if key.count == 8 { return 0 }  // audience
    case 0x6974617269707865:
      if key.equals("expirationSeconds") { return 1 }
    case 0x68746170:
      if key.count == 4 { return 2 }  // path
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("audience", audience)
    writer.memberUnlessEmpty("expirationSeconds", expirationSeconds)
    writer.member("path", path)
    writer.endObject()
  }
}

extension Core {
  /// A volume of StorageOS.
  public struct StorageOSVolumeSource: Sendable {
    /// Type of the file system, such as ext4.
    public var fsType: String = ""
    /// True forbids writing.
    public var readOnly: Bool = false
    /// Secret with the credentials.
    public var secretRef: LocalObjectReference?
    /// Name of the volume.
    public var volumeName: String = ""
    /// Namespace of the volume at StorageOS; the pod's when empty.
    public var volumeNamespace: String = ""

    public init() {}
  }
}

extension Core.StorageOSVolumeSource: JSONStructure {
  public static let memberNames: [StaticString] = ["fsType", "readOnly", "secretRef", "volumeName", "volumeNamespace"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("fsType", &fsType)
      case 1: reader.member("readOnly", &readOnly)
      case 2: reader.member("secretRef", &secretRef)
      case 3: reader.member("volumeName", &volumeName)
      case 4: reader.member("volumeNamespace", &volumeNamespace)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x657079547366:
      if key.count == 6 { return 0 }  // fsType
    case 0x796c6e4f64616572:
      if key.count == 8 { return 1 }  // readOnly
    case 0x6552746572636573:
      if key.equals("secretRef") { return 2 }
    case 0x614e656d756c6f76:
      if key.equals("volumeName") { return 3 }
      if key.equals("volumeNamespace") { return 4 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("fsType", fsType)
    writer.memberUnlessEmpty("readOnly", readOnly)
    writer.memberUnlessEmpty("secretRef", secretRef)
    writer.memberUnlessEmpty("volumeName", volumeName)
    writer.memberUnlessEmpty("volumeNamespace", volumeNamespace)
    writer.endObject()
  }
}

extension Core {
  /// A volume of a pod; one source is set.
  public struct Volume: Sendable {
    /// A disk of AWS.
    @Boxed public var awsElasticBlockStore: AWSElasticBlockStoreVolumeSource?
    /// A data disk of Azure.
    @Boxed public var azureDisk: AzureDiskVolumeSource?
    /// A file share of Azure.
    @Boxed public var azureFile: AzureFileVolumeSource?
    /// A Ceph file system.
    @Boxed public var cephfs: CephFSVolumeSource?
    /// A disk of OpenStack.
    @Boxed public var cinder: CinderVolumeSource?
    /// Keys of a config map as files.
    @Boxed public var configMap: ConfigMapVolumeSource?
    /// A volume of a CSI driver.
    @Boxed public var csi: CSIVolumeSource?
    /// Files with facts about the pod.
    public var downwardAPI: DownwardAPIVolumeSource?
    /// An empty directory.
    public var emptyDir: EmptyDirVolumeSource?
    /// A claim of its own that goes with the pod.
    public var ephemeral: EphemeralVolumeSource?
    /// A disk reached over Fibre Channel.
    @Boxed public var fc: FCVolumeSource?
    /// A volume of a FlexVolume driver.
    @Boxed public var flexVolume: FlexVolumeSource?
    /// A data set of Flocker.
    public var flocker: FlockerVolumeSource?
    /// A disk of Google Compute Engine.
    @Boxed public var gcePersistentDisk: GCEPersistentDiskVolumeSource?
    /// A clone of a Git repository.
    @Boxed public var gitRepo: GitRepoVolumeSource?
    /// A Gluster volume.
    @Boxed public var glusterfs: GlusterfsVolumeSource?
    /// A file or directory of the node.
    public var hostPath: HostPathVolumeSource?
    /// An OCI image.
    public var image: ImageVolumeSource?
    /// An iSCSI disk.
    @Boxed public var iscsi: ISCSIVolumeSource?
    /// Name of the volume in the pod.
    public var name: String = ""
    /// A directory of an NFS server.
    @Boxed public var nfs: NFSVolumeSource?
    /// A claim.
    public var persistentVolumeClaim: PersistentVolumeClaimVolumeSource?
    /// A disk of Photon.
    public var photonPersistentDisk: PhotonPersistentDiskVolumeSource?
    /// A volume of Portworx.
    @Boxed public var portworxVolume: PortworxVolumeSource?
    /// Files from several sources.
    public var projected: ProjectedVolumeSource?
    /// A volume of Quobyte.
    @Boxed public var quobyte: QuobyteVolumeSource?
    /// A block device of Ceph.
    @Boxed public var rbd: RBDVolumeSource?
    /// A volume of ScaleIO.
    @Boxed public var scaleIO: ScaleIOVolumeSource?
    /// Keys of a secret as files.
    @Boxed public var secret: SecretVolumeSource?
    /// A volume of StorageOS.
    @Boxed public var storageos: StorageOSVolumeSource?
    /// A disk of vSphere.
    @Boxed public var vsphereVolume: VsphereVirtualDiskVolumeSource?

    public init() {}
  }
}

extension Core.Volume: JSONStructure {
  public static let memberNames: [StaticString] = [
    "awsElasticBlockStore", "azureDisk", "azureFile", "cephfs", "cinder", "configMap", "csi", "downwardAPI", "emptyDir",
    "ephemeral", "fc", "flexVolume", "flocker", "gcePersistentDisk", "gitRepo", "glusterfs", "hostPath", "image",
    "iscsi", "name", "nfs", "persistentVolumeClaim", "photonPersistentDisk", "portworxVolume", "projected", "quobyte",
    "rbd", "scaleIO", "secret", "storageos", "vsphereVolume",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("awsElasticBlockStore", &awsElasticBlockStore)
      case 1: reader.member("azureDisk", &azureDisk)
      case 2: reader.member("azureFile", &azureFile)
      case 3: reader.member("cephfs", &cephfs)
      case 4: reader.member("cinder", &cinder)
      case 5: reader.member("configMap", &configMap)
      case 6: reader.member("csi", &csi)
      case 7: reader.member("downwardAPI", &downwardAPI)
      case 8: reader.member("emptyDir", &emptyDir)
      case 9: reader.member("ephemeral", &ephemeral)
      case 10: reader.member("fc", &fc)
      case 11: reader.member("flexVolume", &flexVolume)
      case 12: reader.member("flocker", &flocker)
      case 13: reader.member("gcePersistentDisk", &gcePersistentDisk)
      case 14: reader.member("gitRepo", &gitRepo)
      case 15: reader.member("glusterfs", &glusterfs)
      case 16: reader.member("hostPath", &hostPath)
      case 17: reader.member("image", &image)
      case 18: reader.member("iscsi", &iscsi)
      case 19: reader.member("name", &name)
      case 20: reader.member("nfs", &nfs)
      case 21: reader.member("persistentVolumeClaim", &persistentVolumeClaim)
      case 22: reader.member("photonPersistentDisk", &photonPersistentDisk)
      case 23: reader.member("portworxVolume", &portworxVolume)
      case 24: reader.member("projected", &projected)
      case 25: reader.member("quobyte", &quobyte)
      case 26: reader.member("rbd", &rbd)
      case 27: reader.member("scaleIO", &scaleIO)
      case 28: reader.member("secret", &secret)
      case 29: reader.member("storageos", &storageos)
      case 30: reader.member("vsphereVolume", &vsphereVolume)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x7473616c45737761:
      if key.equals("awsElasticBlockStore") { return 0 }
    case 0x7369446572757a61:
      if key.equals("azureDisk") { return 1 }
    case 0x6c69466572757a61:
      if key.equals("azureFile") { return 2 }
    case 0x736668706563:
      if key.count == 6 { return 3 }  // cephfs
    case 0x7265646e6963:
      if key.count == 6 { return 4 }  // cinder
    case 0x614d6769666e6f63:
      if key.equals("configMap") { return 5 }
    case 0x697363:
      if key.count == 3 { return 6 }  // csi
    case 0x647261776e776f64:
      if key.equals("downwardAPI") { return 7 }
    case 0x7269447974706d65:
      if key.count == 8 { return 8 }  // emptyDir
    case 0x6172656d65687065:
      if key.equals("ephemeral") { return 9 }
    case 0x6366:
      if key.count == 2 { return 10 }  // fc
    case 0x756c6f5678656c66:
      if key.equals("flexVolume") { return 11 }
    case 0x72656b636f6c66:
      if key.count == 7 { return 12 }  // flocker
    case 0x6973726550656367:
      if key.equals("gcePersistentDisk") { return 13 }
    case 0x6f706552746967:
      if key.count == 7 { return 14 }  // gitRepo
    case 0x6672657473756c67:
      if key.equals("glusterfs") { return 15 }
    case 0x6874615074736f68:
      if key.count == 8 { return 16 }  // hostPath
    case 0x6567616d69:
      if key.count == 5 { return 17 }  // image
    case 0x6973637369:
      if key.count == 5 { return 18 }  // iscsi
    case 0x656d616e:
      if key.count == 4 { return 19 }  // name
    case 0x73666e:
      if key.count == 3 { return 20 }  // nfs
    case 0x6574736973726570:
      if key.equals("persistentVolumeClaim") { return 21 }
    case 0x65506e6f746f6870:
      if key.equals("photonPersistentDisk") { return 22 }
    case 0x78726f7774726f70:
      if key.equals("portworxVolume") { return 23 }
    case 0x657463656a6f7270:
      if key.equals("projected") { return 24 }
    case 0x657479626f7571:
      if key.count == 7 { return 25 }  // quobyte
    case 0x646272:
      if key.count == 3 { return 26 }  // rbd
    case 0x4f49656c616373:
      if key.count == 7 { return 27 }  // scaleIO
    case 0x746572636573:
      if key.count == 6 { return 28 }  // secret
    case 0x6f656761726f7473:
      if key.equals("storageos") { return 29 }
    case 0x5665726568707376:
      if key.equals("vsphereVolume") { return 30 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("awsElasticBlockStore", awsElasticBlockStore)
    writer.memberUnlessEmpty("azureDisk", azureDisk)
    writer.memberUnlessEmpty("azureFile", azureFile)
    writer.memberUnlessEmpty("cephfs", cephfs)
    writer.memberUnlessEmpty("cinder", cinder)
    writer.memberUnlessEmpty("configMap", configMap)
    writer.memberUnlessEmpty("csi", csi)
    writer.memberUnlessEmpty("downwardAPI", downwardAPI)
    writer.memberUnlessEmpty("emptyDir", emptyDir)
    writer.memberUnlessEmpty("ephemeral", ephemeral)
    writer.memberUnlessEmpty("fc", fc)
    writer.memberUnlessEmpty("flexVolume", flexVolume)
    writer.memberUnlessEmpty("flocker", flocker)
    writer.memberUnlessEmpty("gcePersistentDisk", gcePersistentDisk)
    writer.memberUnlessEmpty("gitRepo", gitRepo)
    writer.memberUnlessEmpty("glusterfs", glusterfs)
    writer.memberUnlessEmpty("hostPath", hostPath)
    writer.memberUnlessEmpty("image", image)
    writer.memberUnlessEmpty("iscsi", iscsi)
    writer.member("name", name)
    writer.memberUnlessEmpty("nfs", nfs)
    writer.memberUnlessEmpty("persistentVolumeClaim", persistentVolumeClaim)
    writer.memberUnlessEmpty("photonPersistentDisk", photonPersistentDisk)
    writer.memberUnlessEmpty("portworxVolume", portworxVolume)
    writer.memberUnlessEmpty("projected", projected)
    writer.memberUnlessEmpty("quobyte", quobyte)
    writer.memberUnlessEmpty("rbd", rbd)
    writer.memberUnlessEmpty("scaleIO", scaleIO)
    writer.memberUnlessEmpty("secret", secret)
    writer.memberUnlessEmpty("storageos", storageos)
    writer.memberUnlessEmpty("vsphereVolume", vsphereVolume)
    writer.endObject()
  }
}

extension Core {
  /// One source of a projected volume; one member is set.
  public struct VolumeProjection: Sendable {
    /// Certificate authorities of trust bundles.
    @Boxed public var clusterTrustBundle: ClusterTrustBundleProjection?
    /// Keys of a config map as files.
    @Boxed public var configMap: ConfigMapProjection?
    /// Files with facts about the pod.
    public var downwardAPI: DownwardAPIProjection?
    /// Keys of a secret as files.
    @Boxed public var secret: SecretProjection?
    /// Token of the pod's service account.
    @Boxed public var serviceAccountToken: ServiceAccountTokenProjection?

    public init() {}
  }
}

extension Core.VolumeProjection: JSONStructure {
  public static let memberNames: [StaticString] = [
    "clusterTrustBundle", "configMap", "downwardAPI", "secret", "serviceAccountToken",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("clusterTrustBundle", &clusterTrustBundle)
      case 1: reader.member("configMap", &configMap)
      case 2: reader.member("downwardAPI", &downwardAPI)
      case 3: reader.member("secret", &secret)
      case 4: reader.member("serviceAccountToken", &serviceAccountToken)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x5472657473756c63:
      if key.equals("clusterTrustBundle") { return 0 }
    case 0x614d6769666e6f63:
      if key.equals("configMap") { return 1 }
    case 0x647261776e776f64:
      if key.equals("downwardAPI") { return 2 }
    case 0x746572636573:
      if key.count == 6 { return 3 }  // secret
    case 0x4165636976726573:
      if key.equals("serviceAccountToken") { return 4 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("clusterTrustBundle", clusterTrustBundle)
    writer.memberUnlessEmpty("configMap", configMap)
    writer.memberUnlessEmpty("downwardAPI", downwardAPI)
    writer.memberUnlessEmpty("secret", secret)
    writer.memberUnlessEmpty("serviceAccountToken", serviceAccountToken)
    writer.endObject()
  }
}

extension Core {
  /// A disk of vSphere.
  public struct VsphereVirtualDiskVolumeSource: Sendable {
    /// Type of the file system, such as ext4.
    public var fsType: String = ""
    /// Identifier of the storage policy.
    public var storagePolicyID: String = ""
    /// Name of the storage policy.
    public var storagePolicyName: String = ""
    /// Path of the disk.
    public var volumePath: String = ""

    public init() {}
  }
}

extension Core.VsphereVirtualDiskVolumeSource: JSONStructure {
  public static let memberNames: [StaticString] = ["fsType", "storagePolicyID", "storagePolicyName", "volumePath"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("fsType", &fsType)
      case 1: reader.member("storagePolicyID", &storagePolicyID)
      case 2: reader.member("storagePolicyName", &storagePolicyName)
      case 3: reader.member("volumePath", &volumePath)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x657079547366:
      if key.count == 6 { return 0 }  // fsType
    case 0x50656761726f7473:
      if key.equals("storagePolicyID") { return 1 }
      if key.equals("storagePolicyName") { return 2 }
    case 0x6150656d756c6f76:
      if key.equals("volumePath") { return 3 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("fsType", fsType)
    writer.memberUnlessEmpty("storagePolicyID", storagePolicyID)
    writer.memberUnlessEmpty("storagePolicyName", storagePolicyName)
    writer.member("volumePath", volumePath)
    writer.endObject()
  }
}
