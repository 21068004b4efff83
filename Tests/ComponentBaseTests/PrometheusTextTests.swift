import Testing

@testable import ComponentBase

@Suite struct PrometheusTextTests {
  @Test func escapesLabelValues() {
    var text = PrometheusText()
    text.sample("up", [("a", "1\"2\\3\n4\r\n5")], 1)
    #expect(text.text == "up{a=\"1\\\"2\\\\3\\n4\r\\n5\"} 1\n")
  }

  @Test func cumulatesBuckets() {
    var histogram = Histogram()
    for seconds in [0.000005, 0.00002, 20] { histogram.observe(seconds) }
    var text = PrometheusText()
    text.histogram("h", [], histogram)
    #expect(text.text.contains("h_bucket{le=\"1e-05\"} 1\nh_bucket{le=\"2.5e-05\"} 2\n"))
    #expect(text.text.contains("h_bucket{le=\"10.0\"} 2\nh_bucket{le=\"+Inf\"} 3\n"))
    #expect(text.text.contains("h_count 3\n"))
  }
}
