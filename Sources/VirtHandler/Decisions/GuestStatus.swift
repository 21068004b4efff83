import Kube
import LauncherProtocol
import VirtTypes

/// What an instance's status says of its domain and of the guest in it.
struct GuestStatus {
  let observation: GuestObservation
  let now: Timestamp

  init(_ observation: GuestObservation, now: Timestamp) {
    self.observation = observation
    self.now = now
  }

  func report(in wanted: inout V1.VirtualMachineInstance) {
    reportMigratability(in: &wanted)
    guard let domain = observation.domain else { return }
    if !domain.machineType.isEmpty {
      var machine = wanted.status.machine ?? V1.Machine()
      machine.type = domain.machineType
      wanted.status.machine = machine
    }
    for disk in domain.disks where !disk.target.isEmpty {
      guard let index = wanted.status.volumeStatus.firstIndex(where: { $0.name == disk.name }) else { continue }
      wanted.status.volumeStatus[index].target = disk.target
    }
    Self.reportPause(domain, in: &wanted.status.conditions, at: now)
    reportAgent(domain.agent, in: &wanted.status)
    if domain.status.isAlive {
      wanted.status.interfaces = InterfaceStatus(domain: domain, pod: observation.pod).statuses(of: wanted)
    }
  }

  static func reportPause(
    _ domain: DomainReport, in conditions: inout [V1.VirtualMachineInstanceCondition], at now: Timestamp
  ) {
    guard domain.status == .paused else { return conditions.remove("Paused") }
    let (reason, message): (String, String)
    switch domain.reason {
    case .user: (reason, message) = ("PausedByUser", "VMI was paused by user")
    case .ioError: (reason, message) = ("PausedIOError", "VMI was paused, low-level IO error detected")
    case .migration:
      (reason, message) = ("PausedByMigrationMonitor", "VMI was paused by the migration monitor")
    default: return
    }
    conditions.set("Paused", "True", reason: reason, message: message, at: now)
  }

  /// Commands that the guest agent must have for all that is asked of it.
  private static let neededCommands: Set<String> = [
    "guest-ping", "guest-get-time", "guest-info", "guest-shutdown", "guest-network-get-interfaces",
    "guest-get-fsinfo", "guest-get-host-name", "guest-get-users", "guest-get-timezone", "guest-get-osinfo",
  ]

  private func reportAgent(_ agent: GuestAgentReport?, in status: inout V1.VirtualMachineInstanceStatus) {
    guard let agent else {
      status.conditions.remove("AgentConnected")
      status.conditions.remove("AgentVersionNotSupported")
      return
    }
    status.conditions.set("AgentConnected", "True", at: now)
    if agent.supportedCommands.isEmpty || Self.neededCommands.isSubset(of: agent.supportedCommands) {
      status.conditions.remove("AgentVersionNotSupported")
    } else {
      status.conditions.set(
        "AgentVersionNotSupported", "True", reason: "This guest agent doesn't support required basic commands", at: now)
    }
    // A frozen guest is told of; one that is thawed has no entry.
    status.fsFreezeStatus = agent.fileSystemFreezeStatus == "thawed" ? "" : agent.fileSystemFreezeStatus
    let system = agent.operatingSystem
    if system == GuestOperatingSystem() { return }
    status.guestOSInfo.id = system.id
    status.guestOSInfo.name = system.name
    status.guestOSInfo.prettyName = system.prettyName
    status.guestOSInfo.version = system.version
    status.guestOSInfo.versionId = system.versionID
    status.guestOSInfo.kernelRelease = system.kernelRelease
    status.guestOSInfo.kernelVersion = system.kernelVersion
    status.guestOSInfo.machine = system.machine
  }

  private func reportMigratability(in wanted: inout V1.VirtualMachineInstance) {
    let migratability = Migratability(of: wanted, on: observation.node)
    if let obstacle = migratability.obstacle {
      wanted.status.conditions.set(
        "LiveMigratable", "False", reason: obstacle.reason, message: obstacle.message, at: now)
    } else {
      wanted.status.conditions.set("LiveMigratable", "True", at: now)
    }
    if let obstacle = migratability.obstacleBesideDisks {
      wanted.status.conditions.set(
        "StorageLiveMigratable", "False", reason: "NotMigratable", message: obstacle.message, at: now)
    } else {
      wanted.status.conditions.set("StorageLiveMigratable", "True", at: now)
    }
    wanted.status.migrationMethod = migratability.isBlockMigration ? "BlockMigration" : "LiveMigration"
  }
}
