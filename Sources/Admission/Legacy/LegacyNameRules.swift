import Kube
import VirtTypes

extension LegacyRuleContext {
  mutating func checkNames() {
    if !spec.hostname.isEmpty, !NameValidation.isDNS1123Label(spec.hostname) {
      invalid(
        path + ".hostname",
        "\"\(spec.hostname)\" is no host name; use at most 63 of a-z, 0-9 and '-', with a letter or digit at both ends")
    }
    if !spec.subdomain.isEmpty, !NameValidation.isDNS1123Subdomain(spec.subdomain) {
      invalid(
        path + ".subdomain",
        "\"\(spec.subdomain)\" is no domain name; use at most 253 characters: labels of a-z, 0-9 and '-' joined by '.'")
    }
  }
}
