import XML

/// A rendered domain is what KubeVirt's own one is, for those who read it as such. libvirt 9 gets it in a stricter form
/// of the same meaning: its schema knows less, and wants some defaults written out.
extension XMLElement {
  /// The domain in the form in which libvirt is given it.
  public var formForLibvirt: XMLElement {
    var domain = self
    domain.change(["sysinfo"]) { $0.removeEmptyEntries() }
    domain.addPlaceForMemory()
    domain.change(["cpu", "feature"]) { $0.setDefault("policy", "require") }
    domain.change(["clock"]) { $0.setDefault("offset", "utc") }
    domain.change(["devices", "hostdev"]) { device in
      device.setDefault("mode", "subsystem")
      // Of what type the address is, the device's own says.
      device.change(["source", "address"]) { $0[attribute: "type"] = nil }
    }
    // libvirt's own word is `accessmode`, and it is not for file systems that others serve.
    domain.change(["devices", "filesystem"]) { $0[attribute: "accessMode"] = nil }
    domain.change(["devices", "interface"]) { interface in
      guard interface[attribute: "type"] == "user" else { return }
      interface.children.removeAll { $0.name == "source" && $0.attributes.isEmpty }
    }
    domain.change(["devices", "disk"]) { $0.removeInternals() }
    for device in ["controller", "memballoon"] {
      domain.change(["devices", device]) { device in
        // What is not there is nowhere.
        if device[attribute: "model"] == "none" { device.children.removeAll { $0.name == "address" } }
      }
    }
    let hasUSBDisk = domain.child("devices")?.children(named: "disk").contains {
      $0.child("target")?[attribute: "bus"] == "usb"
    }
    if hasUSBDisk == true {
      domain.change(["devices", "controller"]) { controller in
        guard controller[attribute: "type"] == "usb", controller[attribute: "model"] == "none" else { return }
        controller[attribute: "model"] = "qemu-xhci"
      }
    }
    return domain
  }

  /// Changes every element at the end of a path of names.
  private mutating func change(_ path: ArraySlice<String>, _ body: (inout XMLElement) -> Void) {
    guard let name = path.first else { return body(&self) }
    for index in children.indices where children[index].name == name {
      children[index].change(path.dropFirst(), body)
    }
  }

  private mutating func setDefault(_ attribute: String, _ value: String) {
    if self[attribute: attribute] == nil { self[attribute: attribute] = value }
  }

  /// Memory that is plugged in later needs a slot, and zero slots are refused; and it needs a NUMA cell.
  private mutating func addPlaceForMemory() {
    guard child("maxMemory") != nil else { return }
    change(["maxMemory"]) { if $0[attribute: "slots"] == "0" { $0[attribute: "slots"] = "1" } }
    guard descendant("cpu", "numa") == nil, let count = child("vcpu").flatMap({ UInt64($0.text) }), count > 0,
      let memory = child("memory")
    else { return }
    let cell = XMLElement(
      "cell", ["id": "0", "cpus": "0-\(count - 1)", "memory": memory.text, "unit": memory[attribute: "unit"]])
    change(["cpu"]) { $0.children.append(XMLElement("numa", children: [cell])) }
  }

  /// Takes out what says nothing, first in the tables of SMBIOS, then these.
  private mutating func removeEmptyEntries() {
    for index in children.indices { children[index].children.removeAll { $0.name == "entry" && $0.text.isEmpty } }
    children.removeAll { $0.children.isEmpty }
  }

  /// Takes out of a disk what launcher and handler say to each other.
  private mutating func removeInternals() {
    children.removeAll { ["filesystemOverhead", "capacity", "expandDisksEnabled"].contains($0.name) }
    for path: ArraySlice<String> in [["source"], ["backingStore", "source"]] {
      change(path) { if $0[attribute: "dev"] != nil { $0[attribute: "name"] = nil } }
    }
  }
}
