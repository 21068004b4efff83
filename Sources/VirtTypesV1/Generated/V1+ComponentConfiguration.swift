// Made from openapi/v1/component-configuration.json by `make generate`; what is changed here is lost with the next one.

import JSON
import Kube

extension V1 {
  /// A seccomp profile in place of the runtime's own; one member is set.
  public struct CustomProfile: Sendable {
    /// Path of a profile at the node.
    public var localhostProfile: String?
    /// True takes the container runtime's default.
    public var runtimeDefaultProfile: Bool = false

    public init() {}
  }
}

extension V1.CustomProfile: JSONStructure {
  public static let memberNames: [StaticString] = ["localhostProfile", "runtimeDefaultProfile"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("localhostProfile", &localhostProfile)
      case 1: reader.member("runtimeDefaultProfile", &runtimeDefaultProfile)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x736f686c61636f6c:
      if key.equals("localhostProfile") { return 0 }
    case 0x44656d69746e7572:
      if key.equals("runtimeDefaultProfile") { return 1 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("localhostProfile", localhostProfile)
    writer.memberUnlessEmpty("runtimeDefaultProfile", runtimeDefaultProfile)
    writer.endObject()
  }
}

extension V1 {
  /// How a component calls the API server.
  public struct RESTClientConfiguration: Sendable {
    /// How fast it may call.
    public var rateLimiter: RateLimiter?

    public init() {}
  }
}

extension V1.RESTClientConfiguration: JSONStructure {
  public static let memberNames: [StaticString] = ["rateLimiter"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("rateLimiter", &rateLimiter)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x696d694c65746172:
      if key.equals("rateLimiter") { return 0 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("rateLimiter", rateLimiter)
    writer.endObject()
  }
}

extension V1 {
  /// How fast a component may call.
  public struct RateLimiter: Sendable {
    /// Limits by a bucket of tokens.
    public var tokenBucketRateLimiter: TokenBucketRateLimiter?

    public init() {}
  }
}

extension V1.RateLimiter: JSONStructure {
  public static let memberNames: [StaticString] = ["tokenBucketRateLimiter"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("tokenBucketRateLimiter", &tokenBucketRateLimiter)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6375426e656b6f74:
      if key.equals("tokenBucketRateLimiter") { return 0 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("tokenBucketRateLimiter", tokenBucketRateLimiter)
    writer.endObject()
  }
}

extension V1 {
  /// Settings of a component that take effect at once.
  public struct ReloadableComponentConfiguration: Sendable {
    /// How it calls the API server.
    public var restClient: RESTClientConfiguration?

    public init() {}
  }
}

extension V1.ReloadableComponentConfiguration: JSONStructure {
  public static let memberNames: [StaticString] = ["restClient"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("restClient", &restClient)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x65696c4374736572:
      if key.equals("restClient") { return 0 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("restClient", restClient)
    writer.endObject()
  }
}

extension V1 {
  /// Resources that a container asks for and may use.
  public struct ResourceRequirementsWithoutClaims: Sendable {
    /// Most that may be used, by resource.
    public var limits: [String: Quantity]?
    /// What is reserved, by resource.
    public var requests: [String: Quantity]?

    public init() {}
  }
}

extension V1.ResourceRequirementsWithoutClaims: JSONStructure {
  public static let memberNames: [StaticString] = ["limits", "requests"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("limits", &limits)
      case 1: reader.member("requests", &requests)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x7374696d696c:
      if key.count == 6 { return 0 }  // limits
    case 0x7374736575716572:
      if key.count == 8 { return 1 }  // requests
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("limits", limits ?? [:])
    writer.memberUnlessEmpty("requests", requests ?? [:])
    writer.endObject()
  }
}

extension V1 {
  /// Seccomp profiles.
  public struct SeccompConfiguration: Sendable {
    /// The profile of launcher pods.
    public var virtualMachineInstanceProfile: VirtualMachineInstanceProfile?

    public init() {}
  }
}

extension V1.SeccompConfiguration: JSONStructure {
  public static let memberNames: [StaticString] = ["virtualMachineInstanceProfile"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("virtualMachineInstanceProfile", &virtualMachineInstanceProfile)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x4d6c617574726976:
      if key.equals("virtualMachineInstanceProfile") { return 0 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("virtualMachineInstanceProfile", virtualMachineInstanceProfile)
    writer.endObject()
  }
}

extension V1 {
  /// Resources of one kind of container beside the launcher's.
  public struct SupportContainerResources: Sendable {
    /// The resources.
    public var resources: ResourceRequirementsWithoutClaims = ResourceRequirementsWithoutClaims()
    /// Kind of container, such as container-disk or virtiofs.
    public var type: String = ""

    public init() {}
  }
}

extension V1.SupportContainerResources: JSONStructure {
  public static let memberNames: [StaticString] = ["resources", "type"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("resources", &resources)
      case 1: reader.member("type", &type)
      default: reader.unknownMember(key)
      }
    }
    reader.require(0, members, "resources")
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x656372756f736572:
      if key.equals("resources") { return 0 }
    case 0x65707974:
      if key.count == 4 { return 1 }  // type
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("resources", resources)
    writer.member("type", type)
    writer.endObject()
  }
}

extension V1 {
  /// TLS of the components' servers.
  public struct TLSConfiguration: Sendable {
    /// Cipher suites that are allowed up to TLS 1.2.
    public var ciphers: [String] = []
    /// Oldest version that is allowed, VersionTLS10 to VersionTLS13.
    public var minTLSVersion: String = ""

    public init() {}
  }
}

extension V1.TLSConfiguration: JSONStructure {
  public static let memberNames: [StaticString] = ["ciphers", "minTLSVersion"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("ciphers", &ciphers)
      case 1: reader.member("minTLSVersion", &minTLSVersion)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x73726568706963:
      if key.count == 7 { return 0 }  // ciphers
    case 0x6556534c546e696d:
      if key.equals("minTLSVersion") { return 1 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("ciphers", ciphers)
    writer.memberUnlessEmpty("minTLSVersion", minTLSVersion)
    writer.endObject()
  }
}

extension V1 {
  /// Limits by a bucket of tokens.
  public struct TokenBucketRateLimiter: Sendable {
    /// Calls that may come at once.
    public var burst: Int = 0
    /// Calls a second on average.
    public var qps: Double = 0

    public init() {}
  }
}

extension V1.TokenBucketRateLimiter: JSONStructure {
  public static let memberNames: [StaticString] = ["burst", "qps"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("burst", &burst)
      case 1: reader.member("qps", &qps)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x7473727562:
      if key.count == 5 { return 0 }  // burst
    case 0x737071:
      if key.count == 3 { return 1 }  // qps
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("burst", burst)
    writer.member("qps", qps)
    writer.endObject()
  }
}
