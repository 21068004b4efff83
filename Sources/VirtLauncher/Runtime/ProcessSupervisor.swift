import Glibc
import Logging
import Processes
import Synchronization

/// Keeps programs running: one that ends is started again a second later, until `stop`.
final class ProcessSupervisor: Sendable {
  private struct State {
    var isStopping = false
    var running: [String: ChildProcess] = [:]
    var tasks: [Task<Void, Never>] = []
  }
  private let state = Mutex(State())
  private let logger: Logger

  static let restartDelay = Duration.seconds(1)

  init(logger: Logger) { self.logger = logger }

  /// Runs the program under that name.
  func keep(_ name: String, _ arguments: [String]) {
    let task = Task { await self.run(name, arguments) }
    state.withLock { $0.tasks.append(task) }
  }

  private func run(_ name: String, _ arguments: [String]) async {
    while true {
      do throws(ChildProcessError) {
        var options = ChildProcess.Options()
        options.descriptors = [1: STDERR_FILENO, 2: STDERR_FILENO]
        let child = try ChildProcess.start(arguments, options)
        let isWanted = state.withLock { state in
          state.running[name] = child
          return !state.isStopping
        }
        if !isWanted { child.signal(SIGTERM) }
        let code = await child.wait()
        let isStopping = state.withLock { state in
          state.running[name] = nil
          return state.isStopping
        }
        if isStopping { return }
        logger.warning("a program ended and is started again", metadata: ["program": "\(name)", "code": "\(code)"])
      } catch {
        logger.error("\(error)")
      }
      try? await Task.sleep(for: Self.restartDelay)
      if state.withLock({ $0.isStopping }) { return }
    }
  }

  /// Ends all of them by SIGTERM, after `grace` by SIGKILL, and waits for their end.
  func stop(grace: Duration) async {
    let tasks = state.withLock { state in
      state.isStopping = true
      for child in state.running.values { child.signal(SIGTERM) }
      return state.tasks
    }
    let killer = Task {
      try await Task.sleep(for: grace)
      state.withLock { state in
        for child in state.running.values { child.signal(SIGKILL) }
      }
    }
    for task in tasks { await task.value }
    killer.cancel()
  }
}
