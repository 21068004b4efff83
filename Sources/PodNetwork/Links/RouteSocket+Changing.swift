import CLibNL
import Glibc
import Kube

extension RouteSocket {
  /// Makes a link of that kind.
  /// - Returns: false where the kernel has no such kind.
  func add(_ kind: String, _ name: String, mac: HardwareAddress?, mtu: Int) throws(NetworkError) -> Bool {
    let link = try LinkDraft()
    rtnl_link_set_name(link.pointer, name)
    rtnl_link_set_mtu(link.pointer, UInt32(clamping: mtu))
    try link.set(mac)
    let known = rtnl_link_set_type(link.pointer, kind)
    guard known == 0 else { throw .netlink("make \(kind) \(name)", known) }
    let code = rtnl_link_add(socket, link.pointer, NLM_F_CREATE | NLM_F_EXCL)
    if code == -NLE_OPNOTSUPP { return false }
    guard code == 0 else { throw .netlink("make \(kind) \(name)", code) }
    return true
  }

  /// Takes a link away, with all that hangs on it.
  func remove(_ link: Link) throws(NetworkError) {
    let draft = try LinkDraft()
    rtnl_link_set_ifindex(draft.pointer, link.index)
    let code = rtnl_link_delete(socket, draft.pointer)
    guard code == 0 else { throw .netlink("remove \(link.name)", code) }
  }

  func rename(_ link: Link, to name: String) throws(NetworkError) {
    try change(link, "rename \(link.name)") { rtnl_link_set_name($0, name) }
  }

  func setMTU(_ link: Link, _ mtu: Int) throws(NetworkError) {
    try change(link, "set the MTU of \(link.name)") { rtnl_link_set_mtu($0, UInt32(clamping: mtu)) }
  }

  func setMAC(_ link: Link, _ mac: HardwareAddress) throws(NetworkError) {
    let address = try NetlinkAddress(mac)
    try change(link, "set the address of \(link.name)") { rtnl_link_set_addr($0, address.pointer) }
  }

  func setUp(_ link: Link, _ isUp: Bool) throws(NetworkError) {
    try change(link, "set \(link.name) \(isUp ? "up" : "down")") {
      isUp
        ? rtnl_link_set_flags($0, isUpFlag) : rtnl_link_unset_flags($0, isUpFlag)
    }
  }

  func setMaster(_ link: Link, _ master: Link) throws(NetworkError) {
    let code = rtnl_link_enslave_ifindex(socket, master.index, link.index)
    guard code == 0 else { throw .netlink("put \(link.name) into \(master.name)", code) }
  }

  /// The port's bridge no longer takes note of the addresses that it sees there.
  func stopLearning(_ port: Link) throws(NetworkError) {
    let old = try LinkDraft()
    let new = try LinkDraft()
    for draft in [old.pointer, new.pointer] { rtnl_link_set_family(draft, AF_BRIDGE) }
    rtnl_link_set_ifindex(old.pointer, port.index)
    _ = rtnl_link_bridge_unset_flags(new.pointer, UInt32(RTNL_BRIDGE_LEARNING.rawValue))
    let code = rtnl_link_change(socket, old.pointer, new.pointer, 0)
    guard code == 0 else { throw .netlink("stop the learning of \(port.name)", code) }
  }

  /// Gives the link an address, which an IPv6 link may use at once: nobody else is there to have it too.
  func add(_ address: CIDR, to link: Link) throws(NetworkError) {
    let draft = try AddressDraft(address, of: link)
    if !address.address.isV4 { rtnl_addr_set_flags(draft.pointer, UInt32(IFA_F_NODAD)) }
    let code = rtnl_addr_add(socket, draft.pointer, 0)
    guard code == 0 || code == -NLE_EXIST else { throw .netlink("give \(address) to \(link.name)", code) }
  }

  func remove(_ address: CIDR, from link: Link) throws(NetworkError) {
    let draft = try AddressDraft(address, of: link)
    let code = rtnl_addr_delete(socket, draft.pointer, 0)
    guard code == 0 || code == -NLE_NOADDR else { throw .netlink("take \(address) from \(link.name)", code) }
  }

  private func change(
    _ link: Link, _ step: String, _ edit: (OpaquePointer) -> Void
  ) throws(NetworkError) {
    // The kernel takes all flags from a request, so that it has to start from those that the link has.
    var old: OpaquePointer?
    let found = rtnl_link_get_kernel(socket, link.index, nil, &old)
    guard found == 0, let old else { throw .netlink(step, found) }
    defer { rtnl_link_put(old) }
    let new = try LinkDraft()
    edit(new.pointer)
    let code = rtnl_link_change(socket, old, new.pointer, 0)
    guard code == 0 else { throw .netlink(step, code) }
  }
}

/// What a link shall be, before the kernel is told.
private struct LinkDraft: ~Copyable {
  let pointer: OpaquePointer

  init() throws(NetworkError) {
    guard let pointer = rtnl_link_alloc() else { throw .refused(step: "describe a link", reason: "no memory") }
    self.pointer = pointer
  }

  deinit { rtnl_link_put(pointer) }

  func set(_ mac: HardwareAddress?) throws(NetworkError) {
    guard let mac else { return }
    let address = try NetlinkAddress(mac)
    rtnl_link_set_addr(pointer, address.pointer)
  }
}

/// An address of a link, before the kernel is told.
private struct AddressDraft: ~Copyable {
  let pointer: OpaquePointer

  init(_ address: CIDR, of link: Link) throws(NetworkError) {
    let local = try NetlinkAddress(address)
    guard let pointer = rtnl_addr_alloc() else { throw .refused(step: "describe an address", reason: "no memory") }
    rtnl_addr_set_ifindex(pointer, link.index)
    let code = rtnl_addr_set_local(pointer, local.pointer)
    guard code == 0 else {
      rtnl_addr_put(pointer)
      throw .netlink("describe \(address)", code)
    }
    rtnl_addr_set_prefixlen(pointer, Int32(address.prefixLength))
    self.pointer = pointer
  }

  deinit { rtnl_addr_put(pointer) }
}
