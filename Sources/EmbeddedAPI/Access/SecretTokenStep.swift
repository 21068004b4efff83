import EmbeddedStore
import JSON
import Kube

/// Fills in Secrets of the type `kubernetes.io/service-account-token` when they are made: the token of the account that
/// an annotation names, the authorities of the server, and the namespace (Kubernetes, "Manually create a long-lived API
/// token for a ServiceAccount"). Such a token has no end of its own: it is good while the Secret has it.
public struct SecretTokenStep: AdmissionStep {
  static let type = "kubernetes.io/service-account-token"
  private static let nameAnnotation = "kubernetes.io/service-account.name"
  private static let uidAnnotation = "kubernetes.io/service-account.uid"

  private let tokens: ServiceAccountTokens
  private let store: any ObjectStoring
  private let authorities: @Sendable () -> [UInt8]
  private let now: @Sendable () -> Timestamp

  /// - Parameter authorities: those that clients check the server by, in PEM.
  public init(
    tokens: ServiceAccountTokens, store: any ObjectStoring, authorities: @escaping @Sendable () -> [UInt8],
    now: @escaping @Sendable () -> Timestamp = { Timestamp.now() }
  ) {
    self.tokens = tokens
    self.store = store
    self.authorities = authorities
    self.now = now
  }

  public func mutate(_ request: inout ObjectAdmission) async throws(Status) {
    guard request.operation == .create, request.resource.group.isEmpty, request.resource.resource == "secrets",
      request.subresource.isEmpty, var secret = request.object, secret["type"]?.string == Self.type,
      // A token that a client brings is kept as it is; it proves nothing unless we signed it.
      secret.value(at: "data", "token") == nil
    else { return }
    let annotations = secret.value(at: "metadata", "annotations")
    let accountName = annotations?[Self.nameAnnotation]?.string ?? ""
    let secretName = request.name.isEmpty ? secret.value(at: "metadata", "name")?.string ?? "" : request.name
    let secretUID = secret.value(at: "metadata", "uid")?.string ?? ""
    guard !accountName.isEmpty, !secretName.isEmpty, !secretUID.isEmpty else { return }
    let key = ObjectKey(collection: "serviceaccounts", namespace: request.namespace, name: accountName)
    let resource = GroupVersionResource(version: "v1", resource: "serviceaccounts")
    let account: JSONValue
    do throws(StoreError) {
      guard let found = try store.get(key) else { throw StoreError.notFound(key) }
      account = try found.treeOrDamaged()
    } catch {
      throw Status(error, resource, accountName)
    }
    let reference = ServiceAccountClaims.Reference(
      name: accountName, uid: account.value(at: "metadata", "uid")?.string ?? "")
    if let wanted = annotations?[Self.uidAnnotation]?.string, wanted != reference.uid {
      throw .notFound(resource, accountName)
    }
    let token = try tokens.issue(
      ServiceAccountClaims(
        namespace: request.namespace, account: reference,
        bound: .secret(ServiceAccountClaims.Reference(name: secretName, uid: secretUID)),
        audiences: tokens.audiences, identifier: "", issuedAt: now().seconds, expiry: nil))
    secret["metadata"]?["annotations"]?[Self.uidAnnotation] = .string(reference.uid)
    var data = secret["data"]?.object ?? JSONObject()
    data["ca.crt"] = .string(Base64.encode(authorities()))
    data["namespace"] = .string(Base64.encode(Array(request.namespace.utf8)))
    data["token"] = .string(Base64.encode(Array(token.utf8)))
    secret["data"] = .object(data)
    request.object = secret
  }
}

extension ObjectVersion {
  fileprivate func treeOrDamaged() throws(StoreError) -> JSONValue {
    do throws(Status) {
      return try tree()
    } catch { throw StoreError.damaged(error.message) }
  }
}
