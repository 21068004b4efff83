import ComponentBase
import Glibc
import VirtAPI

/// The instance that has a data directory, seen from another process.
public enum RunningInstance {
  /// One sentence that says where it is.
  public static func message(_ directory: DataDirectory) -> String {
    guard let record = InstanceRecord(readingFrom: directory) else {
      return "swift-virt is starting on \(directory.path)."
    }
    return "swift-virt runs on \(directory.path): \(record.server) (process \(record.process))."
  }

  /// Waits for an instance that is starting. False when there is none, or it ends instead.
  ///
  /// Throws `StandaloneError` when it takes longer than any start does.
  public static func waitUntilReady(
    _ directory: DataDirectory, timeout: Duration = .seconds(60)
  ) async throws(StandaloneError) -> Bool {
    let deadline = ContinuousClock.now + timeout
    while InstanceLock.isHeld(directory) {
      // It is written when the API answers.
      if InstanceRecord(readingFrom: directory) != nil { return true }
      guard ContinuousClock.now < deadline else {
        throw StandaloneError("swift-virt on \(directory.path) is starting, and not ready after \(timeout)")
      }
      try? await Task.sleep(for: .milliseconds(20))
    }
    return false
  }

  /// The version that runs; nil when nothing does.
  public static func version(_ directory: DataDirectory) -> String? {
    InstanceLock.isHeld(directory) ? InstanceRecord(readingFrom: directory)?.version : nil
  }

  /// Asks it to end and waits until it has let go of its data. Returns what to tell the user.
  public static func stop(_ directory: DataDirectory, timeout: Duration) async throws(StandaloneError) -> String {
    guard InstanceLock.isHeld(directory) else { return "Nothing runs on \(directory.path)." }
    guard let record = InstanceRecord(readingFrom: directory) else {
      throw StandaloneError("swift-virt on \(directory.path) is just starting or ending; try again in a moment")
    }
    guard kill(record.process, SIGTERM) == 0 else {
      throw .system("stop", "process \(record.process)", errno)
    }
    let deadline = ContinuousClock.now + timeout
    while InstanceLock.isHeld(directory) {
      guard ContinuousClock.now < deadline else {
        throw StandaloneError(
          "process \(record.process) has not ended after \(timeout); look at \(directory.log), or end it with kill -KILL, "
            + "which loses nothing that was acknowledged")
      }
      try? await Task.sleep(for: .milliseconds(20))
    }
    return "Stopped."
  }
}

/// What `version` and `--version` print.
public enum ReleaseText {
  public static let version =
    "swift-virt \(BuildInformation.version), compatible with KubeVirt \(BuildInformation.compatibleRelease)"
}
