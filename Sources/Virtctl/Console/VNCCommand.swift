import ArgumentParser
import Glibc
import JSON
import KubeClient
import Transport

/// `virtctl vnc`.
struct VNCCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vnc", abstract: "Show the screen of an instance in a VNC viewer.")

  @Argument(help: ArgumentHelp("The instance.", valueName: "VMI"))
  var name: String

  @Option(help: "The address to listen on for the viewer.")
  var address = "127.0.0.1"

  @Option(help: "The port to listen on for the viewer; 0 takes any free one.")
  var port: UInt16 = 0

  @Flag(help: "Only listen, and print the port as JSON; the viewer is started by someone else.")
  var proxyOnly = false

  @Option(help: "The viewer's program; remote-viewer, tigervnc or vncviewer are looked for unless said.")
  var vncPath: String?

  @OptionGroup var connection: ConnectionOptions

  func run() async throws {
    let cluster = try connection.connect()
    do {
      let stream = try await cluster.stream("vnc", of: .instance, name)
      let listener = try LocalListener(address: address, port: port)
      if proxyOnly {
        let line: JSONValue = ["port": .number(JSONNumber(listener.port))]
        StandardOutput.write(Array((line.serialized() + "\n").utf8))
      } else {
        try Viewer.start(vncPath, address: address, port: listener.port)
      }
      let viewer = try await listener.accept(within: .seconds(60))
      await LocalConnection.relay(viewer, stream)
    } catch {
      throw CommandFailure("Can't access VMI \(name):", error)
    }
  }
}
