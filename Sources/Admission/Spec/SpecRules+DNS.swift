import Kube
import VirtTypes

/// Name resolution, with the limits that Kubernetes has for pods. Its causes name bare members.
extension SpecRules {
  private static let mostNameServers = 3
  private static let mostSearchDomains = 6
  /// Of all search domains joined by spaces.
  private static let mostSearchCharacters = 256

  mutating func checkDNS(_ spec: V1.VirtualMachineInstanceSpec) {
    switch spec.dnsPolicy {
    case "", "ClusterFirst", "ClusterFirstWithHostNet", "Default", "None": break
    default:
      notSupported(
        path("dnsPolicy"),
        "is \"\(spec.dnsPolicy)\", must be ClusterFirst, ClusterFirstWithHostNet, Default or None")
    }
    guard let config = spec.dnsConfig else {
      if spec.dnsPolicy == "None" {
        required(path("dnsConfig"), "must be there, with a name server, when dnsPolicy is None")
      }
      return
    }
    if spec.dnsPolicy == "None", config.nameservers.isEmpty {
      return add(
        .required, "nameservers", place: path("dnsConfig.nameservers"),
        "must hold a name server when dnsPolicy is None")
    }
    checkNameServers(config.nameservers)
    checkSearchDomains(config.searches)
    for option in config.options where option.name.isEmpty {
      add(.invalid, "options", place: path("dnsConfig.options"), "must not hold an option without a name")
    }
  }

  private mutating func checkNameServers(_ servers: [String]) {
    let place = path("dnsConfig.nameservers")
    if servers.count > Self.mostNameServers {
      add(
        .invalid, "nameservers", place: place,
        "holds \(servers.count) name servers, must hold at most \(Self.mostNameServers)")
    }
    for server in servers where IPAddress(server) == nil {
      add(.invalid, "nameservers", place: place, "holds \"\(server)\", must hold IP addresses only")
    }
  }

  private mutating func checkSearchDomains(_ domains: [String]) {
    guard !domains.isEmpty else { return }
    let place = path("dnsConfig.searches")
    if domains.count > Self.mostSearchDomains {
      add(
        .invalid, "searchDomains", place: place,
        "holds \(domains.count) domains, must hold at most \(Self.mostSearchDomains)")
    }
    let length = domains.reduce(domains.count - 1) { $0 + $1.utf8.count }
    if length > Self.mostSearchCharacters {
      add(
        .invalid, "searchDomains", place: place,
        "has \(length) characters with the spaces between them, must have at most \(Self.mostSearchCharacters)")
    }
    for domain in domains {
      for fault in NameFaults.ofSubdomain(domain) {
        add(.invalid, "searchDomains", place: place, "holds a domain that \(fault)")
      }
    }
  }
}
