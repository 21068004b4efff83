@testable import Admission
import JSON
import Kube
import Testing

@Suite struct ObjectEvictionTests {
  private func pod(_ label: String, phase: String = "Running", node: String = "node01", owner: String = "") -> String {
    """
    {"apiVersion":"v1","kind":"Pod","metadata":{"name":"pod-\(label)","namespace":"default","labels":{
    "kubevirt.io":"\(label)"},"annotations":{"kubevirt.io/domain":"vm"},"ownerReferences":[\(owner)]},
    "spec":{"nodeName":"\(node)"},"status":{"phase":"\(phase)"}}
    """
  }

  private func instance(_ strategy: String?, isMigratable: Bool = true, evacuating: String = "") -> String {
    let given = strategy.map { #","evictionStrategy":""# + $0 + #"""# } ?? ""
    return """
      {"apiVersion":"kubevirt.io/v1","kind":"VirtualMachineInstance","metadata":{"name":"vm","namespace":"default"},
      "spec":{"domain":{"devices":{}}\(given)},"status":{"nodeName":"node01","evacuationNodeName":"\(evacuating)",
      "conditions":[{"type":"LiveMigratable","status":"\(isMigratable ? "True" : "False")"}]}}
      """
  }

  private func review(_ pod: String, _ cluster: String...) throws -> Review {
    Review(
      path: "/pod-eviction-validate", resource: "pods", group: "", version: "v1", name: pod,
      object: ["metadata": ["name": .string(pod)]], cluster: try cluster.map(json))
  }

  private func code(_ review: Review) throws -> Int64 {
    let response = try review.response()
    return response["allowed"] == true ? 200 : response.value(at: "status", "code")?.int64 ?? 0
  }

  @Test(
    arguments: [
      (nil, true, 200), ("None", true, 200), ("LiveMigrate", true, 429), ("LiveMigrate", false, 429),
      ("LiveMigrateIfPossible", true, 429), ("LiveMigrateIfPossible", false, 200), ("External", false, 429),
    ] as [(String?, Bool, Int64)])
  func theStrategyDecides(_ strategy: String?, _ isMigratable: Bool, _ expected: Int64) throws {
    let review = try review(
      "pod-virt-launcher", pod("virt-launcher"), instance(strategy, isMigratable: isMigratable))
    #expect(try code(review) == expected)
  }

  @Test func otherPodsMayGo() throws {
    #expect(try code(review("absent")) == 200)
    #expect(try code(review("pod-web", pod("web"), instance("LiveMigrate"))) == 200)
    let completed = try review("pod-virt-launcher", pod("virt-launcher", phase: "Succeeded"), instance("LiveMigrate"))
    #expect(try code(completed) == 200)
  }

  @Test func aLauncherWhoseInstanceIsUnknownStays() throws {
    #expect(try code(review("pod-virt-launcher", pod("virt-launcher"))) == 429)
  }

  @Test func plugPodsStayWithTheirLauncher() throws {
    let plug = pod("hotplug-disk", owner: #"{"kind":"Pod","name":"pod-virt-launcher"}"#)
    #expect(try code(review("pod-hotplug-disk", plug, pod("virt-launcher"), instance("None"))) == 429)
    #expect(try code(review("pod-hotplug-disk", plug, instance("None"))) == 200)
  }

  @Test func theNodeToLeaveIsWrittenOnce() throws {
    func message(_ pod: String, _ instance: String) throws -> String {
      try review("pod-virt-launcher", pod, instance).response().value(at: "status", "message")?.string ?? ""
    }
    #expect(
      try message(pod("virt-launcher"), instance("LiveMigrate"))
        == "Eviction triggered evacuation of VMI \"default/vm\"")
    let again = try message(pod("virt-launcher"), instance("LiveMigrate", evacuating: "node01"))
    #expect(again.contains("in progress"))
    #expect(
      try message(pod("virt-launcher", node: "node02"), instance("LiveMigrate")).contains("target of a migration"))
  }

  @Test(arguments: [false, true])
  func theWriteIsAskedForUnlessDry(_ isDry: Bool) throws {
    var review = try review("pod-virt-launcher")
    if isDry { review.object?["deleteOptions"] = ["dryRun": ["All"]] }
    review.object?["metadata"]?["annotations"] = ["requested-by": "sigs.k8s.io/descheduler"]
    var environment = AdmissionEnvironment(
      snapshot: ClusterSnapshot(), makeUUID: { Review.uuid }, now: Timestamp())
    environment.found.insert(
      .object(kind: .pod, namespace: "default", name: "pod-virt-launcher"), [try json(pod("virt-launcher"))])
    environment.found.insert(
      .object(kind: .virtualMachineInstance, namespace: "default", name: "vm"), [try json(instance("LiveMigrate"))])
    let body = review.body.jsonBytes()
    let verdict = try body.withUnsafeBytes { bytes in
      EvictionAdmission.admit(try AdmissionReview(body: bytes).request, bytes, environment)
    }
    switch verdict {
    case .failed(let code, _):
      #expect(isDry)
      #expect(code == 429)
    case .needs(let references):
      #expect(!isDry)
      let patch = JSONPatch([
        .test(JSONPointer(["status", "nodeName"]), "node01"),
        .add(JSONPointer(["status", "evacuationNodeName"]), "node01"),
        .add(JSONPointer(["metadata", "annotations"]), [:]),
        .add(JSONPointer(["metadata", "annotations", "kubevirt.io/eviction-source"]), "descheduler"),
      ])
      #expect(
        references == [.patched(kind: .virtualMachineInstance, namespace: "default", name: "vm", patch: patch)])
    default: Issue.record("unexpected verdict \(verdict)")
    }
  }
}

@Suite struct ObjectLauncherPodTests {
  private func review(_ volume: String, containers: String = "") throws -> Review {
    Review(
      path: "/virt-launcher-pod-mutate", resource: "pods", group: "", version: "v1",
      object: try json(
        """
        {"metadata":{"name":"p","namespace":"default","labels":{"kubevirt.io":"virt-launcher"},
        "ownerReferences":[{"apiVersion":"kubevirt.io/v1","kind":"VirtualMachineInstance","name":"vm"}]},
        "spec":{"containers":[{"name":"compute","image":"launcher:1","volumeMounts":[
        {"name":"all","mountPath":"/var/run/secrets"},{"name":"token","mountPath":"/var/run/secrets/tokens"},
        {"name":"data","mountPath":"/data"}]}\(containers)],"volumes":[{"name":"token","projected":{}},
        {"name":"all","emptyDir":{}},{"name":"data","persistentVolumeClaim":{"claimName":"c"}}]}}
        """),
      cluster: [
        try json(
          """
          {"apiVersion":"kubevirt.io/v1","kind":"VirtualMachineInstance","metadata":{"name":"vm","namespace":"default"},
          "spec":{"domain":{"devices":{"filesystems":[{"name":"fs","virtiofs":{}}]}},"volumes":[
          {"name":"fs","containerPath":\(volume)}]}}
          """)
      ])
  }

  @Test func aSharedPathIsServedFromTheDeepestMount() throws {
    let containers = try review(#"{"path":"/var/run/secrets/tokens/a/b","readOnly":true}"#).patched()
      .value(at: "spec", "containers")
    #expect(
      try containers?[1]
        == json(
          """
          {"name":"virtiofs-fs","image":"launcher:1","imagePullPolicy":"IfNotPresent",
          "command":["/usr/libexec/virtiofsd"],
          "args":["--socket-path=/var/run/kubevirt/virtiofs-containers/fs.sock","--shared-dir=/virtiofs-data/fs",
          "--sandbox=none","--cache=auto","--migration-on-error=guest-error","--migration-mode=find-paths"],
          "volumeMounts":[{"name":"virtiofs-containers","mountPath":"/var/run/kubevirt/virtiofs-containers"},
          {"name":"token","mountPath":"/virtiofs-data/fs","readOnly":true,"subPath":"a/b"}],
          "resources":{"limits":{"cpu":"100m","memory":"80M"},"requests":{"cpu":"10m","memory":"1M"}},
          "securityContext":{"runAsUser":107,"runAsGroup":107,"runAsNonRoot":true,"allowPrivilegeEscalation":false,
          "capabilities":{"drop":["ALL"]}}}
          """))
  }

  @Test(arguments: [
    (#"{"path":"/var/run/secrets/tokens"}"#, ""), (#"{"path":"/data","readOnly":true}"#, ""),
    (#"{"path":"/nowhere","readOnly":true}"#, ""),
    (#"{"path":"/var/run/secrets/tokens","readOnly":true}"#, #",{"name":"virtiofs-fs"}"#),
  ])
  func whatCannotBeServedLeavesThePodUnchanged(_ volume: String, _ containers: String) throws {
    #expect(try review(volume, containers: containers).response()["patch"] == nil)
  }
}
