import CLinux
import Glibc
import JSON
import Processes

/// Runs containers by crun or runc, each under a monitor of its own (conmon) that outlives this process: it writes the
/// log and, at the end, the exit code.
struct ContainerRuntime: Sendable {
  /// crun or runc.
  let program: String
  let monitor: String
  let folder: NodeFolder

  /// - Throws: what is missing.
  init(folder: NodeFolder) throws(PodRunnerError) {
    // crun refuses a mix of both versions of control groups.
    guard let program = ProgramRun.find(NodeCgroups.isHybrid ? ["runc"] : ["crun", "runc"]) else {
      throw PodRunnerError(
        NodeCgroups.isHybrid
          ? "runc is not installed (crun cannot use this machine's mixed control groups)"
          : "neither crun nor runc is installed")
    }
    guard let monitor = ProgramRun.find(["conmon"]) else { throw PodRunnerError("conmon is not installed") }
    self.program = program
    self.monitor = monitor
    self.folder = folder
  }

  private var globalFlags: [String] {
    ["--root=" + folder.runtime] + (program.hasSuffix("crun") ? ["--cgroup-manager=cgroupfs"] : [])
  }

  /// The program and its global flags.
  var command: [String] { [program] + globalFlags }

  /// Makes the container of a bundle; it waits to be started.
  ///
  /// - Throws: what the runtime says.
  func create(_ container: ContainerFolder, keepsInput: Bool, hasTerminal: Bool) async throws(PodRunnerError) {
    var ends: [Int32] = [-1, -1]
    guard clinux_pipe(&ends) == 0 else { throw .system("make", "a pipe") }
    let report = OpenFile(ends[0])
    // The runtime makes mount points by the mask that it inherits, and every user of a container must get through them;
    // ours keeps others out of the data folder. A process cannot be started with a mask of its own.
    var arguments = [
      "/bin/sh", "-c", "umask 022; exec \"$@\"", "sh", monitor, "--api-version", "1", "-c", container.runtimeID, "-u",
      container.runtimeID, "-n", container.runtimeID,
      "-r", program, "-b", container.path, "--persist-dir", container.path, "-p", container.processFile, "-P",
      container.monitorFile, "-l", "k8s-file:" + container.log, "--log-size-max", "16777216", "--exit-dir",
      folder.exits, "--full-attach", "--log-level", "error",
    ]
    for flag in globalFlags { arguments += ["--runtime-arg", flag] }
    if keepsInput { arguments += ["-i", "--leave-stdin-open"] }
    if hasTerminal { arguments.append("-t") }
    var options = ChildProcess.Options()
    options.environment = ["PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "_OCI_SYNCPIPE=3"]
    options.startsSession = true
    options.descriptors[3] = ends[1]
    let errors = open(container.monitorLog, O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW | O_CLOEXEC, 0o600)
    if errors >= 0 { options.descriptors[2] = errors }
    defer { if errors >= 0 { close(errors) } }
    let child: ChildProcess
    do {
      child = try ChildProcess.start(arguments, options)
    } catch {
      close(ends[1])
      throw PodRunnerError("\(error)")
    }
    close(ends[1])
    // The one that is started makes another, which is the monitor, and ends.
    _ = await child.wait()
    var line: [UInt8] = []
    for await piece in report.pieces() {
      line += piece
      if line.contains(UInt8(ascii: "\n")) { break }
    }
    let answer = (try? JSONValue(parsing: line.prefix { $0 != UInt8(ascii: "\n") })) ?? .null
    let process = answer["data"]?.int64 ?? answer["pid"]?.int64 ?? -1
    guard process > 0 else {
      let said = answer["message"]?.string ?? HostFiles.text(container.monitorLog) ?? ""
      let text = said.split(whereSeparator: \.isNewline).joined(separator: "; ")
      throw PodRunnerError(text.isEmpty ? "the container's monitor ended without a word" : text)
    }
  }

  func start(_ id: String) async throws(PodRunnerError) { try await command(["start", id]) }

  /// Signals the container's first process, or all of them. That it is not there any more is no fault.
  func signal(_ id: String, _ name: String, all: Bool = false) async {
    let flags = all && program.hasSuffix("crun") ? ["--all"] : all ? ["-a"] : []
    _ = try? await ProgramRun.run(command + ["kill"] + flags + [id, name], collects: false)
  }

  /// Takes the container away, processes and all. That it is not there is no fault.
  func delete(_ id: String) async {
    guard HostFiles.exists(folder.runtime + "/" + id) else { return }
    _ = try? await ProgramRun.run(command + ["delete", "--force", id], collects: false)
  }

  /// Runs a command in the container to its end, for probes and hooks.
  ///
  /// - Returns: the exit code; 137 when it took too long.
  func execute(_ command: [String], in id: String, timeout: Duration) async -> Int32 {
    let outcome = try? await ProgramRun.run(
      self.command + ["exec", id] + command, timeout: timeout, collects: false)
    return outcome?.code ?? 127
  }

  /// The runtime's names of what it knows, by pod.
  func containers(of uid: String) -> [String] {
    HostFiles.names(in: folder.runtime).filter { $0.hasPrefix(uid + "_") }
  }

  private func command(_ arguments: [String]) async throws(PodRunnerError) {
    let outcome = try await ProgramRun.run(command + arguments)
    guard outcome.code == 0 else { throw PodRunnerError(outcome.message) }
  }

  /// How a container has ended, as its monitor wrote it: a number as a shell counts it. Nil while it has not.
  func exitCode(of container: ContainerFolder) -> Int32? {
    let file = folder.exits + "/" + container.runtimeID
    if let text = HostFiles.text(file) { return Int32(text.split(whereSeparator: \.isWhitespace).first ?? "") ?? 255 }
    return nil
  }

  /// Whether its monitor lives.
  func isMonitored(_ container: ContainerFolder) -> Bool {
    guard let text = HostFiles.text(container.monitorFile),
      let pid = pid_t(text.split(whereSeparator: \.isWhitespace).first ?? ""), pid > 1
    else { return false }
    // Another process may have the number by now.
    return HostFiles.text("/proc/\(pid)/cmdline")?.contains(container.runtimeID) == true
  }

  /// Forgets how it ended.
  func forgetExit(_ container: ContainerFolder) { unlink(folder.exits + "/" + container.runtimeID) }
}
