import JSON
import Kube
import VirtTypes

extension InstanceSubresource {
  private static let kind = "virtualmachineinstance"

  /// Whether the instance's state allows it, and which node has to do it.
  public func decide(_ request: InstanceRequest) -> InstanceDecision {
    guard let object = request.instance else { return .refused(failure(.noSuchObject(Self.kind, request.name))) }
    let instance: V1.VirtualMachineInstance
    do {
      instance = try V1.VirtualMachineInstance(json: object.jsonBytes(), options: .lenient)
    } catch {
      return .refused(.internalFailure("the stored instance can't be read: \(error)"))
    }
    if let refusal = refusal(of: instance, request) { return .refused(failure(refusal)) }
    let phase = instance.status.phase
    guard phase == "Running" || phase == "Scheduled", !instance.status.nodeName.isEmpty else {
      return .refused(
        failure(
          .faultyRequest(
            "Unable to connect to VirtualMachineInstance because phase is \(phase) instead of Running or Scheduled")))
    }
    do throws(DecisionEnd) {
      return try isDryRun(request.body) ? .accepted : .passedOn(node: instance.status.nodeName)
    } catch {
      guard case .refused(let status) = error else { return .refused(.internalFailure("a check asked for a write")) }
      return .refused(status)
    }
  }

  /// Documents of the guest fail with 500 whatever the reason is.
  private func failure(_ status: Status) -> Status {
    switch self {
    case .guestOSInfo, .userList, .filesystemList:
      var status = status
      status.code = 500
      return status
    default: return status
    }
  }

  /// Why the state forbids it; nil when it does not.
  private func refusal(of instance: V1.VirtualMachineInstance, _ request: InstanceRequest) -> Status? {
    let isRunning = instance.status.phase == "Running"
    let isPaused = instance.hasCondition("Paused")
    func conflict(_ why: String) -> Status { .stateConflict(Self.kind, request.name, why) }
    let devices = instance.spec.domain.devices
    switch self {
    case .console:
      if request.version != .v1alpha2 {
        if devices.autoattachSerialConsole == false { return .faultyRequest("No serial consoles are present.") }
        if instance.status.phase == "Failed" { return conflict("VMI is in failed status") }
      }
      return isRunning ? nil : .faultyRequest("VMI is not running")
    case .vnc:
      if devices.autoattachGraphicsDevice == false { return .faultyRequest("No graphics devices are present.") }
      return isRunning ? nil : .faultyRequest("VMI is not running")
    case .pause:
      if !isRunning { return conflict("VM is not running") }
      if let probe = instance.spec.livenessProbe, probe.guestAgentPing == nil {
        return .failure(.forbidden, code: 403, message: "Pausing VMIs with LivenessProbe is currently not supported")
      }
      return isPaused ? conflict("VMI is already paused") : nil
    case .unpause:
      if request.machine?.value(at: "status", "snapshotInProgress")?.string?.isEmpty == false {
        return conflict("VM has a snapshot in progress")
      }
      if !isRunning { return conflict("VMI is not running") }
      return isPaused ? nil : conflict("VMI is not paused")
    case .freeze, .unfreeze:
      return isRunning ? nil : conflict("VMI is not running")
    case .reset:
      let phase = instance.status.phase
      if isRunning || phase == "Scheduled" { return nil }
      return .faultyRequest("Failed to reset non-running VMI with phase \(phase)")
    case .softReboot:
      if !isRunning { return conflict("VMI is not running") }
      if isPaused { return conflict("VMI is paused") }
      let hasACPI = instance.spec.domain.features?.acpi.enabled != false
      return hasACPI || instance.hasCondition("AgentConnected")
        ? nil : conflict("VMI neither have the agent connected nor the ACPI feature enabled")
    case .guestOSInfo, .userList, .filesystemList:
      if !isRunning { return conflict("VMI is not running") }
      return instance.hasCondition("AgentConnected") ? nil : conflict("VMI does not have guest agent connected")
    }
  }

  /// Whether the body asks for a check only (PauseOptions, UnpauseOptions).
  private func isDryRun(_ body: [UInt8]) throws(DecisionEnd) -> Bool {
    switch self {
    case .pause: try SubresourceBody.options(V1.PauseOptions.self, from: body, dryRun: \.dryRun).isDryRun
    case .unpause: try SubresourceBody.options(V1.UnpauseOptions.self, from: body, dryRun: \.dryRun).isDryRun
    default: false
    }
  }
}

extension V1.VirtualMachineInstance {
  fileprivate func hasCondition(_ type: String) -> Bool {
    status.conditions.contains { $0.type == type && $0.status == "True" }
  }
}
