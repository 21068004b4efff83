import JSON
import Kube
import KubeTypes
import Testing

@testable import VirtController

@Suite struct LauncherVolumeTests {
  @Test func saysWhichClaimIsMissing() throws {
    let order = try LauncherPodOrder([
      "spec": ["volumes": [["name": "disk", "persistentVolumeClaim": ["claimName": "gone"]]]]
    ])
    #expect(order.refusal() == .claimMissing(volume: "disk", claim: "gone"))
    #expect("\(try #require(order.refusal()))".contains("gone"))
  }

  @Test func givesBlockClaimsAsDevicesAndOthersAsFolders() throws {
    var order = try LauncherPodOrder([
      "spec": [
        "volumes": [
          ["name": "block", "persistentVolumeClaim": ["claimName": "block"]],
          ["name": "file", "dataVolume": ["name": "file"]],
        ]
      ]
    ])
    order.addClaim("block", mode: "Block")
    order.addClaim("file")
    let compute = try order.compute()
    #expect(compute.volumeDevices.map(\.devicePath) == ["/dev/block"])
    #expect(compute.volumeMounts.contains { $0.mountPath == "/var/run/kubevirt-private/vmi-disks/file" })
  }

  @Test func leavesOutVolumesThatArePluggedIn() throws {
    let order = try LauncherPodOrder([
      "spec": ["volumes": [["name": "hp", "persistentVolumeClaim": ["claimName": "any", "hotpluggable": true]]]]
    ])
    #expect(try !order.pod().spec.volumes.contains { $0.name == "hp" })
  }

  @Test func needsTheClaimThatHoldsTheState() throws {
    var order = try LauncherPodOrder(["spec": ["domain": ["devices": ["tpm": ["persistent": true]]]]])
    #expect(order.refusal() == .stateClaimMissing(instance: "testvmi"))
    order.addClaim("state-b", labels: ["persistent-state-for": "testvmi"])
    order.addClaim("state-a", labels: ["persistent-state-for": "testvmi"])
    order.addClaim("other", labels: ["persistent-state-for": "othervmi"])
    let state = try order.pod().spec.volumes.first { $0.name == "vm-state" }
    #expect(state?.persistentVolumeClaim?.claimName == "state-a")
  }

  @Test func mountsASecretOfSeveralCredentialsOnce() throws {
    let credential: JSONValue = [
      "userPassword": ["source": ["secret": ["secretName": "k"]], "propagationMethod": ["qemuGuestAgent": [:]]]
    ]
    let pod = try LauncherPodOrder(["spec": ["accessCredentials": [credential, credential]]]).pod()
    #expect(pod.spec.volumes.count { $0.name == "k-access-cred" } == 1)
    #expect(pod.spec.containers[0].volumeMounts.count { $0.name == "k-access-cred" } == 1)
  }

  @Test func writesNoCloudInitDataIntoThePod() throws {
    let order = try LauncherPodOrder([
      "spec": [
        "volumes": [
          ["name": "a", "cloudInitNoCloud": ["userData": "top secret"]],
          ["name": "b", "cloudInitConfigDrive": ["userData": "top secret", "networkData": "top secret"]],
        ]
      ]
    ])
    #expect(try !order.pod().jsonTree.serialized().contains("top secret"))
  }

  @Test(arguments: [("/data/a.img", "/data"), ("/a.img", "/"), ("/data/deep/a.img", "/data/deep")])
  func mountsTheFolderOfAHostDisk(_ path: String, _ folder: String) throws {
    let disk: JSONValue = ["name": "d", "hostDisk": ["path": .string(path), "type": "DiskOrCreate"]]
    let pod = try LauncherPodOrder(["spec": ["volumes": [disk]]]).pod()
    #expect(pod.spec.volumes.first { $0.name == "d" }?.hostPath?.path == folder)
  }

  @Test func givesImagesAsVolumesWhereTheClusterCan() throws {
    let order = try LauncherPodOrder(
      ["spec": ["volumes": [["name": "d", "containerDisk": ["image": "registry/os:1"]]]]],
      configuration: ["developerConfiguration": ["featureGates": ["ImageVolume"]]])
    let pod = try order.pod()
    #expect(pod.spec.containers.map(\.name) == ["compute"])
    #expect(pod.spec.volumes.first { $0.name == "d" }?.image?.reference == "registry/os:1")
    #expect(pod.spec.containers[0].command.contains("--image-volume"))
  }

  @Test func sharesFoldersByContainersOfTheirOwn() throws {
    let order = try LauncherPodOrder([
      "spec": [
        "domain": ["devices": ["filesystems": [["name": "sa", "virtiofs": [:]], ["name": "cm", "virtiofs": [:]]]]],
        "volumes": [
          ["name": "sa", "serviceAccount": ["serviceAccountName": "account"]],
          ["name": "cm", "configMap": ["name": "c"]],
        ],
      ]
    ])
    let pod = try order.pod()
    #expect(pod.spec.containers.map(\.name) == ["compute", "virtiofs-sa", "virtiofs-cm"])
    #expect(pod.spec.containers[1].volumeMounts.count == 1)
    #expect(pod.spec.containers[2].volumeMounts.map(\.name) == ["virtiofs-containers", "cm"])
    #expect(!pod.spec.containers[0].volumeMounts.contains { $0.name == "cm" })
    #expect(pod.spec.serviceAccountName == "account")
    #expect(pod.spec.automountServiceAccountToken == true)
  }
}
