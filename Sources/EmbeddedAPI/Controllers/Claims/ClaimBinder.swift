import EmbeddedStore
import JSON
import Kube

/// Gives claims their volumes: ones that are there and fit, else a directory of this machine.
///
/// A volume is written before its directory is made and before its claim names it, and goes after its directory: what
/// was broken off anywhere is found by the volume, and finished.
actor ClaimBinder: Controller {
  enum Key: Hashable, Sendable {
    case claim(ObjectKey)
    case volume(ObjectKey)
  }

  nonisolated let name = "claim-binder"
  nonisolated let collections: Set<String> = ["persistentvolumeclaims", "persistentvolumes", "pods"]
  private let context: ControllerContext
  private let directories: HostDirectories
  private let events: EventRecorder
  /// Claims that wait for a volume that fits.
  private var pending: Set<ObjectKey> = []

  init(_ context: ControllerContext, directories: HostDirectories) {
    self.context = context
    self.directories = directories
    events = EventRecorder(context: context, source: "persistentvolume-controller")
  }

  func forget() { pending = [] }

  func observe(_ change: Change) throws(Status) -> [Key] {
    let key = change.object.key
    let object = try change.object.tree()
    switch key.collection {
    case "persistentvolumeclaims":
      if change.kind == .removed { pending.remove(key) }
      let volume = object.value(at: "spec", "volumeName")?.string ?? Self.volumeName(for: object)
      return [.claim(key), .volume(Self.volumeKey(volume))]
    case "persistentvolumes":
      let claim = object.value(at: "spec", "claimRef").map { Key.claim(Self.claimKey($0)) }
      return [.volume(key)] + (claim.map { [$0] } ?? pending.map { .claim($0) })
    default:
      return (object.value(at: "spec", "volumes")?.array ?? []).compactMap { volume in
        volume.value(at: "persistentVolumeClaim", "claimName")?.string.map {
          .claim(ObjectKey(collection: "persistentvolumeclaims", namespace: key.namespace, name: $0))
        }
      }
    }
  }

  func reconcile(_ key: Key) async throws(Status) -> Duration? {
    switch key {
    case .claim(let key): try await reconcileClaim(key)
    case .volume(let key): try await reconcileVolume(key)
    }
    return nil
  }

  private static func volumeKey(_ name: String) -> ObjectKey { ObjectKey(collection: "persistentvolumes", name: name) }

  private static func claimKey(_ reference: JSONValue) -> ObjectKey {
    ObjectKey(
      collection: "persistentvolumeclaims", namespace: reference["namespace"]?.string ?? "",
      name: reference["name"]?.string ?? "")
  }

  /// The volume that is made for a claim; as Kubernetes' provisioners name theirs.
  private static func volumeName(for claim: JSONValue) -> String { "pvc-" + claim.uid }

  private func definition(_ resource: String) throws(Status) -> ResourceDefinition {
    guard let definition = context.registry.definition(group: "", resource: resource) else {
      throw .internalError("\(resource) are not served")
    }
    return definition
  }
}

// MARK: Claims

extension ClaimBinder {
  private func reconcileClaim(_ key: ObjectKey) async throws(Status) {
    let definition = try definition("persistentvolumeclaims")
    guard let object = try context.object(key) else { return }
    if object.isBeingDeleted {
      let pods = try await context.list("pods", namespace: key.namespace)
      if !pods.contains(where: { StorageProtection.uses($0, claim: key.name) }) {
        try await context.modify(definition, key, uid: object.uid) { $0.removeFinalizer(StorageProtection.claim) }
      }
      return
    }
    try await context.modify(definition, key, uid: object.uid) { $0.addFinalizer(StorageProtection.claim) }
    let claim = ClaimView(object: object)
    let volumes = try await context.list("persistentvolumes").map(VolumeView.init)
    let decision = ClaimDecision(claim, volumes: volumes)
    switch decision {
    case .pending: pending.insert(key)
    default: pending.remove(key)
    }
    switch decision {
    case .none: break
    case .bind(let name):
      guard let volume = volumes.first(where: { $0.name == name }) else { return }
      try await bind(claim, key, volume)
    case .provision: try await provision(claim, key)
    case .pending(let reason, let message):
      try await setPhase("Pending", definition, key, object)
      await events.record(about: object, reason: reason, message: message)
    case .lost(let reason, let message):
      try await setPhase("Lost", definition, key, object)
      await events.record(about: object, reason: reason, message: message)
    }
  }

  private func setPhase(
    _ phase: String, _ definition: ResourceDefinition, _ key: ObjectKey, _ object: JSONValue, message: String? = nil
  ) async throws(Status) {
    try await context.modify(definition, key, uid: object.uid, subresource: "status") { object in
      var status = object["status"] ?? [:]
      status["phase"] = .string(phase)
      status["message"] = message.map { .string($0) }
      object["status"] = status
    }
  }

  /// Four writes, each left out where it was done before: the volume's reference and phase, then the claim's.
  private func bind(_ claim: ClaimView, _ key: ObjectKey, _ volume: VolumeView) async throws(Status) {
    let volumes = try definition("persistentvolumes")
    let claims = try definition("persistentvolumeclaims")
    let volumeKey = Self.volumeKey(volume.name)
    if isOurs(volume) { try makeDirectory(volume) }
    // The decision was made by a list that may be old: what became another's since stays that.
    let isFree = { (object: JSONValue) in
      let now = VolumeView(object: object)
      return now.claim == nil || now.isReserved(for: claim)
    }
    guard let current = try context.object(volumeKey), isFree(current) else {
      throw .conflict(volumes.resource(in: volumes.storageVersion), volume.name, "it is bound to another claim")
    }
    try await context.modify(volumes, volumeKey, uid: volume.object.uid) { object in
      guard isFree(object), object.value(at: "spec", "claimRef", "uid")?.string ?? "" != claim.object.uid else {
        return
      }
      if object.value(at: "spec", "claimRef") == nil { object.setAnnotation(BindingAnnotation.byController, "yes") }
      object["spec"]?["claimRef"] = Self.reference(to: claim.object)
    }
    try await setPhase("Bound", volumes, volumeKey, volume.object)
    try await context.modify(claims, key, uid: claim.object.uid) { object in
      if object.value(at: "spec", "volumeName")?.string ?? "" == "" {
        object["spec"]?["volumeName"] = .string(volume.name)
        object.setAnnotation(BindingAnnotation.byController, "yes")
      }
      object.setAnnotation(BindingAnnotation.completed, "yes")
    }
    try await context.modify(claims, key, uid: claim.object.uid, subresource: "status") { object in
      var status = object["status"] ?? [:]
      status["phase"] = "Bound"
      status["accessModes"] = volume.object.value(at: "spec", "accessModes")
      status["capacity"] = volume.object.value(at: "spec", "capacity")
      object["status"] = status
    }
  }

  private func provision(_ claim: ClaimView, _ key: ObjectKey) async throws(Status) {
    try await setPhase("Pending", try definition("persistentvolumeclaims"), key, claim.object)
    try await context.modify(try definition("persistentvolumeclaims"), key, uid: claim.object.uid) {
      $0.setAnnotation(BindingAnnotation.storageProvisioner, BindingAnnotation.provisioner)
    }
    let name = Self.volumeName(for: claim.object)
    var spec: JSONValue = [
      "capacity": ["storage": claim.object.value(at: "spec", "resources", "requests", "storage") ?? "0"],
      "accessModes": claim.object.value(at: "spec", "accessModes") ?? ["ReadWriteOnce"],
      "claimRef": Self.reference(to: claim.object), "persistentVolumeReclaimPolicy": "Delete",
      "volumeMode": "Filesystem", "hostPath": ["path": .string(directories.path(name)), "type": "Directory"],
    ]
    if let storageClass = claim.storageClass { spec["storageClassName"] = .string(storageClass) }
    let volume: JSONValue = [
      "apiVersion": "v1", "kind": "PersistentVolume",
      "metadata": [
        "name": .string(name), "finalizers": [.string(StorageProtection.volume)],
        "annotations": [BindingAnnotation.provisionedBy: .string(BindingAnnotation.provisioner)],
      ],
      "spec": spec,
    ]
    do {
      _ = try await context.objects.create(
        GroupVersionResource(version: "v1", resource: "persistentvolumes"), namespace: "", volume, isDryRun: false)
    } catch  where error.reason == .alreadyExists {
    } catch {
      await events.record(about: claim.object, reason: "ProvisioningFailed", message: error.message)
      throw error
    }
    do {
      try makeDirectory(VolumeView(object: volume))
    } catch {
      await events.record(about: claim.object, reason: "ProvisioningFailed", message: error.message)
      throw error
    }
    await events.record(
      about: claim.object, isWarning: false, reason: "ProvisioningSucceeded",
      message: "Successfully provisioned volume \(name)")
    // The new volume's change brings the claim back here, to be bound.
  }

  private static func reference(to claim: JSONValue) -> JSONValue {
    [
      "apiVersion": "v1", "kind": "PersistentVolumeClaim", "namespace": .string(claim.namespace),
      "name": .string(claim.name), "uid": .string(claim.uid), "resourceVersion": .string(claim.resourceVersion),
    ]
  }
}

// MARK: Volumes

extension ClaimBinder {
  private func reconcileVolume(_ key: ObjectKey) async throws(Status) {
    let definition = try definition("persistentvolumes")
    guard let object = try context.object(key) else { return }
    if !object.isBeingDeleted {
      try await context.modify(definition, key, uid: object.uid) { $0.addFinalizer(StorageProtection.volume) }
    }
    let volume = VolumeView(object: object)
    var claim: ClaimView?
    if let reference = volume.claim { claim = try context.object(Self.claimKey(reference)).map(ClaimView.init) }
    switch VolumeDecision(volume, claim: claim) {
    case .binding: return
    case .phase(let phase):
      try await setPhase(phase, definition, key, object)
      if phase == "Bound" { return }
    case .failed(let message):
      try await setPhase("Failed", definition, key, object, message: message)
      if !object.isBeingDeleted {
        await events.record(about: object, reason: "VolumeFailedDelete", message: message)
      }
    case .reclaim:
      try await setPhase("Released", definition, key, object)
      guard isOurs(volume) else {
        let message = "\(volume.object.value(at: "spec", "hostPath", "path")?.string ?? "it") is not below this store"
        try await setPhase("Failed", definition, key, object, message: message)
        return
      }
      let directories = directories
      let fault = await Task.detached { () -> String? in
        do throws(HostDirectories.Fault) {
          try directories.remove(key.name)
          return nil
        } catch {
          return error.description
        }
      }.value
      if let fault {
        await events.record(about: object, reason: "VolumeFailedDelete", message: fault)
        throw .internalError(fault)
      }
      do {
        try await context.objects.delete(
          definition.resource(in: definition.storageVersion), namespace: "", name: key.name,
          options: ["preconditions": ["uid": .string(object.uid)]])
      } catch  where error.code == 404 {}
    }
    // Nothing is bound to it: whoever wants it gone may have it.
    if let current = try context.object(key), current.uid == object.uid, current.isBeingDeleted {
      try await context.modify(definition, key, uid: object.uid) { $0.removeFinalizer(StorageProtection.volume) }
    }
  }

  private func isOurs(_ volume: VolumeView) -> Bool {
    volume.object.annotation(BindingAnnotation.provisionedBy) == BindingAnnotation.provisioner
      && volume.object.value(at: "spec", "hostPath", "path")?.string == directories.path(volume.name)
  }

  private func makeDirectory(_ volume: VolumeView) throws(Status) {
    do throws(HostDirectories.Fault) {
      try directories.make(volume.name)
    } catch {
      throw .internalError(error.description)
    }
  }
}
