import Kube
import VirtTypes

/// Sockets, cores and threads of a guest.
struct GuestTopology: Sendable, Hashable {
  /// Sockets at the start.
  var sockets: UInt64
  /// Sockets that it may come to have; nil when none can be plugged in.
  var mostSockets: UInt64?
  var cores: UInt64
  var threads: UInt64

  /// More than any hypervisor gives, and few enough to be listed.
  static let mostCPUs: UInt64 = 16_384

  /// Takes a guest without a topology as having as many sockets as CPUs are limited or requested.
  init(_ domain: V1.DomainSpec) throws(DomainError) {
    let cpu = domain.cpu
    let given = [cpu?.sockets, cpu?.cores, cpu?.threads].map { UInt64($0 ?? 0) }
    cores = max(given[1], 1)
    threads = max(given[2], 1)
    sockets = max(given[0], 1)
    mostSockets = cpu.flatMap { $0.maxSockets > 0 ? UInt64($0.maxSockets) : nil }
    if given.allSatisfy({ $0 == 0 }), let count = domain.resources.limits?["cpu"] ?? domain.resources.requests?["cpu"] {
      sockets = UInt64(max(count.value, 1))
    }
    guard [max(sockets, mostSockets ?? 0), cores, threads].allSatisfy({ $0 <= Self.mostCPUs }),
      mostVCPUs <= Self.mostCPUs, vCPUs <= Self.mostCPUs
    else {
      throw .malformed(field: "spec.domain.cpu", reason: "asks for more than \(Self.mostCPUs) CPUs")
    }
  }

  var vCPUsPerSocket: UInt64 { cores * threads }
  /// CPUs at the start.
  var vCPUs: UInt64 { sockets * vCPUsPerSocket }
  /// CPUs with all sockets.
  var mostVCPUs: UInt64 { (mostSockets ?? sockets) * vCPUsPerSocket }
}
