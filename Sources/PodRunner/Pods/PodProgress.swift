import Kube
import KubeTypes

/// What a pod needs next: a pure function of the pod, of what is on the machine, and of the time.
struct PodProgress: Sendable {
  var pod: Core.Pod
  var record: PodRecord
  /// Containers whose startup probe has succeeded, or that have none and run.
  var started: Set<String> = []
  /// Containers whose liveness or startup probe has given up on them.
  var unhealthy: Set<String> = []
  var now: Timestamp

  /// Something to do.
  enum Step: Sendable, Hashable {
    case setUpSandbox
    case start(container: String)
    /// - Parameter graceSeconds: between asking it to end and ending it.
    case stop(container: String, graceSeconds: Int64)
    case tearDown
  }

  /// What is to be done now, in any order.
  var steps: [Step] {
    if isEnding {
      let mains = running(pod.spec.containers)
      let ending = mains.isEmpty ? running(pod.spec.initContainers) : mains
      if !ending.isEmpty { return ending.map { .stop(container: $0.name, graceSeconds: graceSeconds) } }
      return [.tearDown]
    }
    if record.sandbox == nil { return [.setUpSandbox] }
    let failing = running(pod.spec.initContainers + pod.spec.containers).filter { unhealthy.contains($0.name) }
    let stops = failing.map { container in
      Step.stop(
        container: container.name,
        graceSeconds: container.livenessProbe?.terminationGracePeriodSeconds ?? specifiedGrace)
    }
    return stops + initialSteps + mainSteps
  }

  /// The first moment at which something waits to be done; nil when nothing does.
  var nextMoment: Timestamp? {
    let waits = record.containers.values.compactMap { $0.isRunning ? nil : $0.notBefore }.filter { $0 > now }
    return ([deadline].compactMap { $0 }.filter { $0 > now } + waits).min()
  }

  // MARK: ending

  /// Whether the pod is to be brought down: deleted, failed, or done.
  var isEnding: Bool {
    pod.metadata.deletionTimestamp != nil || record.failure != nil || isPastDeadline || isFinished
  }

  /// Whether its containers have ended for good.
  var isFinished: Bool {
    if hasFailedInitially { return true }
    return areAllInitialDone
      && pod.spec.containers.allSatisfy { container in
        guard let termination = record.containers[container.name]?.termination else { return false }
        return !restarts(container, after: termination)
      }
  }

  /// Whether an init container has failed for good.
  var hasFailedInitially: Bool {
    pod.spec.initContainers.contains { container in
      guard !isSidecar(container), let termination = record.containers[container.name]?.termination else {
        return false
      }
      return termination.exitCode != 0 && !restarts(container, after: termination)
    }
  }

  var deadline: Timestamp? {
    pod.spec.activeDeadlineSeconds.map { record.startTime + .seconds($0) }
  }

  var isPastDeadline: Bool { deadline.map { $0 <= now } ?? false }

  private var specifiedGrace: Int64 { pod.spec.terminationGracePeriodSeconds ?? 30 }

  /// Seconds that remain of what the deletion leaves.
  var graceSeconds: Int64 { max(0, pod.metadata.deletionGracePeriodSeconds ?? specifiedGrace) }

  // MARK: starting

  /// Whether everything before the containers proper is done.
  var areAllInitialDone: Bool {
    pod.spec.initContainers.allSatisfy { container in
      isSidecar(container)
        ? started.contains(container.name) || record.containers[container.name]?.last != nil
        : record.containers[container.name]?.termination?.exitCode == 0
    }
  }

  /// Init containers run one after the other; those that keep running are waited for until they have started.
  private var initialSteps: [Step] {
    var steps: [Step] = []
    for container in pod.spec.initContainers {
      let known = record.containers[container.name] ?? ContainerRecord()
      switch known.state {
      case .running:
        if !isSidecar(container) || !started.contains(container.name) { return steps }
      case .terminated(let termination) where termination.exitCode == 0 && !isSidecar(container): continue
      case .terminated(let termination):
        guard restarts(container, after: termination) else { return steps }
        if isDue(known) { steps.append(.start(container: container.name)) }
        if !isSidecar(container) { return steps }
      case .waiting:
        if isDue(known) { steps.append(.start(container: container.name)) }
        return steps
      }
    }
    return steps
  }

  private var mainSteps: [Step] {
    guard areAllInitialDone else { return [] }
    return pod.spec.containers.compactMap { container in
      let known = record.containers[container.name] ?? ContainerRecord()
      switch known.state {
      case .running: return nil
      case .terminated(let termination) where !restarts(container, after: termination): return nil
      case .terminated, .waiting: return isDue(known) ? .start(container: container.name) : nil
      }
    }
  }

  private func isDue(_ container: ContainerRecord) -> Bool { container.notBefore.map { $0 <= now } ?? true }

  // MARK: rules

  /// An init container that goes on beside the others.
  func isSidecar(_ container: Core.Container) -> Bool {
    container.restartPolicy == "Always" && pod.spec.initContainers.contains { $0.name == container.name }
  }

  func restarts(_ container: Core.Container, after termination: Termination) -> Bool {
    if isSidecar(container) { return true }
    let isInitial = pod.spec.initContainers.contains { $0.name == container.name }
    return switch pod.spec.restartPolicy {
    case "Never": false
    case "OnFailure": termination.exitCode != 0
    default: isInitial ? termination.exitCode != 0 : true
    }
  }

  private func running(_ containers: [Core.Container]) -> [Core.Container] {
    containers.filter { record.containers[$0.name]?.isRunning == true }
  }

  /// Waits between restarts double from 10 seconds to five minutes, as kubelet's do; the first restart comes at once.
  static func restartDelay(_ restartCount: Int32) -> Duration {
    restartCount <= 0 ? .zero : .seconds(min(300, 10 << min(5, Int64(restartCount) - 1)))
  }

  /// Waits between attempts to get an image.
  static func pullDelay(_ failures: Int) -> Duration { .seconds(min(300, 10 << min(5, Int64(max(1, failures)) - 1))) }
}
