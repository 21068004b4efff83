import CLinux
import Glibc
import Kube

/// Carries steps out in the network namespace of the calling thread.
struct StepRunner: ~Copyable {
  let kernel: RouteSocket

  init() throws(NetworkError) { kernel = try RouteSocket() }

  func run(_ step: NetworkStep) throws(NetworkError) {
    switch step {
    case .bridge(let name, let mac, let mtu): try make("bridge", name, mac: mac, mtu: mtu)
    case .placeholder(let name, let mac, let mtu): try makePlaceholder(name, mac: mac, mtu: mtu)
    case .tap(let name, let owner, let mtu, let hasQueues):
      try makeTap(name, owner: owner, mtu: mtu, hasQueues: hasQueues)
    case .rename(let name, let target): try rename(name, to: target)
    case .setMaster(let name, let bridge):
      let (link, master) = (try found(name), try found(bridge))
      if link.master != master.index { try kernel.setMaster(link, master) }
    case .setMAC(let name, let mac): try setMAC(name, mac)
    case .stopLearning(let name): try kernel.stopLearning(found(name))
    case .setUp(let name): try setUp(name, true)
    case .setDown(let name): try setUp(name, false)
    case .addAddress(let name, let address): try kernel.add(address, to: found(name))
    case .removeAddress(let name, let address): try kernel.remove(address, from: found(name))
    case .sysctl(let path, let value): try setParameter(path, value)
    case .translate(let translation):
      let firewall = try Firewall()
      try firewall.run(translation.commands())
    }
  }

  private func found(_ name: String) throws(NetworkError) -> Link {
    guard let link = try kernel.link(name) else { throw .missingLink(name) }
    return link
  }

  private func setUp(_ name: String, _ isUp: Bool) throws(NetworkError) {
    let link = try found(name)
    if link.isUp != isUp { try kernel.setUp(link, isUp) }
  }

  private func setMTU(_ link: Link, _ mtu: Int) throws(NetworkError) {
    if link.mtu != mtu { try kernel.setMTU(link, mtu) }
  }

  private func make(_ kind: String, _ name: String, mac: HardwareAddress?, mtu: Int) throws(NetworkError) {
    if let link = try kernel.link(name) {
      guard link.kind == kind else { throw .refused(step: "make \(name)", reason: "there is a \(link.kind) already") }
      try setMTU(link, mtu)
      if let mac, link.mac != mac { try kernel.setMAC(link, mac) }
    } else if try !kernel.add(kind, name, mac: mac, mtu: mtu) {
      throw .refused(step: "make \(name)", reason: "the kernel has no \(kind)")
    }
  }

  /// A dummy link; a bridge without ports where the kernel has none.
  private func makePlaceholder(_ name: String, mac: HardwareAddress, mtu: Int) throws(NetworkError) {
    if let link = try kernel.link(name) {
      return try make(link.kind == "dummy" ? "dummy" : "bridge", name, mac: mac, mtu: mtu)
    }
    if try !kernel.add("dummy", name, mac: mac, mtu: mtu) { try make("bridge", name, mac: mac, mtu: mtu) }
  }

  private func makeTap(_ name: String, owner: UInt32, mtu: Int, hasQueues: Bool) throws(NetworkError) {
    if try kernel.link(name) == nil {
      let step = "make tap \(name)"
      let device = clinux_open_tap(name, hasQueues ? 1 : 0)
      guard device >= 0 else { throw .lastSystemError(step) }
      defer { close(device) }
      guard clinux_keep_tap(device, owner) == 0 else { throw .lastSystemError(step) }
    }
    try setMTU(found(name), mtu)
  }

  private func rename(_ name: String, to target: String) throws(NetworkError) {
    guard try kernel.link(target) == nil else { return }
    let link = try found(name)
    if link.isUp { try kernel.setUp(link, false) }
    try kernel.rename(link, to: target)
  }

  /// Not every driver lets it be changed while the link is up.
  private func setMAC(_ name: String, _ mac: HardwareAddress) throws(NetworkError) {
    let link = try found(name)
    guard link.mac != mac else { return }
    if link.isUp { try kernel.setUp(link, false) }
    try kernel.setMAC(found(name), mac)
    if link.isUp { try kernel.setUp(found(name), true) }
  }

  /// `/proc/sys/net` shows the parameters of the reading thread's namespace (proc(5)), whose file system it may be.
  private func setParameter(_ path: [String], _ value: String) throws(NetworkError) {
    guard path.allSatisfy(LinkNames.isLinkName) else { throw .invalid("\(path) is no kernel parameter") }
    let file = "/proc/sys/net/" + path.joined(separator: "/")
    let step = "set \(file)"
    let descriptor = open(file, O_RDWR | O_CLOEXEC)
    guard descriptor >= 0 else {
      // A mount without writing is good enough where the value is the right one.
      if Self.contents(open(file, O_RDONLY | O_CLOEXEC)) == value { return }
      errno = EROFS
      throw .lastSystemError(step)
    }
    defer { close(descriptor) }
    let text = value + "\n"
    guard text.withCString({ write(descriptor, $0, strlen($0)) }) == text.utf8.count else {
      throw .lastSystemError(step)
    }
  }

  private static func contents(_ descriptor: Int32) -> String? {
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var buffer = [UInt8](repeating: 0, count: 64)
    let count = read(descriptor, &buffer, buffer.count)
    guard count > 0 else { return nil }
    return String(decoding: buffer[..<count].prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
  }
}
