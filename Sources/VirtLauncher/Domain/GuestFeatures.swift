import VirtTypes
import XML

extension CurrentDomain {
  /// What the hypervisor shows to the guest.
  var features: XMLElement {
    let given = domain.features
    var children: [XMLElement] = []
    if let given {
      if given.acpi.isOn { children.append(XMLElement("acpi")) }
      if let apic = given.apic, apic.enabled ?? true { children.append(XMLElement("apic")) }
      if let hyperv { children.append(hyperv) }
      if let smm = given.smm, smm.isOn { children.append(XMLElement("smm")) }
    }
    if let kvm { children.append(kvm) }
    if let locks = given?.pvspinlock {
      children.append(XMLElement("pvspinlock", ["state": Self.onOff(locks.isOn)]))
    }
    if isRealtime || domain.launchSecurity?.tdx != nil { children.append(XMLElement("pmu", ["state": "off"])) }
    children.append(XMLElement("vmport", ["state": "off"]))
    return XMLElement("features", children: children)
  }

  private var kvm: XMLElement? {
    var children: [XMLElement] = []
    if let kvm = domain.features?.kvm {
      children.append(XMLElement("hidden", ["state": Self.onOff(kvm.hidden)]))
    }
    if hasDedicatedCPUs { children.append(XMLElement("hint-dedicated", ["state": "on"])) }
    return children.isEmpty ? nil : XMLElement("kvm", children: children)
  }

  private var hyperv: XMLElement? {
    if let all = domain.features?.hypervPassthrough, all.enabled ?? true {
      return XMLElement("hyperv", ["mode": "passthrough"])
    }
    guard let given = domain.features?.hyperv else { return nil }
    let children: [XMLElement?] = [
      Self.state("relaxed", given.relaxed),
      Self.state("vapic", given.vapic),
      given.spinlocks.map {
        XMLElement("spinlocks", ["state": Self.onOff($0.enabled ?? true), "retries": String($0.spinlocks ?? 4096)])
      },
      Self.state("vpindex", given.vpindex),
      Self.state("runtime", given.runtime),
      Self.state("synic", given.synic),
      given.synictimer.map { timer in
        XMLElement(
          "stimer", ["state": Self.onOff(timer.enabled ?? true)],
          children: [Self.state("direct", timer.direct)].compactMap { $0 })
      },
      Self.state("reset", given.reset),
      given.vendorid.map {
        XMLElement("vendor_id", ["state": Self.onOff($0.enabled ?? true), "value": $0.vendorid])
      },
      Self.state("frequencies", given.frequencies),
      Self.state("reenlightenment", given.reenlightenment),
      given.tlbflush.map { flush in
        XMLElement(
          "tlbflush", ["state": Self.onOff(flush.enabled ?? true)],
          children: [Self.state("direct", flush.direct), Self.state("extended", flush.extended)].compactMap { $0 })
      },
      Self.state("ipi", given.ipi),
      Self.state("evmcs", given.evmcs),
    ]
    return XMLElement("hyperv", children: children.compactMap { $0 })
  }

  private static func state(_ name: String, _ feature: V1.FeatureState?) -> XMLElement? {
    feature.map { XMLElement(name, ["state": onOff($0.isOn)]) }
  }
}
