import Kube

/// One change to a network namespace. Each may be repeated: what is already so stays so.
public enum NetworkStep: Sendable, Hashable {
  /// A bridge; with the address, or one that the kernel makes up.
  case bridge(String, mac: HardwareAddress?, mtu: Int)
  /// A device of the guest's card, which the user and group of that number may open.
  case tap(String, owner: UInt32, mtu: Int, hasQueues: Bool)
  /// A link that leads nowhere and keeps a name and addresses for those who look them up.
  case placeholder(String, mac: HardwareAddress, mtu: Int)
  /// Nothing when there is no link of the first name, or there is one of the second.
  case rename(String, to: String)
  case setMaster(String, bridge: String)
  case setMAC(String, HardwareAddress)
  /// The bridge no longer learns who is behind that port of it.
  case stopLearning(String)
  case setUp(String)
  case setDown(String)
  case addAddress(String, CIDR)
  case removeAddress(String, CIDR)
  /// A kernel parameter: a path beneath `/proc/sys/net`, whose parts are names of links or of ours.
  case sysctl([String], String)
  case translate(AddressTranslation)
}
