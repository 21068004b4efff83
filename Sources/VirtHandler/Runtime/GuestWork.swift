import Admission
import Glibc
import JSON
import Kube
import KubeClient
import LauncherProtocol
import Logging
import VirtTypes

/// Does what a plan says.
struct GuestWork: Sendable {
  let settings: HandlerSettings
  let caches: NodeCaches
  let launchers: LauncherRegistry
  let client: KubernetesClient
  let logger: Logger

  /// Does the steps one after the other until one fails.
  func carryOut(_ plan: GuestPlan, _ observed: GuestObserver.Observed) async -> GuestOutcome {
    for step in plan.steps {
      let outcome = await carryOut(step, observed)
      if outcome != .done { return outcome }
    }
    return .done
  }

  private func carryOut(_ step: GuestStep, _ observed: GuestObserver.Observed) async -> GuestOutcome {
    let launcher = observed.launcher.flatMap { launchers.client(of: $0) }
    switch step {
    case .cleanUp:
      await cleanUp(observed)
      return .done
    case .lookForLauncher:
      if let launcher, (try? await launcher.ping()) != nil { return .done }
      if let identity = observed.launcher { launchers.forget(identity) }
      return .launcherAbsent
    case .ping:
      guard let launcher else { return .failed("The launcher has no socket") }
      return await outcome { () throws(LauncherError) in try await launcher.ping() }
    case .command(let command):
      guard let launcher, let identity = observed.launcher else { return .failed("The launcher has no socket") }
      logger.info(
        "telling launcher", metadata: ["instance": "\(observed.observation.key)", "command": "\(command.rawValue)"])
      return await outcome { () throws(LauncherError) in
        do throws(LauncherError) {
          launchers.note(try await launcher.perform(command), of: identity)
        } catch {
          // What is to be gone is gone.
          if case .refused(let status) = error, status.code == 404, [.kill, .delete].contains(command) { return }
          throw error
        }
      }
    case .synchronize: return await synchronize(observed, launcher)
    }
  }

  private func outcome(_ attempt: () async throws(LauncherError) -> Void) async -> GuestOutcome {
    do throws(LauncherError) {
      try await attempt()
      return .done
    } catch { return .failed("\(error)") }
  }

  // MARK: Synchronization

  private func synchronize(_ observed: GuestObserver.Observed, _ launcher: LauncherClient?) async -> GuestOutcome {
    guard let instance = observed.observation.instance else { return .failed("The instance is gone") }
    guard let launcher, let identity = observed.launcher else {
      let reason = "The launcher does not listen yet"
      return observed.profile == .legacy ? .failed(reason) : .notReady(reason)
    }
    do {
      var request = SyncRequest(
        instance: try await resolved(instance), configuration: caches.configuration)
      let isUp = observed.observation.domain?.status.isAlive ?? false
      if observed.profile == .current, settings.preparesPods, let pod = observed.observation.pod {
        let preparation = PodPreparation(paths: settings.paths, instance: instance, podUID: pod.metadata.uid)
        switch await preparation.prepare(launcher, isUp: isUp) {
        case .ready(let interfaces): request.network = interfaces
        case .pending(let reason): return .notReady(reason)
        case .failed(let reason): return .failed(reason)
        }
      }
      launchers.note(try await launcher.synchronize(request), of: identity)
      return .done
    } catch let error as LauncherError {
      if case .unreachable(let reason) = error, observed.profile == .current { return .notReady(reason) }
      return .failed("\(error)")
    } catch { return .failed("\(error)") }
  }

  /// The instance as launchers get it: what secrets say in the place of their names.
  private func resolved(_ instance: V1.VirtualMachineInstance) async throws -> JSONValue {
    let secrets = CloudInitSecrets(of: instance)
    var found: [String: JSONValue] = [:]
    for name in secrets.names {
      let path = ResourcePath(HandlerResources.secrets, namespace: instance.metadata.namespace, name: name)
      switch await client.perform(ObjectWrite(path, .get)) {
      case .success(let secret): found[name] = secret
      case .failure(let error) where error.isNotFound: break
      case .failure(let error): throw LauncherError.unreachable("the secret \(name) can't be read: \(error)")
      }
    }
    var tree = try secrets.resolved(in: instance, from: found).jsonTree
    tree["apiVersion"] = "kubevirt.io/v1"
    tree["kind"] = "VirtualMachineInstance"
    return tree
  }

  // MARK: Cleaning up

  private func cleanUp(_ observed: GuestObserver.Observed) async {
    let key = observed.observation.key
    let paths = settings.paths
    switch observed.profile {
    case .legacy:
      for path in [paths.watchdogFile(key.name), paths.shutdownTrigger(key.name)].compactMap({ $0 }) { unlink(path) }
    case .current:
      if case .current(let podUID)? = observed.launcher {
        ContainerDisks.unmount(in: paths.emptyDirectory(ContainerDisks.volumeName, podUID: podUID))
      }
      if let cache = paths.networkCache(uid: key.uid) { unlink(cache) }
      // Its socket goes with the pod.
      return
    }
    if let launcher = observed.launcher { launchers.forget(launcher) }
  }
}
