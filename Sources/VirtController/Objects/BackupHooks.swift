import JSON

/// Annotations by which Velero freezes a guest's file systems around a backup
/// (https://velero.io/docs/main/backup-hooks/).
enum BackupHooks {
  static func annotations(instance name: String, namespace: String) -> [String: String] {
    [
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
