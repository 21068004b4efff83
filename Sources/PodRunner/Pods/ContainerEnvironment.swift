import Kube
import KubeTypes

/// The objects that a pod's containers and volumes take values from.
struct PodSources: Sendable {
  var configMaps: [String: Core.ConfigMap] = [:]
  var secrets: [String: Core.Secret] = [:]

  /// A key's bytes; nil where the object or the key is not there.
  func configMap(_ name: String, key: String) -> [UInt8]? { configMaps[name].flatMap { $0.contents[key] } }
  func secret(_ name: String, key: String) -> [UInt8]? { secrets[name].flatMap { $0.contents[key] } }
}

extension Core.ConfigMap {
  var contents: [String: [UInt8]] {
    var contents = (data ?? [:]).mapValues { Array($0.utf8) }
    for (key, text) in binaryData ?? [:] { contents[key] = (try? Base64.decode(text)) ?? [] }
    return contents
  }
}

extension Core.Secret {
  var contents: [String: [UInt8]] { (data ?? [:]).mapValues { (try? Base64.decode($0)) ?? [] } }
}

/// What the downward API says of a pod (fieldRef and resourceFieldRef).
struct DownwardValues: Sendable {
  var pod: Core.Pod
  var nodeName: String
  var hostAddress: String
  var podAddresses: [String]
  /// What the node can give away, for limits that are not set.
  var allocatable: [String: Quantity]

  /// Nil for a path that there is none of.
  func field(_ path: String) -> String? {
    let metadata = pod.metadata
    switch path {
    case "metadata.name": return metadata.name
    case "metadata.namespace": return metadata.namespace
    case "metadata.uid": return metadata.uid
    case "metadata.labels": return Self.lines(metadata.labels)
    case "metadata.annotations": return Self.lines(metadata.annotations)
    case "spec.nodeName": return nodeName
    case "spec.serviceAccountName": return pod.spec.serviceAccountName
    case "status.hostIP", "status.hostIPs": return hostAddress
    case "status.podIP": return podAddresses.first ?? ""
    case "status.podIPs": return podAddresses.joined(separator: ",")
    default:
      for (prefix, values) in [
        ("metadata.labels['", metadata.labels), ("metadata.annotations['", metadata.annotations),
      ]
      where path.hasPrefix(prefix) && path.hasSuffix("']") {
        return values?[String(path.dropFirst(prefix.count).dropLast(2))] ?? ""
      }
      return nil
    }
  }

  /// `key="value"` lines in the order of keys, with the escapes of Go's `%q`.
  private static func lines(_ values: [String: String]?) -> String {
    (values ?? [:]).sorted { $0.key < $1.key }
      .map { key, value in
        let escaped = value.map { character -> String in
          switch character {
          case "\"": "\\\""
          case "\\": "\\\\"
          case "\n": "\\n"
          case "\t": "\\t"
          case "\r": "\\r"
          default: String(character)
          }
        }
        return "\(key)=\"\(escaped.joined())\""
      }
      .joined(separator: "\n")
  }

  /// A container's `limits.x` or `requests.x`, in units of the divisor, rounded up.
  func resource(_ selector: ResourceFieldSelector, container name: String) -> String? {
    let wanted = selector.containerName.isEmpty ? name : selector.containerName
    guard let container = (pod.spec.containers + pod.spec.initContainers).first(where: { $0.name == wanted }),
      let dot = selector.resource.firstIndex(of: ".")
    else { return nil }
    let resource = String(selector.resource[selector.resource.index(after: dot)...])
    let limit = container.resources.limits?[resource] ?? allocatable[resource] ?? Quantity(0)
    let amount =
      selector.resource.hasPrefix("requests.") ? container.resources.requests?[resource] ?? limit : limit
    let divisor = selector.divisor.isZero ? Quantity(1) : selector.divisor
    let unit = divisor.milliValue
    guard unit > 0 else { return nil }
    let milli = amount.milliValue
    return "\(milli / unit + (milli % unit == 0 ? 0 : 1))"
  }
}

/// A container's environment (core/v1 Container `env` and `envFrom`).
enum ContainerEnvironment {
  /// `NAME=value`, in the order in which they are given; later ones win.
  ///
  /// - Throws: what is missing.
  static func variables(
    of container: Core.Container, image: [String], sources: PodSources, downward: DownwardValues
  ) throws(PodRunnerError) -> [String] {
    var names: [String] = []
    var values: [String: String] = [:]
    func set(_ name: String, _ value: String) {
      if values.updateValue(value, forKey: name) == nil { names.append(name) }
    }
    set("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin")
    for variable in image {
      guard let equals = variable.firstIndex(of: "=") else { continue }
      set(String(variable[..<equals]), String(variable[variable.index(after: equals)...]))
    }
    if container.tty { set("TERM", "xterm") }
    set("HOSTNAME", downward.pod.podHostname)
    for source in container.envFrom {
      var contents: [String: [UInt8]] = [:]
      if let reference = source.configMapRef {
        if let object = sources.configMaps[reference.name] {
          contents = object.contents
        } else if reference.optional != true {
          throw PodRunnerError("configmap \"\(reference.name)\" not found", reason: "CreateContainerConfigError")
        }
      }
      if let reference = source.secretRef {
        if let object = sources.secrets[reference.name] {
          contents = object.contents
        } else if reference.optional != true {
          throw PodRunnerError("secret \"\(reference.name)\" not found", reason: "CreateContainerConfigError")
        }
      }
      for (key, value) in contents.sorted(by: { $0.key < $1.key }) {
        set(source.prefix + key, String(decoding: value, as: UTF8.self))
      }
    }
    for variable in container.env {
      guard let source = variable.valueFrom else {
        set(variable.name, expand(variable.value, values))
        continue
      }
      if let value = try value(of: source, container: container.name, sources: sources, downward: downward) {
        set(variable.name, value)
      }
    }
    return names.map { "\($0)=\(values[$0] ?? "")" }
  }

  private static func value(
    of source: Core.EnvVarSource, container: String, sources: PodSources, downward: DownwardValues
  ) throws(PodRunnerError) -> String? {
    func required(_ value: [UInt8]?, _ isOptional: Bool?, _ what: String) throws(PodRunnerError) -> String? {
      if let value { return String(decoding: value, as: UTF8.self) }
      if isOptional == true { return nil }
      throw PodRunnerError("couldn't find \(what)", reason: "CreateContainerConfigError")
    }
    if let field = source.fieldRef {
      return try required(
        downward.field(field.fieldPath).map { Array($0.utf8) }, false, "the field \(field.fieldPath)")
    }
    if let resource = source.resourceFieldRef {
      return try required(
        downward.resource(resource, container: container).map { Array($0.utf8) }, false,
        "the resource \(resource.resource)")
    }
    if let key = source.configMapKeyRef {
      return try required(
        sources.configMap(key.name, key: key.key), key.optional, "key \(key.key) in configmap \(key.name)")
    }
    if let key = source.secretKeyRef {
      return try required(sources.secret(key.name, key: key.key), key.optional, "key \(key.key) in secret \(key.name)")
    }
    return ""
  }

  /// Replaces `$(NAME)` of known names; `$$` stands for one dollar sign.
  static func expand(_ text: String, _ values: [String: String]) -> String {
    var result = ""
    var rest = text[...]
    while let dollar = rest.firstIndex(of: "$") {
      result += rest[..<dollar]
      rest = rest[rest.index(after: dollar)...]
      if rest.first == "$" {
        result += "$"
        rest = rest.dropFirst()
      } else if rest.first == "(", let end = rest.firstIndex(of: ")") {
        let name = String(rest[rest.index(after: rest.startIndex)..<end])
        result += values[name] ?? "$(\(name))"
        rest = rest[rest.index(after: end)...]
      } else {
        result += "$"
      }
    }
    return result + rest
  }
}

extension Core.Pod {
  /// What processes in it see as the host's name.
  var podHostname: String {
    let name = spec.hostname.isEmpty ? metadata.name : spec.hostname
    return String(name.prefix(63))
  }
}
