import VirtTypes

/// When a machine is to run.
enum RunStrategy: String, Sendable, Hashable, CaseIterable {
  case always = "Always"
  case rerunOnFailure = "RerunOnFailure"
  case manual = "Manual"
  case halted = "Halted"
  case once = "Once"
  case waitAsReceiver = "WaitAsReceiver"

  /// Why a machine's strategy is not clear; admission lets no such machine in.
  struct Fault: Error, Hashable {
    var message: String
  }

  /// The strategy of a machine; `running` is the older way to say Always or Halted, and neither means Halted.
  init(of spec: V1.VirtualMachineSpec) throws(Fault) {
    switch (spec.runStrategy, spec.running) {
    case (.some, .some): throw Fault(message: "running and runStrategy exclude each other")
    case (nil, nil): self = .halted
    case (nil, let running?): self = running ? .always : .halted
    case (let name?, nil):
      guard let strategy = RunStrategy(rawValue: name) else {
        throw Fault(message: "there is no run strategy \"\(name)\"")
      }
      self = strategy
    }
  }

  /// Whether starts that fail are counted, and later ones wait the longer.
  var countsStartFailures: Bool {
    switch self {
    case .always, .rerunOnFailure, .once: true
    case .manual, .halted, .waitAsReceiver: false
    }
  }
}
