import CLibNL
import Glibc
import Kube

/// The kernel's links, addresses and routes (rtnetlink(7)) of one network namespace: that of the thread that opens it.
struct RouteSocket: ~Copyable {
  let socket: OpaquePointer

  init() throws(NetworkError) {
    guard let socket = nl_socket_alloc() else { throw .refused(step: "open netlink", reason: "no memory") }
    let code = nl_connect(socket, NETLINK_ROUTE)
    guard code == 0 else {
      nl_socket_free(socket)
      throw .netlink("open netlink", code)
    }
    self.socket = socket
  }

  deinit { nl_socket_free(socket) }
}

extension NetworkError {
  /// The failure of a call of libnl, which returns its own numbers below zero.
  static func netlink(_ step: String, _ code: Int32) -> NetworkError {
    .refused(step: step, reason: String(cString: nl_geterror(code)))
  }
}

/// A table of the kernel, as libnl read it.
struct NetlinkCache: ~Copyable {
  private let cache: OpaquePointer

  init(
    _ what: String, _ read: (UnsafeMutablePointer<OpaquePointer?>) -> Int32
  ) throws(NetworkError) {
    var cache: OpaquePointer?
    let code = read(&cache)
    guard code >= 0, let cache else { throw .netlink("list \(what)", code) }
    self.cache = cache
  }

  deinit { nl_cache_put(cache) }

  func compactMap<Element>(_ transform: (OpaquePointer) -> Element?) -> [Element] {
    var elements: [Element] = []
    var object = nl_cache_get_first(cache)
    while let current = object {
      if let element = transform(current) { elements.append(element) }
      object = nl_cache_get_next(current)
    }
    return elements
  }
}

/// An address as libnl has it.
struct NetlinkAddress: ~Copyable {
  let pointer: OpaquePointer

  init(_ address: CIDR) throws(NetworkError) {
    try self.init(address.address.isV4 ? AF_INET : AF_INET6, address.address.bytes)
    nl_addr_set_prefixlen(pointer, Int32(address.prefixLength))
  }

  init(_ address: HardwareAddress) throws(NetworkError) { try self.init(AF_LLC, address.bytes) }

  private init(_ family: Int32, _ bytes: [UInt8]) throws(NetworkError) {
    guard let pointer = nl_addr_build(family, bytes, bytes.count) else {
      throw .refused(step: "make an address", reason: "no memory")
    }
    self.pointer = pointer
  }

  deinit { nl_addr_put(pointer) }

  /// The bytes of an address that belongs to another object.
  static func bytes(_ address: OpaquePointer?) -> [UInt8] {
    guard let address, let bytes = nl_addr_get_binary_addr(address) else { return [] }
    return [UInt8](UnsafeRawBufferPointer(start: bytes, count: Int(nl_addr_get_len(address))))
  }

  static func ip(_ address: OpaquePointer?) -> IPAddress? { IPAddress(bytes: bytes(address)) }
}
