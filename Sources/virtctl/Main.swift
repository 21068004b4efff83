import Glibc
import Virtctl

@main
struct Main {
  static func main() async { exit(await VirtctlCommand.run(Array(CommandLine.arguments.dropFirst()))) }
}
