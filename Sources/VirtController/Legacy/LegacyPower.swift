import VirtTypes

/// What a legacy machine's spec asks for.
///
/// v0.8.0 knew `running` only. Clients of v1 may also set a strategy and leave requests in the status (as `restart`
/// does); these are served too, so that nothing waits for ever.
struct LegacyPower {
  enum Demand: Hashable {
    /// An instance is to be there; one that ended in these phases is replaced.
    case on(replacing: Set<String>)
    case off
    /// Nothing happens by itself.
    case asIs
  }

  var demand: Demand

  init(_ spec: V1.VirtualMachineSpec) {
    demand =
      switch (spec.running, spec.runStrategy) {
      case (true?, _), (nil, "Always"?): .on(replacing: ["Succeeded", "Failed"])
      case (nil, "RerunOnFailure"?): .on(replacing: ["Failed"])
      case (nil, "Once"?), (nil, "WaitAsReceiver"?): .on(replacing: [])
      case (nil, "Manual"?): .asIs
      default: .off
      }
  }

  enum Action: Hashable {
    case create, delete, none
  }

  /// What is to be done about the instance.
  func action(
    on instance: V1.VirtualMachineInstance?, requests: [V1.VirtualMachineStateChangeRequest]
  ) -> Action {
    if let instance {
      if instance.isBeingDeleted { return .none }
      if let request = requests.first, request.action == "Stop", request.uid == instance.metadata.uid { return .delete }
      return switch demand {
      case .on(let phases): phases.contains(instance.status.phase) ? .delete : .none
      case .off: .delete
      case .asIs: .none
      }
    }
    if case .on = demand { return .create }
    return demand == .asIs && requests.first?.action == "Start" ? .create : .none
  }

  /// The requests that are still to be served, as long as the instance is this one.
  static func pending(
    _ requests: [V1.VirtualMachineStateChangeRequest], instance: V1.VirtualMachineInstance?
  ) -> [V1.VirtualMachineStateChangeRequest] {
    var pending = requests
    while let request = pending.first {
      let isServed =
        switch request.action {
        case "Stop": instance == nil || request.uid != instance?.metadata.uid
        default: instance != nil
        }
      if !isServed { break }
      pending.removeFirst()
    }
    return pending
  }
}
