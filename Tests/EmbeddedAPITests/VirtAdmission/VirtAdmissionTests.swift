import EmbeddedStore
import JSON
import Kube
import Logging
import Testing

@testable import EmbeddedAPI

@Suite("Our webhooks in process")
struct VirtAdmissionTests {
  let store = MemoryObjectStore()
  let registry = ResourceRegistry(
    CustomResources.definitions + [
      ResourceDefinition(
        group: "", names: .init(plural: "limitranges", singular: "limitrange", kind: "LimitRange"),
        versions: [.init(name: "v1")])
    ])

  var admission: VirtAdmission {
    VirtAdmission(
      source: VirtObjectSource(store: store, registry: registry, logger: Logger(label: "test")),
      logger: Logger(label: "test"))
  }

  static func request(
    _ object: JSONValue, old: JSONValue? = nil, _ operation: AdmissionOperation = .create, resource: String,
    version: String, group: String = "kubevirt.io", subresource: String = ""
  ) -> ObjectAdmission {
    ObjectAdmission(
      operation: operation,
      kind: GroupVersionKind(group: group, version: version, kind: object["kind"]?.string ?? ""),
      resource: GroupVersionResource(group: group, version: version, resource: resource), subresource: subresource,
      namespace: "default", name: object.value(at: "metadata", "name")?.string ?? "", object: object, oldObject: old,
      user: UserInfo(username: "someone"))
  }

  static func instance(_ version: String, name: String = "one", memory: String? = nil) -> JSONValue {
    var object: JSONValue = [
      "apiVersion": .string("kubevirt.io/" + version), "kind": "VirtualMachineInstance",
      "metadata": ["name": .string(name), "namespace": "default", "labels": ["size": "small"]],
      "spec": ["domain": ["devices": [:]]],
    ]
    if let memory {
      object["spec"] = ["domain": ["devices": [:], "resources": ["requests": ["memory": .string(memory)]]]]
    }
    return object
  }

  static func preset(_ version: String, memory: String) -> JSONValue {
    [
      "apiVersion": .string("kubevirt.io/" + version), "kind": "VirtualMachineInstancePreset",
      "metadata": ["name": "small", "namespace": "default"],
      "spec": [
        "selector": ["matchLabels": ["size": "small"]],
        "domain": ["devices": [:], "resources": ["requests": ["memory": .string(memory)]]],
      ],
    ]
  }

  static func memory(_ request: ObjectAdmission) -> JSONValue? {
    request.object?.value(at: "spec", "domain", "resources", "requests", "memory")
  }

  @Test("many who ask while much is written all get an answer", .timeLimit(.minutes(1)))
  func askersDoNotHoldEachOtherUp() async throws {
    let source = VirtObjectSource(store: store, registry: registry, logger: Logger(label: "test"))
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<32 {
        group.addTask {
          for round in 0..<50 {
            try await store.put(
              Self.instance("v1", name: "i\(number)-\(round)"), in: "virtualmachineinstances.kubevirt.io")
            _ = try await source.snapshot()
          }
        }
      }
      try await group.waitForAll()
    }
  }

  @Test(
    "an instance that comes right behind a preset gets it, each time the preset changes", arguments: ["v1", "v1alpha2"])
  func presetIsNeverStale(version: String) async throws {
    let admission = admission
    for memory in ["64Mi", "96Mi", "128Mi"] {
      try await store.put(Self.preset("v1", memory: memory), in: "virtualmachineinstancepresets.kubevirt.io")
      var request = Self.request(Self.instance(version), resource: "virtualmachineinstances", version: version)
      try await admission.mutate(&request)
      #expect(Self.memory(request) == .string(memory))
      try await admission.validate(&request)
    }
  }

  @Test("changes of other objects do not hold an admission up")
  func otherChanges() async throws {
    let admission = admission
    try await store.put(Self.preset("v1", memory: "64Mi"), in: "virtualmachineinstancepresets.kubevirt.io")
    for round in 0..<5 {
      try await store.put(
        ["kind": "Pod", "metadata": ["name": .string("p\(round)"), "namespace": "default"]], in: "pods")
      var request = Self.request(Self.instance("v1"), resource: "virtualmachineinstances", version: "v1")
      try await admission.mutate(&request)
      #expect(Self.memory(request) == "64Mi")
    }
  }

  @Test("many at once wait for the same changes")
  func manyAtOnce() async throws {
    let admission = admission
    try await store.put(Self.preset("v1", memory: "64Mi"), in: "virtualmachineinstancepresets.kubevirt.io")
    try await withThrowingTaskGroup(of: JSONValue?.self) { group in
      for index in 0..<50 {
        group.addTask {
          try await store.put(["kind": "Pod", "metadata": ["name": .string("p\(index)")]], in: "pods")
          var request = Self.request(Self.instance("v1"), resource: "virtualmachineinstances", version: "v1")
          try await admission.mutate(&request)
          return Self.memory(request)
        }
      }
      for try await memory in group { #expect(memory == "64Mi") }
    }
  }

  @Test("a refusal reads as kube-apiserver's own of a webhook's denial")
  func refusal() async throws {
    var instance = Self.instance("v1", memory: "64Mi")
    instance["spec"] = [
      "domain": [
        "devices": ["disks": [["name": "nowhere", "disk": [:]]]], "resources": ["requests": ["memory": "64Mi"]],
      ]
    ]
    var request = Self.request(instance, resource: "virtualmachineinstances", version: "v1")
    let status = await #expect(throws: Status.self) { try await admission.validate(&request) }
    #expect(status?.code == 422)
    #expect(status?.reason == .invalid)
    #expect(status?.outcome == .failure)
    let prefix = "admission webhook \"virtualmachineinstances-create-validator.kubevirt.io\" denied the request: "
    #expect(status?.message.hasPrefix(prefix) == true, "\(status?.message ?? "")")
    #expect(status?.details?.causes.contains { $0.field == "spec.domain.devices.disks[0].name" } == true)
  }

  @Test(
    "requests that no hook is registered for pass untouched",
    arguments: [
      ("virtualmachineinstances", "v1", "status"), ("kubevirts", "v1", ""), ("virtualmachines", "v1", "scale"),
    ])
  func unregistered(resource: String, version: String, subresource: String) async throws {
    let object: JSONValue = ["kind": "Anything", "metadata": ["name": "x"], "spec": 5]
    var request = Self.request(
      object, old: object, .update, resource: resource, version: version, subresource: subresource)
    try await admission.mutate(&request)
    try await admission.validate(&request)
    #expect(request.object == object)
  }

  @Test("objects that rules ask for are taken from the store")
  func lookUp() async throws {
    func migration(of name: String) -> JSONValue {
      [
        "apiVersion": "kubevirt.io/v1", "kind": "VirtualMachineInstanceMigration",
        "metadata": ["name": "move", "namespace": "default"], "spec": ["vmiName": .string(name)],
      ]
    }
    var request = Self.request(
      migration(of: "one"), resource: "virtualmachineinstancemigrations", version: "v1")
    let missing = await #expect(throws: Status.self) { try await admission.validate(&request) }
    #expect(missing?.message.contains("migration-create-validator.kubevirt.io") == true)
    var instance = Self.instance("v1", memory: "64Mi")
    instance["status"] = [
      "phase": "Running", "conditions": [["type": "LiveMigratable", "status": "True"]],
    ]
    try await store.put(instance, in: "virtualmachineinstances.kubevirt.io")
    try await admission.validate(&request)
  }

  @Test("a denial without words gets kube-apiserver's")
  func denialWithoutWords() {
    #expect(Status.denial(by: "a", nil).message == "admission webhook \"a\" denied the request without explanation")
    #expect(Status.denial(by: "a", nil).code == 400)
    let forbidden = Status.denial(by: "a", Status(reason: .forbidden, code: 403))
    #expect(forbidden.message == "admission webhook \"a\" denied the request: Forbidden")
    #expect(forbidden.code == 403)
  }
}
