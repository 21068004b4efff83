import VirtTypes
import XML

enum LegacyClock {
  /// The name of the zone is not given, as v0.8.0 forgot it.
  static func element(_ clock: V1alpha2.Clock) -> XMLElement {
    var element = XMLElement("clock", children: clock.timer.map(timers) ?? [])
    if let utc = clock.utc {
      element[attribute: "offset"] = "utc"
      element[attribute: "adjustment"] = utc.offsetSeconds.map(String.init) ?? "reset"
    } else if clock.timezone != nil {
      element[attribute: "offset"] = "timezone"
    }
    return element
  }

  private static func timers(_ timer: V1alpha2.Timer) -> [XMLElement] {
    [
      timer.rtc.map { element("rtc", $0.present, tickPolicy: $0.tickPolicy, track: $0.track) },
      timer.pit.map { element("pit", $0.present, tickPolicy: $0.tickPolicy) },
      timer.kvm.map { element("kvmclock", $0.present) },
      timer.hpet.map { element("hpet", $0.present, tickPolicy: $0.tickPolicy) },
      timer.hyperv.map { element("hypervclock", $0.present) },
    ].compactMap { $0 }
  }

  private static func element(
    _ name: String, _ present: Bool?, tickPolicy: String = "", track: String = ""
  ) -> XMLElement {
    XMLElement(
      "timer",
      [
        "name": name, "tickpolicy": tickPolicy.isEmpty ? nil : tickPolicy, "track": track.isEmpty ? nil : track,
        "present": present == false ? "no" : "yes",
      ])
  }
}

enum LegacyFeatures {
  static func element(_ features: V1alpha2.Features) -> XMLElement {
    var children: [XMLElement] = []
    if features.acpi.enabled != false { children.append(XMLElement("acpi")) }
    if let apic = features.apic, apic.enabled != false { children.append(XMLElement("apic")) }
    if let hyperv = features.hyperv { children.append(XMLElement("hyperv", children: enlightenments(hyperv))) }
    return XMLElement("features", children: children)
  }

  private static func enlightenments(_ hyperv: V1alpha2.FeatureHyperv) -> [XMLElement] {
    func element(_ name: String, _ feature: V1alpha2.FeatureState?) -> XMLElement? {
      feature.map { XMLElement(name, ["state": word($0.enabled)]) }
    }
    let elements: [XMLElement?] = [
      element("relaxed", hyperv.relaxed),
      element("vapic", hyperv.vapic),
      hyperv.spinlocks.map {
        XMLElement("spinlocks", ["state": word($0.enabled), "retries": $0.spinlocks.map { String($0) }])
      },
      element("vpindex", hyperv.vpindex),
      element("runtime", hyperv.runtime),
      element("synic", hyperv.synic),
      element("stimer", hyperv.synictimer),
      element("reset", hyperv.reset),
      hyperv.vendorid.map {
        XMLElement("vendor_id", ["state": word($0.enabled), "value": $0.vendorid.isEmpty ? nil : $0.vendorid])
      },
    ]
    return elements.compactMap { $0 }
  }

  private static func word(_ isEnabled: Bool?) -> String { isEnabled == false ? "off" : "on" }
}
