// Made from openapi/v1/volumes.json by `make generate`; what is changed here is lost with the next one.

import JSON
import Kube

extension V1 {
  public struct CloudInitConfigDriveSource: Sendable {
    public var networkData: String = ""
    public var networkDataBase64: String = ""
    public var networkDataSecretRef: LocalObjectReference?
    public var secretRef: LocalObjectReference?
    public var userData: String = ""
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
  public struct CloudInitNoCloudSource: Sendable {
    public var networkData: String = ""
    public var networkDataBase64: String = ""
    public var networkDataSecretRef: LocalObjectReference?
    public var secretRef: LocalObjectReference?
    public var userData: String = ""
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
  public struct ConfigMapVolumeSource: Sendable {
    public var name: String = ""
    public var optional: Bool?
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
  public struct ContainerDiskSource: Sendable {
    public var image: String = ""
    public var imagePullPolicy: String = ""
    public var imagePullSecret: String = ""
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
  public struct ContainerPathVolumeSource: Sendable {
    public var path: String = ""
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
  public struct DataVolumeSource: Sendable {
    public var hotpluggable: Bool = false
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
  public struct DownwardAPIVolumeSource: Sendable {
    public var fields: [DownwardAPIVolumeFile] = []
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
  public struct EmptyDiskSource: Sendable {
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
  public struct EphemeralVolumeSource: Sendable {
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
  public struct HostDisk: Sendable {
    public var capacity: Quantity = Quantity()
    public var path: String = ""
    public var shared: Bool?
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
  public struct HotplugVolumeSource: Sendable {
    public var dataVolume: DataVolumeSource?
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
  public struct MemoryDumpVolumeSource: Sendable {
    public var claimName: String = ""
    public var hotpluggable: Bool = false
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
  public struct PersistentVolumeClaimVolumeSource: Sendable {
    public var claimName: String = ""
    public var hotpluggable: Bool = false
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
  public struct SecretVolumeSource: Sendable {
    public var optional: Bool?
    public var secretName: String = ""
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
  public struct ServiceAccountVolumeSource: Sendable {
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
  public struct SysprepSource: Sendable {
    public var configMap: LocalObjectReference?
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
  public struct UtilityVolume: Sendable {
    public var claimName: String = ""
    public var name: String = ""
    public var readOnly: Bool = false
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
  public struct Volume: Sendable {
    @Boxed public var cloudInitConfigDrive: CloudInitConfigDriveSource?
    @Boxed public var cloudInitNoCloud: CloudInitNoCloudSource?
    @Boxed public var configMap: ConfigMapVolumeSource?
    @Boxed public var containerDisk: ContainerDiskSource?
    public var containerPath: ContainerPathVolumeSource?
    public var dataVolume: DataVolumeSource?
    public var downwardAPI: DownwardAPIVolumeSource?
    public var downwardMetrics: DownwardMetricsVolumeSource?
    public var emptyDisk: EmptyDiskSource?
    public var ephemeral: EphemeralVolumeSource?
    @Boxed public var hostDisk: HostDisk?
    public var memoryDump: MemoryDumpVolumeSource?
    public var name: String = ""
    public var persistentVolumeClaim: PersistentVolumeClaimVolumeSource?
    @Boxed public var secret: SecretVolumeSource?
    public var serviceAccount: ServiceAccountVolumeSource?
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
