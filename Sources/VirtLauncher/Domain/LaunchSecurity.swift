import VirtTypes
import XML

extension CurrentDomain {
  /// How the guest is kept from its host.
  var launchSecurity: XMLElement? {
    guard let security = domain.launchSecurity else { return nil }
    if security.snp != nil {
      // Bit 17 is always one, bit 16 permits simultaneous multithreading.
      return XMLElement(
        "launchSecurity", ["type": "sev-snp"], children: [XMLElement("policy", text: "0x30000")])
    }
    if security.tdx != nil { return XMLElement("launchSecurity", ["type": "tdx"]) }
    guard let sev = security.sev else { return nil }
    var children: [XMLElement] = []
    if !sev.dhCert.isEmpty { children.append(XMLElement("dhCert", text: sev.dhCert)) }
    if !sev.session.isEmpty { children.append(XMLElement("session", text: sev.session)) }
    // Bit 0: no debugging; bit 2: registers are encrypted too.
    let policy = sev.policy?.encryptedState == true ? "0x5" : "0x1"
    children.append(XMLElement("policy", text: policy))
    return XMLElement("launchSecurity", ["type": "sev"], children: children)
  }
}
