/// An element of an XML document as a value: what libvirt's descriptions are built of and read into.
public struct XMLElement: Sendable, Hashable {
  /// With its prefix as written, such as `qemu:commandline`.
  public var name: String
  /// In the order in which they are printed.
  public var attributes: [Attribute]
  public var children: [XMLElement]
  /// Its text, unescaped; printed before the children. Elements that mix text and children are not ours to make.
  public var text: String

  /// A name and a value, unescaped.
  public struct Attribute: Sendable, Hashable {
    public var name: String
    public var value: String

    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// Attributes with a nil value are left out.
  public init(
    _ name: String, _ attributes: KeyValuePairs<String, String?> = [:], text: String = "",
    children: [XMLElement] = []
  ) {
    self.name = name
    self.attributes = attributes.compactMap { pair in pair.value.map { Attribute(pair.key, $0) } }
    self.text = text
    self.children = children
  }

  /// The value of the attribute; setting nil takes it away.
  public subscript(attribute name: String) -> String? {
    get { attributes.first { $0.name == name }?.value }
    set {
      let index = attributes.firstIndex { $0.name == name }
      switch (index, newValue) {
      case (let index?, let value?): attributes[index].value = value
      case (let index?, nil): attributes.remove(at: index)
      case (nil, let value?): attributes.append(Attribute(name, value))
      case (nil, nil): break
      }
    }
  }

  /// The first child of that name.
  public func child(_ name: String) -> XMLElement? { children.first { $0.name == name } }

  /// The children of that name, in order.
  public func children(named name: String) -> [XMLElement] { children.filter { $0.name == name } }

  /// The first element along the path of names.
  public func descendant(_ path: String...) -> XMLElement? {
    var element: XMLElement? = self
    for name in path { element = element?.child(name) }
    return element
  }
}
