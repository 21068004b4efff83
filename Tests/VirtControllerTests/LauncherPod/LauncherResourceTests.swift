import JSON
import Kube
import KubeTypes
import Testing

@testable import VirtController

@Suite struct LauncherResourceTests {
  private func texts(_ quantities: [String: Quantity]?) -> [String: String] {
    (quantities ?? [:]).mapValues(\.canonicalText)
  }

  @Test func givesSharedCPUsByTheAllocationRatio() throws {
    let shares: [(Int64, String)] = [(10, "100m"), (1, "1"), (3, "333333334n"), (8, "125m")]
    for (ratio, share) in shares {
      let order = try LauncherPodOrder(
        configuration: ["developerConfiguration": ["cpuAllocationRatio": .number(JSONNumber(ratio))]])
      #expect(try texts(order.compute().resources.requests)["cpu"] == share)
    }
  }

  @Test func keepsTheRequestOfTheSpec() throws {
    let order = try LauncherPodOrder(["spec": ["domain": ["resources": ["requests": ["cpu": "1500m"]]]]])
    #expect(try texts(order.compute().resources.requests)["cpu"] == "1500m")
  }

  @Test func pinsCPUsOneForOneAndLimitsMemory() throws {
    let order = try LauncherPodOrder([
      "metadata": ["annotations": ["alpha.kubevirt.io/EmulatorThreadCompleteToEvenParity": ""]],
      "spec": ["domain": ["cpu": ["cores": 4, "dedicatedCpuPlacement": true, "isolateEmulatorThread": true]]],
    ])
    let resources = try order.compute().resources
    #expect(texts(resources.requests)["cpu"] == "6")
    #expect(texts(resources.limits)["cpu"] == "6")
    #expect(texts(resources.limits)["memory"] == texts(resources.requests)["memory"])
  }

  @Test func takesTheGuestFromHugePages() throws {
    let order = try LauncherPodOrder([
      "spec": [
        "domain": [
          "memory": ["guest": "2Gi", "hugepages": ["pageSize": "2Mi"]],
          "resources": ["requests": ["memory": "3Gi"]],
        ]
      ]
    ])
    let resources = try order.compute().resources
    #expect(texts(resources.requests)["hugepages-2Mi"] == "2Gi")
    #expect(texts(resources.limits)["hugepages-2Mi"] == "2Gi")
    // One GiB more than the guest has, 268 MiB of overhead, and page tables of a request in whole kilobytes.
    #expect(texts(resources.requests)["memory"] == "\((1292 << 20) + 6_291_457)")
  }

  @Test func overcommitsTheGuestsMemoryButNotTheOverhead() throws {
    let order = try LauncherPodOrder(configuration: ["developerConfiguration": ["memoryOvercommit": 150]])
    #expect(try texts(order.compute().resources.requests)["memory"] == "\((1 << 30) * 100 / 150 + (268 << 20))")
  }

  @Test func limitsWhatANamespaceWithAQuotaWantsLimited() throws {
    var order = try LauncherPodOrder()
    order.lookups.resourceQuotas = [["spec": ["hard": ["limits.cpu": "10", "limits.memory": "10Gi"]]]]
    #expect(try texts(order.compute().resources.limits)["memory"] == "2584Mi")
    #expect(try texts(order.compute().resources.limits)["cpu"] == "1")
    order.lookups.namespaceLabels = ["alpha.kubevirt.io/auto-memory-limits-ratio": "1.5"]
    #expect(try texts(order.compute().resources.limits)["memory"] == "1938Mi")
    order.lookups.namespaceLabels = ["alpha.kubevirt.io/auto-memory-limits-ratio": "0.5"]
    #expect(try texts(order.compute().resources.limits)["memory"] == "2584Mi")
  }

  @Test func refusesADeviceThatIsNotListed() throws {
    let devices: JSONValue = ["spec": ["domain": ["devices": ["hostDevices": [["name": "h", "deviceName": "v/d"]]]]]]
    let permitted: JSONValue = ["permittedHostDevices": ["pciHostDevices": [["resourceName": "v/other"]]]]
    #expect(
      try LauncherPodOrder(devices, configuration: permitted).refusal()
        == .deviceNotPermitted(name: "h", resource: "v/d"))
    #expect(try texts(LauncherPodOrder(devices).compute().resources.limits)["v/d"] == "1")
  }

  @Test func givesSupportContainersTheirLimitsWhereTheInstanceIsGuaranteed() throws {
    let disk: JSONValue = ["volumes": [["name": "d", "containerDisk": ["image": "registry/os:1"]]]]
    let shared = try LauncherPodOrder(["spec": disk]).pod()
    #expect(texts(shared.spec.containers[1].resources.requests)["memory"] == "1M")
    let dedicated = try LauncherPodOrder([
      "spec": ["volumes": disk["volumes"] ?? [], "domain": ["cpu": ["dedicatedCpuPlacement": true]]]
    ]).pod()
    #expect(texts(dedicated.spec.containers[1].resources.requests)["memory"] == "40M")
    #expect(texts(dedicated.spec.containers[1].resources.requests)["ephemeral-storage"] == "50M")
  }
}
