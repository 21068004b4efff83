import JSON
import Testing
import VirtTypes

@testable import VirtLauncher

@Suite struct CloudInitTests {
  private func image(_ spec: JSONValue, isLegacy: Bool = false) throws -> CloudInitImage? {
    let instance = try DiskPlanTests.instance(spec, isLegacy: isLegacy)
    return try CloudInitImage(instance, LauncherPaths(), isLegacy ? .legacy : .current)
  }

  private func texts(_ image: CloudInitImage?) throws -> [String: String] {
    let files = try image?.contents() ?? []
    return Dictionary(uniqueKeysWithValues: files.map { ($0.path, String(decoding: $0.contents, as: UTF8.self)) })
  }

  @Test func legacyMetadataAreThoseOfV080() throws {
    let image = try image(
      [
        "hostname": "guest",
        "volumes": [["name": "c", "cloudInitNoCloud": ["userDataBase64": "SGkuXG4="]]],
      ], isLegacy: true)
    #expect(image?.volumeID == "cidata")
    #expect(image?.place.path == "cloud-init-data/ns/vm/noCloud.iso")
    #expect(
      try texts(image) == [
        "meta-data": "{ \"instance-id\": \"vm.ns\", \"local-hostname\": \"guest\" }\n", "user-data": "Hi.\\n",
      ])
  }

  @Test func noCloudDescribesTheGuest() throws {
    let image = try image([
      "domain": ["firmware": ["uuid": "5d307ca9-b3ef-428c-8861-06e72d69f223"]],
      "volumes": [["name": "c", "cloudInitNoCloud": ["userData": "#cloud-config", "networkData": "version: 2"]]],
    ])
    #expect(
      try texts(image) == [
        "meta-data":
          #"{"instance-id":"5d307ca9-b3ef-428c-8861-06e72d69f223","local-hostname":"vm"}"#,
        "user-data": "#cloud-config", "network-config": "version: 2",
      ])
  }

  @Test func configDriveHasOpenStacksLayout() throws {
    let image = try image([
      "domain": ["firmware": ["uuid": "u"]],
      "volumes": [["name": "c", "cloudInitConfigDrive": ["userData": "x"]]],
    ])
    #expect(image?.volumeID == "config-2")
    #expect(
      try texts(image) == [
        "openstack/latest/meta_data.json": #"{"instance_id":"vm.ns","hostname":"vm","uuid":"u"}"#,
        "openstack/latest/user_data": "x",
      ])
  }

  @Test func onlyTheFirstVolumeCounts() throws {
    let image = try image([
      "volumes": [
        ["name": "a", "cloudInitConfigDrive": ["userData": "x"]], ["name": "b", "cloudInitNoCloud": ["userData": "y"]],
      ]
    ])
    #expect(image?.layout == .configDrive)
  }

  @Test func textsAndKeysOfSecretsAreRead() throws {
    let folder = try TemporaryFolder()
    try folder.write("secret/c/userData", "from a secret")
    try folder.write("secret/k-access-cred/b", "ssh-rsa B\n")
    try folder.write("secret/k-access-cred/a", "ssh-rsa A\n\nssh-rsa A2\n")
    var paths = LauncherPaths()
    paths.privateDirectory = folder.path
    let instance = try DiskPlanTests.instance([
      "volumes": [["name": "c", "cloudInitNoCloud": ["secretRef": ["name": "s"]]]],
      "accessCredentials": [
        ["sshPublicKey": ["propagationMethod": ["noCloud": [:]], "source": ["secret": ["secretName": "k"]]]]
      ],
    ])
    let texts = try texts(CloudInitImage(instance, paths, .current))
    #expect(texts["user-data"] == "from a secret")
    #expect(
      try JSONValue(parsing: texts["meta-data"] ?? "")["public-keys"]
        == ["0": "ssh-rsa A", "1": "ssh-rsa A2", "2": "ssh-rsa B"])
  }

  @Test func whatIsNoBase64IsRefused() {
    #expect(throws: DomainError.self) {
      try image(["volumes": [["name": "c", "cloudInitNoCloud": ["userDataBase64": "!"]]]])
    }
  }
}
