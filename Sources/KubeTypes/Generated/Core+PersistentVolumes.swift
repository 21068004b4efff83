// Made from openapi/kubernetes/api/core/persistent-volumes.json by `make generate`; what is changed here is lost with the next one.

import JSON
import Kube

extension Core {
  /// A file share of Azure, for persistent volumes.
  public struct AzureFilePersistentVolumeSource: Sendable {
    /// True forbids writing.
    public var readOnly: Bool = false
    /// Name of the secret.
    public var secretName: String = ""
    /// Namespace of the secret; the claim's when absent.
    public var secretNamespace: String?
    /// Name of the share.
    public var shareName: String = ""

    public init() {}
  }
}

extension Core.AzureFilePersistentVolumeSource: JSONStructure {
  public static let memberNames: [StaticString] = ["readOnly", "secretName", "secretNamespace", "shareName"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("readOnly", &readOnly)
      case 1: reader.member("secretName", &secretName)
      case 2: reader.member("secretNamespace", &secretNamespace)
      case 3: reader.member("shareName", &shareName)
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
      if key.equals("secretNamespace") { return 2 }
    case 0x6d614e6572616873:
      if key.equals("shareName") { return 3 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("readOnly", readOnly)
    writer.member("secretName", secretName)
    writer.memberUnlessEmpty("secretNamespace", secretNamespace)
    writer.member("shareName", shareName)
    writer.endObject()
  }
}

extension Core {
  /// A volume of a CSI driver.
  public struct CSIPersistentVolumeSource: Sendable {
    /// Secret for growing the volume from the controller.
    public var controllerExpandSecretRef: SecretReference?
    /// Secret for attaching the volume.
    public var controllerPublishSecretRef: SecretReference?
    /// Name of the driver.
    public var driver: String = ""
    /// Type of the file system, such as ext4.
    public var fsType: String = ""
    /// Secret for growing the volume on the node.
    public var nodeExpandSecretRef: SecretReference?
    /// Secret for mounting the volume into a pod.
    public var nodePublishSecretRef: SecretReference?
    /// Secret for preparing the volume on a node.
    public var nodeStageSecretRef: SecretReference?
    /// True forbids writing.
    public var readOnly: Bool = false
    /// Settings that the driver takes.
    public var volumeAttributes: [String: String]?
    /// Identifier that the driver knows the volume by.
    public var volumeHandle: String = ""

    public init() {}
  }
}

extension Core.CSIPersistentVolumeSource: JSONStructure {
  public static let memberNames: [StaticString] = [
    "controllerExpandSecretRef", "controllerPublishSecretRef", "driver", "fsType", "nodeExpandSecretRef",
    "nodePublishSecretRef", "nodeStageSecretRef", "readOnly", "volumeAttributes", "volumeHandle",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("controllerExpandSecretRef", &controllerExpandSecretRef)
      case 1: reader.member("controllerPublishSecretRef", &controllerPublishSecretRef)
      case 2: reader.member("driver", &driver)
      case 3: reader.member("fsType", &fsType)
      case 4: reader.member("nodeExpandSecretRef", &nodeExpandSecretRef)
      case 5: reader.member("nodePublishSecretRef", &nodePublishSecretRef)
      case 6: reader.member("nodeStageSecretRef", &nodeStageSecretRef)
      case 7: reader.member("readOnly", &readOnly)
      case 8: reader.member("volumeAttributes", &volumeAttributes)
      case 9: reader.member("volumeHandle", &volumeHandle)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6c6c6f72746e6f63:
      if key.equals("controllerExpandSecretRef") { return 0 }
      if key.equals("controllerPublishSecretRef") { return 1 }
    case 0x726576697264:
      if key.count == 6 { return 2 }  // driver
    case 0x657079547366:
      if key.count == 6 { return 3 }  // fsType
    case 0x6170784565646f6e:
      if key.equals("nodeExpandSecretRef") { return 4 }
    case 0x6c62755065646f6e:
      if key.equals("nodePublishSecretRef") { return 5 }
    case 0x6761745365646f6e:
      if key.equals("nodeStageSecretRef") { return 6 }
    case 0x796c6e4f64616572:
      if key.count == 8 { return 7 }  // readOnly
    case 0x7441656d756c6f76:
      if key.equals("volumeAttributes") { return 8 }
    case 0x6148656d756c6f76:
      if key.equals("volumeHandle") { return 9 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("controllerExpandSecretRef", controllerExpandSecretRef)
    writer.memberUnlessEmpty("controllerPublishSecretRef", controllerPublishSecretRef)
    writer.member("driver", driver)
    writer.memberUnlessEmpty("fsType", fsType)
    writer.memberUnlessEmpty("nodeExpandSecretRef", nodeExpandSecretRef)
    writer.memberUnlessEmpty("nodePublishSecretRef", nodePublishSecretRef)
    writer.memberUnlessEmpty("nodeStageSecretRef", nodeStageSecretRef)
    writer.memberUnlessEmpty("readOnly", readOnly)
    writer.memberUnlessEmpty("volumeAttributes", volumeAttributes ?? [:])
    writer.member("volumeHandle", volumeHandle)
    writer.endObject()
  }
}

extension Core {
  /// A Ceph file system, for persistent volumes.
  public struct CephFSPersistentVolumeSource: Sendable {
    /// Addresses of Ceph's monitors.
    public var monitors: [String] = []
    /// Folder to mount; the root when empty.
    public var path: String = ""
    /// True forbids writing.
    public var readOnly: Bool = false
    /// Path of the key ring with the user's key.
    public var secretFile: String = ""
    /// Secret with the credentials.
    public var secretRef: SecretReference?
    /// Name of the user at Ceph.
    public var user: String = ""

    public init() {}
  }
}

extension Core.CephFSPersistentVolumeSource: JSONStructure {
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
  /// A disk of OpenStack, for persistent volumes.
  public struct CinderPersistentVolumeSource: Sendable {
    /// Type of the file system, such as ext4.
    public var fsType: String = ""
    /// True forbids writing.
    public var readOnly: Bool = false
    /// Secret with the credentials.
    public var secretRef: SecretReference?
    /// Identifier of the disk.
    public var volumeID: String = ""

    public init() {}
  }
}

extension Core.CinderPersistentVolumeSource: JSONStructure {
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
  /// A volume of a FlexVolume driver, for persistent volumes.
  public struct FlexPersistentVolumeSource: Sendable {
    /// Name of the driver.
    public var driver: String = ""
    /// Type of the file system, such as ext4.
    public var fsType: String = ""
    /// Settings that the driver takes.
    public var options: [String: String]?
    /// True forbids writing.
    public var readOnly: Bool = false
    /// Secret with the credentials.
    public var secretRef: SecretReference?

    public init() {}
  }
}

extension Core.FlexPersistentVolumeSource: JSONStructure {
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
  /// A Gluster volume, for persistent volumes.
  public struct GlusterfsPersistentVolumeSource: Sendable {
    /// Name of the endpoints with Gluster's addresses.
    public var endpoints: String = ""
    /// Namespace of the endpoints.
    public var endpointsNamespace: String?
    /// Name of the Gluster volume.
    public var path: String = ""
    /// True forbids writing.
    public var readOnly: Bool = false

    public init() {}
  }
}

extension Core.GlusterfsPersistentVolumeSource: JSONStructure {
  public static let memberNames: [StaticString] = ["endpoints", "endpointsNamespace", "path", "readOnly"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("endpoints", &endpoints)
      case 1: reader.member("endpointsNamespace", &endpointsNamespace)
      case 2: reader.member("path", &path)
      case 3: reader.member("readOnly", &readOnly)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x746e696f70646e65:
      if key.equals("endpoints") { return 0 }
      if key.equals("endpointsNamespace") { return 1 }
    case 0x68746170:
      if key.count == 4 { return 2 }  // path
    case 0x796c6e4f64616572:
      if key.count == 8 { return 3 }  // readOnly
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("endpoints", endpoints)
    writer.memberUnlessEmpty("endpointsNamespace", endpointsNamespace)
    writer.member("path", path)
    writer.memberUnlessEmpty("readOnly", readOnly)
    writer.endObject()
  }
}

extension Core {
  /// An iSCSI disk, for persistent volumes.
  public struct ISCSIPersistentVolumeSource: Sendable {
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
    public var secretRef: SecretReference?
    /// Address of the target.
    public var targetPortal: String = ""

    public init() {}
  }
}

extension Core.ISCSIPersistentVolumeSource: JSONStructure {
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
  /// A disk or directory of one node.
  public struct LocalVolumeSource: Sendable {
    /// Type of the file system, such as ext4.
    public var fsType: String?
    /// Path on the node.
    public var path: String = ""

    public init() {}
  }
}

extension Core.LocalVolumeSource: JSONStructure {
  public static let memberNames: [StaticString] = ["fsType", "path"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("fsType", &fsType)
      case 1: reader.member("path", &path)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x657079547366:
      if key.count == 6 { return 0 }  // fsType
    case 0x68746170:
      if key.count == 4 { return 1 }  // path
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("fsType", fsType)
    writer.member("path", path)
    writer.endObject()
  }
}

extension Core {
  /// A change of attributes that is under way.
  public struct ModifyVolumeStatus: Sendable {
    /// How far the change is: Pending, InProgress or Infeasible.
    public var status: String = ""
    /// Class that is being applied.
    public var targetVolumeAttributesClassName: String = ""

    public init() {}
  }
}

extension Core.ModifyVolumeStatus: JSONStructure {
  public static let memberNames: [StaticString] = ["status", "targetVolumeAttributesClassName"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.listedMember("status", &status, ["InProgress", "Infeasible", "Pending"])
      case 1: reader.member("targetVolumeAttributesClassName", &targetVolumeAttributesClassName)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x737574617473:
      if key.count == 6 { return 0 }  // status
    case 0x6f56746567726174:
      if key.equals("targetVolumeAttributesClassName") { return 1 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("status", status)
    writer.memberUnlessEmpty("targetVolumeAttributesClassName", targetVolumeAttributesClassName)
    writer.endObject()
  }
}

extension Core {
  /// A piece of storage.
  public struct PersistentVolume: Sendable {
    /// Group and version of the schema that the object follows.
    public var apiVersion: String = ""
    /// Kind of the object.
    public var kind: String = ""
    /// What Kubernetes keeps about every object.
    public var metadata: ObjectMeta = ObjectMeta()
    /// What is wanted.
    public var spec: PersistentVolumeSpec = PersistentVolumeSpec()
    /// What is the case.
    public var status: PersistentVolumeStatus = PersistentVolumeStatus()

    public init() {}
  }
}

extension Core.PersistentVolume: JSONStructure {
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

extension Core {
  /// A demand for storage.
  public struct PersistentVolumeClaim: Sendable {
    /// Group and version of the schema that the object follows.
    public var apiVersion: String = ""
    /// Kind of the object.
    public var kind: String = ""
    /// What Kubernetes keeps about every object.
    public var metadata: ObjectMeta = ObjectMeta()
    /// What is wanted.
    public var spec: PersistentVolumeClaimSpec = PersistentVolumeClaimSpec()
    /// What is the case.
    public var status: PersistentVolumeClaimStatus = PersistentVolumeClaimStatus()

    public init() {}
  }
}

extension Core.PersistentVolumeClaim: JSONStructure {
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

extension Core {
  /// An observation about a claim.
  public struct PersistentVolumeClaimCondition: Sendable {
    /// When the condition was last checked.
    public var lastProbeTime: Timestamp?
    /// When the status last changed.
    public var lastTransitionTime: Timestamp?
    /// What happened, for people.
    public var message: String = ""
    /// What happened, in one word.
    public var reason: String = ""
    /// True, False or Unknown.
    public var status: String = ""
    /// What the condition is about.
    public var type: String = ""

    public init() {}
  }
}

extension Core.PersistentVolumeClaimCondition: JSONStructure {
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

extension Core {
  /// A list of such objects.
  public struct PersistentVolumeClaimList: Sendable {
    /// Group and version of the schema that the object follows.
    public var apiVersion: String = ""
    /// Kind of the object.
    public var kind: String = ""
    /// What Kubernetes keeps about every object.
    public var metadata: ListMeta = ListMeta()
    /// The objects.
    public var items: [PersistentVolumeClaim] = []

    public init() {}
  }
}

extension Core.PersistentVolumeClaimList: JSONStructure {
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

extension Core {
  /// What storage is asked for.
  public struct PersistentVolumeClaimSpec: Sendable {
    /// How many nodes may use the volume, and whether they may write.
    public var accessModes: [String] = []
    /// Object that the volume is filled from.
    @Boxed public var dataSource: TypedLocalObjectReference?
    /// Object that the volume is filled from, of any kind and namespace.
    @Boxed public var dataSourceRef: TypedObjectReference?
    /// Size that is asked for.
    public var resources: VolumeResourceRequirements = VolumeResourceRequirements()
    /// Labels that the volume must have.
    public var selector: LabelSelector?
    /// Name of the storage class; the default one when absent.
    public var storageClassName: String?
    /// Class that sets the volume's changeable attributes.
    public var volumeAttributesClassName: String?
    /// Whether the volume is a file system or a block device.
    public var volumeMode: String?
    /// Name of the volume to bind.
    public var volumeName: String = ""

    public init() {}
  }
}

extension Core.PersistentVolumeClaimSpec: JSONStructure {
  public static let memberNames: [StaticString] = [
    "accessModes", "dataSource", "dataSourceRef", "resources", "selector", "storageClassName",
    "volumeAttributesClassName", "volumeMode", "volumeName",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: 
        reader.listedElements(
          "accessModes", &accessModes, ["ReadOnlyMany", "ReadWriteMany", "ReadWriteOnce", "ReadWriteOncePod"])
      case 1: reader.member("dataSource", &dataSource)
      case 2: reader.member("dataSourceRef", &dataSourceRef)
      case 3: reader.member("resources", &resources)
      case 4: reader.member("selector", &selector)
      case 5: reader.member("storageClassName", &storageClassName)
      case 6: reader.member("volumeAttributesClassName", &volumeAttributesClassName)
      case 7: reader.listedMember("volumeMode", &volumeMode, ["Block", "Filesystem"])
      case 8: reader.member("volumeName", &volumeName)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6f4d737365636361:
      if key.equals("accessModes") { return 0 }
    case 0x72756f5361746164:
      if key.equals("dataSource") { return 1 }
      if key.equals("dataSourceRef") { return 2 }
    case 0x656372756f736572:
      if key.equals("resources") { return 3 }
    case 0x726f7463656c6573:
      if key.count == 8 { return 4 }  // selector
    case 0x43656761726f7473:
      if key.equals("storageClassName") { return 5 }
    case 0x7441656d756c6f76:
      if key.equals("volumeAttributesClassName") { return 6 }
    case 0x6f4d656d756c6f76:
      if key.equals("volumeMode") { return 7 }
    case 0x614e656d756c6f76:
      if key.equals("volumeName") { return 8 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("accessModes", accessModes)
    writer.memberUnlessEmpty("dataSource", dataSource)
    writer.memberUnlessEmpty("dataSourceRef", dataSourceRef)
    writer.memberUnlessEmpty("resources", resources)
    writer.memberUnlessEmpty("selector", selector)
    writer.memberUnlessEmpty("storageClassName", storageClassName)
    writer.memberUnlessEmpty("volumeAttributesClassName", volumeAttributesClassName)
    writer.memberUnlessEmpty("volumeMode", volumeMode)
    writer.memberUnlessEmpty("volumeName", volumeName)
    writer.endObject()
  }
}

extension Core {
  /// What a claim has got.
  public struct PersistentVolumeClaimStatus: Sendable {
    /// How many nodes may use the volume, and whether they may write.
    public var accessModes: [String] = []
    /// How far a change of size is, by resource.
    public var allocatedResourceStatuses: [String: String]?
    /// Sizes that are being made.
    public var allocatedResources: [String: Quantity]?
    /// Amounts in all.
    public var capacity: [String: Quantity]?
    /// Observations, one of a type.
    public var conditions: [PersistentVolumeClaimCondition] = []
    /// Class that is in effect.
    public var currentVolumeAttributesClassName: String?
    /// Change of attributes that is under way.
    public var modifyVolumeStatus: ModifyVolumeStatus?
    /// Where it is in its life.
    public var phase: String = ""

    public init() {}
  }
}

extension Core.PersistentVolumeClaimStatus: JSONStructure {
  public static let memberNames: [StaticString] = [
    "accessModes", "allocatedResourceStatuses", "allocatedResources", "capacity", "conditions",
    "currentVolumeAttributesClassName", "modifyVolumeStatus", "phase",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: 
        reader.listedElements(
          "accessModes", &accessModes, ["ReadOnlyMany", "ReadWriteMany", "ReadWriteOnce", "ReadWriteOncePod"])
      case 1: reader.member("allocatedResourceStatuses", &allocatedResourceStatuses)
      case 2: reader.member("allocatedResources", &allocatedResources)
      case 3: reader.member("capacity", &capacity)
      case 4: reader.member("conditions", &conditions)
      case 5: reader.member("currentVolumeAttributesClassName", &currentVolumeAttributesClassName)
      case 6: reader.member("modifyVolumeStatus", &modifyVolumeStatus)
      case 7: reader.listedMember("phase", &phase, ["Bound", "Lost", "Pending"])
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6f4d737365636361:
      if key.equals("accessModes") { return 0 }
    case 0x657461636f6c6c61:
      if key.equals("allocatedResourceStatuses") { return 1 }
      if key.equals("allocatedResources") { return 2 }
    case 0x7974696361706163:
      if key.count == 8 { return 3 }  // capacity
    case 0x6f697469646e6f63:
      if key.equals("conditions") { return 4 }
    case 0x56746e6572727563:
      if key.equals("currentVolumeAttributesClassName") { return 5 }
    case 0x6f56796669646f6d:
      if key.equals("modifyVolumeStatus") { return 6 }
    case 0x6573616870:
      if key.count == 5 { return 7 }  // phase
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("accessModes", accessModes)
    writer.memberUnlessEmpty("allocatedResourceStatuses", allocatedResourceStatuses ?? [:])
    writer.memberUnlessEmpty("allocatedResources", allocatedResources ?? [:])
    writer.memberUnlessEmpty("capacity", capacity ?? [:])
    writer.memberUnlessEmpty("conditions", conditions)
    writer.memberUnlessEmpty("currentVolumeAttributesClassName", currentVolumeAttributesClassName)
    writer.memberUnlessEmpty("modifyVolumeStatus", modifyVolumeStatus)
    writer.memberUnlessEmpty("phase", phase)
    writer.endObject()
  }
}

extension Core {
  /// The claim to make for a pod.
  public struct PersistentVolumeClaimTemplate: Sendable {
    /// Labels and annotations of the claim.
    public var metadata: ObjectMeta = ObjectMeta()
    /// What is wanted.
    public var spec: PersistentVolumeClaimSpec = PersistentVolumeClaimSpec()

    public init() {}
  }
}

extension Core.PersistentVolumeClaimTemplate: JSONStructure {
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
    reader.require(1, members, "spec")
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
    writer.member("spec", spec)
    writer.endObject()
  }
}

extension Core {
  /// A list of such objects.
  public struct PersistentVolumeList: Sendable {
    /// Group and version of the schema that the object follows.
    public var apiVersion: String = ""
    /// Kind of the object.
    public var kind: String = ""
    /// What Kubernetes keeps about every object.
    public var metadata: ListMeta = ListMeta()
    /// The objects.
    public var items: [PersistentVolume] = []

    public init() {}
  }
}

extension Core.PersistentVolumeList: JSONStructure {
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

extension Core {
  /// What a persistent volume is.
  public struct PersistentVolumeSpec: Sendable {
    /// How many nodes may use the volume, and whether they may write.
    public var accessModes: [String] = []
    /// A disk of AWS.
    @Boxed public var awsElasticBlockStore: AWSElasticBlockStoreVolumeSource?
    /// A data disk of Azure.
    @Boxed public var azureDisk: AzureDiskVolumeSource?
    /// A file share of Azure.
    @Boxed public var azureFile: AzureFilePersistentVolumeSource?
    /// Amounts in all.
    public var capacity: [String: Quantity]?
    /// A Ceph file system.
    @Boxed public var cephfs: CephFSPersistentVolumeSource?
    /// A disk of OpenStack.
    @Boxed public var cinder: CinderPersistentVolumeSource?
    /// The claim that has the volume.
    @Boxed public var claimRef: ObjectReference?
    /// A volume of a CSI driver.
    @Boxed public var csi: CSIPersistentVolumeSource?
    /// A disk reached over Fibre Channel.
    @Boxed public var fc: FCVolumeSource?
    /// A volume of a FlexVolume driver.
    @Boxed public var flexVolume: FlexPersistentVolumeSource?
    /// A data set of Flocker.
    public var flocker: FlockerVolumeSource?
    /// A disk of Google Compute Engine.
    @Boxed public var gcePersistentDisk: GCEPersistentDiskVolumeSource?
    /// A Gluster volume.
    @Boxed public var glusterfs: GlusterfsPersistentVolumeSource?
    /// A file or directory of the node.
    public var hostPath: HostPathVolumeSource?
    /// An iSCSI disk.
    @Boxed public var iscsi: ISCSIPersistentVolumeSource?
    /// A disk or directory of one node.
    public var local: LocalVolumeSource?
    /// Options of the mount, such as ro.
    public var mountOptions: [String] = []
    /// A directory of an NFS server.
    @Boxed public var nfs: NFSVolumeSource?
    /// The nodes that can reach the volume.
    public var nodeAffinity: VolumeNodeAffinity?
    /// What happens after the claim is gone: Retain, Delete or Recycle.
    public var persistentVolumeReclaimPolicy: String = ""
    /// A disk of Photon.
    public var photonPersistentDisk: PhotonPersistentDiskVolumeSource?
    /// A volume of Portworx.
    @Boxed public var portworxVolume: PortworxVolumeSource?
    /// A volume of Quobyte.
    @Boxed public var quobyte: QuobyteVolumeSource?
    /// A block device of Ceph.
    @Boxed public var rbd: RBDPersistentVolumeSource?
    /// A volume of ScaleIO.
    @Boxed public var scaleIO: ScaleIOPersistentVolumeSource?
    /// Name of the storage class.
    public var storageClassName: String = ""
    /// A volume of StorageOS.
    @Boxed public var storageos: StorageOSPersistentVolumeSource?
    /// Class that sets the volume's changeable attributes.
    public var volumeAttributesClassName: String?
    /// Whether the volume is a file system or a block device.
    public var volumeMode: String?
    /// A disk of vSphere.
    @Boxed public var vsphereVolume: VsphereVirtualDiskVolumeSource?

    public init() {}
  }
}

extension Core.PersistentVolumeSpec: JSONStructure {
  public static let memberNames: [StaticString] = [
    "accessModes", "awsElasticBlockStore", "azureDisk", "azureFile", "capacity", "cephfs", "cinder", "claimRef", "csi",
    "fc", "flexVolume", "flocker", "gcePersistentDisk", "glusterfs", "hostPath", "iscsi", "local", "mountOptions",
    "nfs", "nodeAffinity", "persistentVolumeReclaimPolicy", "photonPersistentDisk", "portworxVolume", "quobyte", "rbd",
    "scaleIO", "storageClassName", "storageos", "volumeAttributesClassName", "volumeMode", "vsphereVolume",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: 
        reader.listedElements(
          "accessModes", &accessModes, ["ReadOnlyMany", "ReadWriteMany", "ReadWriteOnce", "ReadWriteOncePod"])
      case 1: reader.member("awsElasticBlockStore", &awsElasticBlockStore)
      case 2: reader.member("azureDisk", &azureDisk)
      case 3: reader.member("azureFile", &azureFile)
      case 4: reader.member("capacity", &capacity)
      case 5: reader.member("cephfs", &cephfs)
      case 6: reader.member("cinder", &cinder)
      case 7: reader.member("claimRef", &claimRef)
      case 8: reader.member("csi", &csi)
      case 9: reader.member("fc", &fc)
      case 10: reader.member("flexVolume", &flexVolume)
      case 11: reader.member("flocker", &flocker)
      case 12: reader.member("gcePersistentDisk", &gcePersistentDisk)
      case 13: reader.member("glusterfs", &glusterfs)
      case 14: reader.member("hostPath", &hostPath)
      case 15: reader.member("iscsi", &iscsi)
      case 16: reader.member("local", &local)
      case 17: reader.member("mountOptions", &mountOptions)
      case 18: reader.member("nfs", &nfs)
      case 19: reader.member("nodeAffinity", &nodeAffinity)
      case 20: 
        reader.listedMember(
          "persistentVolumeReclaimPolicy", &persistentVolumeReclaimPolicy, ["Delete", "Recycle", "Retain"])
      case 21: reader.member("photonPersistentDisk", &photonPersistentDisk)
      case 22: reader.member("portworxVolume", &portworxVolume)
      case 23: reader.member("quobyte", &quobyte)
      case 24: reader.member("rbd", &rbd)
      case 25: reader.member("scaleIO", &scaleIO)
      case 26: reader.member("storageClassName", &storageClassName)
      case 27: reader.member("storageos", &storageos)
      case 28: reader.member("volumeAttributesClassName", &volumeAttributesClassName)
      case 29: reader.listedMember("volumeMode", &volumeMode, ["Block", "Filesystem"])
      case 30: reader.member("vsphereVolume", &vsphereVolume)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6f4d737365636361:
      if key.equals("accessModes") { return 0 }
    case 0x7473616c45737761:
      if key.equals("awsElasticBlockStore") { return 1 }
    case 0x7369446572757a61:
      if key.equals("azureDisk") { return 2 }
    case 0x6c69466572757a61:
      if key.equals("azureFile") { return 3 }
    case 0x7974696361706163:
      if key.count == 8 { return 4 }  // capacity
    case 0x736668706563:
      if key.count == 6 { return 5 }  // cephfs
    case 0x7265646e6963:
      if key.count == 6 { return 6 }  // cinder
    case 0x6665526d69616c63:
      if key.count == 8 { return 7 }  // claimRef
    case 0x697363:
      if key.count == 3 { return 8 }  // csi
    case 0x6366:
      if key.count == 2 { return 9 }  // fc
    case 0x756c6f5678656c66:
      if key.equals("flexVolume") { return 10 }
    case 0x72656b636f6c66:
      if key.count == 7 { return 11 }  // flocker
    case 0x6973726550656367:
      if key.equals("gcePersistentDisk") { return 12 }
    case 0x6672657473756c67:
      if key.equals("glusterfs") { return 13 }
    case 0x6874615074736f68:
      if key.count == 8 { return 14 }  // hostPath
    case 0x6973637369:
      if key.count == 5 { return 15 }  // iscsi
    case 0x6c61636f6c:
      if key.count == 5 { return 16 }  // local
    case 0x74704f746e756f6d:
      if key.equals("mountOptions") { return 17 }
    case 0x73666e:
      if key.count == 3 { return 18 }  // nfs
    case 0x6966664165646f6e:
      if key.equals("nodeAffinity") { return 19 }
    case 0x6574736973726570:
      if key.equals("persistentVolumeReclaimPolicy") { return 20 }
    case 0x65506e6f746f6870:
      if key.equals("photonPersistentDisk") { return 21 }
    case 0x78726f7774726f70:
      if key.equals("portworxVolume") { return 22 }
    case 0x657479626f7571:
      if key.count == 7 { return 23 }  // quobyte
    case 0x646272:
      if key.count == 3 { return 24 }  // rbd
    case 0x4f49656c616373:
      if key.count == 7 { return 25 }  // scaleIO
    case 0x43656761726f7473:
      if key.equals("storageClassName") { return 26 }
    case 0x6f656761726f7473:
      if key.equals("storageos") { return 27 }
    case 0x7441656d756c6f76:
      if key.equals("volumeAttributesClassName") { return 28 }
    case 0x6f4d656d756c6f76:
      if key.equals("volumeMode") { return 29 }
    case 0x5665726568707376:
      if key.equals("vsphereVolume") { return 30 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("accessModes", accessModes)
    writer.memberUnlessEmpty("awsElasticBlockStore", awsElasticBlockStore)
    writer.memberUnlessEmpty("azureDisk", azureDisk)
    writer.memberUnlessEmpty("azureFile", azureFile)
    writer.memberUnlessEmpty("capacity", capacity ?? [:])
    writer.memberUnlessEmpty("cephfs", cephfs)
    writer.memberUnlessEmpty("cinder", cinder)
    writer.memberUnlessEmpty("claimRef", claimRef)
    writer.memberUnlessEmpty("csi", csi)
    writer.memberUnlessEmpty("fc", fc)
    writer.memberUnlessEmpty("flexVolume", flexVolume)
    writer.memberUnlessEmpty("flocker", flocker)
    writer.memberUnlessEmpty("gcePersistentDisk", gcePersistentDisk)
    writer.memberUnlessEmpty("glusterfs", glusterfs)
    writer.memberUnlessEmpty("hostPath", hostPath)
    writer.memberUnlessEmpty("iscsi", iscsi)
    writer.memberUnlessEmpty("local", local)
    writer.memberUnlessEmpty("mountOptions", mountOptions)
    writer.memberUnlessEmpty("nfs", nfs)
    writer.memberUnlessEmpty("nodeAffinity", nodeAffinity)
    writer.memberUnlessEmpty("persistentVolumeReclaimPolicy", persistentVolumeReclaimPolicy)
    writer.memberUnlessEmpty("photonPersistentDisk", photonPersistentDisk)
    writer.memberUnlessEmpty("portworxVolume", portworxVolume)
    writer.memberUnlessEmpty("quobyte", quobyte)
    writer.memberUnlessEmpty("rbd", rbd)
    writer.memberUnlessEmpty("scaleIO", scaleIO)
    writer.memberUnlessEmpty("storageClassName", storageClassName)
    writer.memberUnlessEmpty("storageos", storageos)
    writer.memberUnlessEmpty("volumeAttributesClassName", volumeAttributesClassName)
    writer.memberUnlessEmpty("volumeMode", volumeMode)
    writer.memberUnlessEmpty("vsphereVolume", vsphereVolume)
    writer.endObject()
  }
}

extension Core {
  /// How a persistent volume is used.
  public struct PersistentVolumeStatus: Sendable {
    /// When the phase last changed.
    public var lastPhaseTransitionTime: Timestamp?
    /// What happened, for people.
    public var message: String = ""
    /// Where it is in its life.
    public var phase: String = ""
    /// What happened, in one word.
    public var reason: String = ""

    public init() {}
  }
}

extension Core.PersistentVolumeStatus: JSONStructure {
  public static let memberNames: [StaticString] = ["lastPhaseTransitionTime", "message", "phase", "reason"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("lastPhaseTransitionTime", &lastPhaseTransitionTime)
      case 1: reader.member("message", &message)
      case 2: reader.listedMember("phase", &phase, ["Available", "Bound", "Failed", "Pending", "Released"])
      case 3: reader.member("reason", &reason)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x736168507473616c:
      if key.equals("lastPhaseTransitionTime") { return 0 }
    case 0x6567617373656d:
      if key.count == 7 { return 1 }  // message
    case 0x6573616870:
      if key.count == 5 { return 2 }  // phase
    case 0x6e6f73616572:
      if key.count == 6 { return 3 }  // reason
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("lastPhaseTransitionTime", lastPhaseTransitionTime)
    writer.memberUnlessEmpty("message", message)
    writer.memberUnlessEmpty("phase", phase)
    writer.memberUnlessEmpty("reason", reason)
    writer.endObject()
  }
}

extension Core {
  /// A block device of Ceph, for persistent volumes.
  public struct RBDPersistentVolumeSource: Sendable {
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
    public var secretRef: SecretReference?
    /// Name of the user at Ceph.
    public var user: String = ""

    public init() {}
  }
}

extension Core.RBDPersistentVolumeSource: JSONStructure {
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
  /// A volume of ScaleIO, for persistent volumes.
  public struct ScaleIOPersistentVolumeSource: Sendable {
    /// Type of the file system, such as ext4.
    public var fsType: String = ""
    /// Address of the gateway.
    public var gateway: String = ""
    /// Name of the protection domain.
    public var protectionDomain: String = ""
    /// True forbids writing.
    public var readOnly: Bool = false
    /// Secret with the credentials.
    public var secretRef: SecretReference?
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

extension Core.ScaleIOPersistentVolumeSource: JSONStructure {
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
  /// A volume of StorageOS, for persistent volumes.
  public struct StorageOSPersistentVolumeSource: Sendable {
    /// Type of the file system, such as ext4.
    public var fsType: String = ""
    /// True forbids writing.
    public var readOnly: Bool = false
    /// Secret with the credentials.
    @Boxed public var secretRef: ObjectReference?
    /// Name of the volume.
    public var volumeName: String = ""
    /// Namespace of the volume at StorageOS; the pod's when empty.
    public var volumeNamespace: String = ""

    public init() {}
  }
}

extension Core.StorageOSPersistentVolumeSource: JSONStructure {
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
  /// The nodes that can reach a volume.
  public struct VolumeNodeAffinity: Sendable {
    /// Demands that a node must meet.
    public var required: NodeSelector?

    public init() {}
  }
}

extension Core.VolumeNodeAffinity: JSONStructure {
  public static let memberNames: [StaticString] = ["required"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("required", &required)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6465726975716572:
      if key.count == 8 { return 0 }  // required
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("required", required)
    writer.endObject()
  }
}
