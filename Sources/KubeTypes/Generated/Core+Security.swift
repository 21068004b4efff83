// Made from openapi/kubernetes/api/core/security.json by `make generate`; what is changed here is lost with the next one.

import JSON
import Kube

extension Core {
  /// The AppArmor profile of processes.
  public struct AppArmorProfile: Sendable {
    /// Name of a profile that the node has loaded.
    public var localhostProfile: String?
    /// Where the profile comes from: Localhost, RuntimeDefault or Unconfined.
    public var type: String = ""

    public init() {}
  }
}

extension Core.AppArmorProfile: JSONStructure {
  public static let memberNames: [StaticString] = ["localhostProfile", "type"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("localhostProfile", &localhostProfile)
      case 1: reader.listedMember("type", &type, ["Localhost", "RuntimeDefault", "Unconfined"])
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x736f686c61636f6c:
      if key.equals("localhostProfile") { return 0 }
    case 0x65707974:
      if key.count == 4 { return 1 }  // type
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("localhostProfile", localhostProfile)
    writer.member("type", type)
    writer.endObject()
  }
}

extension Core {
  /// The SELinux label of processes.
  public struct SELinuxOptions: Sendable {
    /// Level of the label.
    public var level: String = ""
    /// Role of the label.
    public var role: String = ""
    /// Type of the label.
    public var type: String = ""
    /// User of the label.
    public var user: String = ""

    public init() {}
  }
}

extension Core.SELinuxOptions: JSONStructure {
  public static let memberNames: [StaticString] = ["level", "role", "type", "user"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("level", &level)
      case 1: reader.member("role", &role)
      case 2: reader.member("type", &type)
      case 3: reader.member("user", &user)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6c6576656c:
      if key.count == 5 { return 0 }  // level
    case 0x656c6f72:
      if key.count == 4 { return 1 }  // role
    case 0x65707974:
      if key.count == 4 { return 2 }  // type
    case 0x72657375:
      if key.count == 4 { return 3 }  // user
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("level", level)
    writer.memberUnlessEmpty("role", role)
    writer.memberUnlessEmpty("type", type)
    writer.memberUnlessEmpty("user", user)
    writer.endObject()
  }
}

extension Core {
  /// The seccomp profile of processes.
  public struct SeccompProfile: Sendable {
    /// Path of a profile below the kubelet's seccomp folder.
    public var localhostProfile: String?
    /// Where the profile comes from: Localhost, RuntimeDefault or Unconfined.
    public var type: String = ""

    public init() {}
  }
}

extension Core.SeccompProfile: JSONStructure {
  public static let memberNames: [StaticString] = ["localhostProfile", "type"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("localhostProfile", &localhostProfile)
      case 1: reader.listedMember("type", &type, ["Localhost", "RuntimeDefault", "Unconfined"])
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x736f686c61636f6c:
      if key.equals("localhostProfile") { return 0 }
    case 0x65707974:
      if key.count == 4 { return 1 }  // type
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("localhostProfile", localhostProfile)
    writer.member("type", type)
    writer.endObject()
  }
}

extension Core {
  /// Security settings of a container.
  public struct SecurityContext: Sendable {
    /// False keeps processes from gaining rights.
    public var allowPrivilegeEscalation: Bool?
    /// The AppArmor profile.
    public var appArmorProfile: AppArmorProfile?
    /// Linux capabilities to give and to take.
    public var capabilities: Capabilities?
    /// True gives the container the rights of the node's root.
    public var privileged: Bool?
    /// Which parts of /proc are hidden: Default or Unmasked.
    public var procMount: String?
    /// True forbids writing to the root file system.
    public var readOnlyRootFilesystem: Bool?
    /// Number of the group that processes run as.
    public var runAsGroup: Int64?
    /// True refuses to run as root.
    public var runAsNonRoot: Bool?
    /// Number of the user that processes run as.
    public var runAsUser: Int64?
    /// The SELinux label.
    @Boxed public var seLinuxOptions: SELinuxOptions?
    /// The seccomp profile.
    public var seccompProfile: SeccompProfile?
    /// Settings for Windows.
    @Boxed public var windowsOptions: WindowsSecurityContextOptions?

    public init() {}
  }
}

extension Core.SecurityContext: JSONStructure {
  public static let memberNames: [StaticString] = [
    "allowPrivilegeEscalation", "appArmorProfile", "capabilities", "privileged", "procMount", "readOnlyRootFilesystem",
    "runAsGroup", "runAsNonRoot", "runAsUser", "seLinuxOptions", "seccompProfile", "windowsOptions",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("allowPrivilegeEscalation", &allowPrivilegeEscalation)
      case 1: reader.member("appArmorProfile", &appArmorProfile)
      case 2: reader.member("capabilities", &capabilities)
      case 3: reader.member("privileged", &privileged)
      case 4: reader.listedMember("procMount", &procMount, ["Default", "Unmasked"])
      case 5: reader.member("readOnlyRootFilesystem", &readOnlyRootFilesystem)
      case 6: reader.member("runAsGroup", &runAsGroup)
      case 7: reader.member("runAsNonRoot", &runAsNonRoot)
      case 8: reader.member("runAsUser", &runAsUser)
      case 9: reader.member("seLinuxOptions", &seLinuxOptions)
      case 10: reader.member("seccompProfile", &seccompProfile)
      case 11: reader.member("windowsOptions", &windowsOptions)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x697250776f6c6c61:
      if key.equals("allowPrivilegeEscalation") { return 0 }
    case 0x726f6d7241707061:
      if key.equals("appArmorProfile") { return 1 }
    case 0x696c696261706163:
      if key.equals("capabilities") { return 2 }
    case 0x67656c6976697270:
      if key.equals("privileged") { return 3 }
    case 0x6e756f4d636f7270:
      if key.equals("procMount") { return 4 }
    case 0x796c6e4f64616572:
      if key.equals("readOnlyRootFilesystem") { return 5 }
    case 0x6f724773416e7572:
      if key.equals("runAsGroup") { return 6 }
    case 0x6e6f4e73416e7572:
      if key.equals("runAsNonRoot") { return 7 }
    case 0x65735573416e7572:
      if key.equals("runAsUser") { return 8 }
    case 0x4f78756e694c6573:
      if key.equals("seLinuxOptions") { return 9 }
    case 0x50706d6f63636573:
      if key.equals("seccompProfile") { return 10 }
    case 0x4f73776f646e6977:
      if key.equals("windowsOptions") { return 11 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("allowPrivilegeEscalation", allowPrivilegeEscalation)
    writer.memberUnlessEmpty("appArmorProfile", appArmorProfile)
    writer.memberUnlessEmpty("capabilities", capabilities)
    writer.memberUnlessEmpty("privileged", privileged)
    writer.memberUnlessEmpty("procMount", procMount)
    writer.memberUnlessEmpty("readOnlyRootFilesystem", readOnlyRootFilesystem)
    writer.memberUnlessEmpty("runAsGroup", runAsGroup)
    writer.memberUnlessEmpty("runAsNonRoot", runAsNonRoot)
    writer.memberUnlessEmpty("runAsUser", runAsUser)
    writer.memberUnlessEmpty("seLinuxOptions", seLinuxOptions)
    writer.memberUnlessEmpty("seccompProfile", seccompProfile)
    writer.memberUnlessEmpty("windowsOptions", windowsOptions)
    writer.endObject()
  }
}

extension Core {
  /// Security settings for Windows.
  public struct WindowsSecurityContextOptions: Sendable {
    /// The GMSA credential specification.
    public var gmsaCredentialSpec: String?
    /// Name of the GMSA credential specification.
    public var gmsaCredentialSpecName: String?
    /// True runs the container as a process of the host.
    public var hostProcess: Bool?
    /// Name of the user that processes run as.
    public var runAsUserName: String?

    public init() {}
  }
}

extension Core.WindowsSecurityContextOptions: JSONStructure {
  public static let memberNames: [StaticString] = [
    "gmsaCredentialSpec", "gmsaCredentialSpecName", "hostProcess", "runAsUserName",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("gmsaCredentialSpec", &gmsaCredentialSpec)
      case 1: reader.member("gmsaCredentialSpecName", &gmsaCredentialSpecName)
      case 2: reader.member("hostProcess", &hostProcess)
      case 3: reader.member("runAsUserName", &runAsUserName)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6465724361736d67:
      if key.equals("gmsaCredentialSpec") { return 0 }
      if key.equals("gmsaCredentialSpecName") { return 1 }
    case 0x636f725074736f68:
      if key.equals("hostProcess") { return 2 }
    case 0x65735573416e7572:
      if key.equals("runAsUserName") { return 3 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("gmsaCredentialSpec", gmsaCredentialSpec)
    writer.memberUnlessEmpty("gmsaCredentialSpecName", gmsaCredentialSpecName)
    writer.memberUnlessEmpty("hostProcess", hostProcess)
    writer.memberUnlessEmpty("runAsUserName", runAsUserName)
    writer.endObject()
  }
}
