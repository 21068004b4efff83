import EmbeddedAPI
import Glibc
import Processes

/// A command that runs in a container, with the streams that were asked for.
struct ContainerCommand: Sendable {
  let process: ChildProcess
  let terminal: PseudoTerminal?
  /// Ours of each pair; nil where none was asked for.
  let input: OpenFile?
  let output: OpenFile?
  let errors: OpenFile?

  init(_ command: PodCommand, in container: ContainerHandle) throws(ChildProcessError) {
    var arguments = container.runtime + ["exec"]
    var options = ChildProcess.Options()
    options.startsSession = true
    if command.hasTerminal {
      let terminal = try PseudoTerminal()
      options.terminal = terminal.path
      arguments += ["--tty", "--env", "TERM=xterm", container.id] + command.command
      process = try ChildProcess.start(arguments, options)
      self.terminal = terminal
      input = command.hasInput ? terminal.file : nil
      output = command.hasOutput ? terminal.file : nil
      errors = nil
      return
    }
    arguments += [container.id] + command.command
    // The program's ends are closed here once it has them.
    var theirs: [OpenFile] = []
    func pair(_ isWanted: Bool, _ number: Int32) throws(ChildProcessError) -> OpenFile? {
      guard isWanted else { return nil }
      let (ours, its) = try OpenFile.pair()
      options.descriptors[number] = its.descriptor
      theirs.append(its)
      return ours
    }
    input = try pair(command.hasInput, 0)
    output = try pair(command.hasOutput, 1)
    errors = try pair(command.hasErrors, 2)
    terminal = nil
    process = try ChildProcess.start(arguments, options)
    theirs.removeAll()
  }
}
