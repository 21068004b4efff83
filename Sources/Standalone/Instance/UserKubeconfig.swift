import Logging
import Transport

/// Kubeconfigs that `swift-virt kubeconfig` prints.
public enum UserKubeconfig {
  /// The administrator's, as the last start wrote it; made again where it was removed from a running instance.
  public static func administrator(_ directory: DataDirectory) throws(StandaloneError) -> String {
    do {
      return String(decoding: try File.read(directory.adminKubeconfig, limit: 1 << 20), as: UTF8.self)
    } catch {
      if let record = InstanceRecord(readingFrom: directory) {
        return try AdminKubeconfig.make(certificates(directory), server: record.server)
      }
      throw StandaloneError("there is no kubeconfig in \(directory.path) yet: `swift-virt up` writes it (\(error))")
    }
  }

  /// One with a new client certificate; roles say what the user may do.
  public static func make(
    _ directory: DataDirectory, user: String, groups: [String], days: Int
  ) throws(StandaloneError) -> String {
    guard let record = InstanceRecord(readingFrom: directory) else {
      throw StandaloneError("nothing runs on \(directory.path); its address is known once it does: `swift-virt up`")
    }
    let certificates = certificates(directory)
    let pair = try certificates.issue(user: user, groups: groups, validity: .seconds(days * 86400))
    return KubeconfigText.make(
      server: record.server, authorities: try certificates.servingAuthorities(), user: user, pair: pair)
  }

  private static func certificates(_ directory: DataDirectory) -> InstanceCertificates {
    InstanceCertificates(folder: directory.certificates, logger: Logger(label: "swift-virt"))
  }
}
