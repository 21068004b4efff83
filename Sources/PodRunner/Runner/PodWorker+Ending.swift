import Glibc
import KubeTypes

extension PodWorker {
  /// Asks a container to end, and ends it when its grace is over. A shorter grace than before counts.
  func stop(_ name: String, grace: Int64, _ pod: Core.Pod) {
    if let ending = endings[name] {
      guard grace < ending.grace else { return }
      ending.task.cancel()
    } else {
      context.tell(pod, "Killing", "Stopping container \(name)")
    }
    guard let known = record.containers[name] else { return }
    let id = folder.container(name, attempt: known.restartCount).runtimeID
    let runtime = context.runtime
    let hook = pod.spec.containers.first { $0.name == name }?.lifecycle?.preStop
    let task = Task {
      if grace > 0 {
        let start = ContinuousClock.now
        if let command = hook?.exec?.command, !command.isEmpty {
          _ = await runtime.execute(command, in: id, timeout: .seconds(grace))
        } else if let sleep = hook?.sleep {
          try? await Task.sleep(for: .seconds(min(grace, sleep.seconds)))
        }
        if Task.isCancelled { return }
        await runtime.signal(id, "TERM")
        let rest = max(.seconds(2), .seconds(grace) - (ContinuousClock.now - start))
        try? await Task.sleep(for: rest)
        if Task.isCancelled { return }
      }
      await runtime.signal(id, "KILL", all: true)
    }
    endings[name] = (grace, task)
  }
}
