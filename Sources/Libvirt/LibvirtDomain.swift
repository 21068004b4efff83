import CLibvirt

/// A domain that libvirt knows.
///
/// Functions throw `LibvirtError`: `.noDomain` when it is gone meanwhile, `.operationInvalid` in the wrong state.
public final class LibvirtDomain: Sendable {
  public let name: String
  /// In its usual form, 36 characters.
  public let uuid: String
  private let owner: DomainOwner
  private let connection: LibvirtConnection

  init(_ owner: DomainOwner, _ connection: LibvirtConnection) {
    self.owner = owner
    self.connection = connection
    name = virDomainGetName(owner.pointer).map { String(cString: $0) } ?? ""
    var text = [CChar](repeating: 0, count: Int(VIR_UUID_STRING_BUFLEN))
    virDomainGetUUIDString(owner.pointer, &text)
    uuid = String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  public func state() async throws(LibvirtError) -> LibvirtDomainState {
    try await call { (domain) throws(LibvirtError) in
      var state: Int32 = 0
      var reason: Int32 = 0
      if virDomainGetState(domain, &state, &reason, 0) < 0 { throw LibvirtError.last() }
      return LibvirtDomainState(state: state, reason: reason)
    }
  }

  /// The description of the guest as it runs, or with `isInactive` as it will be started next.
  public func xml(inactive isInactive: Bool = false) async throws(LibvirtError) -> String {
    try await call { (domain) throws(LibvirtError) in
      try takeString(virDomainGetXMLDesc(domain, isInactive ? VIR_DOMAIN_XML_INACTIVE.rawValue : 0))
    }
  }

  // MARK: life

  /// Starts the guest; paused, it waits for `resume` before its first instruction.
  public func create(paused: Bool = false) async throws(LibvirtError) {
    try await check { virDomainCreateWithFlags($0, paused ? VIR_DOMAIN_START_PAUSED.rawValue : 0) }
  }

  /// How a guest is asked to do something.
  public enum Way: Sendable, Hashable {
    case acpi, agent
  }

  /// Asks the guest to power off, and does not wait for it.
  public func shutdown(by way: Way) async throws(LibvirtError) {
    let flags =
      way == .agent ? VIR_DOMAIN_SHUTDOWN_GUEST_AGENT.rawValue : VIR_DOMAIN_SHUTDOWN_ACPI_POWER_BTN.rawValue
    try await check(waitingForAgent: way == .agent) { virDomainShutdownFlags($0, flags) }
  }

  /// Asks the guest to restart.
  public func reboot(by way: Way) async throws(LibvirtError) {
    let flags = way == .agent ? VIR_DOMAIN_REBOOT_GUEST_AGENT.rawValue : VIR_DOMAIN_REBOOT_ACPI_POWER_BTN.rawValue
    try await check(waitingForAgent: way == .agent) { virDomainReboot($0, flags) }
  }

  /// As the reset button does.
  public func reset() async throws(LibvirtError) { try await check { virDomainReset($0, 0) } }

  public func suspend() async throws(LibvirtError) { try await check { virDomainSuspend($0) } }

  public func resume() async throws(LibvirtError) { try await check { virDomainResume($0) } }

  /// Ends the guest's process: with `isGraceful` only by SIGTERM, failing when it does not end by it; else by SIGKILL
  /// in the end.
  public func destroy(graceful isGraceful: Bool) async throws(LibvirtError) {
    try await check { virDomainDestroyFlags($0, isGraceful ? VIR_DOMAIN_DESTROY_GRACEFUL.rawValue : 0) }
  }

  /// Makes libvirt forget a domain that does not run; with `keepsNVRAM` its UEFI variables stay.
  public func undefine(keepsNVRAM: Bool) async throws(LibvirtError) {
    let flags = keepsNVRAM ? VIR_DOMAIN_UNDEFINE_KEEP_NVRAM.rawValue : VIR_DOMAIN_UNDEFINE_NVRAM.rawValue
    try await check { virDomainUndefineFlags($0, flags) }
  }

  // MARK: metadata and agent

  /// Sets the element of that namespace among the metadata, in the running guest's description (`isLive`) and in the
  /// one kept for the next start.
  public func setMetadata(
    _ element: String, key: String, namespace: String, live isLive: Bool
  ) async throws(LibvirtError) {
    let flags = VIR_DOMAIN_AFFECT_CONFIG.rawValue | (isLive ? VIR_DOMAIN_AFFECT_LIVE.rawValue : 0)
    try await check {
      virDomainSetMetadata($0, Int32(VIR_DOMAIN_METADATA_ELEMENT.rawValue), element, key, namespace, flags)
    }
  }

  /// Sends a command of the QEMU guest agent's protocol (JSON) and returns its answer (JSON).
  /// - Parameter timeout: seconds to wait for it.
  public func agentCommand(_ command: String, timeout: Int32 = 5) async throws(LibvirtError) -> String {
    try await call(waitingForAgent: true) { (domain) throws(LibvirtError) in
      try takeString(virDomainQemuAgentCommand(domain, command, timeout, 0))
    }
  }

  // MARK: calls

  private func call<Result: Sendable>(
    waitingForAgent: Bool = false, _ body: @escaping @Sendable (virDomainPtr) throws(LibvirtError) -> Result
  ) async throws(LibvirtError) -> Result {
    let owner = self.owner
    return try await connection.call(waitingForAgent: waitingForAgent) { (_) throws(LibvirtError) in
      try body(owner.pointer)
    }
  }

  private func check(
    waitingForAgent: Bool = false, _ body: @escaping @Sendable (virDomainPtr) -> Int32
  ) async throws(LibvirtError) {
    try await call(waitingForAgent: waitingForAgent) { (domain) throws(LibvirtError) in
      if body(domain) < 0 { throw LibvirtError.last() }
    }
  }
}

/// Owns a virDomainPtr, which any thread may use.
final class DomainOwner: @unchecked Sendable {  // never changed; libvirt's objects are safe to share
  let pointer: virDomainPtr

  init(_ pointer: virDomainPtr) { self.pointer = pointer }

  deinit { virDomainFree(pointer) }
}
