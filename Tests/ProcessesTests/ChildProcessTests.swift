import Glibc
import Processes
import Testing

@Suite("Child processes")
struct ChildProcessTests {
  @Test("exit codes and signals come back as a shell counts them")
  func tellsHowItEnded() async throws {
    #expect(try await ChildProcess.start(["sh", "-c", "exit 7"]).wait() == 7)
    let sleeper = try ChildProcess.start(["sleep", "100"])
    sleeper.signal(SIGTERM)
    #expect(await sleeper.wait() == 128 + SIGTERM)
  }

  @Test("arguments reach the program as they are")
  func passesArguments() async throws {
    let process = try ChildProcess.start(["test", "$(touch /nowhere) ; *", "=", "$(touch /nowhere) ; *"])
    #expect(await process.wait() == 0)
  }

  @Test("a program that is not there is an error with its name")
  func reportsMissingPrograms() {
    #expect(throws: ChildProcessError(program: "/no/such/program", code: ENOENT)) {
      try ChildProcess.start(["/no/such/program"])
    }
  }

  @Test("a program on a terminal sees the window's size, and its end ends the reading")
  func runsOnATerminal() async throws {
    let terminal = try PseudoTerminal()
    terminal.resize(columns: 123, rows: 45)
    var options = ChildProcess.Options()
    options.terminal = terminal.path
    let process = try ChildProcess.start(["sh", "-c", "test -t 0 && stty size && tty -s && echo yes"], options)
    var text = ""
    for await piece in terminal.file.pieces() { text += String(decoding: piece, as: UTF8.self) }
    #expect(await process.wait() == 0)
    #expect(text == "45 123\r\nyes\r\n")
  }
}
