// Made from openapi/kubernetes/core/pods.json by `make generate`; what is changed here is lost with the next one.

import JSON

/// A command to run.
public struct ExecAction: Sendable {
  /// The command and its arguments; no shell is involved.
  public var command: [String] = []

  public init() {}
}

extension ExecAction: JSONStructure {
  public static let memberNames: [StaticString] = ["command"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("command", &command)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x646e616d6d6f63:
      if key.count == 7 { return 0 }  // command
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("command", command)
    writer.endObject()
  }
}

/// An HTTP GET request.
public struct HTTPGetAction: Sendable {
  /// Host to ask; the pod's address when empty.
  public var host: String = ""
  /// Headers to send.
  public var httpHeaders: [HTTPHeader] = []
  /// Path to ask for.
  public var path: String = ""
  /// Number or name of the port.
  public var port: IntOrString = IntOrString()
  /// HTTP, which is the default, or HTTPS.
  public var scheme: String = ""

  public init() {}
}

extension HTTPGetAction: JSONStructure {
  public static let memberNames: [StaticString] = ["host", "httpHeaders", "path", "port", "scheme"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("host", &host)
      case 1: reader.member("httpHeaders", &httpHeaders)
      case 2: reader.member("path", &path)
      case 3: reader.member("port", &port)
      case 4: reader.listedMember("scheme", &scheme, ["HTTP", "HTTPS"])
      default: reader.unknownMember(key)
      }
    }
    reader.require(3, members, "port")
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x74736f68:
      if key.count == 4 { return 0 }  // host
    case 0x6461654870747468:
      if key.equals("httpHeaders") { return 1 }
    case 0x68746170:
      if key.count == 4 { return 2 }  // path
    case 0x74726f70:
      if key.count == 4 { return 3 }  // port
    case 0x656d65686373:
      if key.count == 6 { return 4 }  // scheme
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("host", host)
    writer.memberUnlessEmpty("httpHeaders", httpHeaders)
    writer.memberUnlessEmpty("path", path)
    writer.member("port", port)
    writer.memberUnlessEmpty("scheme", scheme)
    writer.endObject()
  }
}

/// A header of an HTTP request.
public struct HTTPHeader: Sendable {
  /// Name of the header.
  public var name: String = ""
  /// Value of the header.
  public var value: String = ""

  public init() {}
}

extension HTTPHeader: JSONStructure {
  public static let memberNames: [StaticString] = ["name", "value"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("name", &name)
      case 1: reader.member("value", &value)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x656d616e:
      if key.count == 4 { return 0 }  // name
    case 0x65756c6176:
      if key.count == 5 { return 1 }  // value
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("name", name)
    writer.member("value", value)
    writer.endObject()
  }
}

/// Names an object in the same namespace.
public struct LocalObjectReference: Sendable {
  /// Name of the object.
  public var name: String = ""

  public init() {}
}

extension LocalObjectReference: JSONStructure {
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
    writer.memberUnlessEmpty("name", name)
    writer.endObject()
  }
}

/// DNS settings of a pod.
public struct PodDNSConfig: Sendable {
  /// Addresses of name servers.
  public var nameservers: [String] = []
  /// Options of the resolver.
  public var options: [PodDNSConfigOption] = []
  /// Domains to search in.
  public var searches: [String] = []

  public init() {}
}

extension PodDNSConfig: JSONStructure {
  public static let memberNames: [StaticString] = ["nameservers", "options", "searches"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("nameservers", &nameservers)
      case 1: reader.member("options", &options)
      case 2: reader.member("searches", &searches)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x76726573656d616e:
      if key.equals("nameservers") { return 0 }
    case 0x736e6f6974706f:
      if key.count == 7 { return 1 }  // options
    case 0x7365686372616573:
      if key.count == 8 { return 2 }  // searches
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("nameservers", nameservers)
    writer.memberUnlessEmpty("options", options)
    writer.memberUnlessEmpty("searches", searches)
    writer.endObject()
  }
}

/// An option of the resolver.
public struct PodDNSConfigOption: Sendable {
  /// Name of the option.
  public var name: String = ""
  /// Value of the option.
  public var value: String?

  public init() {}
}

extension PodDNSConfigOption: JSONStructure {
  public static let memberNames: [StaticString] = ["name", "value"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("name", &name)
      case 1: reader.member("value", &value)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x656d616e:
      if key.count == 4 { return 0 }  // name
    case 0x65756c6176:
      if key.count == 5 { return 1 }  // value
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("name", name)
    writer.memberUnlessEmpty("value", value)
    writer.endObject()
  }
}

/// A claim on devices; exactly one of the two sources is set.
public struct PodResourceClaim: Sendable {
  /// Name of the claim in the pod.
  public var name: String = ""
  /// Name of a claim that exists.
  public var resourceClaimName: String?
  /// Name of a template that a claim is made from.
  public var resourceClaimTemplateName: String?

  public init() {}
}

extension PodResourceClaim: JSONStructure {
  public static let memberNames: [StaticString] = ["name", "resourceClaimName", "resourceClaimTemplateName"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("name", &name)
      case 1: reader.member("resourceClaimName", &resourceClaimName)
      case 2: reader.member("resourceClaimTemplateName", &resourceClaimTemplateName)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x656d616e:
      if key.count == 4 { return 0 }  // name
    case 0x656372756f736572:
      if key.equals("resourceClaimName") { return 1 }
      if key.equals("resourceClaimTemplateName") { return 2 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("name", name)
    writer.memberUnlessEmpty("resourceClaimName", resourceClaimName)
    writer.memberUnlessEmpty("resourceClaimTemplateName", resourceClaimTemplateName)
    writer.endObject()
  }
}

/// A TCP connection to open.
public struct TCPSocketAction: Sendable {
  /// Host to connect to; the pod's address when empty.
  public var host: String = ""
  /// Number or name of the port.
  public var port: IntOrString = IntOrString()

  public init() {}
}

extension TCPSocketAction: JSONStructure {
  public static let memberNames: [StaticString] = ["host", "port"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("host", &host)
      case 1: reader.member("port", &port)
      default: reader.unknownMember(key)
      }
    }
    reader.require(1, members, "port")
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x74736f68:
      if key.count == 4 { return 0 }  // host
    case 0x74726f70:
      if key.count == 4 { return 1 }  // port
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("host", host)
    writer.member("port", port)
    writer.endObject()
  }
}
