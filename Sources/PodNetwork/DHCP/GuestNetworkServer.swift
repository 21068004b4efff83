import Kube
import VirtTypes

/// The servers from which one guest learns its addresses: DHCP for IPv4, and DHCP and router advertisements for IPv6.
///
/// They run on threads of their own until they are stopped, in the network namespace of the thread that started them,
/// and answer one hardware address only.
public final class GuestNetworkServer: Sendable {
  /// Starts what the interface needs; nil where that is nothing.
  /// - Throws: `refused` where the ports of the servers (67, 547) are not to be had.
  public init?(
    for interface: PluggedInterface, instance: V1.VirtualMachineInstance, hostname: String, resolver: Resolver
  ) throws(NetworkError) {
    return nil
  }

  /// Ends the servers.
  public func stop() {}

  /// What the pod's `resolv.conf` says, which the guest gets too.
  public struct Resolver: Sendable, Hashable {
    public var nameServers: [IPAddress]
    public var searchDomains: [String]

    public init(nameServers: [IPAddress], searchDomains: [String]) {
      self.nameServers = nameServers
      self.searchDomains = searchDomains
    }
  }
}
