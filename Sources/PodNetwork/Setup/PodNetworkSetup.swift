import Glibc
import Kube
import VirtTypes

/// Makes a pod's network ready for its guest, or finds that it is already.
///
/// Root of the pod with NET_ADMIN calls it in the pod (launchers of v0.8.0); otherwise virt-handler does, from outside.
/// Calling it again, also after it was interrupted, brings about the same and returns the same.
public struct PodNetworkSetup: Sendable {
  public var profile: NetworkProfile
  /// A file that outlives the caller, one for each pod: what its links were before they were changed. Its folder
  /// is made if need be. It is no secret, but nobody else may write it.
  public var cacheFile: String
  public var privileges: PodNetworkPlan.Privileges

  /// - Parameter privileges: those of this process by default.
  public init(
    profile: NetworkProfile, cacheFile: String, privileges: PodNetworkPlan.Privileges = .ofThisProcess()
  ) {
    self.profile = profile
    self.cacheFile = cacheFile
    self.privileges = privileges
  }

  /// Works on the network namespace of the calling thread. Blocks for some milliseconds.
  public func apply(to instance: V1.VirtualMachineInstance) throws(NetworkError) -> [PluggedInterface] {
    let runner = try StepRunner()
    let plan = try plan(for: instance, runner.kernel)
    for step in plan.steps { try runner.run(step) }
    return plan.interfaces
  }

  /// Works on the network namespace that the process is in, on a thread of its own. Blocks for some milliseconds.
  public func apply(
    to instance: V1.VirtualMachineInstance, inNamespaceOfProcess process: Int32
  ) throws(NetworkError) -> [PluggedInterface] {
    try NetworkNamespace.run(ofProcess: process) { () throws(NetworkError) in try apply(to: instance) }
  }

  /// What is to be done, the same before, in the middle of, and after it.
  func plan(
    for instance: V1.VirtualMachineInstance, _ kernel: borrowing RouteSocket
  ) throws(NetworkError) -> PodNetworkPlan {
    let existing = Set(try kernel.links().map(\.name))
    let links = try firstLinks(of: instance, existing: existing, kernel)
    return try PodNetworkPlan.plan(
      for: instance, profile: profile, privileges: privileges, links: links, existing: existing)
  }

  /// The links that the plan is about, as they were at first. The bridge is made before anything is changed, so a link
  /// without one is as it was.
  private func firstLinks(
    of instance: V1.VirtualMachineInstance, existing: Set<String>, _ kernel: borrowing RouteSocket
  ) throws(NetworkError) -> [String: PodLink] {
    let names = PodNetworkPlan.links(for: instance, profile: profile, privileges: privileges, existing: existing)
    guard !names.isEmpty else { return [:] }
    let record = LinkRecord(path: cacheFile)
    let recorded = record.load()
    var links: [String: PodLink] = [:]
    let fresh = names.filter { !existing.contains($0.bridge) }
    for names in names where existing.contains(names.bridge) {
      guard let link = recorded[names.pod] else {
        throw .unknownOrigin("\(names.bridge) is there, but nothing says what \(names.pod) was")
      }
      links[names.pod] = link
    }
    guard !fresh.isEmpty else { return links }
    let (all, addresses, routes) = (try kernel.links(), try kernel.addresses(), try kernel.routes())
    for name in fresh.map(\.pod) {
      guard let link = all.first(where: { $0.name == name }), let mac = link.mac else { throw .missingLink(name) }
      links[name] = PodLink(
        name: name, mac: mac, mtu: link.mtu,
        addresses: addresses.filter { $0.link == link.index }.map(\.address).filter { !$0.address.isLinkLocal },
        routes: routes.filter { $0.link == link.index }.map(\.route), spareMAC: Self.neighbor(of: mac))
    }
    try record.save(recorded.merging(links) { _, new in new })
    return links
  }

  /// A random address of the same vendor.
  private static func neighbor(of mac: HardwareAddress) -> HardwareAddress {
    while true {
      let bytes = mac.bytes.prefix(3) + (0..<3).map { _ in UInt8.random(in: 0...255) }
      if let address = HardwareAddress(bytes: Array(bytes)), address != mac { return address }
    }
  }
}

/// Whose way of wiring is followed.
public enum NetworkProfile: String, Sendable, Hashable {
  /// v0.8.0: the launcher is root, libvirt makes the guest's device on a bridge of the pod.
  case legacy
  /// v1: the guest's device is made by virt-handler, and the launcher without privileges opens it.
  case current
}

extension PodNetworkPlan.Privileges {
  /// Those that the process has now: CAP_NET_ADMIN (capability 12) in `/proc/self/status`, passt where the
  /// distribution puts it.
  public static func ofThisProcess() -> Self {
    Self(
      isNetworkAdministrator: effectiveCapabilities & 1 << 12 != 0, hasPasst: access("/usr/bin/passt", X_OK) == 0)
  }

  private static var effectiveCapabilities: UInt64 {
    guard let file = fopen("/proc/self/status", "re") else { return 0 }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 512)
    while fgets(&line, Int32(line.count), file) != nil {
      let text = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      guard text.hasPrefix("CapEff:"), let digits = text.split(whereSeparator: \.isWhitespace).last else { continue }
      return UInt64(digits, radix: 16) ?? 0
    }
    return 0
  }
}
