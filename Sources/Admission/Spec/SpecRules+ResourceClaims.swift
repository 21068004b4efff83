import VirtTypes

/// Devices that are claimed by Kubernetes' dynamic resource allocation.
extension SpecRules {
  /// A request in a claim: no two devices may stand for the same.
  private struct Request: Hashable {
    var claim: String
    var request: String
  }

  mutating func checkResourceClaims(_ spec: V1.VirtualMachineInstanceSpec) {
    let devices = spec.domain.devices
    guard !spec.resourceClaims.isEmpty || !devices.gpus.isEmpty || !devices.hostDevices.isEmpty else { return }
    var claims: Set<String> = []
    for index in spec.resourceClaims.indices where !claims.insert(spec.resourceClaims[index].name).inserted {
      duplicate(
        path("resourceClaims[\(index)].name"),
        "is \"\(spec.resourceClaims[index].name)\", which another claim has already")
    }
    let gpus = devices.gpus.map { ClaimedDevice($0.name, $0.deviceName, $0.claimName, $0.requestName) }
    let hostDevices = devices.hostDevices.map { ClaimedDevice($0.name, $0.deviceName, $0.claimName, $0.requestName) }
    var requests: Set<Request> = []
    check(gpus, "gpus", gate: .gpusWithDRA, mayMix: false, &requests, claims)
    check(hostDevices, "hostDevices", gate: .hostDevicesWithDRA, mayMix: true, &requests, claims)
  }

  private mutating func check(
    _ devices: [ClaimedDevice], _ member: String, gate: FeatureGate, mayMix: Bool, _ requests: inout Set<Request>,
    _ claims: Set<String>
  ) {
    let claimed = devices.reduce(0) { $0 + ($1.isClaimed ? 1 : 0) }
    if claimed > 0, !configuration.allows(gate) {
      return invalid(path.device(member), "with a claim \(needs(gate))")
    }
    if !mayMix, claimed > 0, claimed < devices.count {
      return invalid(path.device(member), "must all have a claim, or none")
    }
    for (index, device) in devices.enumerated() {
      guard device.isClaimed else {
        if device.deviceName.isEmpty {
          required(path.device(member), "hold \"\(device.name)\", which must have a deviceName or a claimName")
        }
        continue
      }
      if !device.deviceName.isEmpty {
        invalid(path.device(member), "hold \"\(device.name)\", which must have only one of deviceName and claimName")
        continue
      }
      checkRequest(device, "\(member)[\(index)]", &requests, claims)
    }
  }

  private mutating func checkRequest(
    _ device: ClaimedDevice, _ member: String, _ requests: inout Set<Request>, _ claims: Set<String>
  ) {
    if device.claim.isEmpty { required(path.device("\(member).claimName"), "must not be empty") }
    if device.request.isEmpty { required(path.device("\(member).requestName"), "must not be empty") }
    guard !device.claim.isEmpty, !device.request.isEmpty else { return }
    if !requests.insert(Request(claim: device.claim, request: device.request)).inserted {
      duplicate(
        path.device(member),
        "has request \"\(device.request)\" of claim \"\(device.claim)\", which another device has already")
    }
    if !claims.contains(device.claim) {
      invalid(path("resourceClaims"), "must hold \"\(device.claim)\", the claim of \(path.device(member))")
    }
  }
}

/// What GPUs and host devices have in common.
private struct ClaimedDevice {
  var name: String
  var deviceName: String
  var claim: String
  var request: String
  /// Whether the device comes from a claim, be it named or not.
  var isClaimed: Bool

  init(_ name: String, _ deviceName: String, _ claim: String?, _ request: String?) {
    self.name = name
    self.deviceName = deviceName
    self.claim = claim ?? ""
    self.request = request ?? ""
    isClaimed = claim != nil || request != nil
  }
}
