import Admission
import JSON
import Kube
import KubeTypes
import Testing
import VirtTypes

@testable import VirtController

@Suite struct LegacyLauncherPodTests {
  private func instance(
    _ spec: String, name: String = "vm", metadata: String = "{}"
  ) throws -> V1.VirtualMachineInstance {
    var object = try JSONValue(
      parsing: #"{"apiVersion":"kubevirt.io/v1alpha2","kind":"VirtualMachineInstance","spec":\#(spec)}"#)
    var members = try #require(try JSONValue(parsing: metadata).object)
    members["name"] = .string(name)
    members["namespace"] = "default"
    members["uid"] = "u"
    object["metadata"] = .object(members)
    return try stored(object)
  }

  private func pod(
    _ instance: V1.VirtualMachineInstance, _ context: ReconcileContext = .legacy
  ) throws -> Core.Pod {
    try LegacyLauncherPodTemplate().makePod(for: instance, lookups: LauncherPodLookups(), in: context)
  }

  private func compute(_ pod: Core.Pod) throws -> Core.Container {
    try #require(pod.spec.containers.first { $0.name == "compute" })
  }

  private func memory(_ domain: String) throws -> String? {
    let pod = try pod(try instance(#"{"domain":\#(domain)}"#))
    return try compute(pod).resources.requests?["memory"]?.canonicalText
  }

  @Test(arguments: [
    (#"{"devices":{},"resources":{"requests":{"memory":"64M"}}}"#, "161679432"),
    (#"{"devices":{},"resources":{"requests":{"memory":"8Mi"}}}"#, "103476Ki"),
    (#"{"devices":{},"resources":{"requests":{"memory":"100m"}}}"#, "97554433100m"),
    (#"{"devices":{"autoattachGraphicsDevice":false},"resources":{"requests":{"memory":"64M"}}}"#, "144902216"),
    (#"{"devices":{},"cpu":{"cores":4},"resources":{"requests":{"memory":"4Gi"}}}"#, "4426076161"),
    (#"{"devices":{},"cpu":{"model":"Conroe"},"resources":{"requests":{"memory":"64M"}}}"#, "153290824"),
    (#"{"devices":{},"resources":{"requests":{"memory":"64M"},"overcommitGuestOverhead":true}}"#, "64M"),
    (#"{"devices":{}}"#, "97554432"),
    (
      #"{"devices":{},"memory":{"hugepages":{"pageSize":"2Mi"}},"resources":{"requests":{"memory":"64Mi"}}}"#,
      "97685504"
    ),
  ])
  func theLauncherAsksForTheGuestsMemoryAndItsOwn(_ domain: String, _ expected: String) throws {
    #expect(try memory(domain) == expected)
  }

  @Test func hugePagesHoldTheGuestAndOrdinaryOnesTheRest() throws {
    let pod = try pod(
      try instance(
        """
        {"domain":{"devices":{},"memory":{"hugepages":{"pageSize":"1Gi"}},
        "resources":{"requests":{"memory":"2Gi"},"limits":{"memory":"3Gi"}}}}
        """))
    let resources = try compute(pod).resources
    #expect(resources.requests?["hugepages-1Gi"]?.canonicalText == "2Gi")
    #expect(resources.limits?["hugepages-1Gi"]?.canonicalText == "2Gi")
    #expect(resources.limits?["memory"] == resources.requests?["memory"])
    #expect(pod.spec.volumes.map(\.name) == ["hugepages", "virt-share-dir", "libvirt-runtime"])
    #expect(pod.spec.volumes.first?.emptyDir?.medium == "HugePages")
  }

  @Test func hookSidecarsComeLastAndShareAVolumeWithTheLauncher() throws {
    let hooks =
      #"{"annotations":{"hooks.kubevirt.io/hookSidecars":"[{\"image\":\"a\",\"imagePullPolicy\":\"Always\"},{\"image\":\"b\"}]"}}"#
    let pod = try pod(try instance(#"{"domain":{"devices":{}}}"#, metadata: hooks))
    #expect(pod.spec.containers.map(\.name) == ["compute", "hook-sidecar-0", "hook-sidecar-1"])
    #expect(pod.spec.containers.map(\.imagePullPolicy) == ["IfNotPresent", "Always", ""])
    #expect(pod.spec.containers[1].volumeMounts.map(\.mountPath) == ["/var/run/kubevirt-hooks"])
    #expect(try compute(pod).command.suffix(2) == ["--hook-sidecars", "2"])
    #expect(pod.metadata.annotations?["hooks.kubevirt.io/hookSidecars"] == nil)
  }

  @Test(arguments: ["", "{}", "[1]", #"[{"image":1}]"#, "["])
  func hooksThatAreNoListOfContainersAreRefused(_ hooks: String) throws {
    let annotations = JSONValue.object(["annotations": ["hooks.kubevirt.io/hookSidecars": .string(hooks)]])
    let instance = try instance(#"{"domain":{"devices":{}}}"#, metadata: annotations.serialized())
    #expect(throws: LauncherPodError.self) { try pod(instance) }
  }

  @Test(arguments: [
    ("a.b.c", "a"), (String(repeating: "n", count: 70), String(repeating: "n", count: 63)),
    (String(repeating: "n", count: 62) + "-x", String(repeating: "n", count: 62)),
  ])
  func theHostNameIsALabelOfTheName(_ name: String, _ hostname: String) throws {
    #expect(try pod(try instance(#"{"domain":{"devices":{}}}"#, name: name)).spec.hostname == hostname)
  }

  @Test func theConfigMapDecidesOnPullingAndEmulation() throws {
    var context = ReconcileContext.legacy
    context.legacyConfiguration = LegacyConfiguration(
      data: ["debug.useEmulation": "TRUE", "dev.imagePullPolicy": "Never"])
    let instance = try instance(#"{"domain":{"devices":{}}}"#)
    let container = try compute(try pod(instance, context))
    #expect(container.imagePullPolicy == "Never")
    #expect(container.command.last == "--use-emulation")
    #expect(container.resources.limits?.keys.sorted() == ["devices.kubevirt.io/tun"])
    context.legacyConfiguration.imagePullPolicy = "Sometimes"
    #expect(throws: LauncherPodError.self) { try pod(instance, context) }
  }

  @Test func pullSecretsAreThoseOfTheDisksAndThenTheLaunchers() throws {
    var context = ReconcileContext.legacy
    context.settings.imagePullSecret = "own"
    let volumes = ["b", "a", "b"].enumerated().map {
      #"{"name":"v\#($0.offset)","registryDisk":{"image":"i","imagePullSecret":"\#($0.element)"}}"#
    }
    let spec = #"{"domain":{"devices":{}},"volumes":[\#(volumes.joined(separator: ","))]}"#
    #expect(try pod(try instance(spec), context).spec.imagePullSecrets.map(\.name) == ["b", "a", "own"])
  }

  @Test func ownLabelsAndSelectorsWinOverTheInstances() throws {
    let metadata = #"{"labels":{"a":"b","kubevirt.io":"x","kubevirt.io/created-by":"y"}}"#
    let spec = #"{"domain":{"devices":{}},"nodeSelector":{"kubevirt.io/schedulable":"false","disk":"ssd"}}"#
    let pod = try pod(try instance(spec, metadata: metadata))
    #expect(
      pod.metadata.labels == ["a": "b", "kubevirt.io": "virt-launcher", "kubevirt.io/created-by": "u"])
    #expect(pod.spec.nodeSelector == ["kubevirt.io/schedulable": "true", "disk": "ssd"])
  }

  @Test func aLauncherWithoutAnyInterfaceHasNoCapability() throws {
    let none = #"{"domain":{"devices":{"autoattachPodInterface":false}}}"#
    let container = try compute(try pod(try instance(none)))
    #expect(container.securityContext?.capabilities?.add == [])
    #expect(container.resources.limits?.keys.sorted() == ["devices.kubevirt.io/kvm"])
  }
}
