// Made from openapi/v1/backup.json by `make generate`; what is changed here is lost with the next one.

import JSON
import Kube

extension V1 {
  /// State of the tracking of changed blocks.
  public struct ChangedBlockTrackingStatus: Sendable {
    /// The backup that runs or ran last.
    @Boxed public var backupStatus: VirtualMachineInstanceBackupStatus?
    /// Whether changes are tracked, or what it waits for.
    public var state: String = ""

    public init() {}
  }
}

extension V1.ChangedBlockTrackingStatus: JSONStructure {
  public static let memberNames: [StaticString] = ["backupStatus", "state"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("backupStatus", &backupStatus)
      case 1: reader.member("state", &state)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x745370756b636162:
      if key.equals("backupStatus") { return 0 }
    case 0x6574617473:
      if key.count == 5 { return 1 }  // state
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("backupStatus", backupStatus)
    writer.member("state", state)
    writer.endObject()
  }
}

extension V1 {
  /// A backup and how far it is.
  public struct VirtualMachineInstanceBackupStatus: Sendable {
    /// What there is to say about the backup, such as a warning.
    public var backupMsg: String?
    /// Name of the backup.
    public var backupName: String = ""
    /// Checkpoint that the next incremental backup starts from.
    public var checkpointName: String?
    /// True when the backup has ended, well or not.
    public var completed: Bool = false
    /// When the backup ended.
    public var endTimestamp: Timestamp?
    /// True when the backup failed.
    public var failed: Bool = false
    /// When the backup began.
    public var startTimestamp: Timestamp?
    /// The volumes that the backup contains.
    public var volumes: [BackupVolumeInfo] = []

    public init() {}
  }
}

extension V1.VirtualMachineInstanceBackupStatus: JSONStructure {
  public static let memberNames: [StaticString] = [
    "backupMsg", "backupName", "checkpointName", "completed", "endTimestamp", "failed", "startTimestamp", "volumes",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("backupMsg", &backupMsg)
      case 1: reader.member("backupName", &backupName)
      case 2: reader.member("checkpointName", &checkpointName)
      case 3: reader.member("completed", &completed)
      case 4: reader.member("endTimestamp", &endTimestamp)
      case 5: reader.member("failed", &failed)
      case 6: reader.member("startTimestamp", &startTimestamp)
      case 7: reader.member("volumes", &volumes)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x734d70756b636162:
      if key.equals("backupMsg") { return 0 }
    case 0x614e70756b636162:
      if key.equals("backupName") { return 1 }
    case 0x696f706b63656863:
      if key.equals("checkpointName") { return 2 }
    case 0x6574656c706d6f63:
      if key.equals("completed") { return 3 }
    case 0x73656d6954646e65:
      if key.equals("endTimestamp") { return 4 }
    case 0x64656c696166:
      if key.count == 6 { return 5 }  // failed
    case 0x6d69547472617473:
      if key.equals("startTimestamp") { return 6 }
    case 0x73656d756c6f76:
      if key.count == 7 { return 7 }  // volumes
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("backupMsg", backupMsg)
    writer.memberUnlessEmpty("backupName", backupName)
    writer.memberUnlessEmpty("checkpointName", checkpointName)
    writer.memberUnlessEmpty("completed", completed)
    writer.memberUnlessEmpty("endTimestamp", endTimestamp)
    writer.memberUnlessEmpty("failed", failed)
    writer.memberUnlessEmpty("startTimestamp", startTimestamp)
    writer.memberUnlessEmpty("volumes", volumes)
    writer.endObject()
  }
}

extension V1 {
  /// What a backup command asks of a node.
  public struct BackupOptions: Sendable {
    /// Certificate to present, PEM.
    public var backupCert: String?
    /// Private key of that certificate, PEM.
    public var backupKey: String?
    /// Name of the backup.
    public var backupName: String = ""
    /// When the backup was asked for.
    public var backupStartTime: Timestamp?
    /// Certificates to trust, PEM.
    public var caCert: String?
    /// What is to be done: Start, Abort or Export.
    public var cmd: String = ""
    /// Address of the export server.
    public var exportServerAddr: String?
    /// Name that the export server's certificate must have.
    public var exportServerName: String?
    /// Checkpoint to start from; absent for a full backup.
    public var incremental: String?
    /// Whether the data are written to a claim (Push) or fetched by a client (Pull).
    public var mode: String = ""
    /// True leaves the guest's file systems unfrozen.
    public var skipQuiesce: Bool = false
    /// Folder that takes the data.
    public var targetPath: String?

    public init() {}
  }
}

extension V1.BackupOptions: JSONStructure {
  public static let memberNames: [StaticString] = [
    "backupCert", "backupKey", "backupName", "backupStartTime", "caCert", "cmd", "exportServerAddr", "exportServerName",
    "incremental", "mode", "skipQuiesce", "targetPath",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("backupCert", &backupCert)
      case 1: reader.member("backupKey", &backupKey)
      case 2: reader.member("backupName", &backupName)
      case 3: reader.member("backupStartTime", &backupStartTime)
      case 4: reader.member("caCert", &caCert)
      case 5: reader.member("cmd", &cmd)
      case 6: reader.member("exportServerAddr", &exportServerAddr)
      case 7: reader.member("exportServerName", &exportServerName)
      case 8: reader.member("incremental", &incremental)
      case 9: reader.member("mode", &mode)
      case 10: reader.member("skipQuiesce", &skipQuiesce)
      case 11: reader.member("targetPath", &targetPath)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x654370756b636162:
      if key.equals("backupCert") { return 0 }
    case 0x654b70756b636162:
      if key.equals("backupKey") { return 1 }
    case 0x614e70756b636162:
      if key.equals("backupName") { return 2 }
    case 0x745370756b636162:
      if key.equals("backupStartTime") { return 3 }
    case 0x747265436163:
      if key.count == 6 { return 4 }  // caCert
    case 0x646d63:
      if key.count == 3 { return 5 }  // cmd
    case 0x655374726f707865:
      if key.equals("exportServerAddr") { return 6 }
      if key.equals("exportServerName") { return 7 }
    case 0x6e656d6572636e69:
      if key.equals("incremental") { return 8 }
    case 0x65646f6d:
      if key.count == 4 { return 9 }  // mode
    case 0x6569755170696b73:
      if key.equals("skipQuiesce") { return 10 }
    case 0x6150746567726174:
      if key.equals("targetPath") { return 11 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("backupCert", backupCert)
    writer.memberUnlessEmpty("backupKey", backupKey)
    writer.memberUnlessEmpty("backupName", backupName)
    writer.memberUnlessEmpty("backupStartTime", backupStartTime)
    writer.memberUnlessEmpty("caCert", caCert)
    writer.memberUnlessEmpty("cmd", cmd)
    writer.memberUnlessEmpty("exportServerAddr", exportServerAddr)
    writer.memberUnlessEmpty("exportServerName", exportServerName)
    writer.memberUnlessEmpty("incremental", incremental)
    writer.memberUnlessEmpty("mode", mode)
    writer.memberUnlessEmpty("skipQuiesce", skipQuiesce)
    writer.memberUnlessEmpty("targetPath", targetPath)
    writer.endObject()
  }
}

extension V1 {
  /// A volume in a backup.
  public struct BackupVolumeInfo: Sendable {
    /// Address where the volume's data can be fetched.
    public var dataEndpoint: String = ""
    /// Name of the disk's device, such as vda.
    public var diskTarget: String = ""
    /// Address where the map of changed blocks can be fetched.
    public var mapEndpoint: String = ""
    /// Name of the volume.
    public var volumeName: String = ""

    public init() {}
  }
}

extension V1.BackupVolumeInfo: JSONStructure {
  public static let memberNames: [StaticString] = ["dataEndpoint", "diskTarget", "mapEndpoint", "volumeName"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("dataEndpoint", &dataEndpoint)
      case 1: reader.member("diskTarget", &diskTarget)
      case 2: reader.member("mapEndpoint", &mapEndpoint)
      case 3: reader.member("volumeName", &volumeName)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x70646e4561746164:
      if key.equals("dataEndpoint") { return 0 }
    case 0x677261546b736964:
      if key.equals("diskTarget") { return 1 }
    case 0x6f70646e4570616d:
      if key.equals("mapEndpoint") { return 2 }
    case 0x614e656d756c6f76:
      if key.equals("volumeName") { return 3 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("dataEndpoint", dataEndpoint)
    writer.member("diskTarget", diskTarget)
    writer.memberUnlessEmpty("mapEndpoint", mapEndpoint)
    writer.member("volumeName", volumeName)
    writer.endObject()
  }
}
