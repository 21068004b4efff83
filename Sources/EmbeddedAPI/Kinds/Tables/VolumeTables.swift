import JSON
import Kube

/// Persistent volumes and claims as `kubectl get` shows them.
enum VolumeTables {
  static let claim = TableLayout([
    .name,
    TableColumn("Status", description: "Whether the claim has its volume."),
    TableColumn("Volume", description: "The volume that the claim has."),
    TableColumn("Capacity", description: "The size of that volume."),
    TableColumn("Access Modes", description: "How that volume may be mounted."),
    TableColumn("StorageClass", description: "The kind of storage that the claim asks for."),
    .age,
    .wide("VolumeMode", "Whether the volume is a file system or a block device."),
  ]) { claim, now in
    let volume = claim.text("spec", "volumeName")
    let status = claim.status
    return [
      Cell.name(claim), .string(phase(claim)), .string(volume),
      .string(volume.isEmpty ? "" : status.text("capacity", "storage")),
      volume.isEmpty ? "" : Cell.accessModes(status["accessModes"]), .string(storageClass(claim)),
      Cell.age(claim, now), Cell.text(claim.text("spec", "volumeMode"), or: "<unset>"),
    ]
  }

  static let volume = TableLayout([
    .name,
    TableColumn("Capacity", description: "The volume's size."),
    TableColumn("Access Modes", description: "How the volume may be mounted."),
    TableColumn("Reclaim Policy", description: "What becomes of the volume when its claim goes."),
    TableColumn("Status", description: "Whether the volume is free, taken or given back."),
    TableColumn("Claim", description: "The claim that has the volume."),
    TableColumn("StorageClass", description: "The kind of storage that the volume is."),
    TableColumn("Reason", description: "Why the volume is as its status says."),
    .age,
    .wide("VolumeMode", "Whether the volume is a file system or a block device."),
  ]) { volume, now in
    let spec = volume.spec
    let claim = spec["claimRef"] ?? [:]
    return [
      Cell.name(volume), .string(spec.text("capacity", "storage")), Cell.accessModes(spec["accessModes"]),
      .string(spec.text("persistentVolumeReclaimPolicy")), .string(phase(volume)),
      .string(claim.has("name") ? claim.text("namespace") + "/" + claim.text("name") : ""),
      .string(storageClass(volume)), .string(volume.text("status", "reason")), Cell.age(volume, now),
      Cell.text(spec.text("volumeMode"), or: "<unset>"),
    ]
  }

  private static func phase(_ object: JSONValue) -> String {
    object.isBeingDeleted ? "Terminating" : object.text("status", "phase")
  }

  private static func storageClass(_ object: JSONValue) -> String {
    let old = object.metadata.text("annotations", "volume.beta.kubernetes.io/storage-class")
    return old.isEmpty ? object.text("spec", "storageClassName") : old
  }
}
