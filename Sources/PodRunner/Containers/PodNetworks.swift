import Glibc
import JSON

/// Connects pods by the CNI plugins of this machine.
struct PodNetworks: Sendable {
  let configuration: NetworkConfiguration
  private let plugins: String

  /// Chooses the subnet at the first start, and keeps to it.
  ///
  /// - Throws: what is missing.
  init(folder: NodeFolder) throws(PodRunnerError) {
    guard let plugins = ["/usr/lib/cni", "/opt/cni/bin"].first(where: { HostFiles.exists($0 + "/ptp") }) else {
      throw PodRunnerError("the CNI plugins are not installed (containernetworking-plugins)")
    }
    self.plugins = plugins
    try HostFiles.makeFolder(folder.network, mode: 0o700)
    let subnet: String
    if let known = HostFiles.text(folder.networkChoice), !known.isEmpty {
      subnet = known
    } else {
      let routes = HostFiles.text("/proc/net/route") ?? ""
      subnet = NetworkConfiguration.subnet(
        for: folder.path, usedSubnets: NetworkConfiguration.usedSubnets(routes: routes))
      try HostFiles.write(subnet, to: folder.networkChoice, mode: 0o600)
    }
    configuration = NetworkConfiguration(
      subnet: subnet, dataDirectory: folder.network, masquerades: ProgramRun.find(["iptables"]) != nil)
  }

  /// - Returns: the pod's addresses.
  /// - Throws: what a plugin says.
  func connect(_ uid: String, namespace: String, arguments: String) async throws(PodRunnerError) -> [String] {
    _ = try await call("ADD", NetworkConfiguration.loopback, uid, namespace, "lo", arguments)
    var result = JSONValue.null
    for plugin in configuration.plugins {
      var plugin = plugin
      if !result.isNull { plugin["prevResult"] = result }
      result = try await call("ADD", plugin, uid, namespace, "eth0", arguments)
    }
    let addresses = NetworkConfiguration.addresses(of: result)
    if addresses.isEmpty { throw PodRunnerError("the network plugin gave the pod no address") }
    return addresses
  }

  /// Undoes it; that there is nothing to undo is no fault.
  func disconnect(_ uid: String, namespace: String) async throws(PodRunnerError) {
    for plugin in configuration.plugins.reversed() {
      _ = try await call("DEL", plugin, uid, HostFiles.exists(namespace) ? namespace : "", "eth0", "")
    }
  }

  private func call(
    _ command: String, _ plugin: JSONValue, _ uid: String, _ namespace: String, _ interface: String,
    _ arguments: String
  ) async throws(PodRunnerError) -> JSONValue {
    let type = plugin["type"]?.string ?? ""
    var environment = [
      "CNI_COMMAND=" + command, "CNI_CONTAINERID=" + uid, "CNI_NETNS=" + namespace, "CNI_IFNAME=" + interface,
      "CNI_PATH=" + plugins, "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
    ]
    if !arguments.isEmpty { environment.append("CNI_ARGS=" + arguments) }
    let outcome = try await ProgramRun.run(
      [plugins + "/" + type], environment: environment, input: plugin.jsonBytes())
    let answer = (try? JSONValue(parsing: outcome.output)) ?? .null
    guard outcome.code == 0 else {
      throw PodRunnerError("network plugin \(type): \(answer["msg"]?.string ?? outcome.message)")
    }
    return answer
  }
}
