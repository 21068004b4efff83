import JSON
import Kube
import VirtLauncher
import VirtTypes
import XML

/// Describes recorded instances to libvirt (current profile).
enum DomainCases {
  @Sendable static func differences(_ record: RecordedCase) throws -> [String] {
    guard record.output["denied"]?.bool != true else { return [] }
    let fails = record.output["domainError"]?.bool == true
    let found: (domain: XMLElement, ports: HotplugPorts)
    do throws(DomainError) {
      found = try render(record)
    } catch {
      return fails ? [] : ["a domain, got: \(error)"]
    }
    guard !fails, let text = record.output["domainXML"]?.string else { return ["no domain, got one"] }
    return XMLComparison.differences(try XMLElement(parsing: text), found.domain)
      + portDifferences(record.output["hotplugPorts"], found.ports)
  }

  /// What is made of the record's instance.
  static func render(_ record: RecordedCase) throws(DomainError) -> (domain: XMLElement, ports: HotplugPorts) {
    let instance = try instance(record.output["vmi"] ?? .null, record)
    let domain = try DomainRenderer.domain(for: instance, in: environment(record, instance))
    return (domain, HotplugPorts(for: instance, domain: domain))
  }

  private static func portDifferences(_ expected: JSONValue?, _ found: HotplugPorts) -> [String] {
    [
      ("placeholderInterfaces", found.placeholderInterfaces), ("extraRootPorts", found.extraRootPorts),
    ].compactMap { name, count in
      let wanted = expected?[name]?.int64
      return wanted == Int64(count) ? nil : "hotplugPorts.\(name): \(wanted.map { "\($0)" } ?? "none"), got \(count)"
    }
  }

  /// The instance as the launcher gets it: with what the handler reports of its claims.
  private static func instance(
    _ given: JSONValue, _ record: RecordedCase
  ) throws(DomainError) -> V1.VirtualMachineInstance {
    var given = given
    given["status"]?["phaseTransitionTimestamps"] = nil
    var instance: V1.VirtualMachineInstance
    do {
      instance = try V1.VirtualMachineInstance(json: given.serialized())
    } catch {
      throw .malformed(field: "the record", reason: "does not decode: \(error)")
    }
    for volume in instance.spec.volumes {
      guard let name = volume.persistentVolumeClaim?.claimName ?? volume.dataVolume?.name ?? ephemeralClaim(volume),
        let claim = record.input["objects"]?.array?.first(where: {
          $0["kind"]?.string == "PersistentVolumeClaim" && $0.value(at: "metadata", "name")?.string == name
        })
      else { continue }
      let index =
        instance.status.volumeStatus.firstIndex { $0.name == volume.name } ?? instance.status.volumeStatus.count
      if index == instance.status.volumeStatus.count {
        var status = V1.VolumeStatus()
        status.name = volume.name
        instance.status.volumeStatus.append(status)
      }
      instance.status.volumeStatus[index].persistentVolumeClaimInfo = information(of: claim)
    }
    return instance
  }

  private static func ephemeralClaim(_ volume: V1.Volume) -> String? {
    volume.ephemeral?.persistentVolumeClaim?.claimName
  }

  private static func information(of claim: JSONValue) -> V1.PersistentVolumeClaimInfo {
    var information = V1.PersistentVolumeClaimInfo()
    let mode = claim.value(at: "spec", "volumeMode")?.string
    information.volumeMode = mode
    information.filesystemOverhead = mode == "Block" ? "0" : "0.055"
    if let size = claim.value(at: "status", "capacity", "storage")?.string, let capacity = try? Quantity(size) {
      information.capacity = ["storage": capacity]
    }
    return information
  }

  /// What the launcher of the record found.
  private static func environment(
    _ record: RecordedCase, _ instance: V1.VirtualMachineInstance
  ) -> DomainEnvironment {
    var environment = DomainEnvironment()
    environment.configuration = record.configuration
    let host = record.input["host"]
    environment.usesKVM = host?["noKVM"]?.bool != true
    environment.allowsEmulation = record.configuration.given.developerConfiguration?.useEmulation == true
    environment.cpuSet = (host?["cpuSet"]?.array ?? []).compactMap { $0.int64.map { Int($0) } }
    if let topology = host?["topology"] { environment.topology = NodeTopology(topology) }
    for (name, value) in host?["env"]?.object ?? [:] { environment.variables[name] = value.string ?? "" }
    environment.networkInfo = host?["networkInfo"] ?? .null
    for (name, value) in host?["diskFormats"]?.object ?? [:] { environment.diskFormats[name] = value.string ?? "" }
    let isDirect = host?["noDirectIO"]?.bool != true
    environment.supportsDirectIO = { _ in isDirect }
    return environment
  }
}
