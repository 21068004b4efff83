import JSON
import VirtTypes

/// Annotations by which Velero freezes a guest's file systems around a backup
/// (https://velero.io/docs/main/backup-hooks/).
enum BackupHooks {
  /// By this annotation an instance says that it wants no hooks.
  static let skip = "kubevirt.io/skip-backup-hooks"

  static func annotations(of instance: V1.VirtualMachineInstance) -> [String: String] {
    let (name, namespace) = (instance.metadata.name, instance.metadata.namespace)
    if ["1", "t", "T", "true", "TRUE", "True"].contains(instance.metadata.annotations?[skip] ?? "") { return [:] }
    return [
      "pre.hook.backup.velero.io/container": "compute",
      "pre.hook.backup.velero.io/command": command("--freeze", name, namespace),
      "pre.hook.backup.velero.io/timeout": "60s",
      "post.hook.backup.velero.io/container": "compute",
      "post.hook.backup.velero.io/command": command("--unfreeze", name, namespace),
    ]
  }

  private static func command(_ verb: String, _ name: String, _ namespace: String) -> String {
    let words = ["/usr/bin/virt-freezer", verb, "--name", name, "--namespace", namespace]
    return "[" + words.map { JSONValue.string($0).serialized() }.joined(separator: ", ") + "]"
  }
}
