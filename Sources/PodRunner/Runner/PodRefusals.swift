import Kube
import KubeClient
import KubeTypes
import Logging

/// Says on every waiting pod why it does not run, on a machine that runs none.
public struct PodRefusals: Sendable {
  private let client: KubernetesClient
  private let reason: String
  private let logger: Logger

  /// - Parameter reason: for people.
  public init(_ client: KubernetesClient, reason: String, logger: Logger) {
    self.client = client
    self.reason = reason
    self.logger = logger
  }

  /// Goes on until the task is cancelled.
  public func run() async {
    let bell = Doorbell()
    let events = EventRecorder(client, logger: logger)
    let scheduling = PodScheduling(client: client, events: events, logger: logger, nodeName: "")
    let pods = Informer(client, NodeContext.pods, logger: logger) { _ in bell.ring() }
    await withTaskGroup(of: Void.self) { group in
      group.addTask { await pods.run() }
      group.addTask { await events.run() }
      while !Task.isCancelled {
        for object in pods.objects {
          guard let pod = try? object.decode(as: Core.Pod.self), PodScheduling.isWaiting(pod) else { continue }
          await scheduling.place(pod, .doesNotFit(reason))
        }
        await bell.wait(atMost: .seconds(30))
      }
      group.cancelAll()
    }
  }
}
