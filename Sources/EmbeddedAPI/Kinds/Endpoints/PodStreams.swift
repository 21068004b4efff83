import JSON
import Kube
import Transport

/// `pods/exec` and `pods/attach`.
struct PodCommandEndpoint: StreamingEndpoint {
  let runner: (any PodConnector)?
  let isAttach: Bool

  func serve(_ request: ResourceRequest, _ exchange: HTTPExchange, _ objects: any ObjectAccess) async throws {
    let (pod, command) = try await find(request, objects)
    try await PodOptions.require(runner).runCommand(command, in: pod, exchange)
  }

  func find(
    _ request: ResourceRequest, _ objects: any ObjectAccess
  ) async throws(Status) -> (pod: JSONValue, command: PodCommand) {
    let parameters = request.options.parameters
    let pod = try await objects.get(BuiltInEndpoints.pods, namespace: request.namespace, name: request.name)
    let container = try PodOptions.container(parameters["container"]?.first ?? "", in: pod)
    try PodOptions.requireNode(pod)
    let command = PodCommand(parameters, container: container, isAttach: isAttach)
    if !command.hasInput, !command.hasOutput, !command.hasErrors {
      throw .badRequest("you must specify at least 1 of stdin, stdout, stderr")
    }
    if command.hasTerminal, command.hasErrors {
      throw .badRequest("tty and stderr cannot both be true")
    }
    if !isAttach, command.command.isEmpty { throw .badRequest("you must specify a command") }
    return (pod, command)
  }
}

/// `pods/portforward`.
struct PodPortEndpoint: StreamingEndpoint {
  let runner: (any PodConnector)?

  func serve(_ request: ResourceRequest, _ exchange: HTTPExchange, _ objects: any ObjectAccess) async throws {
    let pod = try await objects.get(BuiltInEndpoints.pods, namespace: request.namespace, name: request.name)
    try PodOptions.requireNode(pod)
    var ports: [Int] = []
    for text in (request.options.parameters["ports"] ?? []).flatMap({ $0.split(separator: ",") }) {
      guard let port = Int(text), (1...65535).contains(port) else {
        throw Status.badRequest("ports: \(Status.quoted(String(text))) is no port")
      }
      ports.append(port)
    }
    try await PodOptions.require(runner).forwardPorts(ports, of: pod, exchange)
  }
}

/// `pods/log`.
struct PodLogEndpoint: StreamingEndpoint {
  let runner: (any PodConnector)?

  func serve(_ request: ResourceRequest, _ exchange: HTTPExchange, _ objects: any ObjectAccess) async throws {
    let (pod, options) = try await find(request, objects)
    // A pod that is nowhere has written nothing yet.
    let pieces =
      pod.text("spec", "nodeName").isEmpty ? nil : try await PodOptions.require(runner).log(options, of: pod)
    try await exchange.start(status: 200, headers: ["content-type": "text/plain"])
    if let pieces {
      for try await piece in pieces { try await exchange.write(piece) }
    }
    try await exchange.finish()
  }

  func find(
    _ request: ResourceRequest, _ objects: any ObjectAccess
  ) async throws(Status) -> (pod: JSONValue, options: PodLogOptions) {
    var options = try PodLogOptions(request.options.parameters, pod: request.name)
    let pod = try await objects.get(BuiltInEndpoints.pods, namespace: request.namespace, name: request.name)
    options.container = try PodOptions.container(options.container, in: pod)
    return (pod, options)
  }
}
