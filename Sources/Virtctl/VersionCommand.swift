import ArgumentParser
import ComponentBase
import JSON
import Kube
import KubeClient

/// `virtctl version`.
struct VersionCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "version", abstract: "Print the versions of this program and of the cluster's KubeVirt.")

  @Flag(name: .shortAndLong, help: "This program's version only; no cluster is asked.")
  var client = false

  @OptionGroup var connection: ConnectionOptions

  func run() async throws {
    let own = try JSONValue(parsing: BuildInformation.versionJSON)
    print("Client Version: \(Self.text(own))")
    if client { return }
    let answer: JSONValue
    do {
      answer = try await serverVersion()
    } catch {
      throw CommandFailure("the server's version could not be read:", error)
    }
    print("Server Version: \(Self.text(answer))")
  }

  /// In the version of the group that the server prefers.
  private func serverVersion() async throws -> JSONValue {
    let cluster = try connection.connect()
    let root = "/apis/\(Cluster.subresources)"
    let group = try JSONValue(parsing: await cluster.client.raw("GET", root, timeout: cluster.timeout))
    let version = group.value(at: "preferredVersion", "version")?.string ?? "v1"
    return try JSONValue(
      parsing: await cluster.client.raw("GET", "\(root)/\(version)/version", timeout: cluster.timeout))
  }

  /// Go's notation of `version.Info`, which scripts read.
  static func text(_ version: JSONValue) -> String {
    let members = [
      ("GitVersion", "gitVersion"), ("GitCommit", "gitCommit"), ("GitTreeState", "gitTreeState"),
      ("BuildDate", "buildDate"), ("GoVersion", "goVersion"), ("Compiler", "compiler"), ("Platform", "platform"),
    ]
    let fields = members.map { name, member in "\(name):\(JSONValue.string(version[member]?.string ?? "").serialized())"
    }
    return "version.Info{\(fields.joined(separator: ", "))}"
  }
}
