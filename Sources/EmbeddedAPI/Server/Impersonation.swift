import Kube
import Transport

/// Acting as someone else, as `kubectl --as` asks (kubernetes.io/docs/reference/access-authn-authz/authentication,
/// "User impersonation").
struct Impersonation: Equatable {
  var user: UserInfo
  /// What the sender must be allowed to do, all of it, with the verb `impersonate`.
  var permissions: [AccessAttributes]

  private static let serviceAccountPrefix = "system:serviceaccount:"

  /// Nil when the request asks for nobody.
  ///
  /// Throws a `Status` with code 400 for a group, uid or extra without a user.
  init?(_ headers: HTTPHeaders, sender: UserInfo) throws(Status) {
    let name = headers["impersonate-user"] ?? ""
    let groups = headers.values("impersonate-group")
    let uid = headers["impersonate-uid"] ?? ""
    var extra: [String: [String]] = [:]
    let prefix = "impersonate-extra-"
    for (header, value) in headers where header.hasPrefix(prefix) {
      let key = String(header.dropFirst(prefix.count))
      extra[PercentEncoding.decode(key) ?? key, default: []].append(value)
    }
    if name.isEmpty {
      if groups.isEmpty, uid.isEmpty, extra.isEmpty { return nil }
      throw .badRequest("requested groups, uid or extra without impersonating a user")
    }

    func permission(
      _ resource: String, _ name: String, group: String = "", namespace: String = "", subresource: String = ""
    ) -> AccessAttributes {
      AccessAttributes(
        user: sender, verb: Verb.impersonate.rawValue, group: group, version: "v1", resource: resource,
        subresource: subresource, namespace: namespace, name: name)
    }
    let authentication = "authentication.k8s.io"
    var effectiveGroups = groups
    permissions = []
    let account =
      name.hasPrefix(Self.serviceAccountPrefix)
      ? name.dropFirst(Self.serviceAccountPrefix.count).split(separator: ":", omittingEmptySubsequences: false) : []
    if account.count == 2, NameValidation.isDNS1123Label(account[0]), NameValidation.isDNS1123Subdomain(account[1]) {
      permissions.append(permission("serviceaccounts", String(account[1]), namespace: String(account[0])))
      if groups.isEmpty {
        effectiveGroups = ["system:serviceaccounts", "system:serviceaccounts:" + account[0]]
      }
    } else {
      permissions.append(permission("users", name))
    }
    permissions += groups.map { permission("groups", $0) }
    for (key, values) in extra.sorted(by: { $0.key < $1.key }) {
      permissions += values.map { permission("userextras", $0, group: authentication, subresource: key) }
    }
    if !uid.isEmpty { permissions.append(permission("uids", uid, group: authentication)) }

    let everyone = name == "system:anonymous" ? "system:unauthenticated" : "system:authenticated"
    if !effectiveGroups.contains("system:authenticated"), !effectiveGroups.contains("system:unauthenticated") {
      effectiveGroups.append(everyone)
    }
    user = UserInfo(username: name, uid: uid, groups: effectiveGroups, extra: extra)
  }
}
