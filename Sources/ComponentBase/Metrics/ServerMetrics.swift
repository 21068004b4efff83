import Transport

/// What every server of ours says at `/metrics` (Prometheus text format).
public enum ServerMetrics {
  /// Build, transport and process.
  ///
  /// - Parameter own: writes what the component has besides.
  public static func text(
    server: TransportMetrics?, _ own: (inout PrometheusText) -> Void = { _ in }
  ) -> String {
    var text = PrometheusText()
    text.family("swift_virt_build_info", .gauge, "Always 1; the labels say which build this is.")
    text.sample(
      "swift_virt_build_info",
      [
        ("version", BuildInformation.version), ("compatible_release", BuildInformation.compatibleRelease),
        ("architecture", BuildInformation.architecture),
      ], 1)
    own(&text)
    server?.write(to: &text)
    ProcessMetrics.write(to: &text)
    return text.text
  }
}
