import VirtTypes

/// Probes: each has exactly one way to ask, and asking over the network needs a pod network.
extension SpecRules {
  mutating func checkProbes(_ spec: V1.VirtualMachineInstanceSpec) {
    guard spec.readinessProbe != nil || spec.livenessProbe != nil else { return }
    if let probe = spec.readinessProbe { checkHasOneWay(probe, "readinessProbe") }
    if let probe = spec.livenessProbe { checkHasOneWay(probe, "livenessProbe") }
    if spec.networks.contains(where: { $0.pod != nil }) { return }
    if let probe = spec.readinessProbe { checkNeedsNoNetwork(probe, "readinessProbe") }
    if let probe = spec.livenessProbe { checkNeedsNoNetwork(probe, "livenessProbe") }
  }

  private mutating func checkHasOneWay(_ probe: V1.Probe, _ name: String) {
    let ways = count(probe.httpGet != nil, probe.tcpSocket != nil, probe.exec != nil, probe.guestAgentPing != nil)
    if ways > 1 {
      invalid(path(name), "must have only one of httpGet, tcpSocket, exec and guestAgentPing, not \(ways)")
    } else if ways == 0 {
      required(path(name), "must have one of httpGet, tcpSocket, exec and guestAgentPing")
    }
  }

  private mutating func checkNeedsNoNetwork(_ probe: V1.Probe, _ name: String) {
    if probe.httpGet != nil { invalid(path("\(name).httpGet"), "needs a pod network among the networks") }
    if probe.tcpSocket != nil { invalid(path("\(name).tcpSocket"), "needs a pod network among the networks") }
  }
}

/// How many of the conditions hold.
func count(_ first: Bool, _ second: Bool, _ third: Bool = false, _ fourth: Bool = false) -> Int {
  (first ? 1 : 0) + (second ? 1 : 0) + (third ? 1 : 0) + (fourth ? 1 : 0)
}
