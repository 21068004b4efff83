import JSON
import Kube
import Testing

@testable import VirtController

@Suite struct LauncherNetworkTests {
  private static let twoNetworks: JSONValue = [
    "spec": [
      "domain": [
        "devices": [
          "interfaces": [
            ["name": "default", "masquerade": [:]],
            ["name": "blue", "sriov": [:], "macAddress": "02:00:00:00:00:0b"],
          ]
        ]
      ],
      "networks": [["name": "default", "pod": [:]], ["name": "blue", "multus": ["networkName": "other/net"]]],
    ]
  ]

  @Test func tellsMultusWhatToAttach() throws {
    var order = try LauncherPodOrder(Self.twoNetworks)
    #expect(order.refusal() == .networkMissing(network: "blue", definition: "other/net"))
    order.lookups.networkAttachmentDefinitions["other/net"] = [
      "metadata": ["annotations": ["k8s.v1.cni.cncf.io/resourceName": "vendor/vf"]]
    ]
    let pod = try order.pod()
    #expect(
      pod.metadata.annotations?["k8s.v1.cni.cncf.io/networks"]
        == #"[{"name":"net","namespace":"other","mac":"02:00:00:00:00:0b","interface":"pod16477688c0e"}]"#)
    #expect(pod.spec.containers[0].resources.limits?["vendor/vf"]?.canonicalText == "1")
    #expect(pod.spec.containers[0].volumeMounts.contains { $0.mountPath == "/etc/podinfo" })
    #expect(pod.metadata.annotations?["istio.io/reroute-virtual-interfaces"] == "k6t-eth0")
  }

  @Test func namesPodInterfacesWithinWhatLinuxAllows() {
    #expect(PodInterfaceName.secondary(network: "blue") == "pod16477688c0e")
    #expect(PodInterfaceName.secondary(network: String(repeating: "n", count: 500)).utf8.count == 14)
  }

  @Test func refusesABindingThatIsNotRegistered() throws {
    let order = try LauncherPodOrder([
      "spec": ["domain": ["devices": ["interfaces": [["name": "default", "binding": ["name": "p"]]]]]]
    ])
    #expect(order.refusal() == .bindingNotRegistered(interface: "default", plugin: "p"))
  }

  @Test func runsABindingsSidecarWithWhatItReads() throws {
    let order = try LauncherPodOrder(
      ["spec": ["domain": ["devices": ["interfaces": [["name": "default", "binding": ["name": "p"]]]]]]],
      configuration: [
        "network": [
          "binding": [
            "p": [
              "sidecarImage": "registry/p:1", "downwardAPI": "device-info", "networkAttachmentDefinition": "p-nad",
            ]
          ]
        ]
      ])
    let pod = try order.pod()
    #expect(pod.spec.containers.last?.image == "registry/p:1")
    #expect(pod.spec.containers.last?.volumeMounts.map(\.name) == ["hook-sidecar-sockets", "network-info-annotation"])
    #expect(
      pod.metadata.annotations?["k8s.v1.cni.cncf.io/networks"]
        == #"[{"name":"p-nad","namespace":"default","cni-args":{"logicNetworkName":"default"}}]"#)
  }
}
