import VirtTypes
import XML

extension CurrentDomain {
  /// Watchdog, random numbers, USB redirection, sound, TPM and vsock.
  var smallDevices: [XMLElement] {
    var elements: [XMLElement] = []
    if let watchdog = devices.watchdog, let card = watchdog.i6300esb {
      elements.append(
        XMLElement(
          "watchdog", ["model": "i6300esb", "action": card.action], children: [Self.alias(watchdog.name)]))
    }
    if devices.rng != nil {
      let backend = XMLElement("backend", ["model": "random"], text: "/dev/urandom")
      elements.append(XMLElement("rng", ["model": virtioModel], children: [backend] + iommuDriver))
    }
    if devices.clientPassthrough != nil { elements += redirectedDevices }
    if let sound = devices.sound {
      elements.append(
        XMLElement(
          "sound", ["model": sound.model.isEmpty ? "ich9" : sound.model], children: [Self.alias(sound.name)]))
    }
    if let tpm = devices.tpm, tpm.enabled ?? true { elements.append(Self.tpm(isPersistent: tpm.persistent == true)) }
    if let identifier = instance.status.VSOCKCID {
      elements.append(
        XMLElement(
          "vsock", ["model": virtioModel],
          children: [XMLElement("cid", ["auto": "no", "address": String(identifier)])]))
    }
    return elements
  }

  /// Slots into which clients plug USB devices of their own.
  private var redirectedDevices: [XMLElement] {
    (0..<4).map { index in
      XMLElement(
        "redirdev", ["type": "unix", "bus": "usb"],
        children: [
          XMLElement("source", ["mode": "bind", "path": environment.paths.redirectedDevice(index, uid: uid)])
        ])
    }
  }

  /// State that is kept needs the newer interface.
  private static func tpm(isPersistent: Bool) -> XMLElement {
    XMLElement(
      "tpm", ["model": isPersistent ? "tpm-crb" : "tpm-tis"],
      children: [
        XMLElement(
          "backend",
          ["type": "emulator", "version": "2.0", "persistent_state": isPersistent ? "yes" : nil])
      ])
  }

  /// Pointers.
  var inputs: [XMLElement] {
    devices.inputs.map { input in
      let bus = input.bus.isEmpty ? "usb" : input.bus
      return XMLElement(
        "input", ["type": input.type, "bus": bus, "model": bus == "virtio" ? "virtio" : nil],
        children: [Self.alias(input.name)])
    }
  }

  /// By which the guest says that its kernel has given up.
  var panicDevices: [XMLElement] {
    devices.panicDevices.map { XMLElement("panic", ["model": $0.model]) }
  }

  /// Folders that the guest shares with containers of the pod, by virtiofs.
  var filesystems: [XMLElement] {
    devices.filesystems.filter { $0.virtiofs != nil }.map { filesystem in
      XMLElement(
        "filesystem", ["type": "mount", "accessMode": "passthrough"],
        children: [
          XMLElement("driver", ["type": "virtiofs", "queue": "1024"]),
          XMLElement("source", ["socket": environment.paths.sharedFileSystem(filesystem.name)]),
          XMLElement("target", ["dir": filesystem.name]),
        ])
    }
  }
}
