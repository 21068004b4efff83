import JSON
import Kube
import KubeTypes
import Testing

@testable import VirtController

@Suite struct LauncherPodTemplateTests {
  @Test func isOwnedByItsInstance() throws {
    let pod = try LauncherPodOrder().pod()
    #expect(pod.metadata.generateName == "virt-launcher-testvmi-")
    #expect(pod.metadata.controllerReference?.uid == "1234")
    #expect(pod.metadata.labels?["kubevirt.io/created-by"] == "1234")
  }

  @Test func keepsLabelsOfLongNamesWithinTheirLimit() throws {
    let long = String(repeating: "x", count: 62) + "-yyy"
    let pod = try LauncherPodOrder(["metadata": ["name": .string(long)]]).pod()
    let labels = try #require(pod.metadata.labels)
    #expect(labels["vmi.kubevirt.io/id"] == String(repeating: "x", count: 54) + "-fb35978b")
    // Cut to 63 characters it would end in a hyphen, and be no label.
    #expect(pod.spec.hostname == String(repeating: "x", count: 62))
    for value in labels.values { #expect(value.utf8.count <= 63) }
  }

  @Test func takesTheFirstPartOfADottedNameAsHostName() throws {
    #expect(try LauncherPodOrder(["metadata": ["name": "my.vm.name"]]).pod().spec.hostname == "my")
    let named = try LauncherPodOrder(["metadata": ["name": "my.vm.name"], "spec": ["hostname": "host-1"]])
    #expect(try named.pod().spec.hostname == "host-1")
  }

  @Test func leavesOutAnnotationsThatConcernTheInstanceAlone() throws {
    let annotations: JSONValue = [
      "kubectl.kubernetes.io/last-applied-configuration": "{\"password\":1}",
      "kubevirt.io/latest-observed-api-version": "v1", "note": "x",
    ]
    let pod = try LauncherPodOrder(["metadata": ["annotations": annotations]]).pod()
    let kept = try #require(pod.metadata.annotations)
    #expect(kept["note"] == "x")
    #expect(!kept.values.contains { $0.contains("password") })
    #expect(kept["kubevirt.io/latest-observed-api-version"] == nil)
  }

  @Test func skipsBackupHooksWhereTheyAreNotWanted() throws {
    let pod = try LauncherPodOrder(["metadata": ["annotations": ["kubevirt.io/skip-backup-hooks": "true"]]]).pod()
    #expect(pod.metadata.annotations?.keys.contains { $0.contains("velero") } == false)
  }

  @Test func givesLauncherAndGuestTimeToEnd() throws {
    let pod = try LauncherPodOrder(["spec": ["terminationGracePeriodSeconds": 0]]).pod()
    #expect(pod.spec.terminationGracePeriodSeconds == 30)
    #expect(pod.spec.containers[0].command.contains("15"))
  }

  @Test func spreadsTheTimeoutsOfLaunchers() throws {
    let order = try LauncherPodOrder()
    for seed: UInt64 in [0, 119, 120, .max] {
      var context = order.context
      context.seed = seed
      let pod = try LauncherPodTemplate().makePod(for: order.instance, lookups: order.lookups, in: context)
      let command = pod.spec.containers[0].command
      let timeout = try #require(command.firstIndex(of: "--qemu-timeout").map { command[$0 + 1] })
      #expect((240..<360).map { "\($0)s" }.contains(timeout))
    }
  }

  @Test func runsAsRootOnlyWhereTheWebhookSaidSo() throws {
    let unprivileged = try LauncherPodOrder().compute()
    #expect(unprivileged.securityContext?.capabilities?.drop == ["ALL"])
    #expect(unprivileged.securityContext?.runAsNonRoot == true)
    let root = try LauncherPodOrder(["status": ["runtimeUser": 0]]).compute()
    #expect(root.securityContext?.capabilities?.add == ["NET_BIND_SERVICE", "SYS_NICE"])
    #expect(root.securityContext?.runAsUser == 0)
  }

  @Test func refusesALogVerbosityThatIsNoNumber() throws {
    let order = try LauncherPodOrder(["metadata": ["labels": ["logVerbosity": "much"]]])
    #expect(order.refusal() == .malformed(member: "label logVerbosity", reason: "has to be a whole number"))
  }

  @Test(arguments: ["{", "{}", "[1]"]) func refusesHookSidecarsThatAreNoList(_ text: String) throws {
    let order = try LauncherPodOrder(["metadata": ["annotations": ["hooks.kubevirt.io/hookSidecars": .string(text)]]])
    guard case .malformed = order.refusal() else {
      Issue.record("\(String(describing: order.refusal()))")
      return
    }
  }

  @Test func runsHookSidecarsWithTheirScripts() throws {
    let sidecars = """
      [{"image": "registry/hook:1"},
       {"configMap": {"name": "scripts", "key": "run.sh", "hookPath": "/usr/bin/onDefineDomain"}},
       {"configMap": {"name": "scripts", "key": "end.sh", "hookPath": "/usr/bin/preCloudInitIso"}}]
      """
    var order = try LauncherPodOrder([
      "metadata": ["annotations": ["hooks.kubevirt.io/hookSidecars": .string(sidecars)]]
    ])
    #expect(order.refusal() == .hookScriptMissing(configMap: "scripts"))
    order.lookups.configMaps["scripts"] = Core.ConfigMap()
    order.settings.sidecarShimImage = "registry/shim:1"
    let pod = try order.pod()
    #expect(pod.spec.containers.map(\.image).suffix(3) == ["registry/hook:1", "registry/shim:1", "registry/shim:1"])
    #expect(pod.spec.containers[2].volumeMounts.last?.subPath == "run.sh")
    #expect(pod.spec.volumes.count { $0.name == "scripts" } == 1)
    #expect(pod.spec.containers[0].command.contains("3"))
  }

  @Test func asksForEachThingThatTheNodeMustHave() throws {
    let pod = try LauncherPodOrder([
      "spec": [
        "nodeSelector": ["zone": "a"],
        "domain": [
          "cpu": [
            "model": "Haswell",
            "features": [["name": "vmx", "policy": "require"], ["name": "x", "policy": "forbid"]],
          ], "launchSecurity": ["snp": [:]],
        ],
      ]
    ]).pod()
    #expect(
      pod.spec.nodeSelector == [
        "zone": "a", "kubernetes.io/arch": "amd64", "kubevirt.io/schedulable": "true",
        "machine-type.node.kubevirt.io/q35": "true", "cpu-model.node.kubevirt.io/Haswell": "true",
        "cpu-feature.node.kubevirt.io/vmx": "true", "kubevirt.io/sev": "true", "kubevirt.io/sev-snp": "true",
      ])
    let terms = pod.spec.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms
    #expect(terms?.map { $0.matchExpressions.map(\.key) } == [["cpu-feature.node.kubevirt.io/x"]])
  }

  @Test func wrapsProbesOfTheGuest() throws {
    let compute = try LauncherPodOrder([
      "spec": [
        "livenessProbe": ["exec": ["command": ["cat", "/x"]], "timeoutSeconds": 3],
        "readinessProbe": ["tcpSocket": ["port": 22], "timeoutSeconds": 3, "initialDelaySeconds": 5],
      ]
    ]).compute()
    #expect(
      compute.livenessProbe?.exec?.command == [
        "virt-probe", "--domainName", "default_testvmi", "--timeoutSeconds", "3", "--command", "cat", "--", "/x",
      ])
    #expect(compute.livenessProbe?.timeoutSeconds == 4)
    #expect(compute.readinessProbe?.timeoutSeconds == 3)
    #expect(compute.readinessProbe?.initialDelaySeconds == 15)
  }

  @Test func bindsClaimsWithAPodThatEnds() throws {
    let order = try LauncherPodOrder()
    let pod = try LauncherPodTemplate().makeProvisioningPod(
      for: order.instance, lookups: order.lookups, in: order.context)
    #expect(pod.spec.containers[0].command.first == "/bin/bash")
    #expect(pod.metadata.annotations?["kubevirt.io/ephemeral-provisioning"] == "true")
  }
}
