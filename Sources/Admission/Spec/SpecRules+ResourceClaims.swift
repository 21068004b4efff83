import VirtTypes

/// Devices that are claimed by Kubernetes' dynamic resource allocation.
extension SpecRules {
  /// A request in a claim: no two devices may stand for the same.
  private struct Request: Hashable {
    var claim: String
    var request: String
  }

  /// The requests of devices of one kind, each with the first device that stands for it.
  private struct Requests {
    var positions: [Request: Int] = [:]
    var inOrder: [Request] = []
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
    let ofGPUs = check(gpus, "gpus", gate: .gpusWithDRA, mayMix: false)
    let ofHostDevices = check(hostDevices, "hostDevices", gate: .hostDevicesWithDRA, mayMix: true)
    for request in ofHostDevices.inOrder where ofGPUs.positions[request] != nil {
      refuseRepeated(request, "hostDevices[\(ofHostDevices.positions[request] ?? 0)]")
    }
    let missing = (ofGPUs.inOrder + ofHostDevices.inOrder).map(\.claim).filter { !claims.contains($0) }
    if !missing.isEmpty {
      invalid(
        path("resourceClaims"),
        "must hold the claims of all gpus and hostDevices, and lacks \(missing.joined(separator: ", "))")
    }
  }

  private mutating func check(
    _ devices: [ClaimedDevice], _ member: String, gate: FeatureGate, mayMix: Bool
  ) -> Requests {
    let claimed = devices.reduce(0) { $0 + ($1.isClaimed ? 1 : 0) }
    if !mayMix, claimed > 0, claimed < devices.count {
      invalid(path.device(member), "must all have a claim, or none")
      return Requests()
    }
    for device in devices where !device.isClaimed {
      if device.deviceName.isEmpty {
        required(path.device(member), "hold \"\(device.name)\", which must have a deviceName or a claimName")
      } else if device.hasRequest {
        invalid(path.device(member), "hold \"\(device.name)\", which must have only one of deviceName and claimName")
      }
    }
    if claimed > 0, !configuration.allows(gate) {
      invalid(path.device(member), "with a claim \(needs(gate))")
      return Requests()
    }
    for (index, device) in devices.enumerated() where device.isClaimed {
      if device.claim.isEmpty { required(path.device("\(member)[\(index)].claimName"), "must not be empty") }
      if device.request.isEmpty { required(path.device("\(member)[\(index)].requestName"), "must not be empty") }
    }
    return distinctRequests(of: devices, member)
  }

  private mutating func distinctRequests(of devices: [ClaimedDevice], _ member: String) -> Requests {
    var requests = Requests()
    for (index, device) in devices.enumerated() where device.isClaimed {
      guard !device.claim.isEmpty, !device.request.isEmpty else { continue }
      let request = Request(claim: device.claim, request: device.request)
      if requests.positions[request] == nil {
        requests.positions[request] = index
        requests.inOrder.append(request)
      } else {
        refuseRepeated(request, "\(member)[\(index)]")
      }
    }
    return requests
  }

  private mutating func refuseRepeated(_ request: Request, _ member: String) {
    duplicate(
      path.device(member),
      "has request \"\(request.request)\" of claim \"\(request.claim)\", which another device has already")
  }
}

/// What GPUs and host devices have in common.
private struct ClaimedDevice {
  var name: String
  var deviceName: String
  var claim: String
  var request: String
  /// Whether a claim or a request is given, be it without a name.
  var hasRequest: Bool
  /// Whether the device comes from a claim alone.
  var isClaimed: Bool { hasRequest && deviceName.isEmpty }

  init(_ name: String, _ deviceName: String, _ claim: String?, _ request: String?) {
    self.name = name
    self.deviceName = deviceName
    self.claim = claim ?? ""
    self.request = request ?? ""
    hasRequest = claim != nil || request != nil
  }
}
