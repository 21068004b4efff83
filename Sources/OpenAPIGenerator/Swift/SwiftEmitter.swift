/// Writes the Swift structs with their codecs, one file for each file of `openapi/`.
struct SwiftEmitter {
  let source: Source
  let layout: SwiftLayout

  init(source: Source) {
    self.source = source
    self.layout = SwiftLayout(source: source)
  }

  /// The files by path below the repository's root.
  func files() -> [String: String] {
    var files: [String: String] = [:]
    for (file, definitions) in Dictionary(grouping: source.definitions, by: \.file) {
      guard let package = definitions.first?.package, let module = package.module else { continue }
      let path = "Sources/\(module)/Generated/\(fileName(file, package)).swift"
      files[path] = text(of: definitions, file: file, package: package)
    }
    for (module, namespaces) in namespacesByModule() {
      files["Sources/\(module)/Generated/Namespaces.swift"] = self.text(of: namespaces)
    }
    return files
  }

  /// `v1/cpu-memory` becomes `CPUMemory`, a file of another package gets the namespace before it: `Pool+Pool`.
  private func fileName(_ file: String, _ package: Package) -> String {
    let words = file.split(separator: "/").last.map(String.init) ?? file
    let name = words.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    return package.namespace.isEmpty ? name : "\(package.namespace)+\(name)"
  }

  private func namespacesByModule() -> [String: [String]] {
    var modules: [String: Set<String>] = [:]
    for package in Set(source.definitions.map(\.package)) where !package.namespace.isEmpty {
      guard let module = package.module else { continue }
      modules[module, default: []].insert(package.namespace)
    }
    return modules.mapValues { $0.sorted() }
  }

  private func text(of namespaces: [String]) -> String {
    var lines = [header("packages.json")]
    for namespace in namespaces {
      lines.append("")
      if let dot = namespace.lastIndex(of: ".") {
        lines.append("extension \(namespace[..<dot]) {")
        lines.append("  public enum \(namespace[namespace.index(after: dot)...]) {}")
        lines.append("}")
      } else {
        lines.append("public enum \(namespace) {}")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func header(_ file: String) -> String {
    "// Made from openapi/\(file) by `make generate`; what is changed here is lost with the next one."
  }

  private func text(of definitions: [Definition], file: String, package: Package) -> String {
    var lines = [header(file + ".json"), "", "import JSON"]
    if package.module != "Kube" { lines.append("import Kube") }
    for definition in definitions {
      lines.append("")
      lines += structLines(definition)
      lines.append("")
      lines += CodecEmitter(definition: definition, layout: layout).lines()
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func structLines(_ definition: Definition) -> [String] {
    var lines = commentLines(definition.description)
    lines.append("public struct \(definition.name): Sendable {")
    for field in definition.fields {
      let type = layout.type(of: field, in: definition)
      lines += commentLines(field.description).map { "  " + $0 }
      let initial = type.initialValue.map { " = " + $0 } ?? ""
      lines.append("  \(type.isBoxed ? "@Boxed " : "")public var \(field.swiftName): \(type.name)\(initial)")
    }
    lines.append("")
    lines.append("  public init() {}")
    lines.append("}")
    guard !definition.package.namespace.isEmpty else { return lines }
    return ["extension \(definition.package.namespace) {"] + lines.map { $0.isEmpty ? "" : "  " + $0 } + ["}"]
  }

  private func commentLines(_ text: String) -> [String] {
    text.isEmpty ? [] : wrapped(text, width: 110).map { "/// " + $0 }
  }
}

/// Breaks a text at spaces.
func wrapped(_ text: String, width: Int) -> [String] {
  var lines: [String] = []
  var line = ""
  for word in text.split(separator: " ") {
    if !line.isEmpty && line.count + 1 + word.count > width {
      lines.append(line)
      line = ""
    }
    line += line.isEmpty ? String(word) : " " + word
  }
  if !line.isEmpty { lines.append(line) }
  return lines
}

extension Field {
  /// The name as Swift takes it; keywords stand in back quotes.
  var swiftName: String { swiftKeywords.contains(name) ? "`\(name)`" : name }

  /// The member as a codec's body names it, where a few names mean something else.
  var codecName: String { codecVariables.contains(name) ? "self." + name : swiftName }
}

private let codecVariables: Set<String> = ["index", "key", "members", "reader", "writer"]

private let swiftKeywords: Set<String> = [
  "as", "break", "case", "catch", "class", "continue", "default", "defer", "deinit", "do", "else", "enum", "extension",
  "fallthrough", "false", "fileprivate", "for", "func", "guard", "if", "import", "in", "init", "inout", "internal",
  "is",
  "let", "nil", "operator", "precedencegroup", "private", "protocol", "public", "repeat", "rethrows", "return", "self",
  "static", "struct", "subscript", "super", "switch", "throw", "throws", "true", "try", "typealias", "var", "where",
  "while",
]
