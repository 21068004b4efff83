// Made from openapi/kubernetes/api/core/services.json by `make generate`; what is changed here is lost with the next one.

import JSON
import Kube

extension Core {
  /// How long a client stays with one pod.
  public struct ClientIPConfig: Sendable {
    /// Seconds, up to 86400; 10800 when absent.
    public var timeoutSeconds: Int32?

    public init() {}
  }
}

extension Core.ClientIPConfig: JSONStructure {
  public static let memberNames: [StaticString] = ["timeoutSeconds"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("timeoutSeconds", &timeoutSeconds)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x5374756f656d6974:
      if key.equals("timeoutSeconds") { return 0 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("timeoutSeconds", timeoutSeconds)
    writer.endObject()
  }
}

extension Core {
  /// An address of a service's pod.
  public struct EndpointAddress: Sendable {
    /// Name of the host.
    public var hostname: String = ""
    /// The address.
    public var ip: String = ""
    /// Name of the node.
    public var nodeName: String?
    /// The pod.
    @Boxed public var targetRef: ObjectReference?

    public init() {}
  }
}

extension Core.EndpointAddress: JSONStructure {
  public static let memberNames: [StaticString] = ["hostname", "ip", "nodeName", "targetRef"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("hostname", &hostname)
      case 1: reader.member("ip", &ip)
      case 2: reader.member("nodeName", &nodeName)
      case 3: reader.member("targetRef", &targetRef)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x656d616e74736f68:
      if key.count == 8 { return 0 }  // hostname
    case 0x7069:
      if key.count == 2 { return 1 }  // ip
    case 0x656d614e65646f6e:
      if key.count == 8 { return 2 }  // nodeName
    case 0x6552746567726174:
      if key.equals("targetRef") { return 3 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("hostname", hostname)
    writer.member("ip", ip)
    writer.memberUnlessEmpty("nodeName", nodeName)
    writer.memberUnlessEmpty("targetRef", targetRef)
    writer.endObject()
  }
}

extension Core {
  /// A port of a service's pods.
  public struct EndpointPort: Sendable {
    /// Protocol above the transport, such as kubernetes.io/h2c.
    public var appProtocol: String?
    /// Name of the port.
    public var name: String = ""
    /// Number of the port.
    public var port: Int32 = 0
    /// TCP, UDP or SCTP.
    public var `protocol`: String = ""

    public init() {}
  }
}

extension Core.EndpointPort: JSONStructure {
  public static let memberNames: [StaticString] = ["appProtocol", "name", "port", "protocol"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("appProtocol", &appProtocol)
      case 1: reader.member("name", &name)
      case 2: reader.member("port", &port)
      case 3: reader.listedMember("protocol", &`protocol`, ["SCTP", "TCP", "UDP"])
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6f746f7250707061:
      if key.equals("appProtocol") { return 0 }
    case 0x656d616e:
      if key.count == 4 { return 1 }  // name
    case 0x74726f70:
      if key.count == 4 { return 2 }  // port
    case 0x6c6f636f746f7270:
      if key.count == 8 { return 3 }  // protocol
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("appProtocol", appProtocol)
    writer.memberUnlessEmpty("name", name)
    writer.member("port", port)
    writer.memberUnlessEmpty("protocol", `protocol`)
    writer.endObject()
  }
}

extension Core {
  /// Addresses that share their ports.
  public struct EndpointSubset: Sendable {
    /// Addresses that are ready.
    public var addresses: [EndpointAddress] = []
    /// Addresses that are not ready.
    public var notReadyAddresses: [EndpointAddress] = []
    /// Ports of the addresses.
    public var ports: [EndpointPort] = []

    public init() {}
  }
}

extension Core.EndpointSubset: JSONStructure {
  public static let memberNames: [StaticString] = ["addresses", "notReadyAddresses", "ports"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("addresses", &addresses)
      case 1: reader.member("notReadyAddresses", &notReadyAddresses)
      case 2: reader.member("ports", &ports)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6573736572646461:
      if key.equals("addresses") { return 0 }
    case 0x7964616552746f6e:
      if key.equals("notReadyAddresses") { return 1 }
    case 0x7374726f70:
      if key.count == 5 { return 2 }  // ports
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("addresses", addresses)
    writer.memberUnlessEmpty("notReadyAddresses", notReadyAddresses)
    writer.memberUnlessEmpty("ports", ports)
    writer.endObject()
  }
}

extension Core {
  /// The addresses behind a service.
  public struct Endpoints: Sendable {
    /// Group and version of the schema that the object follows.
    public var apiVersion: String = ""
    /// Kind of the object.
    public var kind: String = ""
    /// What Kubernetes keeps about every object.
    public var metadata: ObjectMeta = ObjectMeta()
    /// Sets of addresses with their ports.
    public var subsets: [EndpointSubset] = []

    public init() {}
  }
}

extension Core.Endpoints: JSONStructure {
  public static let memberNames: [StaticString] = ["apiVersion", "kind", "metadata", "subsets"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("apiVersion", &apiVersion)
      case 1: reader.member("kind", &kind)
      case 2: reader.member("metadata", &metadata)
      case 3: reader.member("subsets", &subsets)
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
    case 0x73746573627573:
      if key.count == 7 { return 3 }  // subsets
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("apiVersion", apiVersion)
    writer.memberUnlessEmpty("kind", kind)
    writer.memberUnlessEmpty("metadata", metadata)
    writer.memberUnlessEmpty("subsets", subsets)
    writer.endObject()
  }
}

extension Core {
  /// A list of such objects.
  public struct EndpointsList: Sendable {
    /// Group and version of the schema that the object follows.
    public var apiVersion: String = ""
    /// Kind of the object.
    public var kind: String = ""
    /// What Kubernetes keeps about every object.
    public var metadata: ListMeta = ListMeta()
    /// The objects.
    public var items: [Endpoints] = []

    public init() {}
  }
}

extension Core.EndpointsList: JSONStructure {
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
  /// A way into a load balancer.
  public struct LoadBalancerIngress: Sendable {
    /// Name of the host.
    public var hostname: String = ""
    /// Address of the load balancer.
    public var ip: String = ""
    /// VIP or Proxy: how traffic reaches the nodes.
    public var ipMode: String?
    /// How the ports are served.
    public var ports: [PortStatus] = []

    public init() {}
  }
}

extension Core.LoadBalancerIngress: JSONStructure {
  public static let memberNames: [StaticString] = ["hostname", "ip", "ipMode", "ports"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("hostname", &hostname)
      case 1: reader.member("ip", &ip)
      case 2: reader.member("ipMode", &ipMode)
      case 3: reader.member("ports", &ports)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x656d616e74736f68:
      if key.count == 8 { return 0 }  // hostname
    case 0x7069:
      if key.count == 2 { return 1 }  // ip
    case 0x65646f4d7069:
      if key.count == 6 { return 2 }  // ipMode
    case 0x7374726f70:
      if key.count == 5 { return 3 }  // ports
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("hostname", hostname)
    writer.memberUnlessEmpty("ip", ip)
    writer.memberUnlessEmpty("ipMode", ipMode)
    writer.memberUnlessEmpty("ports", ports)
    writer.endObject()
  }
}

extension Core {
  /// How a load balancer is reached.
  public struct LoadBalancerStatus: Sendable {
    /// Ways into the load balancer.
    public var ingress: [LoadBalancerIngress] = []

    public init() {}
  }
}

extension Core.LoadBalancerStatus: JSONStructure {
  public static let memberNames: [StaticString] = ["ingress"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("ingress", &ingress)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x73736572676e69:
      if key.count == 7 { return 0 }  // ingress
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("ingress", ingress)
    writer.endObject()
  }
}

extension Core {
  /// How a load balancer serves a port.
  public struct PortStatus: Sendable {
    /// Why the port is not served.
    public var error: String?
    /// Number of the port.
    public var port: Int32 = 0
    /// TCP, UDP or SCTP.
    public var `protocol`: String = ""

    public init() {}
  }
}

extension Core.PortStatus: JSONStructure {
  public static let memberNames: [StaticString] = ["error", "port", "protocol"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("error", &error)
      case 1: reader.member("port", &port)
      case 2: reader.listedMember("protocol", &`protocol`, ["SCTP", "TCP", "UDP"])
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x726f727265:
      if key.count == 5 { return 0 }  // error
    case 0x74726f70:
      if key.count == 4 { return 1 }  // port
    case 0x6c6f636f746f7270:
      if key.count == 8 { return 2 }  // protocol
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("error", error)
    writer.member("port", port)
    writer.member("protocol", `protocol`)
    writer.endObject()
  }
}

extension Core {
  /// One address for a set of pods.
  public struct Service: Sendable {
    /// Group and version of the schema that the object follows.
    public var apiVersion: String = ""
    /// Kind of the object.
    public var kind: String = ""
    /// What Kubernetes keeps about every object.
    public var metadata: ObjectMeta = ObjectMeta()
    /// What is wanted.
    public var spec: ServiceSpec = ServiceSpec()
    /// What is the case.
    public var status: ServiceStatus = ServiceStatus()

    public init() {}
  }
}

extension Core.Service: JSONStructure {
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
  /// A list of such objects.
  public struct ServiceList: Sendable {
    /// Group and version of the schema that the object follows.
    public var apiVersion: String = ""
    /// Kind of the object.
    public var kind: String = ""
    /// What Kubernetes keeps about every object.
    public var metadata: ListMeta = ListMeta()
    /// The objects.
    public var items: [Service] = []

    public init() {}
  }
}

extension Core.ServiceList: JSONStructure {
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
  /// A port of a service.
  public struct ServicePort: Sendable {
    /// Protocol above the transport, such as kubernetes.io/h2c.
    public var appProtocol: String?
    /// Name of the port.
    public var name: String = ""
    /// Port of every node that leads here.
    public var nodePort: Int32 = 0
    /// Port of the service.
    public var port: Int32 = 0
    /// TCP, UDP or SCTP.
    public var `protocol`: String = ""
    /// Number or name of the pods' port.
    public var targetPort: IntOrString = IntOrString()

    public init() {}
  }
}

extension Core.ServicePort: JSONStructure {
  public static let memberNames: [StaticString] = ["appProtocol", "name", "nodePort", "port", "protocol", "targetPort"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("appProtocol", &appProtocol)
      case 1: reader.member("name", &name)
      case 2: reader.member("nodePort", &nodePort)
      case 3: reader.member("port", &port)
      case 4: reader.listedMember("protocol", &`protocol`, ["SCTP", "TCP", "UDP"])
      case 5: reader.member("targetPort", &targetPort)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6f746f7250707061:
      if key.equals("appProtocol") { return 0 }
    case 0x656d616e:
      if key.count == 4 { return 1 }  // name
    case 0x74726f5065646f6e:
      if key.count == 8 { return 2 }  // nodePort
    case 0x74726f70:
      if key.count == 4 { return 3 }  // port
    case 0x6c6f636f746f7270:
      if key.count == 8 { return 4 }  // protocol
    case 0x6f50746567726174:
      if key.equals("targetPort") { return 5 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("appProtocol", appProtocol)
    writer.memberUnlessEmpty("name", name)
    writer.memberUnlessEmpty("nodePort", nodePort)
    writer.member("port", port)
    writer.memberUnlessEmpty("protocol", `protocol`)
    writer.memberUnlessEmpty("targetPort", targetPort)
    writer.endObject()
  }
}

extension Core {
  /// What a service offers.
  public struct ServiceSpec: Sendable {
    /// False makes no node ports for a load balancer.
    public var allocateLoadBalancerNodePorts: Bool?
    /// Address of the service; None for no address.
    public var clusterIP: String = ""
    /// Addresses of the service, at most one of a family.
    public var clusterIPs: [String] = []
    /// Further addresses that lead to the service.
    public var externalIPs: [String] = []
    /// DNS name that the service stands for.
    public var externalName: String = ""
    /// Which nodes take traffic from outside: Cluster or Local.
    public var externalTrafficPolicy: String = ""
    /// Port for checks of a load balancer.
    public var healthCheckNodePort: Int32 = 0
    /// Which pods take traffic from inside: Cluster or Local.
    public var internalTrafficPolicy: String?
    /// Families of the addresses: IPv4, IPv6.
    public var ipFamilies: [String] = []
    /// SingleStack, PreferDualStack or RequireDualStack.
    public var ipFamilyPolicy: String?
    /// Name of the load balancer's implementation.
    public var loadBalancerClass: String?
    /// Address that is asked for.
    public var loadBalancerIP: String = ""
    /// Networks that may use the load balancer.
    public var loadBalancerSourceRanges: [String] = []
    /// Ports of the service.
    public var ports: [ServicePort] = []
    /// True offers pods that are not ready, too.
    public var publishNotReadyAddresses: Bool = false
    /// Labels of the pods.
    public var selector: [String: String]?
    /// ClientIP keeps a client at one pod, None does not.
    public var sessionAffinity: String = ""
    /// Settings of session affinity.
    public var sessionAffinityConfig: SessionAffinityConfig?
    /// Which pods are preferred, such as PreferClose.
    public var trafficDistribution: String?
    /// ClusterIP, NodePort, LoadBalancer or ExternalName.
    public var type: String = ""

    public init() {}
  }
}

extension Core.ServiceSpec: JSONStructure {
  public static let memberNames: [StaticString] = [
    "allocateLoadBalancerNodePorts", "clusterIP", "clusterIPs", "externalIPs", "externalName", "externalTrafficPolicy",
    "healthCheckNodePort", "internalTrafficPolicy", "ipFamilies", "ipFamilyPolicy", "loadBalancerClass",
    "loadBalancerIP", "loadBalancerSourceRanges", "ports", "publishNotReadyAddresses", "selector", "sessionAffinity",
    "sessionAffinityConfig", "trafficDistribution", "type",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("allocateLoadBalancerNodePorts", &allocateLoadBalancerNodePorts)
      case 1: reader.member("clusterIP", &clusterIP)
      case 2: reader.member("clusterIPs", &clusterIPs)
      case 3: reader.member("externalIPs", &externalIPs)
      case 4: reader.member("externalName", &externalName)
      case 5: reader.listedMember("externalTrafficPolicy", &externalTrafficPolicy, ["Cluster", "Local"])
      case 6: reader.member("healthCheckNodePort", &healthCheckNodePort)
      case 7: reader.listedMember("internalTrafficPolicy", &internalTrafficPolicy, ["Cluster", "Local"])
      case 8: reader.listedElements("ipFamilies", &ipFamilies, ["IPv4", "IPv6"])
      case 9: 
        reader.listedMember(
          "ipFamilyPolicy", &ipFamilyPolicy, ["PreferDualStack", "RequireDualStack", "SingleStack"])
      case 10: reader.member("loadBalancerClass", &loadBalancerClass)
      case 11: reader.member("loadBalancerIP", &loadBalancerIP)
      case 12: reader.member("loadBalancerSourceRanges", &loadBalancerSourceRanges)
      case 13: reader.member("ports", &ports)
      case 14: reader.member("publishNotReadyAddresses", &publishNotReadyAddresses)
      case 15: reader.member("selector", &selector)
      case 16: reader.listedMember("sessionAffinity", &sessionAffinity, ["ClientIP", "None"])
      case 17: reader.member("sessionAffinityConfig", &sessionAffinityConfig)
      case 18: reader.member("trafficDistribution", &trafficDistribution)
      case 19: reader.listedMember("type", &type, ["ClusterIP", "ExternalName", "LoadBalancer", "NodePort"])
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x657461636f6c6c61:
      if key.equals("allocateLoadBalancerNodePorts") { return 0 }
    case 0x4972657473756c63:
      if key.equals("clusterIP") { return 1 }
      if key.equals("clusterIPs") { return 2 }
    case 0x6c616e7265747865:
      if key.equals("externalIPs") { return 3 }
      if key.equals("externalName") { return 4 }
      if key.equals("externalTrafficPolicy") { return 5 }
    case 0x684368746c616568:
      if key.equals("healthCheckNodePort") { return 6 }
    case 0x6c616e7265746e69:
      if key.equals("internalTrafficPolicy") { return 7 }
    case 0x696c696d61467069:
      if key.equals("ipFamilies") { return 8 }
    case 0x796c696d61467069:
      if key.equals("ipFamilyPolicy") { return 9 }
    case 0x616c614264616f6c:
      if key.equals("loadBalancerClass") { return 10 }
      if key.equals("loadBalancerIP") { return 11 }
      if key.equals("loadBalancerSourceRanges") { return 12 }
    case 0x7374726f70:
      if key.count == 5 { return 13 }  // ports
    case 0x4e6873696c627570:
      if key.equals("publishNotReadyAddresses") { return 14 }
    case 0x726f7463656c6573:
      if key.count == 8 { return 15 }  // selector
    case 0x416e6f6973736573:
      if key.equals("sessionAffinity") { return 16 }
      if key.equals("sessionAffinityConfig") { return 17 }
    case 0x4463696666617274:
      if key.equals("trafficDistribution") { return 18 }
    case 0x65707974:
      if key.count == 4 { return 19 }  // type
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("allocateLoadBalancerNodePorts", allocateLoadBalancerNodePorts)
    writer.memberUnlessEmpty("clusterIP", clusterIP)
    writer.memberUnlessEmpty("clusterIPs", clusterIPs)
    writer.memberUnlessEmpty("externalIPs", externalIPs)
    writer.memberUnlessEmpty("externalName", externalName)
    writer.memberUnlessEmpty("externalTrafficPolicy", externalTrafficPolicy)
    writer.memberUnlessEmpty("healthCheckNodePort", healthCheckNodePort)
    writer.memberUnlessEmpty("internalTrafficPolicy", internalTrafficPolicy)
    writer.memberUnlessEmpty("ipFamilies", ipFamilies)
    writer.memberUnlessEmpty("ipFamilyPolicy", ipFamilyPolicy)
    writer.memberUnlessEmpty("loadBalancerClass", loadBalancerClass)
    writer.memberUnlessEmpty("loadBalancerIP", loadBalancerIP)
    writer.memberUnlessEmpty("loadBalancerSourceRanges", loadBalancerSourceRanges)
    writer.memberUnlessEmpty("ports", ports)
    writer.memberUnlessEmpty("publishNotReadyAddresses", publishNotReadyAddresses)
    writer.memberUnlessEmpty("selector", selector ?? [:])
    writer.memberUnlessEmpty("sessionAffinity", sessionAffinity)
    writer.memberUnlessEmpty("sessionAffinityConfig", sessionAffinityConfig)
    writer.memberUnlessEmpty("trafficDistribution", trafficDistribution)
    writer.memberUnlessEmpty("type", type)
    writer.endObject()
  }
}

extension Core {
  /// How a service is reached.
  public struct ServiceStatus: Sendable {
    /// Observations, one of a type.
    public var conditions: [Meta.Condition] = []
    /// How the load balancer is reached.
    public var loadBalancer: LoadBalancerStatus = LoadBalancerStatus()

    public init() {}
  }
}

extension Core.ServiceStatus: JSONStructure {
  public static let memberNames: [StaticString] = ["conditions", "loadBalancer"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("conditions", &conditions)
      case 1: reader.member("loadBalancer", &loadBalancer)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6f697469646e6f63:
      if key.equals("conditions") { return 0 }
    case 0x616c614264616f6c:
      if key.equals("loadBalancer") { return 1 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("conditions", conditions)
    writer.memberUnlessEmpty("loadBalancer", loadBalancer)
    writer.endObject()
  }
}

extension Core {
  /// Settings of session affinity.
  public struct SessionAffinityConfig: Sendable {
    /// Settings for affinity by the client's address.
    public var clientIP: ClientIPConfig?

    public init() {}
  }
}

extension Core.SessionAffinityConfig: JSONStructure {
  public static let memberNames: [StaticString] = ["clientIP"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("clientIP", &clientIP)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x5049746e65696c63:
      if key.count == 8 { return 0 }  // clientIP
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("clientIP", clientIP)
    writer.endObject()
  }
}
