// Made from openapi/v1alpha2/volumes.json by `make generate`; what is changed here is lost with the next one.

import JSON
import Kube

extension V1alpha2 {
  /// A cloud-init drive in the NoCloud format.
  public struct CloudInitNoCloudSource: Sendable {
    /// Secret whose value `userdata` is the user data.
    public var secretRef: LocalObjectReference?
    /// User data as text, 2048 bytes at most.
    public var userData: String = ""
    /// User data in base64, 2048 bytes at most.
    public var userDataBase64: String = ""

    public init() {}
  }
}

extension V1alpha2.CloudInitNoCloudSource: JSONStructure {
  public static let memberNames: [StaticString] = ["secretRef", "userData", "userDataBase64"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("secretRef", &secretRef)
      case 1: reader.member("userData", &userData)
      case 2: reader.member("userDataBase64", &userDataBase64)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6552746572636573:
      if key.equals("secretRef") { return 0 }
    case 0x6174614472657375:
      if key.count == 8 { return 1 }  // userData
      if key.equals("userDataBase64") { return 2 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("secretRef", secretRef)
    writer.memberUnlessEmpty("userData", userData)
    writer.memberUnlessEmpty("userDataBase64", userDataBase64)
    writer.endObject()
  }
}

extension V1alpha2 {
  /// The claim that a data volume fills.
  public struct DataVolumeSource: Sendable {
    /// Name of the data volume and of its claim.
    public var name: String = ""

    public init() {}
  }
}

extension V1alpha2.DataVolumeSource: JSONStructure {
  public static let memberNames: [StaticString] = ["name"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("name", &name)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x656d616e:
      if key.count == 4 { return 0 }  // name
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("name", name)
    writer.endObject()
  }
}

extension V1alpha2 {
  /// A disk that is empty at each start.
  public struct EmptyDiskSource: Sendable {
    /// Size of the disk.
    public var capacity: Quantity = Quantity()

    public init() {}
  }
}

extension V1alpha2.EmptyDiskSource: JSONStructure {
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

extension V1alpha2 {
  /// A claim that the guest's writes do not reach; they are gone when it stops.
  public struct EphemeralVolumeSource: Sendable {
    /// The claim, which is only read.
    public var persistentVolumeClaim: PersistentVolumeClaimVolumeSource?

    public init() {}
  }
}

extension V1alpha2.EphemeralVolumeSource: JSONStructure {
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

extension V1alpha2 {
  /// A disk image in a container image; what the guest writes is gone when it stops.
  public struct RegistryDiskSource: Sendable {
    /// Name of the container image, whose disk image is below /disk.
    public var image: String = ""
    /// Name of the secret with the registry's credentials.
    public var imagePullSecret: String = ""

    public init() {}
  }
}

extension V1alpha2.RegistryDiskSource: JSONStructure {
  public static let memberNames: [StaticString] = ["image", "imagePullSecret"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("image", &image)
      case 1: reader.member("imagePullSecret", &imagePullSecret)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6567616d69:
      if key.count == 5 { return 0 }  // image
    case 0x6c75506567616d69:
      if key.equals("imagePullSecret") { return 1 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("image", image)
    writer.memberUnlessEmpty("imagePullSecret", imagePullSecret)
    writer.endObject()
  }
}

extension V1alpha2 {
  /// Storage for a disk; besides the name exactly one member is set.
  public struct Volume: Sendable {
    /// A cloud-init drive in the NoCloud format.
    @Boxed public var cloudInitNoCloud: CloudInitNoCloudSource?
    /// The claim that a data volume fills.
    public var dataVolume: DataVolumeSource?
    /// A disk that is empty at each start.
    public var emptyDisk: EmptyDiskSource?
    /// A claim that the guest's writes do not reach.
    public var ephemeral: EphemeralVolumeSource?
    /// Name of the volume, which disks refer to.
    public var name: String = ""
    /// A claim.
    public var persistentVolumeClaim: PersistentVolumeClaimVolumeSource?
    /// A disk image in a container image.
    public var registryDisk: RegistryDiskSource?

    public init() {}
  }
}

extension V1alpha2.Volume: JSONStructure {
  public static let memberNames: [StaticString] = [
    "cloudInitNoCloud", "dataVolume", "emptyDisk", "ephemeral", "name", "persistentVolumeClaim", "registryDisk",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("cloudInitNoCloud", &cloudInitNoCloud)
      case 1: reader.member("dataVolume", &dataVolume)
      case 2: reader.member("emptyDisk", &emptyDisk)
      case 3: reader.member("ephemeral", &ephemeral)
      case 4: reader.member("name", &name)
      case 5: reader.member("persistentVolumeClaim", &persistentVolumeClaim)
      case 6: reader.member("registryDisk", &registryDisk)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x696e4964756f6c63:
      if key.equals("cloudInitNoCloud") { return 0 }
    case 0x756c6f5661746164:
      if key.equals("dataVolume") { return 1 }
    case 0x7369447974706d65:
      if key.equals("emptyDisk") { return 2 }
    case 0x6172656d65687065:
      if key.equals("ephemeral") { return 3 }
    case 0x656d616e:
      if key.count == 4 { return 4 }  // name
    case 0x6574736973726570:
      if key.equals("persistentVolumeClaim") { return 5 }
    case 0x7972747369676572:
      if key.equals("registryDisk") { return 6 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("cloudInitNoCloud", cloudInitNoCloud)
    writer.memberUnlessEmpty("dataVolume", dataVolume)
    writer.memberUnlessEmpty("emptyDisk", emptyDisk)
    writer.memberUnlessEmpty("ephemeral", ephemeral)
    writer.member("name", name)
    writer.memberUnlessEmpty("persistentVolumeClaim", persistentVolumeClaim)
    writer.memberUnlessEmpty("registryDisk", registryDisk)
    writer.endObject()
  }
}
