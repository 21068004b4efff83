import JSON
import Kube
import Transport
import YAML

/// Writes kubeconfig files (clientcmd/v1 Config), with everything that they need inside.
public enum KubeconfigText {
  /// The name of the cluster in our files.
  public static let cluster = "swift-virt"

  /// - Parameters:
  ///   - server: the URL, as `https://127.0.0.1:6443`.
  ///   - authorities: those that the server's certificate is checked by, in PEM.
  ///   - user: how the user is called in the file.
  public static func make(
    server: String, authorities: [UInt8], user: String, pair: CertificatePair, namespace: String = ""
  ) -> String {
    make(
      server: server, authorities: authorities, user: user, namespace: namespace,
      credentials: [
        "client-certificate-data": .string(Base64.encode(pair.certificatePEM)),
        "client-key-data": .string(Base64.encode(pair.keyPEM)),
      ])
  }

  public static func make(
    server: String, authorities: [UInt8], user: String, token: String, namespace: String = ""
  ) -> String {
    make(
      server: server, authorities: authorities, user: user, namespace: namespace, credentials: ["token": .string(token)]
    )
  }

  private static func make(
    server: String, authorities: [UInt8], user: String, namespace: String, credentials: JSONValue
  ) -> String {
    let context = user + "@" + cluster
    var place: JSONObject = ["cluster": .string(cluster), "user": .string(user)]
    if !namespace.isEmpty { place["namespace"] = .string(namespace) }
    let document: JSONValue = [
      "apiVersion": "v1", "kind": "Config",
      "clusters": [
        [
          "name": .string(cluster),
          "cluster": [
            "server": .string(server), "certificate-authority-data": .string(Base64.encode(authorities)),
          ],
        ]
      ],
      "users": [["name": .string(user), "user": credentials]],
      "contexts": [["name": .string(context), "context": .object(place)]],
      "current-context": .string(context), "preferences": [:],
    ]
    return YAMLWriter.document(document)
  }
}

/// The administrator's kubeconfig.
public enum AdminKubeconfig {
  public static func make(server: String, caPEM: [UInt8], certificate: [UInt8], key: [UInt8]) -> String {
    KubeconfigText.make(
      server: server, authorities: caPEM, user: InstanceCertificates.Client.administrator.user,
      pair: CertificatePair(certificatePEM: certificate, keyPEM: key))
  }

  /// From the certificates of an instance.
  public static func make(_ certificates: InstanceCertificates, server: String) throws(StandaloneError) -> String {
    let pair = try certificates.pair(of: .administrator)
    return make(
      server: server, caPEM: try certificates.servingAuthorities(), certificate: pair.certificatePEM, key: pair.keyPEM)
  }

  /// Writes it for its owner alone.
  public static func write(_ certificates: InstanceCertificates, server: String, to path: String)
    throws(StandaloneError)
  {
    try PrivateFile.write(Array(try make(certificates, server: server).utf8), to: path)
  }
}
