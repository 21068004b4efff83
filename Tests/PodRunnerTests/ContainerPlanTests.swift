import JSON
import Kube
import KubeTypes
import Testing

@testable import PodRunner

private func downward(_ pod: Core.Pod) -> DownwardValues {
  DownwardValues(
    pod: pod, nodeName: "node", hostAddress: "192.0.2.9", podAddresses: ["10.1.2.3"],
    allocatable: ["memory": Quantity(bytes: 1 << 30)])
}

private func container(_ text: String) throws -> Core.Container { try Core.Container(json: text, options: .lenient) }

@Suite struct ContainerEnvironmentTests {
  @Test func variablesComeFromEverywhere() throws {
    var sources = PodSources()
    sources.configMaps["m"] = try Core.ConfigMap(json: #"{"data": {"k": "green", "x": "1"}}"#, options: .lenient)
    sources.secrets["s"] = try Core.Secret(json: #"{"data": {"k": "aHVzaA=="}}"#, options: .lenient)
    let container = try container(
      #"""
      {"name": "a", "resources": {"limits": {"memory": "100Mi"}}, "envFrom": [{"prefix": "M_", "configMapRef": {"name": "m"}}],
       "env": [{"name": "A", "value": "one"}, {"name": "B", "value": "$(A) $(NONE) $$(A)"},
        {"name": "C", "valueFrom": {"secretKeyRef": {"name": "s", "key": "k"}}},
        {"name": "D", "valueFrom": {"fieldRef": {"fieldPath": "status.podIP"}}},
        {"name": "E", "valueFrom": {"resourceFieldRef": {"resource": "limits.memory", "divisor": "1Mi"}}},
        {"name": "F", "valueFrom": {"configMapKeyRef": {"name": "m", "key": "none", "optional": true}}}]}
      """#)
    let pod = try makePod(#"{"containers": [{"name": "a", "resources": {"limits": {"memory": "100Mi"}}}]}"#)
    let variables = try ContainerEnvironment.variables(
      of: container, image: ["PATH=/bin", "A=image"], sources: sources, downward: downward(pod))
    #expect(
      variables == [
        "PATH=/bin", "A=one", "HOSTNAME=p", "M_k=green", "M_x=1", "B=one $(NONE) $(A)", "C=hush", "D=10.1.2.3",
        "E=100",
      ])
  }

  @Test func whatIsMissingIsSaid() throws {
    let container = try container(
      #"{"name": "a", "env": [{"name": "C", "valueFrom": {"secretKeyRef": {"name": "s", "key": "k"}}}]}"#)
    let pod = try makePod(#"{"containers": []}"#)
    #expect(throws: PodRunnerError("couldn't find key k in secret s", reason: "CreateContainerConfigError")) {
      try ContainerEnvironment.variables(of: container, image: [], sources: PodSources(), downward: downward(pod))
    }
  }
}

@Suite struct RuntimeSpecificationTests {
  private func specification(
    _ text: String, image: ImageConfiguration = ImageConfiguration(), mounts: [RuntimeMount] = [],
    available: Set<String> = RuntimeSpecification.standardCapabilities.union(["CAP_NET_ADMIN", "CAP_SYS_NICE"])
  ) throws -> RuntimeSpecification {
    RuntimeSpecification(
      pod: try makePod(#"{"containers": []}"#), container: try container(text), image: image,
      environment: ["NAME=value"], user: RuntimeUser(user: 107, group: 107, groups: [36]), mounts: mounts,
      devices: [RuntimeDevice(path: "/dev/net/tun", type: "c", major: 10, minor: 200, mode: 0o666, group: 0)],
      namespaces: PodNamespaces(network: "/n", ipc: "/i", uts: "/u"), cgroup: "/swift-virt/u-1/a-0",
      availableCapabilities: available)
  }

  @Test func theCommandIsTheContainersOrTheImages() throws {
    var image = ImageConfiguration()
    image.entrypoint = ["/entry"]
    image.command = ["default"]
    #expect(try specification(#"{"name": "a"}"#, image: image).arguments == ["/entry", "default"])
    #expect(try specification(#"{"name": "a", "args": ["$(NAME)"]}"#, image: image).arguments == ["/entry", "value"])
    #expect(
      try specification(#"{"name": "a", "command": ["c"], "args": ["x"]}"#, image: image).arguments == ["c", "x"])
    #expect(try specification(#"{"name": "a", "command": ["c"]}"#, image: image).arguments == ["c"])
  }

  @Test func capabilitiesAreAddedAndDroppedAndNeverMoreThanThereAre() throws {
    func list(_ text: String) throws -> Set<String> {
      Set(try specification(#"{"name": "a", "securityContext": {"capabilities": \#(text)}}"#).capabilities)
    }
    #expect(try list(#"{"add": ["NET_ADMIN"]}"#) == RuntimeSpecification.standardCapabilities.union(["CAP_NET_ADMIN"]))
    #expect(try list(#"{"drop": ["ALL"], "add": ["NET_BIND_SERVICE"]}"#) == ["CAP_NET_BIND_SERVICE"])
    #expect(try list(#"{"add": ["SYS_RESOURCE"]}"#) == RuntimeSpecification.standardCapabilities)
  }

  @Test func devicesAndLimitsAreTheContainers() throws {
    let json = try specification(#"{"name": "a", "resources": {"limits": {"memory": "64Mi", "cpu": "500m"}}}"#).json
    #expect(json.value(at: "linux", "devices")?[0]?["path"] == "/dev/net/tun")
    #expect(json.value(at: "linux", "resources", "devices")?[0]?["allow"] == false)
    #expect(json.value(at: "linux", "resources", "devices")?[1]?["minor"]?.int64 == 200)
    #expect(json.value(at: "linux", "resources", "memory", "limit")?.int64 == 64 << 20)
    #expect(json.value(at: "linux", "resources", "cpu", "quota")?.int64 == 50_000)
    #expect(json.value(at: "process", "user", "additionalGids")?[0]?.int64 == 36)
  }

  @Test func outerMountsComeFirstAndMountsOfOthersComeThrough() throws {
    let json = try specification(
      #"{"name": "a"}"#,
      mounts: [
        RuntimeMount(source: "/x", destination: "/var/run/deep", options: ["rbind", "rslave"]),
        RuntimeMount(source: "/y", destination: "/var", options: ["rbind"]),
      ]
    ).json
    let destinations = json["mounts"]?.array?.compactMap { $0["destination"]?.string } ?? []
    #expect(destinations.suffix(2) == ["/var", "/var/run/deep"])
    #expect(json.value(at: "linux", "rootfsPropagation") == "rslave")
  }
}

@Suite struct VolumePlanTests {
  private func plan(_ pod: Core.Pod, _ sources: PodSources = PodSources()) -> VolumePlan {
    VolumePlan(
      pod: pod, folder: "/v", sources: sources, downward: downward(pod),
      hostPaths: ["/var/run/kubevirt": "/data/kubevirt", "/var/run/kubevirt/deep": "/other"])
  }

  private func volume(_ text: String) throws -> Core.Volume { try Core.Volume(json: text, options: .lenient) }

  @Test func foldersAndPathsOfTheMachine() throws {
    let plan = plan(try makePod(#"{"containers": []}"#))
    #expect(
      try plan.volume(volume(#"{"name": "e", "emptyDir": {}}"#))
        == .folder(path: "/v/kubernetes.io~empty-dir/e", memoryBytes: nil))
    #expect(
      try plan.volume(volume(#"{"name": "e", "emptyDir": {"medium": "Memory", "sizeLimit": "1Mi"}}"#))
        == .folder(path: "/v/kubernetes.io~empty-dir/e", memoryBytes: 1 << 20))
    for (path, place) in [
      ("/var/run/kubevirt", "/data/kubevirt"), ("/var/run/kubevirt/x", "/data/kubevirt/x"),
      ("/var/run/kubevirt-private", "/var/run/kubevirt-private"), ("/var/run/kubevirt/deep/y", "/other/y"),
    ] {
      #expect(
        try plan.volume(volume(#"{"name": "h", "hostPath": {"path": "\#(path)"}}"#)) == .host(path: place, type: ""))
    }
  }

  @Test func filesAreMadeOfObjects() throws {
    var sources = PodSources()
    sources.secrets["s"] = try Core.Secret(json: #"{"data": {"a": "MQ==", "b": "Mg=="}}"#, options: .lenient)
    let pod = try makePod(#"{"containers": []}"#, metadata: #", "labels": {"app": "x"}"#)
    #expect(
      try plan(pod, sources).volume(
        volume(#"{"name": "v", "secret": {"secretName": "s", "items": [{"key": "b", "path": "d/e", "mode": 256}]}}"#))
        == .files(
          path: "/v/kubernetes.io~secret/v", [PlannedFile(path: "d/e", mode: 0o400, content: .bytes(Array("2".utf8)))])
    )
    #expect(
      try plan(pod).volume(
        volume(
          #"{"name": "v", "downwardAPI": {"items": [{"path": "l", "fieldRef": {"fieldPath": "metadata.labels"}}]}}"#))
        == .files(
          path: "/v/kubernetes.io~downward-api/v",
          [PlannedFile(path: "l", mode: 0o644, content: .bytes(Array(#"app="x""#.utf8)))]))
  }

  @Test func noPathLeadsOutOfAVolume() throws {
    for path in ["..", "a/../b", "/a", "a//b", ""] {
      #expect(throws: PodRunnerError.self) { try VolumePlan.checked(path) }
    }
    let plan = plan(try makePod(#"{"containers": []}"#))
    #expect(throws: PodRunnerError.self) {
      try plan.volume(volume(#"{"name": "v", "secret": {"secretName": "gone"}}"#))
    }
  }
}

@Suite struct NodeFactsTests {
  @Test func aPodThatDoesNotFitIsToldWhy() throws {
    let node = try Core.Node(
      json:
        #"{"metadata": {"labels": {"a": "b"}}, "status": {"allocatable": {"cpu": "2", "pods": "10", "d/kvm": "1"}}}"#,
      options: .lenient)
    func verdict(_ spec: String, used: [String: Quantity] = [:]) throws -> Placement.Verdict {
      Placement(node: node, used: used).verdict(for: try makePod(spec))
    }
    #expect(try verdict(#"{"containers": [], "nodeSelector": {"a": "b"}}"#) == .fits)
    #expect(
      try verdict(#"{"containers": [], "nodeSelector": {"a": "c"}}"#)
        == .doesNotFit("0/1 nodes are available: 1 node(s) didn't match Pod's node affinity/selector (a)."))
    let device = #"{"containers": [{"name": "a", "resources": {"requests": {"d/kvm": "1"}}}]}"#
    #expect(try verdict(device) == .fits)
    #expect(
      try verdict(device, used: ["d/kvm": Quantity(1)])
        == .doesNotFit("0/1 nodes are available: 1 Insufficient d/kvm."))
  }

  @Test func imagesHaveWholeNames() {
    #expect(ImageName("kubevirt/x")?.description == "docker.io/kubevirt/x:latest")
    #expect(ImageName("busybox:1")?.description == "docker.io/library/busybox:1")
    #expect(ImageName("localhost/x")?.description == "localhost/x:latest")
    #expect(ImageName("reg.example:5000/x/y@sha256:ab")?.description == "reg.example:5000/x/y@sha256:ab")
    for text in ["", "../x", "a b", "-x", "a//b", "x/../y"] { #expect(ImageName(text) == nil, "\(text)") }
  }

  @Test func filesAreKnownByTheirFirstBytes() {
    #expect(ImageFile.kind(head: [0x51, 0x46, 0x49, 0xFB, 0, 0, 0, 3]) == .qcow2)
    #expect(ImageFile.kind(head: [UInt8](repeating: 0, count: 512)) == .raw)
    #expect(ImageFile.kind(head: [UInt8](repeating: 0, count: 257) + Array("ustar\0".utf8)) == .archive)
    #expect(ImageFile.kind(head: [0x1F, 0x8B, 8]) == .archive)
  }

  @Test func usersAreTheContainersThePodsOrTheImages() throws {
    let passwd = "root:x:0:0::/:/bin/sh\nqemu:x:107:36::/:/bin/sh\n"
    let group = "kvm:x:36:\ndisk:x:6:qemu\n"
    func user(_ pod: String, image: String = "") throws -> RuntimeUser {
      try ContainerUser.find(
        container(#"{"name": "a"}"#), makePod(pod), imageUser: image, passwd: passwd, group: group)
    }
    #expect(try user(#"{"containers": []}"#) == RuntimeUser())
    #expect(try user(#"{"containers": []}"#, image: "qemu") == RuntimeUser(user: 107, group: 36, groups: [6]))
    #expect(try user(#"{"containers": []}"#, image: "5:6") == RuntimeUser(user: 5, group: 6))
    #expect(
      try user(
        #"{"containers": [], "securityContext": {"runAsUser": 9, "runAsGroup": 8, "fsGroup": 7}}"#, image: "qemu")
        == RuntimeUser(user: 9, group: 8, groups: [7]))
    #expect(throws: PodRunnerError.self) { try user(#"{"containers": []}"#, image: "nobody") }
  }

  @Test func capabilitiesAreReadFromTheKernelsWord() {
    #expect(
      ProcessFacts.capabilities(status: "Name:\tx\nCapBnd:\t0000000000001001\n") == ["CAP_CHOWN", "CAP_NET_ADMIN"])
  }

  @Test func instancesOnOneMachineTakeDifferentSubnets() {
    let routes = "Iface\tDestination\tGateway\neth0\t00000000\t0101A8C0\nv\t020C4C0A\t00000000\n"
    let used = NetworkConfiguration.usedSubnets(routes: routes)
    #expect(used.contains("10.76.12"))
    let first = NetworkConfiguration.subnet(for: "/a", usedSubnets: [])
    #expect(NetworkConfiguration.subnet(for: "/a", usedSubnets: []) == first)
    #expect(NetworkConfiguration.subnet(for: "/a", usedSubnets: [String(first.dropLast(5))]) != first)
  }

  @Test func onlyUIDsNameFoldersOfPods() {
    let folder = NodeFolder(data: "/d")
    #expect(folder.pod("a-1")?.path == "/d/node/pods/a-1")
    for uid in ["", "..", "a/b", "A"] { #expect(folder.pod(uid) == nil) }
  }
}
