import CLinux
import Glibc
import Kube
import Logging

/// The servers from which one guest learns its addresses: DHCP for IPv4, and DHCP and router advertisements for IPv6.
///
/// They run on threads of their own until they are stopped, in the network namespace of the thread that made them.
/// Port 67 needs NET_BIND_SERVICE, router advertisements need NET_RAW; without the latter there are none, and a guest has
/// to be told its gateway for IPv6 in another way.
public final class GuestNetworkServer: Sendable {
  private let services: [PacketService]

  /// Starts what the guest's network needs.
  /// - Throws: `refused` where a server's port is not to be had, `missingLink`.
  public init(_ configuration: GuestConfiguration, logger: Logger) throws(NetworkError) {
    let device = configuration.network.device
    guard let link = try RouteSocket().link(device), let mac = link.mac else { throw .missingLink(device) }
    var services: [PacketService] = []
    do throws(NetworkError) {
      if let responder = DHCPResponder(configuration) { services.append(try .dhcp(responder, on: device)) }
      if let responder = DHCPv6Responder(configuration, serverMAC: mac) {
        services.append(try .dhcpV6(responder, on: link))
        if let message = RouterAdvertisement.message(configuration, mac: mac) {
          do throws(NetworkError) {
            services.append(try .routerAdvertisement(message, on: link))
          } catch {
            logger.warning("no router is advertised to the guest", metadata: ["reason": "\(error)"])
          }
        }
      }
    } catch {
      for service in services { service.stop() }
      throw error
    }
    self.services = services
  }

  /// Ends the servers; when it returns they are gone.
  public func stop() {
    for service in services { service.stop() }
  }
}
