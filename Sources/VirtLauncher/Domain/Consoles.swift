import VirtTypes
import XML

extension CurrentDomain {
  var hasSerialConsole: Bool { devices.autoattachSerialConsole != false }

  /// The serial console, with a log of what the guest wrote unless that is turned off.
  var serialConsole: [XMLElement] {
    guard hasSerialConsole else { return [] }
    let paths = environment.paths
    let isLogged =
      devices.logSerialConsole
      ?? (environment.configuration.given.virtualMachineOptions?.disableSerialConsoleLog == nil)
    var serial = XMLElement(
      "serial", ["type": "unix"],
      children: [
        XMLElement("target", ["port": "0"]),
        XMLElement("source", ["mode": "bind", "path": paths.serialConsole(uid: uid)]),
      ])
    if isLogged {
      serial.children.append(XMLElement("log", ["file": paths.serialConsoleLog(uid: uid), "append": "on"]))
    }
    let console = XMLElement(
      "console", ["type": "pty"], children: [XMLElement("target", ["type": "serial", "port": "0"])])
    return [serial, console]
  }

  /// Graphics card, and its picture by VNC.
  var screen: [XMLElement] {
    guard devices.autoattachGraphicsDevice != false else { return [] }
    let type = devices.video?.type ?? ""
    let model: XMLElement
    if !type.isEmpty {
      model = XMLElement("model", ["type": type, "heads": "1", "vram": "16384"])
    } else if bootsUEFI {
      model = XMLElement("model", ["type": "bochs", "heads": "1"])
    } else {
      model = XMLElement("model", ["type": "vga", "heads": "1", "vram": "16384"])
    }
    let listen = XMLElement("listen", ["type": "socket", "socket": environment.paths.screen(uid: uid)])
    return [
      XMLElement("video", children: [model]), XMLElement("graphics", ["type": "vnc"], children: [listen]),
    ]
  }

  /// Channels to the guest's agent and to its reader of the node's metrics.
  var channels: [XMLElement] {
    var elements = [
      XMLElement(
        "channel", ["type": "unix"],
        children: [XMLElement("target", ["name": "org.qemu.guest_agent.0", "type": "virtio"])])
    ]
    if devices.downwardMetrics != nil {
      elements.append(
        XMLElement(
          "channel", ["type": "unix"],
          children: [
            XMLElement("source", ["mode": "bind", "path": environment.paths.downwardMetricsChannel]),
            XMLElement("target", ["name": "org.github.vhostmd.1", "type": "virtio"]),
          ]))
    }
    return elements
  }
}
