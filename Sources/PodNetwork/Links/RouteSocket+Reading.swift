import CLibNL
import Glibc
import Kube

/// A link as it is.
struct Link: Sendable, Hashable {
  var index: Int32
  var name: String
  /// Of the driver, such as `bridge`, `veth`, `tun`; empty for hardware.
  var kind: String
  var mac: HardwareAddress?
  /// Bytes.
  var mtu: Int
  var isUp: Bool
  /// The index of the bridge or the like that it belongs to; nil for none.
  var master: Int32?
}

/// Whether the link is switched on (IFF_UP, netdevice(7)).
let isUpFlag: UInt32 = 1

/// An address and the link that has it.
struct LinkAddress: Sendable, Hashable {
  var link: Int32
  var address: CIDR
}

/// A route of the main table and the link that it goes over.
struct LinkRoute: Sendable, Hashable {
  var link: Int32
  var route: PodRoute
}

extension RouteSocket {
  /// All links, in the order of their indexes.
  func links() throws(NetworkError) -> [Link] {
    let cache = try NetlinkCache("links") { rtnl_link_alloc_cache(socket, AF_UNSPEC, $0) }
    return cache.compactMap { (link) -> Link? in
      guard let name = rtnl_link_get_name(link) else { return nil }
      let master = rtnl_link_get_master(link)
      return Link(
        index: rtnl_link_get_ifindex(link), name: String(cString: name),
        kind: rtnl_link_get_type(link).map { String(cString: $0) } ?? "",
        mac: HardwareAddress(bytes: NetlinkAddress.bytes(rtnl_link_get_addr(link))),
        mtu: Int(rtnl_link_get_mtu(link)), isUp: rtnl_link_get_flags(link) & isUpFlag != 0,
        master: master > 0 ? master : nil)
    }
  }

  /// The addresses of all links, of both versions.
  func addresses() throws(NetworkError) -> [LinkAddress] {
    let cache = try NetlinkCache("addresses") { rtnl_addr_alloc_cache(socket, $0) }
    return cache.compactMap { (address) -> LinkAddress? in
      guard let ip = NetlinkAddress.ip(rtnl_addr_get_local(address)),
        let cidr = CIDR(ip, prefixLength: Int(rtnl_addr_get_prefixlen(address)))
      else { return nil }
      return LinkAddress(link: rtnl_addr_get_ifindex(address), address: cidr)
    }
  }

  /// The unicast routes of the main table for IPv4; of several ways to one network the first.
  func routes() throws(NetworkError) -> [LinkRoute] {
    let cache = try NetlinkCache("routes") { rtnl_route_alloc_cache(socket, AF_INET, 0, $0) }
    return cache.compactMap { (route) -> LinkRoute? in
      guard rtnl_route_get_table(route) == UInt32(RT_TABLE_MAIN.rawValue),
        rtnl_route_get_type(route) == UInt8(RTN_UNICAST), let hop = rtnl_route_nexthop_n(route, 0),
        let destination = rtnl_route_get_dst(route),
        // Without bytes it is the route to everything else.
        let network = CIDR(
          NetlinkAddress.ip(destination) ?? .v4(0), prefixLength: Int(nl_addr_get_prefixlen(destination)))
      else { return nil }
      return LinkRoute(
        link: rtnl_route_nh_get_ifindex(hop),
        route: PodRoute(
          destination: network, gateway: NetlinkAddress.ip(rtnl_route_nh_get_gateway(hop)),
          source: NetlinkAddress.ip(rtnl_route_get_pref_src(route))))
    }
  }

  /// The link of that name; nil where there is none.
  func link(_ name: String) throws(NetworkError) -> Link? { try links().first { $0.name == name } }
}
