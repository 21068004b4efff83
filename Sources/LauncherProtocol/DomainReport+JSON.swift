import JSON
import Kube

extension DomainReport {
  /// Unknown members are left out, so that a handler of one release reads a launcher of the next.
  public init(_ json: JSONValue) {
    namespace = json["namespace"]?.string ?? ""
    name = json["name"]?.string ?? ""
    uid = json["uid"]?.string ?? ""
    status = json["status"]?.string.flatMap(DomainStatus.init) ?? .noState
    reason = json["reason"]?.string.flatMap(DomainReason.init) ?? .unknown
    hasACPI = json["acpi"]?.bool ?? false
    if let seconds = json["gracePeriod"]?["seconds"]?.int64 {
      gracePeriod = GracePeriod(
        seconds: seconds, started: json["gracePeriod"]?["started"]?.string.flatMap { Timestamp($0) })
    }
    interfaces = json["interfaces"]?.array?.map(DomainInterface.init) ?? []
    disks =
      json["disks"]?.array?.map {
        DomainDisk(name: $0["name"]?.string ?? "", target: $0["target"]?.string ?? "")
      } ?? []
    agent = json["agent"].map(GuestAgentReport.init)
    machineType = json["machineType"]?.string ?? ""
    isEmulated = json["emulated"]?.bool ?? false
    failure = json["failure"]?.string
  }

  public var json: JSONValue {
    var json: JSONValue = [
      "namespace": .string(namespace), "name": .string(name), "uid": .string(uid),
      "status": .string(status.rawValue), "reason": .string(reason.rawValue), "acpi": .bool(hasACPI),
      "interfaces": .array(interfaces.map(\.json)),
      "disks": .array(disks.map { ["name": .string($0.name), "target": .string($0.target)] }),
      "machineType": .string(machineType), "emulated": .bool(isEmulated),
    ]
    if let gracePeriod {
      json["gracePeriod"] = ["seconds": .number(JSONNumber(gracePeriod.seconds))]
      if let started = gracePeriod.started { json["gracePeriod"]?["started"] = .string(started.text) }
    }
    if let agent { json["agent"] = agent.json }
    if let failure { json["failure"] = .string(failure) }
    return json
  }
}

extension DomainInterface {
  init(_ json: JSONValue) {
    name = json["name"]?.string ?? ""
    mac = json["mac"]?.string ?? ""
    addresses = json["addresses"]?.array?.compactMap(\.string) ?? []
    guestName = json["guestName"]?.string ?? ""
    podInterfaceName = json["podInterfaceName"]?.string ?? ""
    queueCount = json["queueCount"]?.int64
    linkState = json["linkState"]?.string ?? ""
    sources = json["sources"]?.array?.compactMap(\.string) ?? []
  }

  var json: JSONValue {
    var json: JSONValue = [
      "name": .string(name), "mac": .string(mac), "addresses": .array(addresses.map { .string($0) }),
      "guestName": .string(guestName), "podInterfaceName": .string(podInterfaceName),
      "linkState": .string(linkState), "sources": .array(sources.map { .string($0) }),
    ]
    if let queueCount { json["queueCount"] = .number(JSONNumber(queueCount)) }
    return json
  }
}

extension GuestAgentReport {
  init(_ json: JSONValue) {
    version = json["version"]?.string ?? ""
    supportedCommands = json["supportedCommands"]?.array?.compactMap(\.string) ?? []
    hostname = json["hostname"]?.string ?? ""
    fileSystemFreezeStatus = json["fsFreezeStatus"]?.string ?? ""
    timezone = json["timezone"]?.string ?? ""
    loadAverages = json["loadAverages"]?.array?.compactMap { $0.number?.double } ?? []
    let system = json["os"]
    operatingSystem.id = system?["id"]?.string ?? ""
    operatingSystem.name = system?["name"]?.string ?? ""
    operatingSystem.prettyName = system?["prettyName"]?.string ?? ""
    operatingSystem.version = system?["version"]?.string ?? ""
    operatingSystem.versionID = system?["versionId"]?.string ?? ""
    operatingSystem.kernelRelease = system?["kernelRelease"]?.string ?? ""
    operatingSystem.kernelVersion = system?["kernelVersion"]?.string ?? ""
    operatingSystem.machine = system?["machine"]?.string ?? ""
  }

  var json: JSONValue {
    [
      "version": .string(version), "supportedCommands": .array(supportedCommands.map { .string($0) }),
      "hostname": .string(hostname), "fsFreezeStatus": .string(fileSystemFreezeStatus),
      "timezone": .string(timezone),
      "loadAverages": .array(loadAverages.compactMap { JSONNumber("\($0)").map(JSONValue.number) }),
      "os": [
        "id": .string(operatingSystem.id), "name": .string(operatingSystem.name),
        "prettyName": .string(operatingSystem.prettyName), "version": .string(operatingSystem.version),
        "versionId": .string(operatingSystem.versionID), "kernelRelease": .string(operatingSystem.kernelRelease),
        "kernelVersion": .string(operatingSystem.kernelVersion), "machine": .string(operatingSystem.machine),
      ],
    ]
  }
}
