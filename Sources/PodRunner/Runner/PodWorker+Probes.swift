import Kube
import KubeTypes
import Processes
import Transport

extension PodWorker {
  /// Asks the probes that are due; answers come later.
  func beginProbes(_ pod: Core.Pod) {
    let now = Timestamp.now()
    for container in pod.spec.initContainers + pod.spec.containers {
      guard let known = record.containers[container.name], known.isRunning, endings[container.name] == nil,
        var state = health[container.name]
      else { continue }
      let kinds = state.begin(at: now)
      health[container.name] = state
      for kind in kinds {
        guard let probe = ContainerHealth.probe(kind, of: container) else { continue }
        let id = known.runtimeID
        let check = ProbeCheck(
          probe: probe, container: container, runtimeID: id, address: record.sandbox?.addresses.first ?? "",
          runtime: context.runtime, http: context.probes)
        Task {
          let fault = await check.fault()
          self.note(kind, container, id, fault, pod)
        }
      }
    }
  }

  private func note(
    _ kind: ContainerHealth.Kind, _ container: Core.Container, _ id: String, _ fault: String?, _ pod: Core.Pod
  ) {
    // The answer may be about a run that has ended meanwhile.
    guard record.containers[container.name]?.runtimeID == id, var state = health[container.name] else { return }
    let before = state
    state.note(kind, fault == nil)
    health[container.name] = state
    if let fault {
      let title =
        switch kind {
        case .startup: "Startup"
        case .liveness: "Liveness"
        case .readiness: "Readiness"
        }
      context.warn(pod, "Unhealthy", "\(title) probe failed: \(fault)")
    }
    if before.isReady != state.isReady || before.isStarted != state.isStarted || state.isUnhealthy { bell.ring() }
  }
}

/// One question of a probe.
struct ProbeCheck: Sendable {
  var probe: Core.Probe
  var container: Core.Container
  var runtimeID: String
  var address: String
  var runtime: ContainerRuntime
  var http: HTTPClient

  /// What is wrong; nil when nothing is.
  func fault() async -> String? {
    let timeout = Duration.seconds(Int64(max(1, probe.timeoutSeconds)))
    if let command = probe.exec?.command {
      let code = await runtime.execute(command, in: runtimeID, timeout: timeout)
      return code == 0 ? nil : "command \(command.first ?? "") ended with \(code)"
    }
    if let action = probe.httpGet {
      guard let port = port(action.port) else { return "there is no port \(action.port)" }
      let host = action.host.isEmpty ? address : action.host
      let scheme = action.scheme.uppercased() == "HTTPS" ? "https" : "http"
      var tls = TLSClientConfiguration()
      tls.trust = .insecure
      guard let endpoint = HTTPEndpoint(url: "\(scheme)://\(Self.authority(host)):\(port)", tls: tls) else {
        return "\(host) is no address"
      }
      var request = HTTPClientRequest(target: action.path.hasPrefix("/") ? action.path : "/" + action.path)
      request.headers.append("user-agent", "kube-probe")
      for header in action.httpHeaders { request.headers.append(header.name.lowercased(), header.value) }
      request.timeout = timeout
      do {
        let response = try await http.send(request, to: endpoint)
        _ = try? await response.body.collect(limit: 10 << 10)
        return (200..<400).contains(response.status) ? nil : "HTTP probe failed with statuscode: \(response.status)"
      } catch {
        return "\(error)"
      }
    }
    if let action = probe.tcpSocket {
      guard let port = port(action.port) else { return "there is no port \(action.port)" }
      let host = action.host.isEmpty ? address : action.host
      return await TCPCheck.fault(host: host, port: port, timeout: timeout)
    }
    // Other kinds of probes are not asked, and hold nothing back.
    return nil
  }

  private static func authority(_ host: String) -> String { host.contains(":") ? "[\(host)]" : host }

  private func port(_ port: IntOrString) -> Int? {
    switch port {
    case .int(let number): (1...65535).contains(Int(number)) ? Int(number) : nil
    case .string(let name):
      container.ports.first { $0.name == name }.map { Int($0.containerPort) } ?? Int(name)
    }
  }
}
