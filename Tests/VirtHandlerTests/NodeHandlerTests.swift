import Glibc
import JSON
import KubeClient
import LauncherProtocol
import Logging
import Testing
import Transport

@testable import VirtHandler

/// The handler with a launcher on a socket and an API server, both in this process.
@Suite(.timeLimit(.minutes(1))) struct NodeHandlerTests {
  private let api = SmallAPIServer()
  private let launcher = FakeLauncher()
  private let folder = TemporaryFolder()

  private static let quiet = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

  private func instance(_ phase: String, legacy: Bool) -> JSONValue {
    var instance: JSONValue = [
      "apiVersion": "kubevirt.io/v1", "kind": "VirtualMachineInstance",
      "metadata": ["name": "testvm", "namespace": "default", "uid": "uid-1"],
      "spec": [
        "domain": ["devices": [:]], "terminationGracePeriodSeconds": 0,
        "volumes": [["name": "c", "cloudInitNoCloud": ["secretRef": ["name": "s"]]]],
      ],
      "status": ["phase": .string(phase), "nodeName": "node01"],
    ]
    if legacy {
      instance["metadata"]?["annotations"] = [
        "presets.virtualmachines.kubevirt.io/presets-applied": "kubevirt.io/v1alpha2"
      ]
    }
    return instance
  }

  private func handler(_ client: KubernetesClient) throws -> NodeHandler {
    var settings = HandlerSettings(nodeName: "node01")
    settings.paths.shareDirectory = folder.path
    settings.paths.podsDirectory = folder.path + "/pods"
    settings.paths.privateDirectory = folder.path + "/private"
    return NodeHandler(client, settings: settings, group: try ReactorGroup(count: 1), logger: Self.quiet)
  }

  private func phase(_ phase: String) async {
    await api.wait("virtualmachineinstances") { $0?.value(at: "status", "phase")?.string == phase }
  }

  private func delete() {
    var instance = api.object("virtualmachineinstances") ?? .null
    instance["metadata"]?["deletionTimestamp"] = "2026-01-01T00:00:00Z"
    api.put(instance, "virtualmachineinstances")
  }

  @Test func aLegacyGuestIsStartedAndKilledAtOnceWhenItsInstanceIsDeleted() async throws {
    _ = folder.folder("watchdog-files")
    folder.file("watchdog-files/default_testvm")
    try launcher.start(folder.folder("sockets") + "/uid-1_sock")
    api.put(instance("Scheduled", legacy: true), "virtualmachineinstances")
    api.put(["metadata": ["name": "s", "namespace": "default"], "data": ["userdata": "I2Nsb3Vk"]], "secrets")
    api.put(["metadata": ["name": "node01"]], "nodes")
    let handler = try handler(try api.start())
    let running = Task { await handler.run() }
    await phase("Running")
    #expect(
      launcher.instance.value(at: "spec", "volumes")?.array?[0].value(at: "cloudInitNoCloud", "userData") == "#cloud")
    await api.wait("nodes") { $0?.value(at: "metadata", "labels", "kubevirt.io/schedulable") == "true" }
    delete()
    await phase("Failed")
    #expect(launcher.calls.contains("kill") && !launcher.calls.contains("shutdown"))
    running.cancel()
    await running.value
    await launcher.stop()
    await api.stop()
  }

  @Test func aCurrentGuestIsFoundByALongPathAndReported() async throws {
    let sockets = folder.folder(
      "pods/" + String(repeating: "u", count: 80) + "/volumes/kubernetes.io~empty-dir/sockets")
    let directory = try #require(SocketFolder(sockets))
    try launcher.start(directory.path(of: "launcher-sock"))
    #expect(directory.process(listeningOn: "launcher-sock") == getpid())
    api.put(instance("Scheduled", legacy: false), "virtualmachineinstances")
    api.put(["metadata": ["name": "s", "namespace": "default"], "data": ["userData": "I2Nsb3Vk"]], "secrets")
    api.put(
      [
        "metadata": [
          "name": "virt-launcher-x", "namespace": "default", "uid": .string(String(repeating: "u", count: 80)),
          "labels": .object(["kubevirt.io": "virt-launcher", "kubevirt.io/created-by": "uid-1"]),
          "annotations": .object(["kubevirt.io/domain": "testvm"]),
        ], "status": ["phase": "Running"],
      ], "pods")
    let handler = try handler(try api.start())
    let running = Task { await handler.run() }
    await phase("Running")
    let status = api.object("virtualmachineinstances")?["status"]
    #expect(status?.value(at: "machine", "type") == "pc-q35-7.2")
    #expect(status?["phaseTransitionTimestamps"]?.array?.last?["phase"] == "Running")
    #expect(status?["conditions"]?.array?.contains { $0["type"] == "LiveMigratable" } == true)
    delete()
    await phase("Succeeded")
    running.cancel()
    await running.value
    await launcher.stop()
    await api.stop()
  }

  @Test func aLauncherThatIsNotHandedOverYetIsLeftAlone() async throws {
    _ = folder.folder("watchdog-files")
    folder.file("watchdog-files/default_testvm")
    try launcher.start(folder.folder("sockets") + "/uid-1_sock")
    api.put(
      [
        "metadata": [
          "name": "virt-launcher-x", "namespace": "default", "uid": "pod-1",
          "labels": .object(["kubevirt.io": "virt-launcher", "kubevirt.io/created-by": "uid-1"]),
          "annotations": .object(["kubevirt.io/domain": "testvm"]),
        ], "status": ["phase": "Running"],
      ], "pods")
    api.put(["metadata": ["name": "s", "namespace": "default"], "data": ["userdata": "eA=="]], "secrets")
    let handler = try handler(try api.start())
    let running = Task { await handler.run() }
    while !launcher.isFollowed { try await Task.sleep(for: .milliseconds(10)) }
    let pod = api.object("pods") ?? .null
    for _ in 0..<5 { api.put(pod, "pods") }
    api.put(instance("Scheduled", legacy: true), "virtualmachineinstances")
    await phase("Running")
    #expect(access(folder.path + "/watchdog-files/default_testvm", F_OK) == 0)
    running.cancel()
    await running.value
    await launcher.stop()
    await api.stop()
  }

  @Test func aRunningGuestOutlivesItsHandler() async throws {
    _ = folder.folder("watchdog-files")
    folder.file("watchdog-files/default_testvm")
    try launcher.start(folder.folder("sockets") + "/uid-1_sock")
    var domain = DomainReport()
    (domain.namespace, domain.name, domain.uid, domain.status) = ("default", "testvm", "uid-1", .running)
    launcher.set(domain)
    api.put(instance("Running", legacy: true), "virtualmachineinstances")
    api.put(["metadata": ["name": "s", "namespace": "default"], "data": ["userdata": "eA=="]], "secrets")
    api.put(["metadata": ["name": "node01"]], "nodes")
    let handler = try handler(try api.start())
    let running = Task { await handler.run() }
    // It goes on being brought in line; the domain that was there is known at once.
    while !launcher.calls.contains("sync") { try await Task.sleep(for: .milliseconds(10)) }
    #expect(api.object("virtualmachineinstances")?.value(at: "status", "phase") == "Running")
    #expect(!launcher.calls.contains("kill") && !launcher.calls.contains("delete"))
    running.cancel()
    await running.value
    await launcher.stop()
    await api.stop()
  }
}
