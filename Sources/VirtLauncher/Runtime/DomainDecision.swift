import Kube
import LauncherProtocol
import Libvirt

/// What the launcher knows of its guest besides libvirt's state.
struct DomainFlags: Sendable, Hashable {
  /// A user paused it, or asked for it to begin paused.
  var isPausedByUser = false
  /// The guest has run; a guest runs once in a launcher.
  var hasRun = false
  var isAgentConnected = false
  var hasACPI = true
  /// The guest has been asked to power off.
  var isShutdownRequested = false
}

/// What is to be done with the domain.
enum DomainAction: Sendable, Hashable {
  case nothing
  case defineAndCreate
  case resume
  case suspend
  /// In this order, until one takes it.
  case shutdown([LibvirtDomain.Way])
  case reboot([LibvirtDomain.Way])
  case destroy
  case undefine
  case reset
  case freeze
  case thaw
}

/// From the state of the domain and what is asked for to what is to be done. `state` is nil when there is no domain.
enum DomainDecision {
  /// To bring the domain in line with its instance.
  static func sync(_ state: LibvirtDomainState?, _ flags: DomainFlags) -> DomainAction {
    switch state {
    // One that ended stays ended, else a late call would start it over.
    case nil, .noState, .shutoff, .crashed: flags.hasRun ? .nothing : .defineAndCreate
    case .paused(let reason):
      flags.isPausedByUser || !resumable.contains(reason) ? .nothing : .resume
    case .running, .blocked, .shuttingDown, .suspended: .nothing
    }
  }

  /// To carry out a command.
  /// - Throws: 404 without a domain, 409 in the wrong state.
  static func action(
    for command: LauncherCommand, _ state: LibvirtDomainState?, _ flags: DomainFlags
  ) throws(Status) -> DomainAction {
    let status = state.map { DomainWords.words(for: $0).status }
    switch command {
    // What is gone already is as asked for.
    case .kill: return status?.isAlive == true ? .destroy : .nothing
    case .delete:
      guard let status else { return .nothing }
      if status.isAlive { throw refusal(command, status) }
      return .undefine
    default: break
    }
    guard let status else {
      throw .failure(.notFound, code: 404, message: "there is no domain")
    }
    let ways: [LibvirtDomain.Way] = (flags.isAgentConnected ? [.agent] : []) + (flags.hasACPI ? [.acpi] : [])
    switch (command, status) {
    // One that ended meanwhile is as asked for.
    case (.shutdown, .shuttingDown), (.shutdown, .shutoff), (.shutdown, .crashed): return .nothing
    case (.shutdown, .running), (.shutdown, .paused), (.shutdown, .blocked), (.shutdown, .suspended):
      if flags.isShutdownRequested { return .nothing }
      if ways.isEmpty {
        throw .failure(.conflict, code: 409, message: "the guest has neither ACPI nor an agent to be asked by")
      }
      return .shutdown(ways)
    case (.pause, .running), (.pause, .blocked): return .suspend
    case (.pause, .paused): return .nothing
    case (.unpause, .paused): return .resume
    case (.unpause, .running), (.unpause, .blocked): return .nothing
    case (.reset, .running), (.reset, .blocked), (.reset, .paused): return .reset
    case (.softReboot, .running), (.softReboot, .blocked):
      if ways.isEmpty {
        throw .failure(.conflict, code: 409, message: "the guest has neither ACPI nor an agent to be asked by")
      }
      return .reboot(ways)
    case (.freeze, .running), (.unfreeze, .running):
      guard flags.isAgentConnected else {
        throw .failure(.conflict, code: 409, message: "the guest's agent is not connected")
      }
      return command == .freeze ? .freeze : .thaw
    default:
      throw refusal(command, status)
    }
  }

  private static func refusal(_ command: LauncherCommand, _ status: DomainStatus) -> Status {
    .failure(.conflict, code: 409, message: "the domain is \(status.rawValue): no \(command.rawValue)")
  }

  /// The pauses that end by resuming; the others end by themselves or never.
  private static let resumable: Set<LibvirtDomainState.PausedReason> = [.unknown, .user, .ioError, .watchdog]
}
