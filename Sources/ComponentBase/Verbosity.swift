import Logging

extension Logger.Level {
  /// What is logged at a number of the flag `-v`, as Kubernetes' components use it: 0 warnings, 2 what happens, 4 what
  /// helps to find a fault.
  public init(verbosity: Int) {
    self =
      switch verbosity {
      case ..<1: .warning
      case 1: .notice
      case 2, 3: .info
      case 4, 5: .debug
      default: .trace
      }
  }
}
