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
      switch try? RunStrategy(of: spec) {
      case .always: .on(replacing: ["Succeeded", "Failed"])
      case .rerunOnFailure: .on(replacing: ["Failed"])
      case .once, .waitAsReceiver: .on(replacing: [])
      case .manual: .asIs
      case .halted: .off
      // What is not clear changes nothing.
      case nil: .asIs
      }
  }

  enum Action: Hashable {
    case create, delete, none
  }

  /// What is to be done about the instance.
  func action(on instance: V1.VirtualMachineInstance?, _ status: V1.VirtualMachineStatus) -> Action {
    guard let instance else {
      if case .on = demand { return .create }
      return demand == .asIs && status.asksToStart ? .create : .none
    }
    if instance.isBeingDeleted { return .none }
    if status.asksToStop(instance) { return .delete }
    return switch demand {
    case .on(let phases): phases.contains(instance.status.phase) ? .delete : .none
    case .off: .delete
    case .asIs: instance.isFinal && status.asksToStart ? .delete : .none
    }
  }
}
