import Foundation
import JSON
import Kube
import TestSupport
import Testing

@testable import Admission

/// Whatever is posted, every webhook answers with JSON that says allowed or why not; a failing seed can be run alone.
@Suite struct ReviewFuzzTests {
  private static let endpoints = AdmissionEndpoints(ReviewHandler.allEndpoints)

  /// Reviews to start from: one realistic object a kind.
  private static let objects: [(resource: String, group: String, versions: [String], object: JSONValue)] = [
    ("virtualmachineinstances", "kubevirt.io", ["v1", "v1alpha2"], instance),
    ("virtualmachines", "kubevirt.io", ["v1", "v1alpha2"], machine),
    ("virtualmachineinstancereplicasets", "kubevirt.io", ["v1", "v1alpha2"], replicaSet),
    ("virtualmachineinstancepresets", "kubevirt.io", ["v1", "v1alpha2"], preset),
    (
      "virtualmachineinstancemigrations", "kubevirt.io", ["v1"], ["spec": ["vmiName": "vm"], "metadata": ["name": "m"]]
    ),
    ("virtualmachinepools", "pool.kubevirt.io", ["v1beta1"], pool),
    ("virtualmachineinstancetypes", "instancetype.kubevirt.io", ["v1beta1"], instancetype),
    (
      "virtualmachinepreferences", "instancetype.kubevirt.io", ["v1beta1"],
      ["spec": ["cpu": ["preferredCPUTopology": "sockets"]]]
    ),
  ]

  @Test(arguments: 0..<60) func answersAnyObject(_ seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<20 {
      for path in Self.endpoints.paths {
        guard let kind = Self.objects.randomElement(using: &generator),
          let version = kind.versions.randomElement(using: &generator)
        else { continue }
        var object = kind.object
        for _ in 0..<Int.random(in: 0..<4, using: &generator) { mutate(&object, using: &generator) }
        let isUpdate = Int.random(in: 0..<4, using: &generator) == 0
        let body = Self.review(
          object, group: kind.group, version: version, resource: kind.resource,
          oldObject: isUpdate ? kind.object : .null)
        try Self.check(body.jsonBytes(), path: path, note: "seed \(seed) \(path) \(version) \(object.serialized())")
      }
    }
  }

  @Test(arguments: 0..<60) func answersAnyBytes(_ seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    for kind in Self.objects {
      for version in kind.versions {
        let body = Self.review(
          kind.object, group: kind.group, version: version, resource: kind.resource, oldObject: .null)
        for path in Self.endpoints.paths {
          var bytes = body.jsonBytes()
          for _ in 0..<Int.random(in: 1..<6, using: &generator) where !bytes.isEmpty {
            let index = Int.random(in: 0..<bytes.count, using: &generator)
            switch Int.random(in: 0..<4, using: &generator) {
            case 0: bytes[index] = .random(in: .min ... .max, using: &generator)
            case 1: bytes.removeSubrange(index..<min(bytes.count, index + Int.random(in: 1..<9, using: &generator)))
            case 2: bytes.insert(Array("{}[]\",:\\0-eE.tnf".utf8).randomElement(using: &generator) ?? 0, at: index)
            default: bytes = Array(bytes[..<index])
            }
          }
          try Self.check(bytes, path: path, note: "seed \(seed) \(path) \(String(decoding: bytes, as: UTF8.self))")
        }
      }
    }
  }

  @Test func refusesAReviewThatNestsWithoutEnd() throws {
    let deep = String(repeating: "[", count: 200_000)
    for object in [deep, #"{"spec":"# + deep, #"{"metadata":{"labels":"# + deep] {
      let text =
        #"{"apiVersion":"admission.k8s.io/v1","kind":"AdmissionReview","request":{"uid":"u","object":"# + object
      try Self.check(Array(text.utf8), path: "/virtualmachineinstances-validate-create", note: "deep")
    }
  }

  private static func review(
    _ object: JSONValue, group: String, version: String, resource: String, oldObject: JSONValue
  ) -> JSONValue {
    [
      "apiVersion": "admission.k8s.io/v1", "kind": "AdmissionReview",
      "request": [
        "uid": "u", "resource": ["group": .string(group), "version": .string(version), "resource": .string(resource)],
        "namespace": "default", "name": "vm", "operation": oldObject.isNull ? "CREATE" : "UPDATE",
        "userInfo": ["username": "u"],
        "object": object, "oldObject": oldObject,
      ],
    ]
  }

  /// Posts a body, answers look-ups with nothing, and holds the answer against what every answer must be.
  private static func check(_ body: [UInt8], path: String, note: String) throws {
    var environment = AdmissionEnvironment(
      snapshot: ClusterSnapshot(), makeUUID: { "00000000-0000-4000-8000-000000000000" }, now: Timestamp(seconds: 0))
    let handler = ReviewHandler(endpoints: endpoints)
    for _ in 0..<8 {
      let outcome = body.withUnsafeBytes {
        handler.answer(path: path, contentType: "application/json", body: $0, environment: environment)
      }
      switch outcome {
      case .needs(let references): for reference in references { environment.found.insert(reference, []) }
      case .answer(let answer):
        let json = try JSONValue(parsing: answer.body)
        if answer.status == 200 {
          let allowed = json.value(at: "response", "allowed")
          let isAllowed = allowed == true
          #expect(allowed?.bool != nil, "\(note)")
          #expect(isAllowed || json.value(at: "response", "status", "code")?.int64 != nil, "\(note)")
        } else {
          #expect(answer.status == 400 || answer.status == 404, "\(note)")
          #expect(json["kind"] == "Status", "\(note)")
        }
        return
      }
    }
    Issue.record("asks for objects without end: \(note)")
  }
}

/// Replaces, removes or adds something somewhere in a tree.
private func mutate(_ value: inout JSONValue, using generator: inout SeededGenerator) {
  switch value {
  case .object(var object) where !object.isEmpty && Int.random(in: 0..<8, using: &generator) > 0:
    guard let key = object.keys.randomElement(using: &generator), var member = object[key] else { return }
    switch Int.random(in: 0..<10, using: &generator) {
    case 0: object[key] = nil
    case 1: object[key.uppercased()] = member
    default:
      mutate(&member, using: &generator)
      object[key] = member
    }
    value = .object(object)
  case .array(var elements) where !elements.isEmpty && Int.random(in: 0..<8, using: &generator) > 0:
    let index = Int.random(in: 0..<elements.count, using: &generator)
    if Int.random(in: 0..<4, using: &generator) == 0 {
      elements.append(elements[index])
    } else {
      mutate(&elements[index], using: &generator)
    }
    value = .array(elements)
  default: value = oddities.randomElement(using: &generator) ?? .null
  }
}

private let oddities: [JSONValue] = [
  .null, true, 0, -1, 65537, 4_294_967_296, .number(JSONNumber(Int64.max)), .number(JSONNumber(Int64.min)), "", "x",
  "1Gi",
  "-1", "99999999999999999999999Ei", "0.0000000001", "/", "../..", "\u{0}", "Halted", [], [:], [[:]], ["": ""], [[[]]],
  ["matchLabels": ["a": "b"]], ["name": "default"], .string(String(repeating: "a", count: 5000)), "ff:ff:ff:ff:ff:ff",
]

private let domain: JSONValue = [
  "cpu": [
    "cores": 2, "sockets": 1, "threads": 1, "model": "host-model", "features": [["name": "vmx", "policy": "require"]],
  ],
  "memory": ["guest": "1Gi", "hugepages": ["pageSize": "2Mi"]],
  "resources": ["requests": ["memory": "1Gi", "cpu": "2"], "limits": ["memory": "2Gi"]],
  "machine": ["type": "q35"], "firmware": ["bootloader": ["efi": ["secureBoot": false]]],
  "clock": ["utc": ["offsetSeconds": 1], "timer": ["hpet": ["present": false], "rtc": ["tickPolicy": "catchup"]]],
  "features": ["acpi": [:], "hyperv": ["synic": [:], "vpindex": [:], "spinlocks": ["spinlocks": 8191]]],
  "devices": [
    "disks": [
      ["name": "root", "volumeName": "root", "disk": ["bus": "virtio"], "bootOrder": 1, "serial": "S1"],
      ["name": "seed", "volumeName": "seed", "cdrom": ["bus": "sata"]],
    ],
    "interfaces": [
      ["name": "default", "bridge": [:], "macAddress": "02:00:00:00:00:01", "ports": [["name": "http", "port": 80]]]
    ],
    "watchdog": ["name": "w", "i6300esb": ["action": "reset"]], "gpus": [["name": "g", "deviceName": "d/x"]],
  ],
]

private let instanceSpec: JSONValue = [
  "domain": domain, "hostname": "vm", "terminationGracePeriodSeconds": 30,
  "networks": [["name": "default", "pod": [:]], ["name": "second", "multus": ["networkName": "n"]]],
  "volumes": [
    ["name": "root", "containerDisk": ["image": "r/i:1"]],
    ["name": "seed", "cloudInitNoCloud": ["userData": "#cloud-config"]],
  ],
  "readinessProbe": ["httpGet": ["port": 80]], "dnsPolicy": "None", "dnsConfig": ["nameservers": ["8.8.8.8"]],
  "affinity": ["nodeAffinity": ["requiredDuringSchedulingIgnoredDuringExecution": ["nodeSelectorTerms": []]]],
]

private let instance: JSONValue = [
  "apiVersion": "kubevirt.io/v1", "kind": "VirtualMachineInstance",
  "metadata": ["name": "vm", "namespace": "default", "labels": ["a": "b"]], "spec": instanceSpec,
]

private let machine: JSONValue = [
  "apiVersion": "kubevirt.io/v1", "kind": "VirtualMachine", "metadata": ["name": "vm", "namespace": "default"],
  "spec": [
    "runStrategy": "Always", "instancetype": ["name": "small"],
    "preference": ["name": "linux", "inferFromVolume": "root"],
    "dataVolumeTemplates": [
      ["metadata": ["name": "dv"], "spec": ["source": ["blank": [:]], "pvc": ["resources": [:]]]]
    ],
    "template": ["metadata": ["labels": ["a": "b"]], "spec": instanceSpec],
  ],
  "status": ["volumeRequests": [["addVolumeOptions": ["name": "x", "disk": ["name": "x"]]]]],
]

private let replicaSet: JSONValue = [
  "apiVersion": "kubevirt.io/v1", "kind": "VirtualMachineInstanceReplicaSet", "metadata": ["name": "rs"],
  "spec": [
    "replicas": 2,
    "selector": ["matchLabels": ["a": "b"], "matchExpressions": [["key": "a", "operator": "In", "values": ["b"]]]],
    "template": ["metadata": ["labels": ["a": "b"]], "spec": instanceSpec],
  ],
]

private let preset: JSONValue = [
  "apiVersion": "kubevirt.io/v1", "kind": "VirtualMachineInstancePreset", "metadata": ["name": "p"],
  "spec": ["selector": ["matchLabels": ["a": "b"]], "domain": domain],
]

private let pool: JSONValue = [
  "apiVersion": "pool.kubevirt.io/v1beta1", "kind": "VirtualMachinePool", "metadata": ["name": "p"],
  "spec": [
    "selector": ["matchLabels": ["a": "b"]],
    "virtualMachineTemplate": ["metadata": ["labels": ["a": "b"]], "spec": machine["spec"] ?? [:]],
  ],
]

private let instancetype: JSONValue = [
  "apiVersion": "instancetype.kubevirt.io/v1beta1", "kind": "VirtualMachineInstancetype", "metadata": ["name": "i"],
  "spec": ["cpu": ["guest": 2, "maxSockets": 4], "memory": ["guest": "1Gi", "overcommitPercent": 10]],
]
