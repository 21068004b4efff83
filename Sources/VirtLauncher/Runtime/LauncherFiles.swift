import Glibc
import Logging

/// The folders and marks that the launcher makes for itself, its guest and virt-handler.
struct LauncherFiles: Sendable {
  let settings: LauncherSettings

  /// Made at the start, parents included.
  func prepare() throws(LauncherFailure) {
    for directory in directories { try Self.make(directory) }
    if getuid() == 0, let user = Self.guestUser {
      // QEMU makes its sockets there.
      chown(settings.socketDirectory, user.uid, user.gid)
    }
    // virtlogd wants its file to be there, and goes by its own defaults where nothing is in it.
    if !settings.isUnprivileged {
      try Self.make("/etc/libvirt")
      Self.touch(Self.logDaemonFile)
    }
    unlink(settings.shutdownTriggerFile)
  }

  static let logDaemonFile = "/etc/libvirt/virtlogd.conf"

  private var directories: [String] {
    let share = settings.shareDirectory
    let ephemeral = settings.ephemeralDiskDirectory
    var list = [
      "\(share)/sockets", settings.socketDirectory, "\(ephemeral)/cloud-init-data", "\(ephemeral)/disk-data",
      "/var/run/libvirt/empty-disks", "\(share)/graceful-shutdown-trigger",
    ]
    if settings.profile == .legacy {
      list += ["\(share)/watchdog-files", "\(ephemeral)/registry-disk-data", "\(settings.privateDirectory)/vm-disks"]
    }
    return list
  }

  private static func make(_ directory: String) throws(LauncherFailure) {
    var path = ""
    for part in directory.split(separator: "/") {
      path += "/\(part)"
      if mkdir(path, 0o755) != 0, errno != EEXIST {
        throw LauncherFailure("cannot make \(path): \(String(cString: strerror(errno)))")
      }
    }
  }

  /// The user that QEMU runs as under a privileged libvirtd, where there is one of that name.
  static var guestUser: (uid: uid_t, gid: gid_t)? {
    guard let entry = getpwnam("qemu") else { return nil }
    return (entry.pointee.pw_uid, entry.pointee.pw_gid)
  }

  /// Makes the file or renews its time.
  static func touch(_ path: String) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
    if descriptor < 0 { return }
    futimens(descriptor, nil)
    close(descriptor)
  }

  /// Renews the watchdog file until cancelled.
  func keepWatchdog() async {
    guard let file = settings.watchdogFile else { return }
    while !Task.isCancelled {
      Self.touch(file)
      try? await Task.sleep(for: settings.watchdogInterval)
    }
  }

  /// The process of the domain's guest as libvirt wrote it down; nil when there is none.
  func guestProcess() -> pid_t? {
    let runtime = getenv("XDG_RUNTIME_DIR").map { String(cString: $0) } ?? "/run/user/\(getuid())"
    let folder = settings.isUnprivileged ? "\(runtime)/libvirt/qemu/run" : "/run/libvirt/qemu"
    let descriptor = open("\(folder)/\(settings.domainName).pid", O_RDONLY | O_CLOEXEC)
    if descriptor < 0 { return nil }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 32)
    let count = read(descriptor, &bytes, bytes.count)
    let digits = bytes.prefix(max(0, count)).prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    return pid_t(String(decoding: digits, as: UTF8.self))
  }
}

/// Why the launcher cannot go on.
public struct LauncherFailure: Error, Sendable, CustomStringConvertible {
  public var description: String
  init(_ description: String) { self.description = description }
}

extension LauncherFiles {
  /// The last resort, when libvirt could not end the guest: its process is killed.
  func endRemainingGuest() {
    guard let pid = guestProcess(), pid > 1, isGuest(pid) else { return }
    kill(pid, SIGKILL)
  }

  /// Whether the process is this domain's QEMU: the number may have been given to another one since.
  func isGuest(_ pid: pid_t) -> Bool {
    let descriptor = open("/proc/\(pid)/cmdline", O_RDONLY | O_CLOEXEC)
    if descriptor < 0 { return false }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 16 << 10)
    let count = read(descriptor, &bytes, bytes.count)
    let words = bytes.prefix(max(0, count)).split(separator: 0)
    return words.contains { String(decoding: $0, as: UTF8.self).hasPrefix("guest=\(settings.domainName),") }
  }
}
