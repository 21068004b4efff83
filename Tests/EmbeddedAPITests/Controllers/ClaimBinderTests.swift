import EmbeddedStore
import Foundation
import JSON
import Kube
import Testing

@testable import EmbeddedAPI

@Suite("Claims and volumes")
struct ClaimBinderTests {
  static func claim(
    _ name: String, size: String = "1Gi", storageClass: String? = nil, volume: String? = nil,
    modes: [JSONValue] = ["ReadWriteOnce"], selector: JSONValue? = nil
  ) -> JSONValue {
    var spec: JSONValue = [
      "accessModes": .array(modes), "resources": ["requests": ["storage": .string(size)]],
    ]
    if let storageClass { spec["storageClassName"] = .string(storageClass) }
    if let volume { spec["volumeName"] = .string(volume) }
    if let selector { spec["selector"] = selector }
    return [
      "apiVersion": "v1", "kind": "PersistentVolumeClaim",
      "metadata": ["name": .string(name), "namespace": "default", "uid": .string("uid-of-" + name)], "spec": spec,
    ]
  }

  static func volume(
    _ name: String, size: String = "1Gi", storageClass: String = "", policy: String = "Retain", claim: JSONValue? = nil,
    modes: [JSONValue] = ["ReadWriteOnce"], labels: JSONValue = [:]
  ) -> JSONValue {
    var spec: JSONValue = [
      "capacity": ["storage": .string(size)], "accessModes": .array(modes),
      "persistentVolumeReclaimPolicy": .string(policy), "hostPath": ["path": "/nowhere"],
    ]
    if !storageClass.isEmpty { spec["storageClassName"] = .string(storageClass) }
    if let claim {
      spec["claimRef"] = ["namespace": "default", "name": .string(claim.name), "uid": .string(claim.uid)]
    }
    return [
      "apiVersion": "v1", "kind": "PersistentVolume", "metadata": ["name": .string(name), "labels": labels],
      "spec": spec,
    ]
  }

  static func decide(_ claim: JSONValue, _ volumes: JSONValue...) -> ClaimDecision {
    ClaimDecision(ClaimView(object: claim), volumes: volumes.map(VolumeView.init))
  }

  @Test("the smallest volume that fits is taken, and one that is reserved before any other")
  func matching() {
    let claim = Self.claim("c", size: "5Gi")
    let (small, fit, large) = (
      Self.volume("small", size: "1Gi"), Self.volume("fit", size: "5Gi"), Self.volume("large", size: "50Gi")
    )
    #expect(Self.decide(claim, large, small, fit) == .bind(volume: "fit"))
    #expect(Self.decide(claim, small) == .provision)
    #expect(
      Self.decide(claim, fit, Self.volume("mine", size: "9Gi", claim: claim)) == .bind(volume: "mine"))
    #expect(Self.decide(claim, Self.volume("other", size: "9Gi", claim: Self.claim("d"))) == .provision)
    #expect(Self.decide(claim, Self.volume("classy", size: "9Gi", storageClass: "x")) == .provision)
    #expect(Self.decide(Self.claim("c", modes: ["ReadWriteMany"]), fit) == .provision)
  }

  @Test("a selector takes volumes by label, and has none made")
  func selector() {
    let claim = Self.claim("c", selector: ["matchLabels": ["disk": "fast"]])
    #expect(Self.decide(claim, Self.volume("v", labels: ["disk": "fast"])) == .bind(volume: "v"))
    guard case .pending("ProvisioningFailed", _) = Self.decide(claim, Self.volume("v")) else {
      Issue.record("not pending")
      return
    }
  }

  @Test("an empty storage class has nothing made")
  func emptyClass() {
    #expect(
      Self.decide(Self.claim("c", storageClass: ""))
        == .pending(
          reason: "FailedBinding",
          message: "no volume fits, and without a storage class none is made"))
    #expect(Self.decide(Self.claim("c", storageClass: "fast")) == .provision)
  }

  @Test("a claim that names its volume gets it or waits; a bound one that lost it says so")
  func named() {
    let claim = Self.claim("c", volume: "v")
    #expect(Self.decide(claim, Self.volume("v")) == .bind(volume: "v"))
    #expect(Self.decide(claim) == .pending(reason: "FailedBinding", message: "volume \"v\" not found"))
    #expect(
      Self.decide(claim, Self.volume("v", claim: Self.claim("d")))
        == .pending(reason: "FailedBinding", message: "volume \"v\" already bound to a different claim."))
    var bound = claim
    bound["metadata"]?["annotations"] = ["pv.kubernetes.io/bind-completed": "yes"]
    guard case .lost("ClaimLost", _) = Self.decide(bound) else {
      Issue.record("not lost")
      return
    }
    guard case .lost("ClaimMisbound", _) = Self.decide(bound, Self.volume("v", claim: Self.claim("d"))) else {
      Issue.record("not misbound")
      return
    }
  }

  @Test("volumes are available, bound, released or reclaimed by their claim and policy")
  func volumes() {
    let claim = Self.claim("c", volume: "v")
    func decide(_ volume: JSONValue, _ claim: JSONValue?) -> VolumeDecision {
      VolumeDecision(VolumeView(object: volume), claim: claim.map(ClaimView.init))
    }
    #expect(decide(Self.volume("v"), nil) == .phase("Available"))
    #expect(decide(Self.volume("v", claim: claim), claim) == .phase("Bound"))
    #expect(decide(Self.volume("v", claim: Self.claim("c")), Self.claim("c")) == .binding)
    #expect(decide(Self.volume("v", claim: claim), nil) == .phase("Released"))
    var made = Self.volume("v", policy: "Delete", claim: claim)
    guard case .failed = decide(made, nil) else {
      Issue.record("what was made by hand is deleted")
      return
    }
    made["metadata"]?["annotations"] = ["pv.kubernetes.io/provisioned-by": "swift-virt.io/host-directory"]
    #expect(decide(made, nil) == .reclaim)
    var successor = claim
    successor["metadata"]?["uid"] = "another"
    #expect(decide(made, successor) == .reclaim)
  }

  static func withDirectory<Result>(_ body: (String) async throws -> Result) async throws -> Result {
    let root = FileManager.default.temporaryDirectory.appending(path: "claims-\(Foundation.UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: root) }
    return try await body(root)
  }

  @Test("a claim gets a directory, is protected while a pod uses it, and takes the directory along", arguments: 1...5)
  func lifeOfAClaim(seed: UInt64) async throws {
    try await Self.withDirectory { root in
      let world = ControllerWorld()
      var driver = ControllerDriver(
        ClaimBinder(world.context, directories: HostDirectories(root: root)), world, seed: seed)
      let created = try await world.create("persistentvolumeclaims", Self.claim("c"))
      try await driver.settle()
      let claim = try #require(try world.get("persistentvolumeclaims", "default", "c"))
      let name = "pvc-" + created.uid
      #expect(claim.value(at: "status", "phase") == "Bound")
      #expect(claim.value(at: "status", "capacity", "storage") == "1Gi")
      #expect(claim.value(at: "spec", "volumeName") == .string(name))
      #expect(claim.annotation("pv.kubernetes.io/bind-completed") == "yes")
      #expect(claim.finalizers == ["kubernetes.io/pvc-protection"])
      let volume = try #require(try world.get("persistentvolumes", "", name))
      #expect(volume.value(at: "status", "phase") == "Bound")
      #expect(volume.value(at: "spec", "claimRef", "uid") == .string(created.uid))
      #expect(FileManager.default.fileExists(atPath: root + "/" + name))
      try Data("x".utf8).write(to: URL(filePath: root + "/" + name + "/disk.img"))

      try await world.create(
        "pods",
        [
          "apiVersion": "v1", "kind": "Pod", "metadata": ["name": "p", "namespace": "default"],
          "spec": [
            "nodeName": "n", "containers": [["name": "c", "image": "i"]],
            "volumes": [["name": "v", "persistentVolumeClaim": ["claimName": "c"]]],
          ],
        ])
      try await world.objects.delete(
        ControllerWorld.resource("persistentvolumeclaims"), namespace: "default", name: "c", options: .null)
      try await driver.settle()
      #expect(try world.get("persistentvolumeclaims", "default", "c")?.isBeingDeleted == true)
      try await world.objects.delete(
        ControllerWorld.resource("pods"), namespace: "default", name: "p", options: ["gracePeriodSeconds": 0])
      try await driver.settle()
      #expect(try world.get("persistentvolumeclaims", "default", "c") == nil)
      #expect(try world.get("persistentvolumes", "", name) == nil)
      #expect(!FileManager.default.fileExists(atPath: root + "/" + name))
    }
  }

  @Test("a volume made by hand is bound, and released with what it holds")
  func retained() async throws {
    try await Self.withDirectory { root in
      let world = ControllerWorld()
      var driver = ControllerDriver(ClaimBinder(world.context, directories: HostDirectories(root: root)), world)
      try await world.create("persistentvolumeclaims", Self.claim("c", storageClass: ""))
      try await driver.settle()
      #expect(try world.get("persistentvolumeclaims", "default", "c")?.value(at: "status", "phase") == "Pending")
      #expect(try await world.context.list("events").map { $0["reason"] } == ["FailedBinding"])
      try await world.create("persistentvolumes", Self.volume("v"))
      try await driver.settle()
      #expect(try world.get("persistentvolumeclaims", "default", "c")?.value(at: "status", "phase") == "Bound")
      try await world.objects.delete(
        ControllerWorld.resource("persistentvolumeclaims"), namespace: "default", name: "c", options: .null)
      try await driver.settle()
      #expect(try world.get("persistentvolumes", "", "v")?.value(at: "status", "phase") == "Released")
      try await world.objects.delete(
        ControllerWorld.resource("persistentvolumes"), namespace: "", name: "v", options: .null)
      try await driver.settle()
      #expect(try world.get("persistentvolumes", "", "v") == nil)
    }
  }

  @Test("directories are private, follow no link, and have safe names only")
  func directories() async throws {
    try await Self.withDirectory { root in
      let directories = HostDirectories(root: root)
      try directories.make("one")
      try directories.make("one")
      let mode = try FileManager.default.attributesOfItem(atPath: root + "/one")[.posixPermissions] as? Int
      #expect(mode == 0o700)
      for name in ["", ".", "..", "a/b", ".hidden", "A", "a\0b"] {
        #expect(throws: HostDirectories.Fault.self, "\(name)") { try directories.make(name) }
        #expect(throws: HostDirectories.Fault.self, "\(name)") { try directories.remove(name) }
      }
      // What a link in a volume, or in place of one, points to is not touched.
      try directories.make("outside")
      try Data("keep".utf8).write(to: URL(filePath: root + "/outside/file"))
      try FileManager.default.createSymbolicLink(atPath: root + "/one/link", withDestinationPath: root + "/outside")
      try FileManager.default.createDirectory(atPath: root + "/one/deep/er", withIntermediateDirectories: true)
      try Data("x".utf8).write(to: URL(filePath: root + "/one/deep/er/file"))
      try directories.remove("one")
      try directories.remove("one")
      #expect(!FileManager.default.fileExists(atPath: root + "/one"))
      try FileManager.default.createSymbolicLink(atPath: root + "/two", withDestinationPath: root + "/outside")
      #expect(throws: HostDirectories.Fault.self) { try directories.make("two") }
      try directories.remove("two")
      #expect(FileManager.default.fileExists(atPath: root + "/outside/file"))
    }
  }
}
