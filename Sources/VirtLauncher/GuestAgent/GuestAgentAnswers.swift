import JSON
import LauncherProtocol

/// An interface as the guest sees it (guest-network-get-interfaces).
struct GuestInterface: Sendable, Hashable {
  var name = ""
  var mac = ""
  /// Without a prefix length.
  var addresses: [String] = []
}

/// Reads the answers of the QEMU guest agent (protocol reference: qga/qapi-schema.json), each `{"return": …}`.
enum GuestAgentAnswers {
  /// Fills in what one answer tells; what is missing stays.
  static func apply(_ answer: JSONValue, of command: GuestAgentQuery, to report: inout GuestAgentReport) {
    let value = answer["return"]
    switch command {
    case .info:
      report.version = value?["version"]?.string ?? ""
      report.supportedCommands =
        value?["supported_commands"]?.array?.filter { $0["enabled"]?.bool ?? true }
        .compactMap { $0["name"]?.string } ?? []
    case .system:
      report.operatingSystem.id = value?["id"]?.string ?? ""
      report.operatingSystem.name = value?["name"]?.string ?? ""
      report.operatingSystem.prettyName = value?["pretty-name"]?.string ?? ""
      report.operatingSystem.version = value?["version"]?.string ?? ""
      report.operatingSystem.versionID = value?["version-id"]?.string ?? ""
      report.operatingSystem.kernelRelease = value?["kernel-release"]?.string ?? ""
      report.operatingSystem.kernelVersion = value?["kernel-version"]?.string ?? ""
      report.operatingSystem.machine = value?["machine"]?.string ?? ""
    case .hostName: report.hostname = value?["host-name"]?.string ?? ""
    case .timezone:
      let offset = value?["offset"]?.int64 ?? 0
      report.timezone = "\(value?["zone"]?.string ?? "") \(offset)".trimmingBlanks
    case .freezeStatus: report.fileSystemFreezeStatus = value?.string ?? ""
    case .load:
      report.loadAverages = ["load1m", "load5m", "load15m"].compactMap { value?[$0]?.number?.double }
    case .interfaces, .users, .fileSystems: break
    }
  }

  static func interfaces(_ answer: JSONValue) -> [GuestInterface] {
    answer["return"]?.array?.map { item in
      GuestInterface(
        name: item["name"]?.string ?? "", mac: item["hardware-address"]?.string ?? "",
        addresses: item["ip-addresses"]?.array?.compactMap { $0["ip-address"]?.string } ?? [])
    } ?? []
  }

  /// `guest-get-users` as the subresource `userlist` shows it (VirtualMachineInstanceGuestOSUserList).
  static func userList(_ answer: JSONValue) -> JSONValue {
    let items = answer["return"]?.array?.map { user -> JSONValue in
      var item: JSONValue = ["userName": user["user"] ?? ""]
      if let domain = user["domain"] { item["domain"] = domain }
      if let time = user["login-time"] { item["loginTime"] = time }
      return item
    }
    return ["metadata": [:], "items": .array(items ?? [])]
  }

  /// `guest-get-fsinfo` as `filesystemlist` shows it (VirtualMachineInstanceFileSystemList).
  static func fileSystemList(_ answer: JSONValue) -> JSONValue {
    let items = answer["return"]?.array?.map { system -> JSONValue in
      var item: JSONValue = [
        "diskName": system["name"] ?? "", "mountPoint": system["mountpoint"] ?? "",
        "fileSystemType": system["type"] ?? "", "usedBytes": system["used-bytes"] ?? 0,
        "totalBytes": system["total-bytes"] ?? 0,
      ]
      let disks = system["disk"]?.array?.map { disk -> JSONValue in
        var part: JSONValue = ["busType": disk["bus-type"] ?? ""]
        if let serial = disk["serial"] { part["serial"] = serial }
        return part
      }
      if let disks, !disks.isEmpty { item["disk"] = .array(disks) }
      return item
    }
    return ["metadata": [:], "items": .array(items ?? [])]
  }

  /// What the agent told as `guestosinfo` shows it (VirtualMachineInstanceGuestAgentInfo).
  static func info(_ report: GuestAgentReport) -> JSONValue {
    let system = report.operatingSystem
    return [
      "guestAgentVersion": .string(report.version),
      "supportedCommands": .array(
        report.supportedCommands.map { ["name": .string($0), "enabled": true] as JSONValue }),
      "hostname": .string(report.hostname), "timezone": .string(report.timezone),
      "fsFreezeStatus": .string(report.fileSystemFreezeStatus),
      "os": [
        "name": .string(system.name), "kernelRelease": .string(system.kernelRelease),
        "version": .string(system.version), "prettyName": .string(system.prettyName),
        "versionId": .string(system.versionID), "kernelVersion": .string(system.kernelVersion),
        "machine": .string(system.machine), "id": .string(system.id),
      ],
    ]
  }
}

/// What the guest's agent is asked.
enum GuestAgentQuery: String, Sendable, CaseIterable {
  case info = "guest-info"
  case system = "guest-get-osinfo"
  case hostName = "guest-get-host-name"
  case timezone = "guest-get-timezone"
  case freezeStatus = "guest-fsfreeze-status"
  case load = "guest-get-load"
  case interfaces = "guest-network-get-interfaces"
  case users = "guest-get-users"
  case fileSystems = "guest-get-fsinfo"

  /// Asked again and again for the report, after `info` which tells the commands that the agent knows.
  static let polled: [GuestAgentQuery] = [.system, .hostName, .timezone, .freezeStatus, .load, .interfaces]

  var message: String { #"{"execute":"\#(rawValue)"}"# }
}

extension String {
  fileprivate var trimmingBlanks: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
