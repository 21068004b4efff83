import ArgumentParser
import PodRunner
import Standalone

struct ImageCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "image", abstract: "Take in, list and remove images of this machine's pods.",
    subcommands: [ImportCommand.self, ListCommand.self, RemoveCommand.self])

  struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "import",
      abstract: "Take in a disk (raw or qcow2) or an image archive (OCI or Docker) under a name.",
      discussion: """
        A disk becomes an image that serves it to guests, as registryDisk and as containerDisk. Pods that name the image \
        use what was taken in; nothing is asked of a registry.
        """)

    @OptionGroup var data: DataDirectoryOptions

    @Argument(help: "The image's name, such as kubevirt/cirros-registry-disk-demo.")
    var name: String

    @Argument(help: "The file.")
    var file: String

    func run() async throws {
      try data.directory.create()
      let entry = try await data.images.importFile(file.absolutePath, as: name)
      print("\(entry.name) \(entry.id.prefix(12))")
    }
  }

  struct ListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the images.")

    @OptionGroup var data: DataDirectoryOptions

    func run() async throws {
      let rows =
        [["NAME", "ID", "KIND", "SIZE"]]
        + data.images.list().map { [$0.name, String($0.id.prefix(12)), $0.kind, "\($0.size >> 20) MiB"] }
      let widths = (0..<4).map { column in rows.map { $0[column].count }.max() ?? 0 }
      for row in rows {
        let cells = row.enumerated().map { $1 + String(repeating: " ", count: widths[$0] - $1.count) }
        print(String(cells.joined(separator: "   ").reversed().drop { $0 == " " }.reversed()))
      }
    }
  }

  struct RemoveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "rm", abstract: "Remove images. What runs from them goes on.")

    @OptionGroup var data: DataDirectoryOptions

    @Argument(help: "Names of images.")
    var names: [String]

    func run() async throws {
      for name in names where try !data.images.remove(name) { throw ValidationError("there is no image \(name)") }
    }
  }
}

extension DataDirectoryOptions {
  var images: ImageStore { ImageStore(path: directory.path + "/images", programs: ProgramPaths.folder) }
}
