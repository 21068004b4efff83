import JSON
import Kube

/// A PersistentVolume, as far as binding goes.
struct VolumeView: Sendable {
  var object: JSONValue

  var name: String { object.name }
  var claim: JSONValue? { object.value(at: "spec", "claimRef") }
  var storageClass: String { object.value(at: "spec", "storageClassName")?.string ?? "" }
  var mode: String { object.value(at: "spec", "volumeMode")?.string ?? "Filesystem" }
  var accessModes: [String] { object.value(at: "spec", "accessModes")?.array?.compactMap(\.string) ?? [] }
  var capacity: Quantity? { object.value(at: "spec", "capacity", "storage").flatMap(Quantity.init(json:)) }
  var phase: String { object.value(at: "status", "phase")?.string ?? "" }
  var reclaimPolicy: String { object.value(at: "spec", "persistentVolumeReclaimPolicy")?.string ?? "Retain" }

  /// Whether the volume is meant for the claim: a reference without uid is a reservation that someone made.
  func isReserved(for other: ClaimView) -> Bool {
    guard let claim, claim["namespace"]?.string == other.object.namespace, claim["name"]?.string == other.object.name
    else { return false }
    let uid = claim["uid"]?.string ?? ""
    return uid.isEmpty || uid == other.object.uid
  }
}

/// A PersistentVolumeClaim, as far as binding goes.
struct ClaimView: Sendable {
  var object: JSONValue

  var volumeName: String { object.value(at: "spec", "volumeName")?.string ?? "" }
  /// Nil when none was named, which is not the same as the empty one: that asks for volumes made by hand.
  var storageClass: String? { object.value(at: "spec", "storageClassName")?.string }
  var mode: String { object.value(at: "spec", "volumeMode")?.string ?? "Filesystem" }
  var accessModes: [String] { object.value(at: "spec", "accessModes")?.array?.compactMap(\.string) ?? [] }
  var request: Quantity? {
    object.value(at: "spec", "resources", "requests", "storage").flatMap(Quantity.init(json:))
  }
  var isBoundOnce: Bool { object.annotation(BindingAnnotation.completed) != nil }
  var phase: String { object.value(at: "status", "phase")?.string ?? "" }
}

/// Annotations that Kubernetes' own binder leaves, and that its users look for.
enum BindingAnnotation {
  static let completed = "pv.kubernetes.io/bind-completed"
  static let byController = "pv.kubernetes.io/bound-by-controller"
  static let provisionedBy = "pv.kubernetes.io/provisioned-by"
  static let storageProvisioner = "volume.kubernetes.io/storage-provisioner"
  static let provisioner = "swift-virt.io/host-directory"
}

/// What is to be done about a claim.
enum ClaimDecision: Sendable, Hashable {
  case none
  /// Both sides are written until each names the other.
  case bind(volume: String)
  /// A directory is made for it.
  case provision
  case pending(reason: String, message: String)
  case lost(reason: String, message: String)

  /// Follows the rules of Kubernetes ("Persistent Volumes: Binding").
  init(_ claim: ClaimView, volumes: [VolumeView]) {
    if claim.object.isBeingDeleted && !claim.isBoundOnce {
      self = .none
    } else if !claim.volumeName.isEmpty {
      self = .named(claim, volumes)
    } else if claim.isBoundOnce {
      self = .lost(
        reason: "ClaimLost", message: "The claim no longer names the volume that it was bound to.")
    } else if let volume = Self.best(for: claim, volumes) {
      self = .bind(volume: volume.name)
    } else if claim.storageClass == "" {
      self = .pending(
        reason: "FailedBinding", message: "no volume fits, and without a storage class none is made")
    } else if claim.object.value(at: "spec", "selector") != nil {
      self = .pending(
        reason: "ProvisioningFailed", message: "no volume fits the selector, and for a claim with one none is made")
    } else if claim.mode != "Filesystem" {
      self = .pending(
        reason: "ProvisioningFailed",
        message: "a directory is made for volumeMode Filesystem only, not for \(claim.mode)")
    } else {
      self = .provision
    }
  }

  /// The claim says which volume it has, or wants.
  private static func named(_ claim: ClaimView, _ volumes: [VolumeView]) -> ClaimDecision {
    guard let volume = volumes.first(where: { $0.name == claim.volumeName }) else {
      return claim.isBoundOnce
        ? .lost(
          reason: "ClaimLost", message: "The volume that the claim was bound to is gone.")
        : .pending(reason: "FailedBinding", message: "volume \"\(claim.volumeName)\" not found")
    }
    if volume.claim == nil || volume.isReserved(for: claim) {
      if !claim.isBoundOnce, let fault = mismatch(claim, volume) {
        return .pending(
          reason: "VolumeMismatch", message: "Cannot bind to requested volume \"\(volume.name)\": \(fault)")
      }
      return .bind(volume: volume.name)
    }
    return claim.isBoundOnce
      ? .lost(
        reason: "ClaimMisbound", message: "The volume belongs to another claim.")
      : .pending(
        reason: "FailedBinding", message: "volume \"\(volume.name)\" already bound to a different claim.")
  }

  private static func mismatch(_ claim: ClaimView, _ volume: VolumeView) -> String? {
    if let request = claim.request, volume.capacity?.isLess(than: request) ?? true {
      return "requested PV is too small"
    }
    if volume.storageClass != claim.storageClass ?? "" { return "storageClassName does not match" }
    if volume.mode != claim.mode { return "incompatible volumeMode" }
    if !Set(claim.accessModes).isSubset(of: volume.accessModes) { return "incompatible accessMode" }
    return nil
  }

  /// Of the volumes that fit one that is reserved for the claim, else the smallest.
  static func best(for claim: ClaimView, _ volumes: [VolumeView]) -> VolumeView? {
    let fitting = volumes.filter { volume in
      !volume.object.isBeingDeleted && mismatch(claim, volume) == nil
        && (volume.claim == nil ? ["", "Pending", "Available"].contains(volume.phase) : volume.isReserved(for: claim))
    }
    if let reserved = fitting.first(where: { $0.claim != nil }) { return reserved }
    return fitting.filter { selects(claim, $0) }.min { left, right in
      guard let leftCapacity = left.capacity, let rightCapacity = right.capacity else { return false }
      if leftCapacity.isLess(than: rightCapacity) { return true }
      return !rightCapacity.isLess(than: leftCapacity) && left.name < right.name
    }
  }

  private static func selects(_ claim: ClaimView, _ volume: VolumeView) -> Bool {
    guard let tree = claim.object.value(at: "spec", "selector") else { return true }
    let labels = volume.object.value(at: "metadata", "labels")?.object ?? [:]
    let values = Dictionary(labels.compactMap { name, value in value.string.map { (name, $0) } }) { $1 }
    guard let labelSelector = try? LabelSelector(json: tree.jsonBytes(), options: .lenient),
      let selector = try? Selector(labelSelector)
    else { return false }
    return selector.matches(values)
  }
}

/// What is to be done about a volume.
enum VolumeDecision: Sendable, Hashable {
  /// Only its phase may have to be written.
  case phase(String)
  /// The claim's side is to be written first.
  case binding
  /// Its claim is gone, and its directory and itself go.
  case reclaim
  case failed(message: String)

  init(_ volume: VolumeView, claim: ClaimView?) {
    guard let reference = volume.claim, let uid = reference["uid"]?.string, !uid.isEmpty else {
      self = .phase("Available")
      return
    }
    // A claim that went to another volume has no use for this one.
    if let claim, claim.object.uid == uid, claim.volumeName.isEmpty || claim.volumeName == volume.name {
      self = claim.volumeName.isEmpty ? .binding : .phase("Bound")
      return
    }
    switch volume.reclaimPolicy {
    case "Delete":
      self =
        volume.object.annotation(BindingAnnotation.provisionedBy) == BindingAnnotation.provisioner
        ? .reclaim : .failed(message: "the volume was made by hand: what it holds is not deleted")
    case "Recycle": self = .failed(message: "volumes are not recycled here")
    default: self = .phase("Released")
    }
  }
}

/// Finalizers that keep volumes and claims while someone has a use for them.
enum StorageProtection {
  static let claim = "kubernetes.io/pvc-protection"
  static let volume = "kubernetes.io/pv-protection"

  /// Whether a pod uses a claim: one that is on a node and has not ended.
  static func uses(_ pod: JSONValue, claim: String) -> Bool {
    guard pod.value(at: "spec", "nodeName")?.string?.isEmpty == false,
      !["Succeeded", "Failed"].contains(pod.value(at: "status", "phase")?.string ?? "")
    else { return false }
    return (pod.value(at: "spec", "volumes")?.array ?? []).contains {
      $0.value(at: "persistentVolumeClaim", "claimName")?.string == claim
    }
  }
}

extension Quantity {
  init?(json: JSONValue) {
    guard let text = json.string ?? json.number?.text, let quantity = try? Quantity(text) else { return nil }
    self = quantity
  }
}
