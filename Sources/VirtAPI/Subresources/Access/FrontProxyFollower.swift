import JSON
import Kube
import KubeClient
import Logging
import ComponentBase
import Synchronization
import Transport

/// Knows the front proxy, as it was told or as the API server's ConfigMap says.
public final class FrontProxyKnowledge: Sendable {
  private let state: Mutex<FrontProxy?>

  public init(_ proxy: FrontProxy? = nil) { state = Mutex(proxy) }

  public var current: FrontProxy? { state.withLock { $0 } }

  func replace(_ proxy: FrontProxy?) { state.withLock { $0 = proxy } }
}

/// Follows the ConfigMap in which the API server says how its front proxy is to be known.
struct FrontProxyFollower: Sendable {
  let client: KubernetesClient
  let knowledge: FrontProxyKnowledge
  let server: ServerReference
  let logger: Logger

  /// Until the task is cancelled.
  func run() async {
    let (changes, changed) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    var options = Informer.Options()
    options.namespace = FrontProxy.configurationNamespace
    options.fieldSelector = "metadata.name=\(FrontProxy.configurationName)"
    let informer = Informer(
      client, GroupVersionResource(version: "v1", resource: "configmaps"), options: options, logger: logger
    ) { _ in changed.yield() }
    await withTaskGroup(of: Void.self) { group in
      group.addTask { await informer.run() }
      for await _ in changes where informer.hasSynced { take(informer.objects.first?.tree) }
      group.cancelAll()
    }
  }

  /// Uses what the ConfigMap says; what can't be read changes nothing.
  func take(_ configuration: JSONValue?) {
    do {
      let proxy = try configuration.flatMap { try FrontProxy(configuration: $0) }
      if proxy == knowledge.current { return }
      // First whom the TLS layer lets in: between the two, nobody is believed who should not be.
      if proxy?.authorities != knowledge.current?.authorities {
        try server.server?.replaceClientAuthorities(proxy?.authorities)
      }
      knowledge.replace(proxy)
      logger.notice(
        proxy == nil ? "no front proxy is known: requests for subresources are refused" : "front proxy known",
        metadata: ["names": "\((proxy?.allowedNames ?? []).sorted().joined(separator: ", ").forLog)"])
    } catch {
      logger.error(
        "the configuration of the front proxy can't be used; what was known stays",
        metadata: ["config-map": "\(FrontProxy.configurationName)", "reason": "\("\(error)".forLog)"])
    }
  }
}
