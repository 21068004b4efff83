import JSON
import Kube
import KubeClient
import Logging

/// Tells from time to time that the node's handler lives, and that guests may be sent there.
struct Heartbeat: Sendable {
  let client: KubernetesClient
  let node: String
  let logger: Logger

  /// Between two beats, up to 2.2 times as long, so that the nodes of a cluster do not write at one moment.
  static let interval = Duration.seconds(60)
  private static let pauseAfterFailure = Duration.seconds(2)

  /// Until the task is cancelled.
  func run() async {
    var wasRefused = false
    let machineTypes = await MachineTypes.supported()
    while !Task.isCancelled {
      switch await client.perform(
        ObjectWrite(ResourcePath(HandlerResources.nodes, name: node), Self.beat(at: .now(), machineTypes: machineTypes))
      )
      {
      case .success:
        wasRefused = false
        try? await Task.sleep(for: Self.interval * Double.random(in: 1...2.2))
      case .failure(let error):
        if !wasRefused {
          logger.warning("the node can't be told that its handler lives", metadata: ["reason": "\(error)"])
        }
        wasRefused = true
        try? await Task.sleep(for: Self.pauseAfterFailure)
      }
    }
  }

  static func beat(at moment: Timestamp, machineTypes: [String]) -> ObjectWrite.Operation {
    var labels: JSONObject = [HandlerNames.schedulable: "true"]
    for type in machineTypes { labels[MachineTypes.labelPrefix + type] = "true" }
    return .patch(
      .merge([
        "metadata": [
          "labels": .object(labels), "annotations": .object([HandlerNames.heartbeat: .string(moment.text)]),
        ]
      ]))
  }
}
