import CLibXML2

/// Why a text is no XML document.
public struct XMLProblem: Error, Sendable, Hashable, CustomStringConvertible {
  /// Counted from 1; 0 where it is not known.
  public var line: Int
  public var description: String
}

extension XMLElement {
  /// Reads a document: well-formed XML 1.0 without a document type of its own, so that no entity can grow and no file
  /// be read. Comments and blank texts are left out, and the texts of an element are put together.
  public init(parsing text: String) throws(XMLProblem) {
    guard let context = xmlNewParserCtxt() else { throw XMLProblem(line: 0, description: "out of memory") }
    defer { xmlFreeParserCtxt(context) }
    let options =
      Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue)
      | Int32(XML_PARSE_NOCDATA.rawValue)
    var bytes = text
    let document = bytes.withUTF8 { buffer in
      buffer.withMemoryRebound(to: CChar.self) { characters in
        xmlCtxtReadMemory(context, characters.baseAddress, Int32(clamping: characters.count), nil, "UTF-8", options)
      }
    }
    guard let document else {
      let error = xmlCtxtGetLastError(context)
      let message = error?.pointee.message.map { String(cString: $0) } ?? "no XML"
      throw XMLProblem(
        line: Int(error?.pointee.line ?? 0), description: String(message.prefix { $0 != "\n" }))
    }
    defer { xmlFreeDoc(document) }
    if document.pointee.intSubset != nil {
      throw XMLProblem(line: 1, description: "a document type is not taken")
    }
    guard let root = xmlDocGetRootElement(document) else {
      throw XMLProblem(line: 0, description: "no root element")
    }
    self.init(root)
  }

  private init(_ node: UnsafeMutablePointer<xmlNode>) {
    self.init(Self.qualified(node.pointee.name, node.pointee.ns))
    var definition = node.pointee.nsDef
    while let namespace = definition {
      let name = namespace.pointee.prefix.map { "xmlns:" + Self.string($0) } ?? "xmlns"
      attributes.append(Attribute(name, namespace.pointee.href.map(Self.string) ?? ""))
      definition = namespace.pointee.next
    }
    var property = node.pointee.properties
    while let attribute = property {
      let value = xmlNodeListGetString(node.pointee.doc, attribute.pointee.children, 1)
      attributes.append(
        Attribute(Self.qualified(attribute.pointee.name, attribute.pointee.ns), value.map(Self.string) ?? ""))
      if let value { clibxml2_free(value) }
      property = attribute.pointee.next
    }
    var text = ""
    var next = node.pointee.children
    while let child = next {
      switch child.pointee.type {
      case XML_ELEMENT_NODE: children.append(XMLElement(child))
      case XML_TEXT_NODE, XML_CDATA_SECTION_NODE: text += child.pointee.content.map(Self.string) ?? ""
      default: break
      }
      next = child.pointee.next
    }
    let isBlank = text.utf8.allSatisfy { [0x20, 0x09, 0x0a, 0x0d].contains($0) }
    if !isBlank || children.isEmpty { self.text = isBlank && text.utf8.contains(0x0a) ? "" : text }
  }

  private static func qualified(
    _ name: UnsafePointer<xmlChar>?, _ namespace: UnsafeMutablePointer<xmlNs>?
  ) -> String {
    let local = name.map(string) ?? ""
    return namespace?.pointee.prefix.map { string($0) + ":" + local } ?? local
  }

  private static func string(_ characters: UnsafePointer<xmlChar>) -> String { String(cString: characters) }
  private static func string(_ characters: UnsafeMutablePointer<xmlChar>) -> String { String(cString: characters) }
}
