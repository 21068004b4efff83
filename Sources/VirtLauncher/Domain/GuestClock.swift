import VirtTypes
import XML

extension CurrentDomain {
  /// The guest's clock and its timers.
  var clock: XMLElement? {
    let frequency = tscFrequency
    guard domain.clock != nil || frequency != nil else { return nil }
    var element = XMLElement("clock")
    if let utc = domain.clock?.utc {
      element[attribute: "offset"] = "utc"
      element[attribute: "adjustment"] = utc.offsetSeconds.map { String($0) } ?? "reset"
    } else if let zone = domain.clock?.timezone {
      element[attribute: "offset"] = "timezone"
      element[attribute: "timezone"] = zone
    }
    if let timers = domain.clock?.timer { element.children += Self.timers(timers) }
    if let frequency {
      element.children.append(XMLElement("timer", ["name": "tsc", "frequency": String(frequency)]))
    }
    return element
  }

  private static func timers(_ given: V1.Timer) -> [XMLElement] {
    let timers: [XMLElement?] = [
      given.rtc.map { timer("rtc", $0.present, policy: $0.tickPolicy, track: $0.track) },
      given.pit.map { timer("pit", $0.present, policy: $0.tickPolicy) },
      given.kvm.map { timer("kvmclock", $0.present) },
      given.hpet.map { timer("hpet", $0.present, policy: $0.tickPolicy) },
      given.hyperv.map { timer("hypervclock", $0.present) },
    ]
    return timers.compactMap { $0 }
  }

  private static func timer(
    _ name: String, _ isPresent: Bool?, policy: String = "", track: String = ""
  ) -> XMLElement {
    XMLElement(
      "timer",
      [
        "name": name, "tickpolicy": policy.isEmpty ? nil : policy, "present": isPresent ?? true ? "yes" : "no",
        "track": track.isEmpty ? nil : track,
      ])
  }

  /// The frequency in Hz at which the guest's time stamp counter has to run on every node: guests that were promised
  /// an invariant one, or to be told when it changes, get that of the cluster.
  private var tscFrequency: Int64? {
    guard let frequency = instance.status.topologyHints?.tscFrequency else { return nil }
    let needsInvariant = (domain.cpu?.features ?? []).contains {
      $0.name == "invtsc" && ($0.policy.isEmpty || $0.policy == "require")
    }
    let notices = domain.features?.hyperv?.reenlightenment?.isOn ?? false
    return needsInvariant || notices ? frequency : nil
  }
}
