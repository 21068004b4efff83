import Kube
import LauncherProtocol
import XML

/// The element by which a domain carries what belongs to its instance; it outlives libvirtd and the launcher's memory.
struct DomainMetadata: Sendable, Hashable {
  static let namespace = "http://kubevirt.io"
  static let key = "kubevirt"

  var uid = ""
  var gracePeriod: DomainReport.GracePeriod?

  init(uid: String, gracePeriod: DomainReport.GracePeriod?) {
    self.uid = uid
    self.gracePeriod = gracePeriod
  }

  /// From a domain's description; libvirt may have given names a prefix.
  init(ofDomain domain: XMLElement) {
    guard let element = domain.child("metadata")?.localChild(Self.key) else { return }
    uid = element.localChild("uid")?.text ?? ""
    let grace = element.localChild("graceperiod")
    if let seconds = grace?.localChild("deletionGracePeriodSeconds").flatMap({ Int64($0.text) }) {
      gracePeriod = DomainReport.GracePeriod(
        seconds: seconds, started: grace?.localChild("deletionTimestamp").flatMap { Timestamp($0.text) })
    }
  }

  /// The element of a domain's description with the moment at which the guest was asked to end: all else in it stays.
  static func element(ofDomain domain: XMLElement, started: Timestamp) -> XMLElement {
    var element = XMLElement(key)
    if let found = domain.child("metadata")?.localChild(key) {
      element = found.withoutPrefixes
      element.attributes.removeAll { $0.name == "xmlns" || $0.name.hasPrefix("xmlns:") }
    }
    var grace = element.child("graceperiod") ?? XMLElement("graceperiod")
    grace.children.removeAll { $0.name == "deletionTimestamp" }
    grace.children.append(XMLElement("deletionTimestamp", text: started.text))
    element.children.removeAll { $0.name == "graceperiod" }
    element.children.append(grace)
    return element
  }
}

extension XMLElement {
  private static func local(_ name: String) -> String {
    name.split(separator: ":").last.map(String.init) ?? name
  }

  /// The first child of that name, with any prefix.
  func localChild(_ name: String) -> XMLElement? { children.first { Self.local($0.name) == name } }

  var withoutPrefixes: XMLElement {
    var element = self
    element.name = Self.local(name)
    element.children = children.map(\.withoutPrefixes)
    return element
  }
}
