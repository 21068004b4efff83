import Kube
import KubeClient

/// Finds the launchers of guests by the names of their instances: for requests that users make of them.
struct GuestDirectory: Sendable {
  let caches: NodeCaches
  let launchers: LauncherRegistry
  let observer: GuestObserver

  struct Guest: Sendable {
    var key: GuestKey
    var launcher: LauncherClient
  }

  /// - Throws: 404 without such an instance on this node, 409 where nothing runs it.
  func guest(_ name: NamespacedName) throws(Status) -> Guest {
    guard let object = caches.instance(named: name) else {
      throw .failure(
        .notFound, code: 404, message: "virtualmachineinstances.kubevirt.io \"\(name.name)\" not found on this node")
    }
    let key = GuestKey(name, uid: object.uid)
    guard case .observed(let observed) = observer.observe(key), let identity = observed.launcher,
      let launcher = launchers.client(of: identity)
    else { throw .failure(.conflict, code: 409, message: "nothing runs the instance \(name.name) yet") }
    return Guest(key: key, launcher: launcher)
  }
}
