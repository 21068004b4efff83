import Glibc

/// Control groups of pods (cgroups(7)), version 1, version 2 or both.
enum NodeCgroups {
  /// The folder of all our pods in each hierarchy.
  static let root = "/swift-virt"
  private static let mountPoint = "/sys/fs/cgroup"

  /// Whether version 2 is mounted beside version 1 and has controllers, which crun refuses.
  static var isHybrid: Bool {
    guard let controllers = HostFiles.text(mountPoint + "/unified/cgroup.controllers") else { return false }
    return controllers.contains { !$0.isWhitespace }
  }

  private static var hierarchies: [String] {
    if HostFiles.exists(mountPoint + "/cgroup.controllers") { return [mountPoint] }
    return HostFiles.names(in: mountPoint).map { mountPoint + "/" + $0 }
  }

  /// Removes a group and those in it; processes in them keep it.
  static func remove(_ group: String) {
    for hierarchy in hierarchies where group.hasPrefix(root + "/") { remove(folder: hierarchy + group) }
  }

  /// Removes the folder of all pods where none is left.
  static func removeRootIfEmpty() {
    for hierarchy in hierarchies { rmdir(hierarchy + root) }
  }

  private static func remove(folder: String) {
    var status = stat()
    guard lstat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return }
    for name in HostFiles.names(in: folder) { remove(folder: folder + "/" + name) }
    rmdir(folder)
  }

  /// The processes in a group.
  static func processes(in group: String) -> Set<pid_t> {
    var processes: Set<pid_t> = []
    for hierarchy in hierarchies {
      guard let text = HostFiles.text(hierarchy + group + "/cgroup.procs") else { continue }
      processes.formUnion(text.split(separator: "\n").compactMap { pid_t($0) })
    }
    return processes
  }
}
