// Made from openapi/cdi/data-volumes.json by `make generate`; what is changed here is lost with the next one.

import JSON
import Kube

extension CDI {
  /// An empty disk image.
  public struct DataVolumeBlankImage: Sendable {

    public init() {}
  }
}

extension CDI.DataVolumeBlankImage: JSONStructure {
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

extension CDI {
  /// A step of an import in several steps.
  public struct DataVolumeCheckpoint: Sendable {
    /// Name of the snapshot to copy up to.
    public var current: String = ""
    /// Name of the snapshot to copy from; empty for the first step.
    public var previous: String = ""

    public init() {}
  }
}

extension CDI.DataVolumeCheckpoint: JSONStructure {
  public static let memberNames: [StaticString] = ["current", "previous"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("current", &current)
      case 1: reader.member("previous", &previous)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x746e6572727563:
      if key.count == 7 { return 0 }  // current
    case 0x73756f6976657270:
      if key.count == 8 { return 1 }  // previous
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("current", current)
    writer.member("previous", previous)
    writer.endObject()
  }
}

extension CDI {
  /// Where the data come from; exactly one member is set.
  public struct DataVolumeSource: Sendable {
    /// An empty disk image.
    public var blank: DataVolumeBlankImage?
    /// An object in Google Cloud Storage.
    public var gcs: DataVolumeSourceGCS?
    /// A file at a web server.
    @Boxed public var http: DataVolumeSourceHTTP?
    /// A disk of oVirt.
    @Boxed public var imageio: DataVolumeSourceImageIO?
    /// Another claim, which is cloned.
    public var pvc: DataVolumeSourcePVC?
    /// A container image.
    @Boxed public var registry: DataVolumeSourceRegistry?
    /// An object in a store that speaks S3.
    @Boxed public var s3: DataVolumeSourceS3?
    /// A volume snapshot, which is restored.
    public var snapshot: DataVolumeSourceSnapshot?
    /// Data that a client uploads.
    public var upload: DataVolumeSourceUpload?
    /// A disk of VMware.
    @Boxed public var vddk: DataVolumeSourceVDDK?

    public init() {}
  }
}

extension CDI.DataVolumeSource: JSONStructure {
  public static let memberNames: [StaticString] = [
    "blank", "gcs", "http", "imageio", "pvc", "registry", "s3", "snapshot", "upload", "vddk",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("blank", &blank)
      case 1: reader.member("gcs", &gcs)
      case 2: reader.member("http", &http)
      case 3: reader.member("imageio", &imageio)
      case 4: reader.member("pvc", &pvc)
      case 5: reader.member("registry", &registry)
      case 6: reader.member("s3", &s3)
      case 7: reader.member("snapshot", &snapshot)
      case 8: reader.member("upload", &upload)
      case 9: reader.member("vddk", &vddk)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6b6e616c62:
      if key.count == 5 { return 0 }  // blank
    case 0x736367:
      if key.count == 3 { return 1 }  // gcs
    case 0x70747468:
      if key.count == 4 { return 2 }  // http
    case 0x6f696567616d69:
      if key.count == 7 { return 3 }  // imageio
    case 0x637670:
      if key.count == 3 { return 4 }  // pvc
    case 0x7972747369676572:
      if key.count == 8 { return 5 }  // registry
    case 0x3373:
      if key.count == 2 { return 6 }  // s3
    case 0x746f687370616e73:
      if key.count == 8 { return 7 }  // snapshot
    case 0x64616f6c7075:
      if key.count == 6 { return 8 }  // upload
    case 0x6b646476:
      if key.count == 4 { return 9 }  // vddk
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("blank", blank)
    writer.memberUnlessEmpty("gcs", gcs)
    writer.memberUnlessEmpty("http", http)
    writer.memberUnlessEmpty("imageio", imageio)
    writer.memberUnlessEmpty("pvc", pvc)
    writer.memberUnlessEmpty("registry", registry)
    writer.memberUnlessEmpty("s3", s3)
    writer.memberUnlessEmpty("snapshot", snapshot)
    writer.memberUnlessEmpty("upload", upload)
    writer.memberUnlessEmpty("vddk", vddk)
    writer.endObject()
  }
}

extension CDI {
  /// An object in Google Cloud Storage.
  public struct DataVolumeSourceGCS: Sendable {
    /// Name of the secret with the credentials.
    public var secretRef: String = ""
    /// Address of the object.
    public var url: String = ""

    public init() {}
  }
}

extension CDI.DataVolumeSourceGCS: JSONStructure {
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
    writer.member("url", url)
    writer.endObject()
  }
}

extension CDI {
  /// A file at a web server.
  public struct DataVolumeSourceHTTP: Sendable {
    /// Name of the config map with the certificates to trust.
    public var certConfigMap: String = ""
    /// Headers to send.
    public var extraHeaders: [String] = []
    /// Names of secrets with headers to send.
    public var secretExtraHeaders: [String] = []
    /// Name of the secret with user and password.
    public var secretRef: String = ""
    /// Address of the file.
    public var url: String = ""

    public init() {}
  }
}

extension CDI.DataVolumeSourceHTTP: JSONStructure {
  public static let memberNames: [StaticString] = [
    "certConfigMap", "extraHeaders", "secretExtraHeaders", "secretRef", "url",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("certConfigMap", &certConfigMap)
      case 1: reader.member("extraHeaders", &extraHeaders)
      case 2: reader.member("secretExtraHeaders", &secretExtraHeaders)
      case 3: reader.member("secretRef", &secretRef)
      case 4: reader.member("url", &url)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x666e6f4374726563:
      if key.equals("certConfigMap") { return 0 }
    case 0x6165486172747865:
      if key.equals("extraHeaders") { return 1 }
    case 0x7845746572636573:
      if key.equals("secretExtraHeaders") { return 2 }
    case 0x6552746572636573:
      if key.equals("secretRef") { return 3 }
    case 0x6c7275:
      if key.count == 3 { return 4 }  // url
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("certConfigMap", certConfigMap)
    writer.memberUnlessEmpty("extraHeaders", extraHeaders)
    writer.memberUnlessEmpty("secretExtraHeaders", secretExtraHeaders)
    writer.memberUnlessEmpty("secretRef", secretRef)
    writer.member("url", url)
    writer.endObject()
  }
}

extension CDI {
  /// A disk of oVirt.
  public struct DataVolumeSourceImageIO: Sendable {
    /// Name of the config map with the certificates to trust.
    public var certConfigMap: String = ""
    /// Identifier of the disk.
    public var diskId: String = ""
    /// True skips the check of the server's certificate.
    public var insecureSkipVerify: Bool?
    /// Name of the secret with user and password.
    public var secretRef: String = ""
    /// Address of the engine.
    public var url: String = ""

    public init() {}
  }
}

extension CDI.DataVolumeSourceImageIO: JSONStructure {
  public static let memberNames: [StaticString] = ["certConfigMap", "diskId", "insecureSkipVerify", "secretRef", "url"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("certConfigMap", &certConfigMap)
      case 1: reader.member("diskId", &diskId)
      case 2: reader.member("insecureSkipVerify", &insecureSkipVerify)
      case 3: reader.member("secretRef", &secretRef)
      case 4: reader.member("url", &url)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x666e6f4374726563:
      if key.equals("certConfigMap") { return 0 }
    case 0x64496b736964:
      if key.count == 6 { return 1 }  // diskId
    case 0x6572756365736e69:
      if key.equals("insecureSkipVerify") { return 2 }
    case 0x6552746572636573:
      if key.equals("secretRef") { return 3 }
    case 0x6c7275:
      if key.count == 3 { return 4 }  // url
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("certConfigMap", certConfigMap)
    writer.member("diskId", diskId)
    writer.memberUnlessEmpty("insecureSkipVerify", insecureSkipVerify)
    writer.memberUnlessEmpty("secretRef", secretRef)
    writer.member("url", url)
    writer.endObject()
  }
}

extension CDI {
  /// Another claim, which is cloned.
  public struct DataVolumeSourcePVC: Sendable {
    /// Name of the claim.
    public var name: String = ""
    /// Namespace of the claim.
    public var namespace: String = ""

    public init() {}
  }
}

extension CDI.DataVolumeSourcePVC: JSONStructure {
  public static let memberNames: [StaticString] = ["name", "namespace"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("name", &name)
      case 1: reader.member("namespace", &namespace)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x656d616e:
      if key.count == 4 { return 0 }  // name
    case 0x63617073656d616e:
      if key.equals("namespace") { return 1 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("name", name)
    writer.member("namespace", namespace)
    writer.endObject()
  }
}

extension CDI {
  /// An object that knows where the data come from.
  public struct DataVolumeSourceRef: Sendable {
    /// Kind of the object: DataSource.
    public var kind: String = ""
    /// Name of the object.
    public var name: String = ""
    /// Namespace of the object; the data volume's own when absent.
    public var namespace: String?

    public init() {}
  }
}

extension CDI.DataVolumeSourceRef: JSONStructure {
  public static let memberNames: [StaticString] = ["kind", "name", "namespace"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("kind", &kind)
      case 1: reader.member("name", &name)
      case 2: reader.member("namespace", &namespace)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x646e696b:
      if key.count == 4 { return 0 }  // kind
    case 0x656d616e:
      if key.count == 4 { return 1 }  // name
    case 0x63617073656d616e:
      if key.equals("namespace") { return 2 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("kind", kind)
    writer.member("name", name)
    writer.memberUnlessEmpty("namespace", namespace)
    writer.endObject()
  }
}

extension CDI {
  /// A container image that holds a disk image.
  public struct DataVolumeSourceRegistry: Sendable {
    /// Name of the config map with the certificates to trust.
    public var certConfigMap: String?
    /// Name of an image stream of the cluster, in place of `url`.
    public var imageStream: String?
    /// Which of several images of one name is meant.
    public var platform: PlatformOptions?
    /// Who fetches the image: the importer (pod) or the node's container runtime (node).
    public var pullMethod: String?
    /// Name of the secret with user and password.
    public var secretRef: String?
    /// Address of the image, beginning with docker:// or oci-archive://.
    public var url: String?

    public init() {}
  }
}

extension CDI.DataVolumeSourceRegistry: JSONStructure {
  public static let memberNames: [StaticString] = [
    "certConfigMap", "imageStream", "platform", "pullMethod", "secretRef", "url",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("certConfigMap", &certConfigMap)
      case 1: reader.member("imageStream", &imageStream)
      case 2: reader.member("platform", &platform)
      case 3: reader.member("pullMethod", &pullMethod)
      case 4: reader.member("secretRef", &secretRef)
      case 5: reader.member("url", &url)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x666e6f4374726563:
      if key.equals("certConfigMap") { return 0 }
    case 0x7274536567616d69:
      if key.equals("imageStream") { return 1 }
    case 0x6d726f6674616c70:
      if key.count == 8 { return 2 }  // platform
    case 0x6874654d6c6c7570:
      if key.equals("pullMethod") { return 3 }
    case 0x6552746572636573:
      if key.equals("secretRef") { return 4 }
    case 0x6c7275:
      if key.count == 3 { return 5 }  // url
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("certConfigMap", certConfigMap)
    writer.memberUnlessEmpty("imageStream", imageStream)
    writer.memberUnlessEmpty("platform", platform)
    writer.memberUnlessEmpty("pullMethod", pullMethod)
    writer.memberUnlessEmpty("secretRef", secretRef)
    writer.memberUnlessEmpty("url", url)
    writer.endObject()
  }
}

extension CDI {
  /// An object in a store that speaks S3.
  public struct DataVolumeSourceS3: Sendable {
    /// Name of the config map with the certificates to trust.
    public var certConfigMap: String = ""
    /// Name of the secret with the keys.
    public var secretRef: String = ""
    /// Address of the object.
    public var url: String = ""

    public init() {}
  }
}

extension CDI.DataVolumeSourceS3: JSONStructure {
  public static let memberNames: [StaticString] = ["certConfigMap", "secretRef", "url"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("certConfigMap", &certConfigMap)
      case 1: reader.member("secretRef", &secretRef)
      case 2: reader.member("url", &url)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x666e6f4374726563:
      if key.equals("certConfigMap") { return 0 }
    case 0x6552746572636573:
      if key.equals("secretRef") { return 1 }
    case 0x6c7275:
      if key.count == 3 { return 2 }  // url
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("certConfigMap", certConfigMap)
    writer.memberUnlessEmpty("secretRef", secretRef)
    writer.member("url", url)
    writer.endObject()
  }
}

extension CDI {
  /// A volume snapshot, which is restored.
  public struct DataVolumeSourceSnapshot: Sendable {
    /// Name of the snapshot.
    public var name: String = ""
    /// Namespace of the snapshot.
    public var namespace: String = ""

    public init() {}
  }
}

extension CDI.DataVolumeSourceSnapshot: JSONStructure {
  public static let memberNames: [StaticString] = ["name", "namespace"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("name", &name)
      case 1: reader.member("namespace", &namespace)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x656d616e:
      if key.count == 4 { return 0 }  // name
    case 0x63617073656d616e:
      if key.equals("namespace") { return 1 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("name", name)
    writer.member("namespace", namespace)
    writer.endObject()
  }
}

extension CDI {
  /// Data that a client uploads.
  public struct DataVolumeSourceUpload: Sendable {

    public init() {}
  }
}

extension CDI.DataVolumeSourceUpload: JSONStructure {
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

extension CDI {
  /// A disk of VMware.
  public struct DataVolumeSourceVDDK: Sendable {
    /// File of the disk in the data store.
    public var backingFile: String = ""
    /// Name of a config map with further settings of the reading library.
    public var extraArgs: String = ""
    /// Container image that holds the reading library.
    public var initImageURL: String = ""
    /// Name of the secret with user and password.
    public var secretRef: String = ""
    /// Fingerprint of the server's certificate.
    public var thumbprint: String = ""
    /// Address of vCenter or of an ESXi host.
    public var url: String = ""
    /// UUID of the virtual machine.
    public var uuid: String = ""

    public init() {}
  }
}

extension CDI.DataVolumeSourceVDDK: JSONStructure {
  public static let memberNames: [StaticString] = [
    "backingFile", "extraArgs", "initImageURL", "secretRef", "thumbprint", "url", "uuid",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("backingFile", &backingFile)
      case 1: reader.member("extraArgs", &extraArgs)
      case 2: reader.member("initImageURL", &initImageURL)
      case 3: reader.member("secretRef", &secretRef)
      case 4: reader.member("thumbprint", &thumbprint)
      case 5: reader.member("url", &url)
      case 6: reader.member("uuid", &uuid)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x46676e696b636162:
      if key.equals("backingFile") { return 0 }
    case 0x6772416172747865:
      if key.equals("extraArgs") { return 1 }
    case 0x67616d4974696e69:
      if key.equals("initImageURL") { return 2 }
    case 0x6552746572636573:
      if key.equals("secretRef") { return 3 }
    case 0x697270626d756874:
      if key.equals("thumbprint") { return 4 }
    case 0x6c7275:
      if key.count == 3 { return 5 }  // url
    case 0x64697575:
      if key.count == 4 { return 6 }  // uuid
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("backingFile", backingFile)
    writer.memberUnlessEmpty("extraArgs", extraArgs)
    writer.memberUnlessEmpty("initImageURL", initImageURL)
    writer.memberUnlessEmpty("secretRef", secretRef)
    writer.memberUnlessEmpty("thumbprint", thumbprint)
    writer.memberUnlessEmpty("url", url)
    writer.memberUnlessEmpty("uuid", uuid)
    writer.endObject()
  }
}

extension CDI {
  /// What a data volume is filled with and how it is stored.
  public struct DataVolumeSpec: Sendable {
    /// Steps of an import in several steps.
    public var checkpoints: [DataVolumeCheckpoint] = []
    /// Whether the data are a disk image (kubevirt) or a tar archive (archive).
    public var contentType: String = ""
    /// True when the last of the steps ends the import.
    public var finalCheckpoint: Bool = false
    /// Whether all of the space is allocated beforehand.
    public var preallocation: Bool?
    /// Priority class of the pods that fill the volume.
    public var priorityClassName: String = ""
    /// The claim to make, as it is.
    @Boxed public var pvc: PersistentVolumeClaimSpec?
    /// Where the data come from.
    @Boxed public var source: DataVolumeSource?
    /// An object that knows where the data come from.
    @Boxed public var sourceRef: DataVolumeSourceRef?
    /// The claim to make, with what is left open filled in from the storage class's profile.
    @Boxed public var storage: StorageSpec?

    public init() {}
  }
}

extension CDI.DataVolumeSpec: JSONStructure {
  public static let memberNames: [StaticString] = [
    "checkpoints", "contentType", "finalCheckpoint", "preallocation", "priorityClassName", "pvc", "source", "sourceRef",
    "storage",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("checkpoints", &checkpoints)
      case 1: reader.member("contentType", &contentType)
      case 2: reader.member("finalCheckpoint", &finalCheckpoint)
      case 3: reader.member("preallocation", &preallocation)
      case 4: reader.member("priorityClassName", &priorityClassName)
      case 5: reader.member("pvc", &pvc)
      case 6: reader.member("source", &source)
      case 7: reader.member("sourceRef", &sourceRef)
      case 8: reader.member("storage", &storage)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x696f706b63656863:
      if key.equals("checkpoints") { return 0 }
    case 0x54746e65746e6f63:
      if key.equals("contentType") { return 1 }
    case 0x6568436c616e6966:
      if key.equals("finalCheckpoint") { return 2 }
    case 0x636f6c6c61657270:
      if key.equals("preallocation") { return 3 }
    case 0x797469726f697270:
      if key.equals("priorityClassName") { return 4 }
    case 0x637670:
      if key.count == 3 { return 5 }  // pvc
    case 0x656372756f73:
      if key.count == 6 { return 6 }  // source
    case 0x6552656372756f73:
      if key.equals("sourceRef") { return 7 }
    case 0x656761726f7473:
      if key.count == 7 { return 8 }  // storage
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("checkpoints", checkpoints)
    writer.memberUnlessEmpty("contentType", contentType)
    writer.memberUnlessEmpty("finalCheckpoint", finalCheckpoint)
    writer.memberUnlessEmpty("preallocation", preallocation)
    writer.memberUnlessEmpty("priorityClassName", priorityClassName)
    writer.memberUnlessEmpty("pvc", pvc)
    writer.memberUnlessEmpty("source", source)
    writer.memberUnlessEmpty("sourceRef", sourceRef)
    writer.memberUnlessEmpty("storage", storage)
    writer.endObject()
  }
}

extension CDI {
  /// Which of several images of one name is meant.
  public struct PlatformOptions: Sendable {
    /// CPU architecture of the image.
    public var architecture: String = ""

    public init() {}
  }
}

extension CDI.PlatformOptions: JSONStructure {
  public static let memberNames: [StaticString] = ["architecture"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("architecture", &architecture)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6365746968637261:
      if key.equals("architecture") { return 0 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("architecture", architecture)
    writer.endObject()
  }
}

extension CDI {
  /// A claim to make, with what is left open filled in from the storage class's profile.
  public struct StorageSpec: Sendable {
    /// How many nodes may use the claim, and whether they may write.
    public var accessModes: [String] = []
    /// Object that the claim is filled from.
    @Boxed public var dataSource: TypedLocalObjectReference?
    /// Object that the claim is filled from, of any kind and namespace.
    @Boxed public var dataSourceRef: TypedObjectReference?
    /// Size that is asked for.
    public var resources: VolumeResourceRequirements = VolumeResourceRequirements()
    /// Labels that the volume must have.
    public var selector: LabelSelector?
    /// Storage class; the default one when absent.
    public var storageClassName: String?
    /// Whether the volume is a file system or a block device.
    public var volumeMode: String?
    /// Name of the volume to bind.
    public var volumeName: String = ""

    public init() {}
  }
}

extension CDI.StorageSpec: JSONStructure {
  public static let memberNames: [StaticString] = [
    "accessModes", "dataSource", "dataSourceRef", "resources", "selector", "storageClassName", "volumeMode",
    "volumeName",
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
      case 6: reader.listedMember("volumeMode", &volumeMode, ["Block", "Filesystem", "FromStorageProfile"])
      case 7: reader.member("volumeName", &volumeName)
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
    case 0x6f4d656d756c6f76:
      if key.equals("volumeMode") { return 6 }
    case 0x614e656d756c6f76:
      if key.equals("volumeName") { return 7 }
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
    writer.memberUnlessEmpty("volumeMode", volumeMode)
    writer.memberUnlessEmpty("volumeName", volumeName)
    writer.endObject()
  }
}
