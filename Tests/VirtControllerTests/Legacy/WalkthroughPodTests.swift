import Admission
import Foundation
import JSON
import Kube
import KubeClient
import Testing
import VirtTypes
import YAML

@testable import VirtController

/// The launcher pod of the walkthrough, field by field.
@Suite struct WalkthroughPodTests {
  private let uid = "e4204803-c6bd-11e8-9fba-2c4d54ed3845"

  private func documents(_ name: String) throws -> [JSONValue] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "EndToEnd/walkthrough")
    return try YAML.documents(Data(contentsOf: folder.appending(path: name)))
  }

  /// The machine is started, its instance made and admitted, its pod made and handed over.
  private func pod() throws -> JSONValue {
    let manifests = try documents("vm.yaml")
    var machine = try #require(manifests.first)
    machine["metadata"]?["namespace"] = "default"
    machine["metadata"]?["uid"] = "e3d9d5a0-c6bd-11e8-9fba-2c4d54ed3845"
    machine["spec"]?["running"] = true
    let started = LegacyRound(LegacyMachineReconciler(), LegacyMachineObservation(machine: try stored(machine)))
    try #require(started.writes == ["create virtualmachineinstances"])

    var instance = try admitted(started.objects[0], presets: Array(manifests.dropFirst()))
    instance["metadata"]?["namespace"] = "default"
    instance["metadata"]?["uid"] = .string(uid)
    let made = LegacyRound(
      LegacyInstanceReconciler(), LegacyInstanceObservation(instance: try stored(instance)), live: instance)
    try #require(made.writes.first == "create pods")

    var running = made.objects[0]
    running["metadata"]?["namespace"] = "default"
    running["metadata"]?["name"] = "virt-launcher-testvm-8lwv8"
    running["status"] = ["phase": "Running"]
    let handed = LegacyRound(
      LegacyInstanceReconciler(),
      LegacyInstanceObservation(
        instance: try stored(instance), pods: [try .init(json: running.jsonBytes(), options: .lenient)]))
    try #require(handed.writes.first == "change pods")
    return handed.objects[0]
  }

  private func admitted(_ object: JSONValue, presets: [JSONValue]) throws -> JSONValue {
    let review: JSONValue = [
      "apiVersion": "admission.k8s.io/v1", "kind": "AdmissionReview",
      "request": [
        "uid": "1", "operation": "CREATE", "namespace": "default", "object": object,
        "userInfo": ["username": "controller"],
        "resource": ["group": "kubevirt.io", "version": "v1alpha2", "resource": "virtualmachineinstances"],
      ],
    ]
    let environment = AdmissionEnvironment(
      snapshot: SnapshotBuilder(presets).makeSnapshot(), makeUUID: { UUID.random().description }, now: Timestamp())
    let outcome = review.jsonBytes().withUnsafeBytes {
      ReviewHandler().answer(
        path: "/virtualmachineinstances-mutate", contentType: "application/json", body: $0, environment: environment)
    }
    guard case .answer(let answer) = outcome else { throw WalkthroughFailure() }
    let patch = try #require(try JSONValue(parsing: answer.body).value(at: "response", "patch")?.string)
    return try JSONPatch(JSONValue(parsing: Base64.decode(patch))).applied(to: object)
  }

  private struct WalkthroughFailure: Error {}

  /// Places in the cluster's pod that the cluster made: the API server's and the scheduler's defaults, identity, and
  /// the token of the service account.
  private let madeByTheCluster: Set<String> = [
    "/apiVersion", "/kind", "/metadata/creationTimestamp", "/metadata/resourceVersion", "/metadata/selfLink",
    "/metadata/uid", "/spec/containers/N/resources/requests/devices.kubevirt.io~1kvm",
    "/spec/containers/N/resources/requests/devices.kubevirt.io~1tun", "/spec/containers/N/terminationMessagePath",
    "/spec/containers/N/terminationMessagePolicy", "/spec/dnsPolicy", "/spec/nodeName", "/spec/priority",
    "/spec/schedulerName", "/spec/serviceAccount", "/spec/serviceAccountName", "/spec/tolerations", "/status",
    "/spec/volumes/N/hostPath/type",
  ]

  @Test func ourPodIsThatOfTheWalkthroughButForWhatTheClusterMakes() throws {
    let expected = withoutToken(try #require(try documents("launcher-pod.yaml").first))
    let ours = try pod()
    var differences: [String] = []
    compare(ours, expected, "", &differences)
    #expect(differences == [])
  }

  @Test func noFieldOfOursIsMissingInTheWalkthrough() throws {
    let expected = try #require(try documents("launcher-pod.yaml").first)
    #expect(places(try pod()).subtracting(places(expected)) == [])
  }

  private func withoutToken(_ pod: JSONValue) -> JSONValue {
    func isToken(_ element: JSONValue) -> Bool { element["name"]?.string?.hasPrefix("default-token-") == true }
    let volumes = (pod.value(at: "spec", "volumes")?.array ?? []).filter { !isToken($0) }
    let containers = (pod.value(at: "spec", "containers")?.array ?? []).map { container in
      let mounts = (container["volumeMounts"]?.array ?? []).filter { !isToken($0) }
      var container = container
      container["volumeMounts"] = .array(mounts)
      return container
    }
    var pod = pod
    pod["spec"]?["volumes"] = .array(volumes)
    pod["spec"]?["containers"] = .array(containers)
    return pod
  }

  private func compare(_ ours: JSONValue?, _ theirs: JSONValue?, _ path: String, _ differences: inout [String]) {
    if madeByTheCluster.contains(path) { return }
    switch (ours, theirs) {
    case (.object(let mine)?, .object(let other)?):
      for key in Set(mine.keys + other.keys).sorted() {
        compare(mine[key], other[key], path + JSONPointer([key]).text, &differences)
      }
    case (.array(let mine)?, .array(let other)?) where mine.count == other.count:
      for (mine, other) in zip(mine, other) { compare(mine, other, path + "/N", &differences) }
    default:
      if ours == theirs || ours == nil && theirs == .object([:]) { return }
      differences.append(
        "\(path): \(ours?.serialized() ?? "absent"), in the walkthrough \(theirs?.serialized() ?? "absent")")
    }
  }

  private func places(_ value: JSONValue, at path: String = "") -> Set<String> {
    switch value {
    case .object(let members):
      members.reduce(into: path == "/status" ? [] : [path]) { places, member in
        places.formUnion(self.places(member.value, at: path + JSONPointer([member.key]).text))
      }
    case .array(let elements):
      elements.reduce(into: [path]) { $0.formUnion(places($1, at: path + "/N")) }
    default: path.hasPrefix("/status") ? [] : [path]
    }
  }
}
