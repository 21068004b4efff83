// Made from openapi/v1/guest-agent.json by `make generate`; what is changed here is lost with the next one.

import JSON
import Kube

extension V1 {
  /// A command of the guest agent.
  public struct GuestAgentCommandInfo: Sendable {
    /// True when the command can be used.
    public var enabled: Bool = false
    /// Name of the command.
    public var name: String = ""

    public init() {}
  }
}

extension V1.GuestAgentCommandInfo: JSONStructure {
  public static let memberNames: [StaticString] = ["enabled", "name"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("enabled", &enabled)
      case 1: reader.member("name", &name)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x64656c62616e65:
      if key.count == 7 { return 0 }  // enabled
    case 0x656d616e:
      if key.count == 4 { return 1 }  // name
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("enabled", enabled)
    writer.member("name", name)
    writer.endObject()
  }
}

extension V1 {
  /// A file system in the guest.
  public struct VirtualMachineInstanceFileSystem: Sendable {
    /// Disks that the file system is on.
    public var disk: [VirtualMachineInstanceFileSystemDisk] = []
    /// Name of the device in the guest.
    public var diskName: String = ""
    /// Type of the file system, such as ext4.
    public var fileSystemType: String = ""
    /// Where it is mounted.
    public var mountPoint: String = ""
    /// Size in bytes.
    public var totalBytes: Int = 0
    /// Bytes in use.
    public var usedBytes: Int = 0

    public init() {}
  }
}

extension V1.VirtualMachineInstanceFileSystem: JSONStructure {
  public static let memberNames: [StaticString] = [
    "disk", "diskName", "fileSystemType", "mountPoint", "totalBytes", "usedBytes",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("disk", &disk)
      case 1: reader.member("diskName", &diskName)
      case 2: reader.member("fileSystemType", &fileSystemType)
      case 3: reader.member("mountPoint", &mountPoint)
      case 4: reader.member("totalBytes", &totalBytes)
      case 5: reader.member("usedBytes", &usedBytes)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6b736964:
      if key.count == 4 { return 0 }  // disk
    case 0x656d614e6b736964:
      if key.count == 8 { return 1 }  // diskName
    case 0x74737953656c6966:
      if key.equals("fileSystemType") { return 2 }
    case 0x696f50746e756f6d:
      if key.equals("mountPoint") { return 3 }
    case 0x7479426c61746f74:
      if key.equals("totalBytes") { return 4 }
    case 0x6574794264657375:
      if key.equals("usedBytes") { return 5 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("disk", disk)
    writer.member("diskName", diskName)
    writer.member("fileSystemType", fileSystemType)
    writer.member("mountPoint", mountPoint)
    writer.member("totalBytes", totalBytes)
    writer.member("usedBytes", usedBytes)
    writer.endObject()
  }
}

extension V1 {
  /// A disk that a file system is on.
  public struct VirtualMachineInstanceFileSystemDisk: Sendable {
    /// Bus of the disk.
    public var busType: String = ""
    /// Serial number of the disk.
    public var serial: String = ""

    public init() {}
  }
}

extension V1.VirtualMachineInstanceFileSystemDisk: JSONStructure {
  public static let memberNames: [StaticString] = ["busType", "serial"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("busType", &busType)
      case 1: reader.member("serial", &serial)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x65707954737562:
      if key.count == 7 { return 0 }  // busType
    case 0x6c6169726573:
      if key.count == 6 { return 1 }  // serial
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("busType", busType)
    writer.memberUnlessEmpty("serial", serial)
    writer.endObject()
  }
}

extension V1 {
  /// File systems in the guest.
  public struct VirtualMachineInstanceFileSystemInfo: Sendable {
    /// The file systems.
    public var disks: [VirtualMachineInstanceFileSystem] = []

    public init() {}
  }
}

extension V1.VirtualMachineInstanceFileSystemInfo: JSONStructure {
  public static let memberNames: [StaticString] = ["disks"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("disks", &disks)
      default: reader.unknownMember(key)
      }
    }
    reader.require(0, members, "disks")
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x736b736964:
      if key.count == 5 { return 0 }  // disks
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("disks", disks)
    writer.endObject()
  }
}

extension V1 {
  /// A list of file systems in the guest.
  public struct VirtualMachineInstanceFileSystemList: Sendable {
    /// Group and version of the schema that the object follows.
    public var apiVersion: String = ""
    /// Kind of the object.
    public var kind: String = ""
    /// Version of the list and where the next part of it begins.
    public var metadata: ListMeta = ListMeta()
    /// The objects of the list.
    public var items: [VirtualMachineInstanceFileSystem] = []

    public init() {}
  }
}

extension V1.VirtualMachineInstanceFileSystemList: JSONStructure {
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
  /// What the guest agent tells.
  public struct VirtualMachineInstanceGuestAgentInfo: Sendable {
    /// Group and version of the schema that the object follows.
    public var apiVersion: String = ""
    /// Kind of the object.
    public var kind: String = ""
    /// Whether file systems are frozen.
    public var fsFreezeStatus: String = ""
    /// The file systems.
    public var fsInfo: VirtualMachineInstanceFileSystemInfo = VirtualMachineInstanceFileSystemInfo()
    /// Version of the agent.
    public var guestAgentVersion: String = ""
    /// Host name in the guest.
    public var hostname: String = ""
    /// The operating system.
    public var os: VirtualMachineInstanceGuestOSInfo = VirtualMachineInstanceGuestOSInfo()
    /// Commands of the agent.
    public var supportedCommands: [GuestAgentCommandInfo] = []
    /// Time zone in the guest.
    public var timezone: String = ""
    /// Users that are logged in.
    public var userList: [VirtualMachineInstanceGuestOSUser] = []

    public init() {}
  }
}

extension V1.VirtualMachineInstanceGuestAgentInfo: JSONStructure {
  public static let memberNames: [StaticString] = [
    "apiVersion", "kind", "fsFreezeStatus", "fsInfo", "guestAgentVersion", "hostname", "os", "supportedCommands",
    "timezone", "userList",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("apiVersion", &apiVersion)
      case 1: reader.member("kind", &kind)
      case 2: reader.member("fsFreezeStatus", &fsFreezeStatus)
      case 3: reader.member("fsInfo", &fsInfo)
      case 4: reader.member("guestAgentVersion", &guestAgentVersion)
      case 5: reader.member("hostname", &hostname)
      case 6: reader.member("os", &os)
      case 7: reader.member("supportedCommands", &supportedCommands)
      case 8: reader.member("timezone", &timezone)
      case 9: reader.member("userList", &userList)
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
    case 0x657a656572467366:
      if key.equals("fsFreezeStatus") { return 2 }
    case 0x6f666e497366:
      if key.count == 6 { return 3 }  // fsInfo
    case 0x6567417473657567:
      if key.equals("guestAgentVersion") { return 4 }
    case 0x656d616e74736f68:
      if key.count == 8 { return 5 }  // hostname
    case 0x736f:
      if key.count == 2 { return 6 }  // os
    case 0x6574726f70707573:
      if key.equals("supportedCommands") { return 7 }
    case 0x656e6f7a656d6974:
      if key.count == 8 { return 8 }  // timezone
    case 0x7473694c72657375:
      if key.count == 8 { return 9 }  // userList
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("apiVersion", apiVersion)
    writer.memberUnlessEmpty("kind", kind)
    writer.memberUnlessEmpty("fsFreezeStatus", fsFreezeStatus)
    writer.memberUnlessEmpty("fsInfo", fsInfo)
    writer.memberUnlessEmpty("guestAgentVersion", guestAgentVersion)
    writer.memberUnlessEmpty("hostname", hostname)
    writer.memberUnlessEmpty("os", os)
    writer.memberUnlessEmpty("supportedCommands", supportedCommands)
    writer.memberUnlessEmpty("timezone", timezone)
    writer.memberUnlessEmpty("userList", userList)
    writer.endObject()
  }
}

extension V1 {
  /// The guest's operating system.
  public struct VirtualMachineInstanceGuestOSInfo: Sendable {
    /// Short name of the system, such as debian.
    public var id: String = ""
    /// Release of the kernel.
    public var kernelRelease: String = ""
    /// Version of the kernel.
    public var kernelVersion: String = ""
    /// Architecture of the hardware.
    public var machine: String = ""
    /// Name of the system.
    public var name: String = ""
    /// Name and version for people.
    public var prettyName: String = ""
    /// Version of the system, for people.
    public var version: String = ""
    /// Version of the system, for programs.
    public var versionId: String = ""

    public init() {}
  }
}

extension V1.VirtualMachineInstanceGuestOSInfo: JSONStructure {
  public static let memberNames: [StaticString] = [
    "id", "kernelRelease", "kernelVersion", "machine", "name", "prettyName", "version", "versionId",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("id", &id)
      case 1: reader.member("kernelRelease", &kernelRelease)
      case 2: reader.member("kernelVersion", &kernelVersion)
      case 3: reader.member("machine", &machine)
      case 4: reader.member("name", &name)
      case 5: reader.member("prettyName", &prettyName)
      case 6: reader.member("version", &version)
      case 7: reader.member("versionId", &versionId)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6469:
      if key.count == 2 { return 0 }  // id
    case 0x65526c656e72656b:
      if key.equals("kernelRelease") { return 1 }
    case 0x65566c656e72656b:
      if key.equals("kernelVersion") { return 2 }
    case 0x656e696863616d:
      if key.count == 7 { return 3 }  // machine
    case 0x656d616e:
      if key.count == 4 { return 4 }  // name
    case 0x614e797474657270:
      if key.equals("prettyName") { return 5 }
    case 0x6e6f6973726576:
      if key.count == 7 { return 6 }  // version
    case 0x496e6f6973726576:
      if key.equals("versionId") { return 7 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("id", id)
    writer.memberUnlessEmpty("kernelRelease", kernelRelease)
    writer.memberUnlessEmpty("kernelVersion", kernelVersion)
    writer.memberUnlessEmpty("machine", machine)
    writer.memberUnlessEmpty("name", name)
    writer.memberUnlessEmpty("prettyName", prettyName)
    writer.memberUnlessEmpty("version", version)
    writer.memberUnlessEmpty("versionId", versionId)
    writer.endObject()
  }
}

extension V1 {
  /// A user that is logged in to the guest.
  public struct VirtualMachineInstanceGuestOSUser: Sendable {
    /// Windows domain of the user.
    public var domain: String = ""
    /// When the user logged in, in seconds since 1970.
    public var loginTime: Double = 0
    /// Name of the user.
    public var userName: String = ""

    public init() {}
  }
}

extension V1.VirtualMachineInstanceGuestOSUser: JSONStructure {
  public static let memberNames: [StaticString] = ["domain", "loginTime", "userName"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("domain", &domain)
      case 1: reader.member("loginTime", &loginTime)
      case 2: reader.member("userName", &userName)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6e69616d6f64:
      if key.count == 6 { return 0 }  // domain
    case 0x6d69546e69676f6c:
      if key.equals("loginTime") { return 1 }
    case 0x656d614e72657375:
      if key.count == 8 { return 2 }  // userName
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("domain", domain)
    writer.memberUnlessEmpty("loginTime", loginTime)
    writer.member("userName", userName)
    writer.endObject()
  }
}

extension V1 {
  /// A list of users that are logged in to the guest.
  public struct VirtualMachineInstanceGuestOSUserList: Sendable {
    /// Group and version of the schema that the object follows.
    public var apiVersion: String = ""
    /// Kind of the object.
    public var kind: String = ""
    /// Version of the list and where the next part of it begins.
    public var metadata: ListMeta = ListMeta()
    /// The objects of the list.
    public var items: [VirtualMachineInstanceGuestOSUser] = []

    public init() {}
  }
}

extension V1.VirtualMachineInstanceGuestOSUserList: JSONStructure {
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
