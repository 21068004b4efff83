import JSON
import Kube
import KubeClient
import Transport

/// The cluster that a command works on, and the namespace that it works in.
struct Cluster: Sendable {
  let client: KubernetesClient
  let namespace: String
  let timeout: Duration

  static let subresources = "subresources.kubevirt.io"

  /// What a name is of.
  enum Kind: String, Sendable {
    case machine = "virtualmachines"
    case instance = "virtualmachineinstances"

    /// As users write it, in any of its forms.
    init?(argument: String) {
      switch argument.lowercased() {
      case "vm", "vms", "virtualmachine", "virtualmachines": self = .machine
      case "vmi", "vmis", "virtualmachineinstance", "virtualmachineinstances": self = .instance
      default: return nil
      }
    }
  }

  /// Asks for something to be done (`start`, `pause` …), by PUT.
  /// - Throws: what the server says, in its words.
  func put(_ subresource: String, of kind: Kind, _ name: String, _ body: JSONValue? = nil) async throws {
    _ = try await client.raw("PUT", try path(subresource, of: kind, name), body: body, timeout: timeout)
  }

  /// A document about the object, as the server wrote it.
  func document(_ subresource: String, of kind: Kind, _ name: String) async throws -> JSONValue {
    try JSONValue(
      parsing: await client.raw("GET", try path(subresource, of: kind, name), timeout: timeout))
  }

  /// A stream of bytes to the instance: its console, its screen.
  func stream(_ subresource: String, of kind: Kind, _ name: String) async throws -> WebSocketStream {
    try await client.webSocket(try path(subresource, of: kind, name), protocols: ["plain.kubevirt.io"])
  }

  private func path(_ subresource: String, of kind: Kind, _ name: String) throws -> String {
    let resource = GroupVersionResource(group: Self.subresources, version: "v1", resource: kind.rawValue)
    let path = ResourcePath(resource, namespace: namespace, name: name, subresource: subresource)
    guard let text = path.path else { throw CommandFailure("\"\(name)\" cannot be the name of a virtual machine") }
    return text
  }

  /// An object of kubevirt.io/v1.
  func object(_ kind: Kind, _ name: String) async throws -> JSONValue {
    try await client.get(
      ResourcePath(
        GroupVersionResource(group: "kubevirt.io", version: "v1", resource: kind.rawValue), namespace: namespace,
        name: name), timeout: timeout)
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
