import XML

extension XMLElement {
  /// The domain without what is said for launcher and handler only, which libvirt's schema does not know.
  public var withoutInternals: XMLElement {
    var domain = self
    guard let devices = children.firstIndex(where: { $0.name == "devices" }) else { return self }
    for index in children[devices].children.indices where children[devices].children[index].name == "disk" {
      var disk = children[devices].children[index]
      disk.children.removeAll { Self.internalElements.contains($0.name) }
      for part in disk.children.indices { disk.children[part].removeVolumeName() }
      domain.children[devices].children[index] = disk
    }
    return domain
  }

  private static let internalElements: Set<String> = ["filesystemOverhead", "capacity", "expandDisksEnabled"]

  /// Block devices have the volume's name in their source.
  private mutating func removeVolumeName() {
    if name == "source", self[attribute: "dev"] != nil { self[attribute: "name"] = nil }
    guard name == "backingStore" else { return }
    for index in children.indices { children[index].removeVolumeName() }
  }
}
