import JSON
import Kube
import KubeClient

/// The cluster that a command works on, and the namespace that it works in.
struct Cluster: Sendable {
  let client: KubernetesClient
  let namespace: String
  let timeout: Duration

  static let subresources = "subresources.kubevirt.io"

  /// Asks for something to be done with a virtual machine (`start`, `stop` …), by PUT.
  /// - Throws: what the server says, in its words.
  func put(_ subresource: String, ofMachine name: String, _ body: JSONValue) async throws {
    let resource = GroupVersionResource(group: Self.subresources, version: "v1", resource: "virtualmachines")
    let path = ResourcePath(resource, namespace: namespace, name: name, subresource: subresource)
    guard let text = path.path else { throw CommandFailure("\"\(name)\" cannot be the name of a virtual machine") }
    _ = try await client.raw("PUT", text, body: body, timeout: timeout)
  }
}

/// Why a command did not do what it was asked for, in a sentence.
struct CommandFailure: Error, CustomStringConvertible {
  var description: String

  init(_ description: String) { self.description = description }

  /// What went wrong, behind the command's own words.
  init(_ prefix: String, _ error: any Error) {
    let reason: String
    switch error {
    case KubernetesError.status(let status): reason = status.message
    default: reason = "\(error)"
    }
    self.init("\(prefix) \(reason)")
  }
}
