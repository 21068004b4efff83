import Kube
import VirtTypes

/// The parts of a domain that a preset can set; of a preset or of an instance.
struct LegacyPresetSections {
  var requests: [String: Quantity]?
  var cpu: V1alpha2.CPU?
  var firmware: V1alpha2.Firmware?
  var clock: V1alpha2.Clock?
  var features: V1alpha2.Features?
  var watchdog: V1alpha2.Watchdog?

  init(_ preset: V1alpha2.DomainPresetSpec) {
    requests = preset.resources.requests
    cpu = preset.cpu
    firmware = preset.firmware
    clock = preset.clock
    features = preset.features
    watchdog = preset.devices.watchdog
  }

  init(_ domain: V1alpha2.DomainSpec) {
    requests = domain.resources.requests
    cpu = domain.cpu
    firmware = domain.firmware
    clock = domain.clock
    features = domain.features
    watchdog = domain.devices.watchdog
  }

  /// As v0.8.0 sees a preset that stands where an instance would: written as JSON and read again, which makes
  /// quantities canonical.
  var rewritten: LegacyPresetSections {
    var copy = self
    copy.requests = requests?.mapValues { (try? Quantity($0.canonicalText)) ?? $0 }
    return copy
  }

  /// Paths below the specification that are set on both sides, and differently.
  func conflicts(with other: LegacyPresetSections) -> [String] {
    var fields: [String] = []
    for (name, amount) in (requests ?? [:]).sorted(by: { $0.key < $1.key }) {
      if let otherAmount = other.requests?[name], !amount.isIdentical(to: otherAmount) {
        fields.append("domain.resources.requests.\(name)")
      }
    }
    if Self.differ(cpu, other.cpu) { fields.append("domain.cpu") }
    if Self.differ(firmware, other.firmware) { fields.append("domain.firmware") }
    if let clock, let otherClock = other.clock {
      if clock.utc != otherClock.utc || clock.timezone != otherClock.timezone { fields.append("domain.clock") }
      if Self.differ(clock.timer, otherClock.timer) { fields.append("domain.clock.timer") }
    }
    if Self.differ(features, other.features) { fields.append("domain.features") }
    if Self.differ(watchdog, other.watchdog) { fields.append("domain.devices.watchdog") }
    return fields
  }

  private static func differ<Section: Equatable>(_ left: Section?, _ right: Section?) -> Bool {
    guard let left, let right else { return false }
    return left != right
  }

  /// Fills what the domain lacks; returns whether any section is afterwards as it is here.
  ///
  /// Requests are all or nothing: a domain that has any takes none.
  func merge(into domain: inout V1alpha2.DomainSpec) -> Bool {
    var isApplied = false
    if let requests, !requests.isEmpty {
      if domain.resources.requests == nil { domain.resources.requests = requests }
      if domain.resources.requests == requests { isApplied = true }
    }
    func merge<Section: Equatable>(_ section: Section?, into present: inout Section?) {
      guard let section else { return }
      if present == nil { present = section }
      if present == section { isApplied = true }
    }
    merge(cpu, into: &domain.cpu)
    merge(firmware, into: &domain.firmware)
    if let clock {
      if domain.clock == nil {
        var offset = clock
        offset.timer = nil
        domain.clock = offset
      }
      if domain.clock == clock { isApplied = true }
      if let timer = clock.timer {
        if domain.clock?.timer == nil { domain.clock?.timer = timer }
        if domain.clock?.timer == timer { isApplied = true }
      }
    }
    merge(features, into: &domain.features)
    merge(watchdog, into: &domain.devices.watchdog)
    return isApplied
  }
}
