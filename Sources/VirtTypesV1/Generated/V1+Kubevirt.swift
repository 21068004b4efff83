// Made from openapi/v1/kubevirt.json by `make generate`; what is changed here is lost with the next one.

import JSON
import Kube

extension V1 {
  /// How long certificates of one kind live.
  public struct CertConfig: Sendable {
    /// Life time of a certificate.
    public var duration: String?
    /// How long before its end a certificate is renewed.
    public var renewBefore: String?

    public init() {}
  }
}

extension V1.CertConfig: JSONStructure {
  public static let memberNames: [StaticString] = ["duration", "renewBefore"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("duration", &duration)
      case 1: reader.member("renewBefore", &renewBefore)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6e6f697461727564:
      if key.count == 8 { return 0 }  // duration
    case 0x66654277656e6572:
      if key.equals("renewBefore") { return 1 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("duration", duration)
    writer.memberUnlessEmpty("renewBefore", renewBefore)
    writer.endObject()
  }
}

extension V1 {
  /// Where components run and how many of them.
  public struct ComponentConfig: Sendable {
    /// Where they run.
    public var nodePlacement: NodePlacement?
    /// How many of each run.
    public var replicas: UInt8?

    public init() {}
  }
}

extension V1.ComponentConfig: JSONStructure {
  public static let memberNames: [StaticString] = ["nodePlacement", "replicas"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("nodePlacement", &nodePlacement)
      case 1: reader.member("replicas", &replicas)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x63616c5065646f6e:
      if key.equals("nodePlacement") { return 0 }
    case 0x736163696c706572:
      if key.count == 8 { return 1 }  // replicas
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("nodePlacement", nodePlacement)
    writer.memberUnlessEmpty("replicas", replicas)
    writer.endObject()
  }
}

extension V1 {
  /// Changes to the objects that the operator installs.
  public struct CustomizeComponents: Sendable {
    /// Flags to add to the components' command lines.
    public var flags: Flags?
    /// Patches of the objects.
    public var patches: [CustomizeComponentsPatch] = []

    public init() {}
  }
}

extension V1.CustomizeComponents: JSONStructure {
  public static let memberNames: [StaticString] = ["flags", "patches"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("flags", &flags)
      case 1: reader.member("patches", &patches)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x7367616c66:
      if key.count == 5 { return 0 }  // flags
    case 0x73656863746170:
      if key.count == 7 { return 1 }  // patches
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("flags", flags)
    writer.memberUnlessEmpty("patches", patches)
    writer.endObject()
  }
}

extension V1 {
  /// A patch of an object that the operator installs.
  public struct CustomizeComponentsPatch: Sendable {
    /// The patch, as JSON text.
    public var patch: String = ""
    /// Name of the object.
    public var resourceName: String = ""
    /// Kind of the object.
    public var resourceType: String = ""
    /// Kind of the patch: json, merge or strategic.
    public var type: String = ""

    public init() {}
  }
}

extension V1.CustomizeComponentsPatch: JSONStructure {
  public static let memberNames: [StaticString] = ["patch", "resourceName", "resourceType", "type"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("patch", &patch)
      case 1: reader.member("resourceName", &resourceName)
      case 2: reader.member("resourceType", &resourceType)
      case 3: reader.member("type", &type)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6863746170:
      if key.count == 5 { return 0 }  // patch
    case 0x656372756f736572:
      if key.equals("resourceName") { return 1 }
      if key.equals("resourceType") { return 2 }
    case 0x65707974:
      if key.count == 4 { return 3 }  // type
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("patch", patch)
    writer.member("resourceName", resourceName)
    writer.member("resourceType", resourceType)
    writer.member("type", type)
    writer.endObject()
  }
}

extension V1 {
  /// Flags to add to the components' command lines, by component.
  public struct Flags: Sendable {
    /// Flags of virt-api.
    public var api: [String: String]?
    /// Flags of virt-controller.
    public var controller: [String: String]?
    /// Flags of virt-handler.
    public var handler: [String: String]?

    public init() {}
  }
}

extension V1.Flags: JSONStructure {
  public static let memberNames: [StaticString] = ["api", "controller", "handler"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("api", &api)
      case 1: reader.member("controller", &controller)
      case 2: reader.member("handler", &handler)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x697061:
      if key.count == 3 { return 0 }  // api
    case 0x6c6c6f72746e6f63:
      if key.equals("controller") { return 1 }
    case 0x72656c646e6168:
      if key.count == 7 { return 2 }  // handler
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("api", api ?? [:])
    writer.memberUnlessEmpty("controller", controller ?? [:])
    writer.memberUnlessEmpty("handler", handler ?? [:])
    writer.endObject()
  }
}

extension V1 {
  /// An installed object in the state that the operator saw last.
  public struct GenerationStatus: Sendable {
    /// API group of the object.
    public var group: String = ""
    /// Hash of the object's content, where it has no generation.
    public var hash: String = ""
    /// Generation that was seen last.
    public var lastGeneration: Int64 = 0
    /// Name of the object.
    public var name: String = ""
    /// Namespace of the object.
    public var namespace: String = ""
    /// Resource of the object, plural.
    public var resource: String = ""

    public init() {}
  }
}

extension V1.GenerationStatus: JSONStructure {
  public static let memberNames: [StaticString] = ["group", "hash", "lastGeneration", "name", "namespace", "resource"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("group", &group)
      case 1: reader.member("hash", &hash)
      case 2: reader.member("lastGeneration", &lastGeneration)
      case 3: reader.member("name", &name)
      case 4: reader.member("namespace", &namespace)
      case 5: reader.member("resource", &resource)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x70756f7267:
      if key.count == 5 { return 0 }  // group
    case 0x68736168:
      if key.count == 4 { return 1 }  // hash
    case 0x656e65477473616c:
      if key.equals("lastGeneration") { return 2 }
    case 0x656d616e:
      if key.count == 4 { return 3 }  // name
    case 0x63617073656d616e:
      if key.equals("namespace") { return 4 }
    case 0x656372756f736572:
      if key.count == 8 { return 5 }  // resource
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("group", group)
    writer.memberUnlessEmpty("hash", hash)
    writer.member("lastGeneration", lastGeneration)
    writer.member("name", name)
    writer.memberUnlessEmpty("namespace", namespace)
    writer.member("resource", resource)
    writer.endObject()
  }
}

extension V1 {
  /// An installation, and its configuration.
  public struct KubeVirt: Sendable {
    /// Group and version of the schema that the object follows.
    public var apiVersion: String = ""
    /// Kind of the object.
    public var kind: String = ""
    /// Name, labels and annotations of the installation.
    public var metadata: ObjectMeta = ObjectMeta()
    /// What to install and how it is configured.
    public var spec: KubeVirtSpec = KubeVirtSpec()
    /// What was last observed of the installation.
    public var status: KubeVirtStatus = KubeVirtStatus()

    public init() {}
  }
}

extension V1.KubeVirt: JSONStructure {
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
      case 4: reader.nullableMember("status", &status)
      default: reader.unknownMember(key)
      }
    }
    reader.require(3, members, "spec")
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
    writer.memberUnlessEmpty("status", status)
    writer.endObject()
  }
}

extension V1 {
  /// How certificates are renewed.
  public struct KubeVirtCertificateRotateStrategy: Sendable {
    /// Certificates are signed by the installation itself.
    @Boxed public var selfSigned: KubeVirtSelfSignConfiguration?

    public init() {}
  }
}

extension V1.KubeVirtCertificateRotateStrategy: JSONStructure {
  public static let memberNames: [StaticString] = ["selfSigned"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("selfSigned", &selfSigned)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6e676953666c6573:
      if key.equals("selfSigned") { return 0 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("selfSigned", selfSigned)
    writer.endObject()
  }
}

extension V1 {
  /// One aspect of the installation's state.
  public struct KubeVirtCondition: Sendable {
    /// When the condition was last checked.
    public var lastProbeTime: Timestamp?
    /// When the condition's status last changed.
    public var lastTransitionTime: Timestamp?
    /// Details for people.
    public var message: String = ""
    /// Why the status is what it is, in one word that programs compare.
    public var reason: String = ""
    /// Whether the condition holds: True, False or Unknown.
    public var status: String = ""
    /// Which condition this is, such as Available, Progressing or Degraded.
    public var type: String = ""

    public init() {}
  }
}

extension V1.KubeVirtCondition: JSONStructure {
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

extension V1 {
  /// A list of installations.
  public struct KubeVirtList: Sendable {
    /// Group and version of the schema that the object follows.
    public var apiVersion: String = ""
    /// Kind of the object.
    public var kind: String = ""
    /// Version of the list and where the next part of it begins.
    public var metadata: ListMeta = ListMeta()
    /// The objects of the list.
    public var items: [KubeVirt] = []

    public init() {}
  }
}

extension V1.KubeVirtList: JSONStructure {
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

extension V1 {
  /// Life times of certificates that the installation signs itself.
  public struct KubeVirtSelfSignConfiguration: Sendable {
    /// Certificates that sign others.
    public var ca: CertConfig?
    /// How long an old signing certificate stays trusted; give `ca` instead.
    public var caOverlapInterval: String?
    /// Life time of a signing certificate; give `ca` instead.
    public var caRotateInterval: String?
    /// Life time of a server's certificate; give `server` instead.
    public var certRotateInterval: String?
    /// Certificates of servers.
    public var server: CertConfig?

    public init() {}
  }
}

extension V1.KubeVirtSelfSignConfiguration: JSONStructure {
  public static let memberNames: [StaticString] = [
    "ca", "caOverlapInterval", "caRotateInterval", "certRotateInterval", "server",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("ca", &ca)
      case 1: reader.member("caOverlapInterval", &caOverlapInterval)
      case 2: reader.member("caRotateInterval", &caRotateInterval)
      case 3: reader.member("certRotateInterval", &certRotateInterval)
      case 4: reader.member("server", &server)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6163:
      if key.count == 2 { return 0 }  // ca
    case 0x616c7265764f6163:
      if key.equals("caOverlapInterval") { return 1 }
    case 0x657461746f526163:
      if key.equals("caRotateInterval") { return 2 }
    case 0x61746f5274726563:
      if key.equals("certRotateInterval") { return 3 }
    case 0x726576726573:
      if key.count == 6 { return 4 }  // server
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("ca", ca)
    writer.memberUnlessEmpty("caOverlapInterval", caOverlapInterval)
    writer.memberUnlessEmpty("caRotateInterval", caRotateInterval)
    writer.memberUnlessEmpty("certRotateInterval", certRotateInterval)
    writer.memberUnlessEmpty("server", server)
    writer.endObject()
  }
}

extension V1 {
  /// What to install and how it is configured.
  public struct KubeVirtSpec: Sendable {
    /// How certificates are renewed.
    public var certificateRotateStrategy: KubeVirtCertificateRotateStrategy = KubeVirtCertificateRotateStrategy()
    /// Settings of the running components.
    public var configuration: KubeVirtConfiguration = KubeVirtConfiguration()
    /// Changes to the objects that the operator installs.
    public var customizeComponents: CustomizeComponents = CustomizeComponents()
    /// When images are fetched: Always, IfNotPresent or Never.
    public var imagePullPolicy: String = ""
    /// Secrets with the registry's credentials.
    public var imagePullSecrets: [LocalObjectReference] = []
    /// Registry that the images come from.
    public var imageRegistry: String = ""
    /// Tag of the images.
    public var imageTag: String = ""
    /// Where the central components run and how many of them.
    @Boxed public var infra: ComponentConfig?
    /// Service account of the monitoring.
    public var monitorAccount: String = ""
    /// Namespace of the monitoring.
    public var monitorNamespace: String = ""
    /// Value of the label app.kubernetes.io/component.
    public var productComponent: String = ""
    /// Value of the label app.kubernetes.io/part-of.
    public var productName: String = ""
    /// Value of the label app.kubernetes.io/version.
    public var productVersion: String = ""
    /// Namespace that the service monitor is made in.
    public var serviceMonitorNamespace: String = ""
    /// Port of the synchronization controller.
    public var synchronizationPort: String = ""
    /// Whether uninstalling takes running machines along (RemoveWorkloads) or is refused
    /// (BlockUninstallIfWorkloadsExist).
    public var uninstallStrategy: String = ""
    /// How running instances get to a new version.
    public var workloadUpdateStrategy: KubeVirtWorkloadUpdateStrategy = KubeVirtWorkloadUpdateStrategy()
    /// Where the components of the nodes run.
    @Boxed public var workloads: ComponentConfig?

    public init() {}
  }
}

extension V1.KubeVirtSpec: JSONStructure {
  public static let memberNames: [StaticString] = [
    "certificateRotateStrategy", "configuration", "customizeComponents", "imagePullPolicy", "imagePullSecrets",
    "imageRegistry", "imageTag", "infra", "monitorAccount", "monitorNamespace", "productComponent", "productName",
    "productVersion", "serviceMonitorNamespace", "synchronizationPort", "uninstallStrategy", "workloadUpdateStrategy",
    "workloads",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("certificateRotateStrategy", &certificateRotateStrategy)
      case 1: reader.member("configuration", &configuration)
      case 2: reader.member("customizeComponents", &customizeComponents)
      case 3: reader.listedMember("imagePullPolicy", &imagePullPolicy, ["Always", "IfNotPresent", "Never"])
      case 4: reader.member("imagePullSecrets", &imagePullSecrets)
      case 5: reader.member("imageRegistry", &imageRegistry)
      case 6: reader.member("imageTag", &imageTag)
      case 7: reader.member("infra", &infra)
      case 8: reader.member("monitorAccount", &monitorAccount)
      case 9: reader.member("monitorNamespace", &monitorNamespace)
      case 10: reader.member("productComponent", &productComponent)
      case 11: reader.member("productName", &productName)
      case 12: reader.member("productVersion", &productVersion)
      case 13: reader.member("serviceMonitorNamespace", &serviceMonitorNamespace)
      case 14: reader.member("synchronizationPort", &synchronizationPort)
      case 15: reader.member("uninstallStrategy", &uninstallStrategy)
      case 16: reader.member("workloadUpdateStrategy", &workloadUpdateStrategy)
      case 17: reader.member("workloads", &workloads)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6369666974726563:
      if key.equals("certificateRotateStrategy") { return 0 }
    case 0x72756769666e6f63:
      if key.equals("configuration") { return 1 }
    case 0x7a696d6f74737563:
      if key.equals("customizeComponents") { return 2 }
    case 0x6c75506567616d69:
      if key.equals("imagePullPolicy") { return 3 }
      if key.equals("imagePullSecrets") { return 4 }
    case 0x6765526567616d69:
      if key.equals("imageRegistry") { return 5 }
    case 0x6761546567616d69:
      if key.count == 8 { return 6 }  // imageTag
    case 0x6172666e69:
      if key.count == 5 { return 7 }  // infra
    case 0x41726f74696e6f6d:
      if key.equals("monitorAccount") { return 8 }
    case 0x4e726f74696e6f6d:
      if key.equals("monitorNamespace") { return 9 }
    case 0x43746375646f7270:
      if key.equals("productComponent") { return 10 }
    case 0x4e746375646f7270:
      if key.equals("productName") { return 11 }
    case 0x56746375646f7270:
      if key.equals("productVersion") { return 12 }
    case 0x4d65636976726573:
      if key.equals("serviceMonitorNamespace") { return 13 }
    case 0x6e6f7268636e7973:
      if key.equals("synchronizationPort") { return 14 }
    case 0x6c6174736e696e75:
      if key.equals("uninstallStrategy") { return 15 }
    case 0x64616f6c6b726f77:
      if key.equals("workloadUpdateStrategy") { return 16 }
      if key.equals("workloads") { return 17 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("certificateRotateStrategy", certificateRotateStrategy)
    writer.memberUnlessEmpty("configuration", configuration)
    writer.memberUnlessEmpty("customizeComponents", customizeComponents)
    writer.memberUnlessEmpty("imagePullPolicy", imagePullPolicy)
    writer.memberUnlessEmpty("imagePullSecrets", imagePullSecrets)
    writer.memberUnlessEmpty("imageRegistry", imageRegistry)
    writer.memberUnlessEmpty("imageTag", imageTag)
    writer.memberUnlessEmpty("infra", infra)
    writer.memberUnlessEmpty("monitorAccount", monitorAccount)
    writer.memberUnlessEmpty("monitorNamespace", monitorNamespace)
    writer.memberUnlessEmpty("productComponent", productComponent)
    writer.memberUnlessEmpty("productName", productName)
    writer.memberUnlessEmpty("productVersion", productVersion)
    writer.memberUnlessEmpty("serviceMonitorNamespace", serviceMonitorNamespace)
    writer.memberUnlessEmpty("synchronizationPort", synchronizationPort)
    writer.memberUnlessEmpty("uninstallStrategy", uninstallStrategy)
    writer.memberUnlessEmpty("workloadUpdateStrategy", workloadUpdateStrategy)
    writer.memberUnlessEmpty("workloads", workloads)
    writer.endObject()
  }
}

extension V1 {
  /// What was last observed of an installation.
  public struct KubeVirtStatus: Sendable {
    /// Aspects of the installation's state.
    public var conditions: [KubeVirtCondition] = []
    /// CPU architecture of guests that ask for none.
    public var defaultArchitecture: String = ""
    /// Installed objects in the state that was seen last.
    public var generations: [GenerationStatus] = []
    /// The deployment's settings that are installed, as JSON text.
    public var observedDeploymentConfig: String = ""
    /// Hash of the deployment's settings that are installed.
    public var observedDeploymentID: String = ""
    /// Generation of the specification that was acted on.
    public var observedGeneration: Int64?
    /// Registry of the installed images.
    public var observedKubeVirtRegistry: String = ""
    /// Version that is installed.
    public var observedKubeVirtVersion: String = ""
    /// Version of the operator.
    public var operatorVersion: String = ""
    /// Number of instances that run an old version.
    public var outdatedVirtualMachineInstanceWorkloads: Int?
    /// Where the installation is: Deploying, Deployed, Deleting or Deleted.
    public var phase: String = ""
    /// Addresses of the synchronization controller for migrations from elsewhere.
    public var synchronizationAddresses: [String] = []
    /// The deployment's settings that are being installed, as JSON text.
    public var targetDeploymentConfig: String = ""
    /// Hash of the deployment's settings that are being installed.
    public var targetDeploymentID: String = ""
    /// Registry of the images that are being installed.
    public var targetKubeVirtRegistry: String = ""
    /// Version that is being installed.
    public var targetKubeVirtVersion: String = ""

    public init() {}
  }
}

extension V1.KubeVirtStatus: JSONStructure {
  public static let memberNames: [StaticString] = [
    "conditions", "defaultArchitecture", "generations", "observedDeploymentConfig", "observedDeploymentID",
    "observedGeneration", "observedKubeVirtRegistry", "observedKubeVirtVersion", "operatorVersion",
    "outdatedVirtualMachineInstanceWorkloads", "phase", "synchronizationAddresses", "targetDeploymentConfig",
    "targetDeploymentID", "targetKubeVirtRegistry", "targetKubeVirtVersion",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("conditions", &conditions)
      case 1: reader.member("defaultArchitecture", &defaultArchitecture)
      case 2: reader.member("generations", &generations)
      case 3: reader.member("observedDeploymentConfig", &observedDeploymentConfig)
      case 4: reader.member("observedDeploymentID", &observedDeploymentID)
      case 5: reader.member("observedGeneration", &observedGeneration)
      case 6: reader.member("observedKubeVirtRegistry", &observedKubeVirtRegistry)
      case 7: reader.member("observedKubeVirtVersion", &observedKubeVirtVersion)
      case 8: reader.member("operatorVersion", &operatorVersion)
      case 9: reader.member("outdatedVirtualMachineInstanceWorkloads", &outdatedVirtualMachineInstanceWorkloads)
      case 10: reader.member("phase", &phase)
      case 11: reader.member("synchronizationAddresses", &synchronizationAddresses)
      case 12: reader.member("targetDeploymentConfig", &targetDeploymentConfig)
      case 13: reader.member("targetDeploymentID", &targetDeploymentID)
      case 14: reader.member("targetKubeVirtRegistry", &targetKubeVirtRegistry)
      case 15: reader.member("targetKubeVirtVersion", &targetKubeVirtVersion)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6f697469646e6f63:
      if key.equals("conditions") { return 0 }
    case 0x41746c7561666564:
      if key.equals("defaultArchitecture") { return 1 }
    case 0x69746172656e6567:
      if key.equals("generations") { return 2 }
    case 0x646576726573626f:
      if key.equals("observedDeploymentConfig") { return 3 }
      if key.equals("observedDeploymentID") { return 4 }
      if key.equals("observedGeneration") { return 5 }
      if key.equals("observedKubeVirtRegistry") { return 6 }
      if key.equals("observedKubeVirtVersion") { return 7 }
    case 0x726f74617265706f:
      if key.equals("operatorVersion") { return 8 }
    case 0x646574616474756f:
      if key.equals("outdatedVirtualMachineInstanceWorkloads") { return 9 }
    case 0x6573616870:
      if key.count == 5 { return 10 }  // phase
    case 0x6e6f7268636e7973:
      if key.equals("synchronizationAddresses") { return 11 }
    case 0x6544746567726174:
      if key.equals("targetDeploymentConfig") { return 12 }
      if key.equals("targetDeploymentID") { return 13 }
    case 0x754b746567726174:
      if key.equals("targetKubeVirtRegistry") { return 14 }
      if key.equals("targetKubeVirtVersion") { return 15 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("conditions", conditions)
    writer.memberUnlessEmpty("defaultArchitecture", defaultArchitecture)
    writer.memberUnlessEmpty("generations", generations)
    writer.memberUnlessEmpty("observedDeploymentConfig", observedDeploymentConfig)
    writer.memberUnlessEmpty("observedDeploymentID", observedDeploymentID)
    writer.memberUnlessEmpty("observedGeneration", observedGeneration)
    writer.memberUnlessEmpty("observedKubeVirtRegistry", observedKubeVirtRegistry)
    writer.memberUnlessEmpty("observedKubeVirtVersion", observedKubeVirtVersion)
    writer.memberUnlessEmpty("operatorVersion", operatorVersion)
    writer.memberUnlessEmpty("outdatedVirtualMachineInstanceWorkloads", outdatedVirtualMachineInstanceWorkloads)
    writer.memberUnlessEmpty("phase", phase)
    writer.memberUnlessEmpty("synchronizationAddresses", synchronizationAddresses)
    writer.memberUnlessEmpty("targetDeploymentConfig", targetDeploymentConfig)
    writer.memberUnlessEmpty("targetDeploymentID", targetDeploymentID)
    writer.memberUnlessEmpty("targetKubeVirtRegistry", targetKubeVirtRegistry)
    writer.memberUnlessEmpty("targetKubeVirtVersion", targetKubeVirtVersion)
    writer.endObject()
  }
}

extension V1 {
  /// How running instances get to a new version.
  public struct KubeVirtWorkloadUpdateStrategy: Sendable {
    /// Time between two batches of evictions.
    public var batchEvictionInterval: String?
    /// Number of instances in a batch.
    public var batchEvictionSize: Int?
    /// What may be done: LiveMigrate, Evict; nothing when there are none.
    public var workloadUpdateMethods: [String] = []

    public init() {}
  }
}

extension V1.KubeVirtWorkloadUpdateStrategy: JSONStructure {
  public static let memberNames: [StaticString] = [
    "batchEvictionInterval", "batchEvictionSize", "workloadUpdateMethods",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("batchEvictionInterval", &batchEvictionInterval)
      case 1: reader.member("batchEvictionSize", &batchEvictionSize)
      case 2: reader.member("workloadUpdateMethods", &workloadUpdateMethods)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6976456863746162:
      if key.equals("batchEvictionInterval") { return 0 }
      if key.equals("batchEvictionSize") { return 1 }
    case 0x64616f6c6b726f77:
      if key.equals("workloadUpdateMethods") { return 2 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("batchEvictionInterval", batchEvictionInterval)
    writer.memberUnlessEmpty("batchEvictionSize", batchEvictionSize)
    writer.memberUnlessEmpty("workloadUpdateMethods", workloadUpdateMethods)
    writer.endObject()
  }
}

extension V1 {
  /// Where components run.
  public struct NodePlacement: Sendable {
    /// Rules about nodes and neighbouring pods.
    @Boxed public var affinity: Affinity?
    /// Labels that a node must have.
    public var nodeSelector: [String: String]?
    /// Taints of nodes that are tolerated.
    public var tolerations: [Toleration] = []

    public init() {}
  }
}

extension V1.NodePlacement: JSONStructure {
  public static let memberNames: [StaticString] = ["affinity", "nodeSelector", "tolerations"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("affinity", &affinity)
      case 1: reader.member("nodeSelector", &nodeSelector)
      case 2: reader.member("tolerations", &tolerations)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x7974696e69666661:
      if key.count == 8 { return 0 }  // affinity
    case 0x656c655365646f6e:
      if key.equals("nodeSelector") { return 1 }
    case 0x69746172656c6f74:
      if key.equals("tolerations") { return 2 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("affinity", affinity)
    writer.memberUnlessEmpty("nodeSelector", nodeSelector ?? [:])
    writer.memberUnlessEmpty("tolerations", tolerations)
    writer.endObject()
  }
}
