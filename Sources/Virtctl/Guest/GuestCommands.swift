import ArgumentParser
import JSON

/// `virtctl guestosinfo`.
struct GuestInformationCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "guestosinfo", abstract: "Show what the guest agent tells of the guest's system.")

  @OptionGroup var document: GuestDocument
  @OptionGroup var connection: ConnectionOptions

  func run() async throws { try await document.show("guestosinfo", connection) }
}

/// `virtctl userlist`.
struct UserListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "userlist", abstract: "List the users who are logged in to the guest.")

  @OptionGroup var document: GuestDocument
  @OptionGroup var connection: ConnectionOptions

  func run() async throws { try await document.show("userlist", connection) }
}

/// `virtctl fslist`.
struct FilesystemListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fslist", abstract: "List the file systems that the guest has mounted.")

  @OptionGroup var document: GuestDocument
  @OptionGroup var connection: ConnectionOptions

  func run() async throws { try await document.show("filesystemlist", connection) }
}

/// A document about an instance's guest.
struct GuestDocument: ParsableArguments {
  @Argument(help: ArgumentHelp("The instance.", valueName: "VMI"))
  var name: String

  func show(_ subresource: String, _ connection: ConnectionOptions) async throws {
    do {
      print(try await connection.connect().document(subresource, of: .instance, name).serialized(pretty: true))
    } catch {
      throw CommandFailure("Error getting \(subresource) of VirtualMachineInstance \(name):", error)
    }
  }
}
