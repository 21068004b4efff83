import JSON
import Kube

/// Values that kube-apiserver fills into pods (core/v1 defaults).
enum PodDefaults {
  static func apply(to spec: inout JSONValue) {
    let usesHostNetwork = spec["hostNetwork"]?.bool == true
    for list in ["initContainers", "containers", "ephemeralContainers"] {
      spec.changeElements(list) { container(&$0, usesHostNetwork: usesHostNetwork) }
    }
    spec.changeElements("volumes") { volume(&$0) }
    spec.canonicalizeAmounts("overhead")
    spec.setDefault("restartPolicy", "Always")
    if !spec.has("terminationGracePeriodSeconds") { spec["terminationGracePeriodSeconds"] = 30 }
    spec.setDefault("dnsPolicy", "ClusterFirst")
    nameServiceAccountTwice(&spec)
    if !spec.has("securityContext") { spec["securityContext"] = [:] }
    spec.setDefault("schedulerName", "default-scheduler")
    if !spec.has("enableServiceLinks") { spec["enableServiceLinks"] = true }
  }

  /// `serviceAccount` is the old name of `serviceAccountName`, and clients of either find theirs.
  private static func nameServiceAccountTwice(_ spec: inout JSONValue) {
    let name = spec.text("serviceAccountName").isEmpty ? spec.text("serviceAccount") : spec.text("serviceAccountName")
    guard !name.isEmpty else { return }
    spec["serviceAccountName"] = .string(name)
    spec["serviceAccount"] = .string(name)
  }

  // MARK: containers

  static func container(_ container: inout JSONValue, usesHostNetwork: Bool) {
    container.setDefault("imagePullPolicy", .string(pullPolicy(of: container.text("image"))))
    container.setDefault("terminationMessagePath", "/dev/termination-log")
    container.setDefault("terminationMessagePolicy", "File")
    container.changeElements("ports") { port in
      port.setDefault("protocol", "TCP")
      // On the host's network a port has one number.
      if usesHostNetwork, port["hostPort"]?.int64 ?? 0 == 0, let number = port["containerPort"] {
        port["hostPort"] = number
      }
    }
    container.changeElements("env") { variable in
      variable.changeMember("valueFrom") { source in
        source.changeMember("fieldRef") { $0.setDefault("apiVersion", "v1") }
      }
    }
    for probe in ["livenessProbe", "readinessProbe", "startupProbe"] {
      container.changeMember(probe) { PodDefaults.probe(&$0) }
    }
    container.changeMember("lifecycle") { lifecycle in
      for hook in ["postStart", "preStop"] {
        lifecycle.changeMember(hook) { $0.changeMember("httpGet") { httpGet(&$0) } }
      }
    }
    if !container.has("resources") { container["resources"] = [:] }
    container.changeMember("resources") { resources in
      for member in ["limits", "requests"] { resources.canonicalizeAmounts(member) }
      requestWhatIsLimited(&resources)
    }
  }

  /// Always for `latest`, which is what no tag means; a name with a digest or another tag is fetched once.
  static func pullPolicy(of image: String) -> String {
    if image.contains("@") { return "IfNotPresent" }
    let lastPart = image.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    guard let colon = lastPart.firstIndex(of: ":") else { return "Always" }
    return lastPart[lastPart.index(after: colon)...] == "latest" ? "Always" : "IfNotPresent"
  }

  /// A limit without a request asks for as much.
  private static func requestWhatIsLimited(_ resources: inout JSONValue) {
    guard let limits = resources["limits"]?.object, !limits.isEmpty else { return }
    var requests = resources["requests"]?.object ?? [:]
    for (name, amount) in limits where requests[name] == nil { requests[name] = amount }
    resources["requests"] = .object(requests)
  }

  private static func probe(_ probe: inout JSONValue) {
    probe.setDefaultNumber("timeoutSeconds", 1)
    probe.setDefaultNumber("periodSeconds", 10)
    probe.setDefaultNumber("successThreshold", 1)
    probe.setDefaultNumber("failureThreshold", 3)
    probe.changeMember("httpGet") { httpGet(&$0) }
    probe.changeMember("grpc") { grpc in
      if !grpc.has("service") { grpc["service"] = "" }
    }
  }

  private static func httpGet(_ action: inout JSONValue) {
    action.setDefault("path", "/")
    action.setDefault("scheme", "HTTP")
  }

  // MARK: volumes

  static let sources: [String] = [
    "hostPath", "emptyDir", "gcePersistentDisk", "awsElasticBlockStore", "gitRepo", "secret", "nfs", "iscsi",
    "glusterfs", "persistentVolumeClaim", "rbd", "flexVolume", "cinder", "cephfs", "flocker", "downwardAPI", "fc",
    "azureFile", "configMap", "vsphereVolume", "quobyte", "azureDisk", "photonPersistentDisk", "projected",
    "portworxVolume", "scaleIO", "storageos", "csi", "ephemeral", "image",
  ]

  static func volume(_ volume: inout JSONValue) {
    if !sources.contains(where: { volume.has($0) }) { volume["emptyDir"] = [:] }
    volume.changeMember("emptyDir") { $0.canonicalizeAmount("sizeLimit") }
    for kind in ["secret", "configMap", "downwardAPI", "projected"] {
      volume.changeMember(kind) { source in
        if !source.has("defaultMode") { source["defaultMode"] = 420 }
      }
    }
    volume.changeMember("downwardAPI") { downwardItems(&$0) }
    volume.changeMember("projected") { projected in
      if !projected.has("sources") { projected["sources"] = [] }
      projected.changeElements("sources") { source in
        source.changeMember("downwardAPI") { downwardItems(&$0) }
        source.changeMember("serviceAccountToken") { token in
          if !token.has("expirationSeconds") { token["expirationSeconds"] = 3600 }
        }
      }
    }
    volume.changeMember("ephemeral") { ephemeral in
      ephemeral.changeMember("volumeClaimTemplate") { template in
        template.changeMember("spec") { $0.setDefault("volumeMode", "Filesystem") }
      }
    }
    PodDefaults.volumeSource(&volume)
  }

  /// Defaults of volume sources that persistent volumes have too.
  static func volumeSource(_ volume: inout JSONValue) {
    volume.changeMember("hostPath") { source in
      if !source.has("type") { source["type"] = "" }
    }
    volume.changeMember("iscsi") { $0.setDefault("iscsiInterface", "default") }
    volume.changeMember("rbd") { source in
      source.setDefault("pool", "rbd")
      source.setDefault("user", "admin")
      source.setDefault("keyring", "/etc/ceph/keyring")
    }
    volume.changeMember("azureDisk") { source in
      source.setDefault("cachingMode", "ReadWrite")
      source.setDefault("fsType", "ext4")
      source.setDefault("kind", "Shared")
      if !source.has("readOnly") { source["readOnly"] = false }
    }
    volume.changeMember("scaleIO") { source in
      source.setDefault("storageMode", "ThinProvisioned")
      source.setDefault("fsType", "xfs")
    }
  }

  private static func downwardItems(_ source: inout JSONValue) {
    source.changeElements("items") { item in
      item.changeMember("fieldRef") { $0.setDefault("apiVersion", "v1") }
    }
  }
}
