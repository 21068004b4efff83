import CLibvirt

/// What libvirt tells of its own accord.
public enum LibvirtEvent: Sendable, Hashable {
  /// The domain of that name was made, or has come into another state; `detail` says why (virDomainEvent…DetailType).
  case lifecycle(domain: String, Lifecycle, detail: Int32)
  /// The guest restarted itself; its process is the same.
  case reboot(domain: String)
  /// The guest's agent has opened or closed its channel.
  case agent(domain: String, isConnected: Bool)
  /// A disk (by its alias) could not be read or written; `reason` such as `enospc`.
  case ioError(domain: String, disk: String, reason: String)
  /// The connection is lost; nothing follows.
  case connectionClosed

  /// The kinds of a change (virDomainEventType).
  public enum Lifecycle: Int32, Sendable, Hashable {
    case defined, undefined, started, suspended, resumed, stopped, shutdown, pmSuspended, crashed
  }
}

/// Where callbacks find the stream that they feed. libvirt holds one reference for each registration.
final class EventSink: Sendable {
  let continuation: AsyncStream<LibvirtEvent>.Continuation

  init(_ continuation: AsyncStream<LibvirtEvent>.Continuation) { self.continuation = continuation }

  static func from(_ opaque: UnsafeMutableRawPointer?) -> EventSink? {
    opaque.map { Unmanaged<EventSink>.fromOpaque($0).takeUnretainedValue() }
  }

  static let release: @convention(c) (UnsafeMutableRawPointer?) -> Void = { opaque in
    if let opaque { Unmanaged<EventSink>.fromOpaque(opaque).release() }
  }

  /// Registers for every kind of event; the numbers by which libvirt knows the registrations.
  func register(with connection: virConnectPtr) throws(LibvirtError) -> [Int32] {
    var registrations: [Int32] = []
    for register in Self.registrations {
      let opaque = Unmanaged.passRetained(self).toOpaque()
      let number = register(connection, opaque)
      if number < 0 {
        let error = LibvirtError.last()
        Self.release(opaque)
        for number in registrations { virConnectDomainEventDeregisterAny(connection, number) }
        throw error
      }
      registrations.append(number)
    }
    return registrations
  }

  private static let registrations: [@Sendable (virConnectPtr, UnsafeMutableRawPointer) -> Int32] = [
    { clibvirt_on_lifecycle($0, lifecycle, $1, release) },
    { clibvirt_on_reboot($0, reboot, $1, release) },
    { clibvirt_on_agent($0, agent, $1, release) },
    { clibvirt_on_io_error($0, ioError, $1, release) },
  ]

  private static func name(_ domain: virDomainPtr?) -> String {
    guard let domain, let name = virDomainGetName(domain) else { return "" }
    return String(cString: name)
  }

  private static let lifecycle:
    @convention(c) (
      virConnectPtr?, virDomainPtr?, Int32, Int32, UnsafeMutableRawPointer?
    ) -> Int32 = { _, domain, event, detail, opaque in
      if let kind = LibvirtEvent.Lifecycle(rawValue: event) {
        from(opaque)?.continuation.yield(.lifecycle(domain: name(domain), kind, detail: detail))
      }
      return 0
    }

  private static let reboot: @convention(c) (virConnectPtr?, virDomainPtr?, UnsafeMutableRawPointer?) -> Void = {
    _, domain, opaque in
    from(opaque)?.continuation.yield(.reboot(domain: name(domain)))
  }

  private static let agent:
    @convention(c) (
      virConnectPtr?, virDomainPtr?, Int32, Int32, UnsafeMutableRawPointer?
    ) -> Void = { _, domain, state, _, opaque in
      let connected = Int32(VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_STATE_CONNECTED.rawValue)
      from(opaque)?.continuation.yield(.agent(domain: name(domain), isConnected: state == connected))
    }

  private static let ioError:
    @convention(c) (
      virConnectPtr?, virDomainPtr?, UnsafePointer<CChar>?, UnsafePointer<CChar>?, Int32, UnsafePointer<CChar>?,
      UnsafeMutableRawPointer?
    ) -> Void = { _, domain, _, alias, _, reason, opaque in
      from(opaque)?.continuation.yield(
        .ioError(
          domain: name(domain), disk: alias.map { String(cString: $0) } ?? "",
          reason: reason.map { String(cString: $0) } ?? ""))
    }

  static let closed: @convention(c) (virConnectPtr?, Int32, UnsafeMutableRawPointer?) -> Void = { _, _, opaque in
    from(opaque)?.continuation.yield(.connectionClosed)
    from(opaque)?.continuation.finish()
  }
}
