import ComponentBase
import KubeClient

/// The metrics of work queues, under the names that KubeVirt gives them.
enum WorkQueueText {
  typealias Queues = [(name: String, metrics: WorkQueueMetrics)]

  static func write(_ queues: Queues, to text: inout PrometheusText) {
    samples("adds_total", .counter, "Keys added to the queue.", queues, to: &text) { $0.adds }
    samples("retries_total", .counter, "Keys put back after a failure.", queues, to: &text) { $0.retries }
    samples("depth", .gauge, "Keys that wait for their turn.", queues, to: &text) { Double($0.depth) }
    samples("unfinished_work_seconds", .gauge, "How long all present work has gone on.", queues, to: &text) {
      $0.unfinishedWork / .seconds(1)
    }
    samples(
      "longest_running_processor_seconds", .gauge, "How long the oldest present work has gone on.", queues, to: &text
    ) { $0.longestRunning / .seconds(1) }
    histogram("queue_duration_seconds", "From being added to being handed out.", queues, to: &text, \.waitDurations)
    histogram("work_duration_seconds", "From being handed out to being done.", queues, to: &text, \.workDurations)
  }

  private static func samples(
    _ name: String, _ kind: PrometheusText.Kind, _ help: String, _ queues: Queues, to text: inout PrometheusText,
    _ value: (WorkQueueMetrics) -> some CustomStringConvertible
  ) {
    let name = "kubevirt_workqueue_" + name
    text.family(name, kind, help)
    for queue in queues { text.sample(name, [("name", queue.name)], value(queue.metrics)) }
  }

  private static func histogram(
    _ name: String, _ help: String, _ queues: Queues, to text: inout PrometheusText,
    _ durations: (WorkQueueMetrics) -> DurationHistogram
  ) {
    let name = "kubevirt_workqueue_" + name
    text.family(name, .histogram, help)
    for queue in queues {
      let durations = durations(queue.metrics)
      text.histogram(
        name, [("name", queue.name)], bounds: durations.bounds, counts: durations.counts,
        count: durations.count, sum: durations.sum)
    }
  }
}
