import JSON
import Kube
import KubeTypes
import Testing
import VirtTypes

@testable import VirtController

@Suite struct MigrationTargetPodTests {
  private static let digest = String(repeating: "0a", count: 32)

  private func source(imageID: String = "docker-pullable://mirror/os@sha256:" + digest) throws -> MigrationSource {
    let pod: JSONValue = [
      "status": [
        "containerStatuses": [["name": "compute", "imageID": "x"], ["name": "volumed", "imageID": .string(imageID)]]
      ]
    ]
    let node: JSONValue = [
      "metadata": [
        "name": "node01",
        "labels": [
          "host-model-cpu.node.kubevirt.io/Skylake": "true",
          "host-model-required-features.node.kubevirt.io/vmx": "true", "cpu-vendor.node.kubevirt.io/Intel": "true",
        ],
      ]
    ]
    return MigrationSource(
      pod: try Core.Pod(json: pod.serialized()), node: try Core.Node(json: node.serialized()))
  }

  private func order() throws -> LauncherPodOrder {
    try LauncherPodOrder([
      "spec": ["volumes": [["name": "d", "containerDisk": ["image": "registry:5000/os:1"]]]],
      "status": ["selinuxContext": "system_u:object_r:container_file_t:s0:c1,c2"],
    ])
  }

  private func target(_ order: LauncherPodOrder, _ source: MigrationSource) throws(LauncherPodError) -> Core.Pod {
    var migration = V1.VirtualMachineInstanceMigration()
    migration.metadata.name = "move"
    migration.metadata.uid = "5678"
    migration.spec.addedNodeSelector = ["zone": "b", "kubernetes.io/arch": "arm64"]
    return try LauncherPodTemplate().makeTargetPod(
      for: order.instance, migration: migration, source: source, lookups: order.lookups, in: order.context)
  }

  @Test func goesToAnotherNodeWithTheSameCPU() throws {
    let pod = try target(try order(), try source())
    let selector = try #require(pod.spec.nodeSelector)
    #expect(selector["cpu-model-migration.node.kubevirt.io/Skylake"] == "true")
    #expect(selector["cpu-feature.node.kubevirt.io/vmx"] == "true")
    #expect(selector["cpu-vendor.node.kubevirt.io/Intel"] == "true")
    #expect(selector["zone"] == "b")
    #expect(selector["kubernetes.io/arch"] == "amd64")
    let term = pod.spec.affinity?.podAntiAffinity?.requiredDuringSchedulingIgnoredDuringExecution.first
    #expect(term?.labelSelector?.matchLabels == ["kubevirt.io/created-by": "1234"])
    #expect(pod.metadata.labels?["kubevirt.io/migrationJobUID"] == "5678")
    #expect(pod.metadata.annotations?["kubevirt.io/migrationJobName"] == "move")
    #expect(pod.spec.securityContext?.seLinuxOptions?.level == "s0:c1,c2")
  }

  @Test func runsTheImageThatTheSourceRuns() throws {
    let pod = try target(try order(), try source())
    #expect(pod.spec.containers[1].image == "registry:5000/os@sha256:" + Self.digest)
  }

  @Test func refusesAnImageOfUnknownDigest() throws {
    let (order, source) = (try order(), try source(imageID: "registry/os:1"))
    #expect(throws: LauncherPodError.imageUnknown(container: "volumed")) { try target(order, source) }
  }

  @Test func keepsTheModelOfTheFirstNode() throws {
    var source = try source()
    source.pod.spec.nodeSelector = ["cpu-model-migration.node.kubevirt.io/Haswell": "true"]
    let selector = try #require(try target(try order(), source).spec.nodeSelector)
    #expect(selector["cpu-model-migration.node.kubevirt.io/Haswell"] == "true")
    #expect(selector["cpu-model-migration.node.kubevirt.io/Skylake"] == nil)
  }

  @Test func waitsForTheSecurityContext() throws {
    var order = try order()
    order.instance.status.selinuxContext = ""
    let source = try source()
    #expect(throws: LauncherPodError.securityContextUnknown(instance: "testvmi")) { try target(order, source) }
    order.instance.status.selinuxContext = "none"
    #expect(try target(order, source).spec.securityContext?.seLinuxOptions == nil)
  }

  @Test func keepsOrdinalInterfaceNames() throws {
    var order = try LauncherPodOrder([
      "spec": [
        "domain": ["devices": ["interfaces": [["name": "a", "bridge": [:]]]]],
        "networks": [["name": "a", "multus": ["networkName": "n"]]],
      ],
      "status": ["selinuxContext": "none"],
    ])
    order.lookups.networkAttachmentDefinitions["default/n"] = [:]
    var source = try source()
    source.pod.metadata.annotations = ["k8s.v1.cni.cncf.io/network-status": #"[{"interface":"net1"}]"#]
    let networks = try target(order, source).metadata.annotations?["k8s.v1.cni.cncf.io/networks"]
    #expect(networks == #"[{"name":"n","namespace":"default","interface":"net1"}]"#)
  }
}
