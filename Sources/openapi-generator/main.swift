import Glibc
import OpenAPIGenerator

do {
  let root = CommandLine.arguments.count > 1 ? CommandLine.arguments[1] : "."
  let source = try FileTree.read(root + "/openapi")
  let files = try Generator.files(from: source)
  let written = try FileTree.replace(Generator.folders, with: files, below: root)
  print("openapi-generator: \(files.count) files, \(written) changed")
} catch {
  FileTree.printError("openapi-generator: \(error)\n")
  exit(1)
}
