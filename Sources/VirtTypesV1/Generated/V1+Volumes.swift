// Made from openapi/v1/volumes.json by `make generate`; what is changed here is lost with the next one.

import JSON
import Kube

extension V1 {
  /// A cloud-init drive in the format of OpenStack (config drive).
  public struct CloudInitConfigDriveSource: Sendable {
    /// Network configuration as text.
    public var networkData: String = ""
    /// Network configuration in base64.
    public var networkDataBase64: String = ""
    /// Secret whose value `networkdata` is the network configuration.
    public var networkDataSecretRef: LocalObjectReference?
    /// Secret whose value `userdata` is the user data.
    public var secretRef: LocalObjectReference?
    /// User data as text, 2048 bytes at most.
    public var userData: String = ""
    /// User data in base64, 2048 bytes at most.
    public var userDataBase64: String = ""

    public init() {}
  }
}

extension V1.CloudInitConfigDriveSource: JSONStructure {
  public static let memberNames: [StaticString] = [
    "networkData", "networkDataBase64", "networkDataSecretRef", "secretRef", "userData", "userDataBase64",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("networkData", &networkData)
      case 1: reader.member("networkDataBase64", &networkDataBase64)
      case 2: reader.member("networkDataSecretRef", &networkDataSecretRef)
      case 3: reader.member("secretRef", &secretRef)
      case 4: reader.member("userData", &userData)
      case 5: reader.member("userDataBase64", &userDataBase64)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x446b726f7774656e:
      if key.equals("networkData") { return 0 }
      if key.equals("networkDataBase64") { return 1 }
      if key.equals("networkDataSecretRef") { return 2 }
    case 0x6552746572636573:
      if key.equals("secretRef") { return 3 }
    case 0x6174614472657375:
      if key.count == 8 { return 4 }  // userData
      if key.equals("userDataBase64") { return 5 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("networkData", networkData)
    writer.memberUnlessEmpty("networkDataBase64", networkDataBase64)
    writer.memberUnlessEmpty("networkDataSecretRef", networkDataSecretRef)
    writer.memberUnlessEmpty("secretRef", secretRef)
    writer.memberUnlessEmpty("userData", userData)
    writer.memberUnlessEmpty("userDataBase64", userDataBase64)
    writer.endObject()
  }
}

extension V1 {
  /// A cloud-init drive in the NoCloud format.
  public struct CloudInitNoCloudSource: Sendable {
    /// Network configuration as text.
    public var networkData: String = ""
    /// Network configuration in base64.
    public var networkDataBase64: String = ""
    /// Secret whose value `networkdata` is the network configuration.
    public var networkDataSecretRef: LocalObjectReference?
    /// Secret whose value `userdata` is the user data.
    public var secretRef: LocalObjectReference?
    /// User data as text, 2048 bytes at most.
    public var userData: String = ""
    /// User data in base64, 2048 bytes at most.
    public var userDataBase64: String = ""

    public init() {}
  }
}

extension V1.CloudInitNoCloudSource: JSONStructure {
  public static let memberNames: [StaticString] = [
    "networkData", "networkDataBase64", "networkDataSecretRef", "secretRef", "userData", "userDataBase64",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("networkData", &networkData)
      case 1: reader.member("networkDataBase64", &networkDataBase64)
      case 2: reader.member("networkDataSecretRef", &networkDataSecretRef)
      case 3: reader.member("secretRef", &secretRef)
      case 4: reader.member("userData", &userData)
      case 5: reader.member("userDataBase64", &userDataBase64)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x446b726f7774656e:
      if key.equals("networkData") { return 0 }
      if key.equals("networkDataBase64") { return 1 }
      if key.equals("networkDataSecretRef") { return 2 }
    case 0x6552746572636573:
      if key.equals("secretRef") { return 3 }
    case 0x6174614472657375:
      if key.count == 8 { return 4 }  // userData
      if key.equals("userDataBase64") { return 5 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("networkData", networkData)
    writer.memberUnlessEmpty("networkDataBase64", networkDataBase64)
    writer.memberUnlessEmpty("networkDataSecretRef", networkDataSecretRef)
    writer.memberUnlessEmpty("secretRef", secretRef)
    writer.memberUnlessEmpty("userData", userData)
    writer.memberUnlessEmpty("userDataBase64", userDataBase64)
    writer.endObject()
  }
}

extension V1 {
  /// A config map, as a disk or a shared folder.
  public struct ConfigMapVolumeSource: Sendable {
    /// Name of the config map.
    public var name: String = ""
    /// True lets the guest start without the config map.
    public var optional: Bool?
    /// Label of the file system on the disk.
    public var volumeLabel: String = ""

    public init() {}
  }
}

extension V1.ConfigMapVolumeSource: JSONStructure {
  public static let memberNames: [StaticString] = ["name", "optional", "volumeLabel"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("name", &name)
      case 1: reader.member("optional", &optional)
      case 2: reader.member("volumeLabel", &volumeLabel)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x656d616e:
      if key.count == 4 { return 0 }  // name
    case 0x6c616e6f6974706f:
      if key.count == 8 { return 1 }  // optional
    case 0x614c656d756c6f76:
      if key.equals("volumeLabel") { return 2 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("name", name)
    writer.memberUnlessEmpty("optional", optional)
    writer.memberUnlessEmpty("volumeLabel", volumeLabel)
    writer.endObject()
  }
}

extension V1 {
  /// A disk image in a container image; what the guest writes is gone when it stops.
  public struct ContainerDiskSource: Sendable {
    /// Name of the container image.
    public var image: String = ""
    /// When the image is fetched: Always, IfNotPresent or Never.
    public var imagePullPolicy: String = ""
    /// Name of the secret with the registry's credentials.
    public var imagePullSecret: String = ""
    /// Path of the disk image in the container image; the file below /disk when empty.
    public var path: String = ""

    public init() {}
  }
}

extension V1.ContainerDiskSource: JSONStructure {
  public static let memberNames: [StaticString] = ["image", "imagePullPolicy", "imagePullSecret", "path"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("image", &image)
      case 1: reader.listedMember("imagePullPolicy", &imagePullPolicy, ["Always", "IfNotPresent", "Never"])
      case 2: reader.member("imagePullSecret", &imagePullSecret)
      case 3: reader.member("path", &path)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6567616d69:
      if key.count == 5 { return 0 }  // image
    case 0x6c75506567616d69:
      if key.equals("imagePullPolicy") { return 1 }
      if key.equals("imagePullSecret") { return 2 }
    case 0x68746170:
      if key.count == 4 { return 3 }  // path
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("image", image)
    writer.memberUnlessEmpty("imagePullPolicy", imagePullPolicy)
    writer.memberUnlessEmpty("imagePullSecret", imagePullSecret)
    writer.memberUnlessEmpty("path", path)
    writer.endObject()
  }
}

extension V1 {
  /// A folder of the launcher's container, shared with the guest.
  public struct ContainerPathVolumeSource: Sendable {
    /// Absolute path of the folder.
    public var path: String = ""
    /// Must be true, which is the default.
    public var readOnly: Bool?

    public init() {}
  }
}

extension V1.ContainerPathVolumeSource: JSONStructure {
  public static let memberNames: [StaticString] = ["path", "readOnly"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("path", &path)
      case 1: reader.member("readOnly", &readOnly)
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
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("path", path)
    writer.memberUnlessEmpty("readOnly", readOnly)
    writer.endObject()
  }
}

extension V1 {
  /// The claim that a data volume fills.
  public struct DataVolumeSource: Sendable {
    /// True for a volume that can be plugged in and out while the guest runs.
    public var hotpluggable: Bool = false
    /// Name of the data volume and of its claim.
    public var name: String = ""

    public init() {}
  }
}

extension V1.DataVolumeSource: JSONStructure {
  public static let memberNames: [StaticString] = ["hotpluggable", "name"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("hotpluggable", &hotpluggable)
      case 1: reader.member("name", &name)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6767756c70746f68:
      if key.equals("hotpluggable") { return 0 }
    case 0x656d616e:
      if key.count == 4 { return 1 }  // name
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("hotpluggable", hotpluggable)
    writer.member("name", name)
    writer.endObject()
  }
}

extension V1 {
  /// Facts about the instance as files.
  public struct DownwardAPIVolumeSource: Sendable {
    /// The files.
    public var fields: [DownwardAPIVolumeFile] = []
    /// Label of the file system on the disk.
    public var volumeLabel: String = ""

    public init() {}
  }
}

extension V1.DownwardAPIVolumeSource: JSONStructure {
  public static let memberNames: [StaticString] = ["fields", "volumeLabel"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("fields", &fields)
      case 1: reader.member("volumeLabel", &volumeLabel)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x73646c656966:
      if key.count == 6 { return 0 }  // fields
    case 0x614c656d756c6f76:
      if key.equals("volumeLabel") { return 1 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("fields", fields)
    writer.memberUnlessEmpty("volumeLabel", volumeLabel)
    writer.endObject()
  }
}

extension V1 {
  /// A disk from which the guest reads metrics of its host.
  public struct DownwardMetricsVolumeSource: Sendable {

    public init() {}
  }
}

extension V1.DownwardMetricsVolumeSource: JSONStructure {
  public static let memberNames: [StaticString] = []

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) { reader.unknownMember(key) }
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.endObject()
  }
}

extension V1 {
  /// A disk that is empty at each start.
  public struct EmptyDiskSource: Sendable {
    /// Size of the disk.
    public var capacity: Quantity = Quantity()

    public init() {}
  }
}

extension V1.EmptyDiskSource: JSONStructure {
  public static let memberNames: [StaticString] = ["capacity"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("capacity", &capacity)
      default: reader.unknownMember(key)
      }
    }
    reader.require(0, members, "capacity")
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x7974696361706163:
      if key.count == 8 { return 0 }  // capacity
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("capacity", capacity)
    writer.endObject()
  }
}

extension V1 {
  /// A claim that the guest's writes do not reach; they are gone when it stops.
  public struct EphemeralVolumeSource: Sendable {
    /// The claim, which is only read.
    public var persistentVolumeClaim: Kube.PersistentVolumeClaimVolumeSource?

    public init() {}
  }
}

extension V1.EphemeralVolumeSource: JSONStructure {
  public static let memberNames: [StaticString] = ["persistentVolumeClaim"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("persistentVolumeClaim", &persistentVolumeClaim)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6574736973726570:
      if key.equals("persistentVolumeClaim") { return 0 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("persistentVolumeClaim", persistentVolumeClaim)
    writer.endObject()
  }
}

extension V1 {
  /// A disk image in a folder of the node.
  public struct HostDisk: Sendable {
    /// Size of the image when it is made.
    public var capacity: Quantity = Quantity()
    /// Path of the image at the node.
    public var path: String = ""
    /// True when several guests use the image.
    public var shared: Bool?
    /// Whether the image must be there (Disk) or is made (DiskOrCreate).
    public var type: String = ""

    public init() {}
  }
}

extension V1.HostDisk: JSONStructure {
  public static let memberNames: [StaticString] = ["capacity", "path", "shared", "type"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("capacity", &capacity)
      case 1: reader.member("path", &path)
      case 2: reader.member("shared", &shared)
      case 3: reader.member("type", &type)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x7974696361706163:
      if key.count == 8 { return 0 }  // capacity
    case 0x68746170:
      if key.count == 4 { return 1 }  // path
    case 0x646572616873:
      if key.count == 6 { return 2 }  // shared
    case 0x65707974:
      if key.count == 4 { return 3 }  // type
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("capacity", capacity)
    writer.member("path", path)
    writer.memberUnlessEmpty("shared", shared)
    writer.member("type", type)
    writer.endObject()
  }
}

extension V1 {
  /// A volume to plug in; exactly one member is set.
  public struct HotplugVolumeSource: Sendable {
    /// The claim that a data volume fills.
    public var dataVolume: DataVolumeSource?
    /// A claim.
    public var persistentVolumeClaim: PersistentVolumeClaimVolumeSource?

    public init() {}
  }
}

extension V1.HotplugVolumeSource: JSONStructure {
  public static let memberNames: [StaticString] = ["dataVolume", "persistentVolumeClaim"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("dataVolume", &dataVolume)
      case 1: reader.member("persistentVolumeClaim", &persistentVolumeClaim)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x756c6f5661746164:
      if key.equals("dataVolume") { return 0 }
    case 0x6574736973726570:
      if key.equals("persistentVolumeClaim") { return 1 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("dataVolume", dataVolume)
    writer.memberUnlessEmpty("persistentVolumeClaim", persistentVolumeClaim)
    writer.endObject()
  }
}

extension V1 {
  /// A claim that takes a dump of the guest's memory.
  public struct MemoryDumpVolumeSource: Sendable {
    /// Name of the claim.
    public var claimName: String = ""
    /// True for a volume that can be plugged in and out while the guest runs.
    public var hotpluggable: Bool = false
    /// True forbids writing.
    public var readOnly: Bool = false

    public init() {}
  }
}

extension V1.MemoryDumpVolumeSource: JSONStructure {
  public static let memberNames: [StaticString] = ["claimName", "hotpluggable", "readOnly"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("claimName", &claimName)
      case 1: reader.member("hotpluggable", &hotpluggable)
      case 2: reader.member("readOnly", &readOnly)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6d614e6d69616c63:
      if key.equals("claimName") { return 0 }
    case 0x6767756c70746f68:
      if key.equals("hotpluggable") { return 1 }
    case 0x796c6e4f64616572:
      if key.count == 8 { return 2 }  // readOnly
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("claimName", claimName)
    writer.memberUnlessEmpty("hotpluggable", hotpluggable)
    writer.memberUnlessEmpty("readOnly", readOnly)
    writer.endObject()
  }
}

extension V1 {
  /// A claim.
  public struct PersistentVolumeClaimVolumeSource: Sendable {
    /// Name of the claim.
    public var claimName: String = ""
    /// True for a volume that can be plugged in and out while the guest runs.
    public var hotpluggable: Bool = false
    /// True forbids writing.
    public var readOnly: Bool = false

    public init() {}
  }
}

extension V1.PersistentVolumeClaimVolumeSource: JSONStructure {
  public static let memberNames: [StaticString] = ["claimName", "hotpluggable", "readOnly"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("claimName", &claimName)
      case 1: reader.member("hotpluggable", &hotpluggable)
      case 2: reader.member("readOnly", &readOnly)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6d614e6d69616c63:
      if key.equals("claimName") { return 0 }
    case 0x6767756c70746f68:
      if key.equals("hotpluggable") { return 1 }
    case 0x796c6e4f64616572:
      if key.count == 8 { return 2 }  // readOnly
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("claimName", claimName)
    writer.memberUnlessEmpty("hotpluggable", hotpluggable)
    writer.memberUnlessEmpty("readOnly", readOnly)
    writer.endObject()
  }
}

extension V1 {
  /// A secret, as a disk or a shared folder.
  public struct SecretVolumeSource: Sendable {
    /// True lets the guest start without the secret.
    public var optional: Bool?
    /// Name of the secret.
    public var secretName: String = ""
    /// Label of the file system on the disk.
    public var volumeLabel: String = ""

    public init() {}
  }
}

extension V1.SecretVolumeSource: JSONStructure {
  public static let memberNames: [StaticString] = ["optional", "secretName", "volumeLabel"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("optional", &optional)
      case 1: reader.member("secretName", &secretName)
      case 2: reader.member("volumeLabel", &volumeLabel)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6c616e6f6974706f:
      if key.count == 8 { return 0 }  // optional
    case 0x614e746572636573:
      if key.equals("secretName") { return 1 }
    case 0x614c656d756c6f76:
      if key.equals("volumeLabel") { return 2 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("optional", optional)
    writer.memberUnlessEmpty("secretName", secretName)
    writer.memberUnlessEmpty("volumeLabel", volumeLabel)
    writer.endObject()
  }
}

extension V1 {
  /// The token of a service account, as a disk or a shared folder.
  public struct ServiceAccountVolumeSource: Sendable {
    /// Name of the service account.
    public var serviceAccountName: String = ""

    public init() {}
  }
}

extension V1.ServiceAccountVolumeSource: JSONStructure {
  public static let memberNames: [StaticString] = ["serviceAccountName"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("serviceAccountName", &serviceAccountName)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x4165636976726573:
      if key.equals("serviceAccountName") { return 0 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("serviceAccountName", serviceAccountName)
    writer.endObject()
  }
}

extension V1 {
  /// Answer files for the installation of Windows; exactly one member is set.
  public struct SysprepSource: Sendable {
    /// Config map with autounattend.xml and unattend.xml.
    public var configMap: LocalObjectReference?
    /// Secret with autounattend.xml and unattend.xml.
    public var secret: LocalObjectReference?

    public init() {}
  }
}

extension V1.SysprepSource: JSONStructure {
  public static let memberNames: [StaticString] = ["configMap", "secret"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("configMap", &configMap)
      case 1: reader.member("secret", &secret)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x614d6769666e6f63:
      if key.equals("configMap") { return 0 }
    case 0x746572636573:
      if key.count == 6 { return 1 }  // secret
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("configMap", configMap)
    writer.memberUnlessEmpty("secret", secret)
    writer.endObject()
  }
}

extension V1 {
  /// A claim for a tool such as backup, which the guest does not see.
  public struct UtilityVolume: Sendable {
    /// Name of the claim.
    public var claimName: String = ""
    /// Name of the volume.
    public var name: String = ""
    /// True forbids writing.
    public var readOnly: Bool = false
    /// What the volume is for: MemoryDump or Backup.
    public var type: String?

    public init() {}
  }
}

extension V1.UtilityVolume: JSONStructure {
  public static let memberNames: [StaticString] = ["claimName", "name", "readOnly", "type"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("claimName", &claimName)
      case 1: reader.member("name", &name)
      case 2: reader.member("readOnly", &readOnly)
      case 3: reader.member("type", &type)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6d614e6d69616c63:
      if key.equals("claimName") { return 0 }
    case 0x656d616e:
      if key.count == 4 { return 1 }  // name
    case 0x796c6e4f64616572:
      if key.count == 8 { return 2 }  // readOnly
    case 0x65707974:
      if key.count == 4 { return 3 }  // type
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("claimName", claimName)
    writer.member("name", name)
    writer.memberUnlessEmpty("readOnly", readOnly)
    writer.memberUnlessEmpty("type", type)
    writer.endObject()
  }
}

extension V1 {
  /// Storage for a disk or a shared folder; besides the name exactly one member is set.
  public struct Volume: Sendable {
    /// A cloud-init drive in the format of OpenStack.
    @Boxed public var cloudInitConfigDrive: CloudInitConfigDriveSource?
    /// A cloud-init drive in the NoCloud format.
    @Boxed public var cloudInitNoCloud: CloudInitNoCloudSource?
    /// A config map, as a disk or a shared folder.
    @Boxed public var configMap: ConfigMapVolumeSource?
    /// A disk image in a container image.
    @Boxed public var containerDisk: ContainerDiskSource?
    /// A folder of the launcher's container, shared with the guest.
    public var containerPath: ContainerPathVolumeSource?
    /// The claim that a data volume fills.
    public var dataVolume: DataVolumeSource?
    /// Facts about the instance as files.
    public var downwardAPI: DownwardAPIVolumeSource?
    /// A disk from which the guest reads metrics of its host.
    public var downwardMetrics: DownwardMetricsVolumeSource?
    /// A disk that is empty at each start.
    public var emptyDisk: EmptyDiskSource?
    /// A claim that the guest's writes do not reach.
    public var ephemeral: EphemeralVolumeSource?
    /// A disk image in a folder of the node.
    @Boxed public var hostDisk: HostDisk?
    /// A claim that takes a dump of the guest's memory.
    public var memoryDump: MemoryDumpVolumeSource?
    /// Name of the volume, which disks and file systems refer to.
    public var name: String = ""
    /// A claim.
    public var persistentVolumeClaim: PersistentVolumeClaimVolumeSource?
    /// A secret, as a disk or a shared folder.
    @Boxed public var secret: SecretVolumeSource?
    /// The token of a service account, as a disk or a shared folder.
    public var serviceAccount: ServiceAccountVolumeSource?
    /// Answer files for the installation of Windows.
    public var sysprep: SysprepSource?

    public init() {}
  }
}

extension V1.Volume: JSONStructure {
  public static let memberNames: [StaticString] = [
    "cloudInitConfigDrive", "cloudInitNoCloud", "configMap", "containerDisk", "containerPath", "dataVolume",
    "downwardAPI", "downwardMetrics", "emptyDisk", "ephemeral", "hostDisk", "memoryDump", "name",
    "persistentVolumeClaim", "secret", "serviceAccount", "sysprep",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("cloudInitConfigDrive", &cloudInitConfigDrive)
      case 1: reader.member("cloudInitNoCloud", &cloudInitNoCloud)
      case 2: reader.member("configMap", &configMap)
      case 3: reader.member("containerDisk", &containerDisk)
      case 4: reader.member("containerPath", &containerPath)
      case 5: reader.member("dataVolume", &dataVolume)
      case 6: reader.member("downwardAPI", &downwardAPI)
      case 7: reader.member("downwardMetrics", &downwardMetrics)
      case 8: reader.member("emptyDisk", &emptyDisk)
      case 9: reader.member("ephemeral", &ephemeral)
      case 10: reader.member("hostDisk", &hostDisk)
      case 11: reader.member("memoryDump", &memoryDump)
      case 12: reader.member("name", &name)
      case 13: reader.member("persistentVolumeClaim", &persistentVolumeClaim)
      case 14: reader.member("secret", &secret)
      case 15: reader.member("serviceAccount", &serviceAccount)
      case 16: reader.member("sysprep", &sysprep)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x696e4964756f6c63:
      if key.equals("cloudInitConfigDrive") { return 0 }
      if key.equals("cloudInitNoCloud") { return 1 }
    case 0x614d6769666e6f63:
      if key.equals("configMap") { return 2 }
    case 0x656e6961746e6f63:
      if key.equals("containerDisk") { return 3 }
      if key.equals("containerPath") { return 4 }
    case 0x756c6f5661746164:
      if key.equals("dataVolume") { return 5 }
    case 0x647261776e776f64:
      if key.equals("downwardAPI") { return 6 }
      if key.equals("downwardMetrics") { return 7 }
    case 0x7369447974706d65:
      if key.equals("emptyDisk") { return 8 }
    case 0x6172656d65687065:
      if key.equals("ephemeral") { return 9 }
    case 0x6b73694474736f68:
      if key.count == 8 { return 10 }  // hostDisk
    case 0x754479726f6d656d:
      if key.equals("memoryDump") { return 11 }
    case 0x656d616e:
      if key.count == 4 { return 12 }  // name
    case 0x6574736973726570:
      if key.equals("persistentVolumeClaim") { return 13 }
    case 0x746572636573:
      if key.count == 6 { return 14 }  // secret
    case 0x4165636976726573:
      if key.equals("serviceAccount") { return 15 }
    case 0x70657270737973:
      if key.count == 7 { return 16 }  // sysprep
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("cloudInitConfigDrive", cloudInitConfigDrive)
    writer.memberUnlessEmpty("cloudInitNoCloud", cloudInitNoCloud)
    writer.memberUnlessEmpty("configMap", configMap)
    writer.memberUnlessEmpty("containerDisk", containerDisk)
    writer.memberUnlessEmpty("containerPath", containerPath)
    writer.memberUnlessEmpty("dataVolume", dataVolume)
    writer.memberUnlessEmpty("downwardAPI", downwardAPI)
    writer.memberUnlessEmpty("downwardMetrics", downwardMetrics)
    writer.memberUnlessEmpty("emptyDisk", emptyDisk)
    writer.memberUnlessEmpty("ephemeral", ephemeral)
    writer.memberUnlessEmpty("hostDisk", hostDisk)
    writer.memberUnlessEmpty("memoryDump", memoryDump)
    writer.member("name", name)
    writer.memberUnlessEmpty("persistentVolumeClaim", persistentVolumeClaim)
    writer.memberUnlessEmpty("secret", secret)
    writer.memberUnlessEmpty("serviceAccount", serviceAccount)
    writer.memberUnlessEmpty("sysprep", sysprep)
    writer.endObject()
  }
}
