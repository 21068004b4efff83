import Transport

extension TransportMetrics {
  /// Writes the transport's counters.
  public func write(to text: inout PrometheusText) {
    text.family("swift_virt_http_connections_open", .gauge, "Connections that are open.")
    text.sample("swift_virt_http_connections_open", [], connectionsOpen)
    text.family(
      "swift_virt_http_connections_total", .counter, "Connections accepted, by what they turned out to speak.")
    text.sample("swift_virt_http_connections_total", [("protocol", "http/1.1")], http1Connections)
    text.sample("swift_virt_http_connections_total", [("protocol", "h2")], http2Connections)
    text.family("swift_virt_http_requests_total", .counter, "Requests received.")
    text.sample("swift_virt_http_requests_total", [("protocol", "http/1.1")], requestsHTTP1)
    text.sample("swift_virt_http_requests_total", [("protocol", "h2")], requestsHTTP2)
    text.family("swift_virt_http_requests_in_flight", .gauge, "Requests whose handler has not finished.")
    text.sample("swift_virt_http_requests_in_flight", [], requestsInFlight)
    text.family("swift_virt_http_bytes_total", .counter, "Bytes of HTTP messages.")
    text.sample("swift_virt_http_bytes_total", [("direction", "received")], bytesReceived)
    text.sample("swift_virt_http_bytes_total", [("direction", "sent")], bytesSent)
    text.family("swift_virt_tls_handshake_failures_total", .counter, "TLS handshakes that failed.")
    text.sample("swift_virt_tls_handshake_failures_total", [], tlsHandshakeFailures)
    text.family("swift_virt_http_protocol_errors_total", .counter, "Connections ended for breaking the protocol.")
    text.sample("swift_virt_http_protocol_errors_total", [], protocolErrors)
    text.family("swift_virt_certificate_reloads_total", .counter, "Certificates read again after their files changed.")
    text.sample("swift_virt_certificate_reloads_total", [("result", "success")], certificateReloads)
    text.sample("swift_virt_certificate_reloads_total", [("result", "failure")], certificateReloadFailures)
    text.family("swift_virt_http_limit_hits_total", .counter, "Connections and requests that a limit cut off.")
    for kind in LimitKind.allCases {
      text.sample("swift_virt_http_limit_hits_total", [("limit", kind.rawValue)], limitsHit[kind] ?? 0)
    }
  }
}
