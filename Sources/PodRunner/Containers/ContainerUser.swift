import Glibc
import Kube
import KubeTypes

/// Decides whom a container runs as: the container's word, the pod's, then the image's.
enum ContainerUser {
  /// - Throws: when the image names a user that it does not have.
  static func find(
    _ container: Core.Container, _ pod: Core.Pod, image: ContainerImage
  ) throws(PodRunnerError) -> RuntimeUser {
    func accounts(_ name: String) -> String {
      // The image's files are others' work: a link in it must not lead out of it.
      let folder = open(image.root, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      guard folder >= 0 else { return "" }
      defer { close(folder) }
      return FileBeneath.text(folder, "etc/" + name, limit: 1 << 20) ?? ""
    }
    let text = image.configuration.user
    return try find(
      container, pod, imageUser: text, passwd: accounts("passwd"), group: accounts("group"))
  }

  static func find(
    _ container: Core.Container, _ pod: Core.Pod, imageUser: String, passwd: String, group: String
  ) throws(PodRunnerError) -> RuntimeUser {
    var result = RuntimeUser()
    let parts = imageUser.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    if let user = container.securityContext?.runAsUser ?? pod.spec.securityContext?.runAsUser {
      result.user = UInt32(clamping: user)
      result.group = line(passwd) { $0.count > 3 && $0[2] == "\(user)" }.flatMap { UInt32($0[3]) } ?? 0
    } else if let name = parts.first, !name.isEmpty {
      if let number = UInt32(name) {
        result.user = number
        result.group = line(passwd) { $0.count > 3 && $0[2] == name }.flatMap { UInt32($0[3]) } ?? 0
      } else if let account = line(passwd, { $0.count > 3 && $0[0] == name }), let number = UInt32(account[2]) {
        result.user = number
        result.group = UInt32(account[3]) ?? 0
      } else {
        throw PodRunnerError("the image has no user \(name)", reason: "CreateContainerConfigError")
      }
      if parts.count > 1 {
        result.group =
          UInt32(parts[1]) ?? line(group) { $0.count > 2 && $0[0] == parts[1] }.flatMap { UInt32($0[2]) } ?? 0
      }
    }
    if let group = container.securityContext?.runAsGroup ?? pod.spec.securityContext?.runAsGroup {
      result.group = UInt32(clamping: group)
    }
    var groups = Set((pod.spec.securityContext?.supplementalGroups ?? []).map { UInt32(clamping: $0) })
    if let group = pod.spec.securityContext?.fsGroup { groups.insert(UInt32(clamping: group)) }
    if let name = line(passwd, { $0.count > 3 && $0[2] == "\(result.user)" })?[0] {
      for entry in group.split(separator: "\n").map({ $0.split(separator: ":", omittingEmptySubsequences: false) })
      where entry.count > 3 && entry[3].split(separator: ",").contains(Substring(name)) {
        if let number = UInt32(entry[2]) { groups.insert(number) }
      }
    }
    result.groups = groups.subtracting([result.group]).sorted()
    return result
  }

  private static func line(_ text: String, _ matches: ([String]) -> Bool) -> [String]? {
    for line in text.split(separator: "\n") {
      let fields = line.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
      if matches(fields) { return fields }
    }
    return nil
  }
}
