import ComponentBase
import KubeClient

/// The metrics of work queues, under the names that KubeVirt gives them.
enum WorkQueueText {
  static func write(_ queues: [(name: String, metrics: WorkQueueMetrics)], to text: inout PrometheusText) {
    counter("adds_total", "Keys added to the queue.", queues, to: &text) { $0.adds }
    counter("retries_total", "Keys put back after a failure.", queues, to: &text) { $0.retries }
    gauge("depth", "Keys that wait for their turn.", queues, to: &text) { Double($0.depth) }
    gauge("unfinished_work_seconds", "How long all present work has gone on.", queues, to: &text) {
      $0.unfinishedWork.inSeconds
    }
    gauge("longest_running_processor_seconds", "How long the oldest present work has gone on.", queues, to: &text) {
      $0.longestRunning.inSeconds
    }
    histogram("queue_duration_seconds", "From being added to being handed out.", queues, to: &text, \.waitDurations)
    histogram("work_duration_seconds", "From being handed out to being done.", queues, to: &text, \.workDurations)
  }

  private static func counter(
    _ name: String, _ help: String, _ queues: [(name: String, metrics: WorkQueueMetrics)],
    to text: inout PrometheusText, _ value: (WorkQueueMetrics) -> UInt64
  ) {
    text.family("kubevirt_workqueue_" + name, .counter, help)
    for queue in queues { text.sample("kubevirt_workqueue_" + name, [("name", queue.name)], value(queue.metrics)) }
  }

  private static func gauge(
    _ name: String, _ help: String, _ queues: [(name: String, metrics: WorkQueueMetrics)],
    to text: inout PrometheusText, _ value: (WorkQueueMetrics) -> Double
  ) {
    text.family("kubevirt_workqueue_" + name, .gauge, help)
    for queue in queues { text.sample("kubevirt_workqueue_" + name, [("name", queue.name)], value(queue.metrics)) }
  }

  private static func histogram(
    _ name: String, _ help: String, _ queues: [(name: String, metrics: WorkQueueMetrics)],
    to text: inout PrometheusText, _ durations: (WorkQueueMetrics) -> DurationHistogram
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

extension Duration {
  var inSeconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
