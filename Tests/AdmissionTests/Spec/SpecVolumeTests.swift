import Foundation
import Testing
import VirtTypes

@testable import Admission

@Suite struct SpecVolumeTests {
  @Test(arguments: [
    (#"{"name":"v"}"#, "invalid spec.volumes[2]"),
    (#"{"name":"v","containerDisk":{"image":"i"},"emptyDisk":{"capacity":"1Gi"}}"#, "invalid spec.volumes[2]"),
    (#"{"name":"v","dataVolume":{"name":""}}"#, "required spec.volumes[2].name"),
    (#"{"name":"v","cloudInitNoCloud":{}}"#, "invalid spec.volumes[2].cloudInitNoCloud"),
    (
      #"{"name":"v","cloudInitNoCloud":{"userData":"a","userDataBase64":"YQ=="}}"#,
      "invalid spec.volumes[2].cloudInitNoCloud"
    ),
    (
      #"{"name":"v","cloudInitConfigDrive":{"networkData":"a","networkDataSecretRef":{"name":"s"}}}"#,
      "invalid spec.volumes[2].cloudInitConfigDrive"
    ),
    (
      #"{"name":"v","cloudInitConfigDrive":{"userData":"a","networkDataBase64":"?"}}"#,
      "invalid spec.volumes[2].cloudInitConfigDrive.networkDataBase64"
    ),
    (
      #"{"name":"v","cloudInitNoCloud":{"userDataBase64":"?"}}"#,
      "invalid spec.volumes[2].cloudInitNoCloud.userDataBase64"
    ),
    (#"{"name":"v","hostDisk":{"path":"","type":"Disk"}}"#, "notFound spec.volumes[2].hostDisk.path"),
    (#"{"name":"v","hostDisk":{"path":"/a","type":"File"}}"#, "invalid spec.volumes[2].hostDisk.type"),
    (
      #"{"name":"v","hostDisk":{"path":"/a","type":"Disk","capacity":"1Gi"}}"#,
      "invalid spec.volumes[2].hostDisk.capacity"
    ),
    (#"{"name":"v","configMap":{}}"#, "invalid spec.volumes[2].configMap.name"),
    (#"{"name":"v","secret":{"secretName":""}}"#, "invalid spec.volumes[2].secret.secretName"),
    (#"{"name":"v","serviceAccount":{}}"#, "invalid spec.volumes[2].serviceAccount.serviceAccountName"),
    (#"{"name":"v","containerDisk":{"image":"i","path":"disk.img"}}"#, "invalid spec.volumes[2].containerDisk"),
    (#"{"name":"root","emptyDisk":{"capacity":"1Gi"}}"#, "invalid spec.volumes[2].name"),
  ])
  func eachVolumeKeepsItsRules(json: String, cause: String) throws {
    #expect(try Specimen.told(gates: [.hostDisk]) { $0.volumes.append(try V1.Volume(json: json)) } == [cause])
  }

  @Test func cloudInitDataIsAtMost2048Bytes() throws {
    for (length, faults) in [(2048, 0), (2049, 1)] {
      let text = String(repeating: "x", count: length)
      #expect(
        try Specimen.told { try $0.addVolume(#"{"name":"v","cloudInitNoCloud":{"userData":"\#(text)"}}"#) }.count
          == faults)
    }
  }

  @Test func gatesLetInHostDisksAndDownwardMetrics() throws {
    for volume in [#"{"name":"v","hostDisk":{"path":"/a","type":"Disk"}}"#, #"{"name":"v","downwardMetrics":{}}"#] {
      #expect(try Specimen.told { try $0.addVolume(volume) } == ["invalid spec.volumes[2]"])
    }
  }

  @Test(arguments: [
    #""serviceAccount":{"serviceAccountName":"a"}"#, #""downwardMetrics":{}"#, #""memoryDump":{"claimName":"c"}"#,
  ])
  func ofSomeKindsThereIsOneAtMost(source: String) throws {
    #expect(
      try Specimen.told(gates: [.downwardMetrics]) {
        try $0.addVolume(#"{"name":"v1",\#(source)}"#)
        try $0.addVolume(#"{"name":"v2",\#(source)}"#)
      } == ["invalid spec.volumes"])
  }

  @Test func utilityVolumesAreNotForUsers() throws {
    #expect(
      try Specimen.told { $0.utilityVolumes = [try V1.UtilityVolume(json: #"{"name":"u","claimName":"c"}"#)] }
        == ["invalid spec.utilityVolumes"])
  }

  @Test(arguments: [
    ("/", false), ("disk.img", false), ("/a/../b", false), ("/a/./b", false), ("/a//b", false), ("/a/b", true),
    ("/ok/", true), ("", false),
  ])
  func pathsInImagesAreCleanAndAbsolute(path: String, isValid: Bool) {
    #expect(ContainerFilePath.isValid(path) == isValid)
  }

  @Test(arguments: [
    ("{}", ["invalid [0]"]),
    (
      #"{"sshPublicKey":{"source":{},"propagationMethod":{}}}"#,
      ["invalid [0].sshPublicKey.propagationMethod", "invalid [0].sshPublicKey.source"]
    ),
    (
      #"{"userPassword":{"source":{"secret":{"secretName":"s"}},"propagationMethod":{}}}"#,
      ["invalid [0].userPassword.propagationMethod"]
    ),
    (
      #"{"sshPublicKey":{"source":{"secret":{"secretName":"s"}},"propagationMethod":{"qemuGuestAgent":{"users":[]}}}}"#,
      ["invalid [0].sshPublicKey.propagationMethod.qemuGuestAgent.users"]
    ),
    (
      #"{"sshPublicKey":{"source":{"secret":{"secretName":"s"}},"propagationMethod":{"noCloud":{}}}}"#,
      ["invalid [0].sshPublicKey.propagationMethod"]
    ),
    (
      #"{"sshPublicKey":{"source":{"secret":{"secretName":"s"}},"propagationMethod":{"configDrive":{}}}}"#,
      ["invalid [0].sshPublicKey.propagationMethod"]
    ),
  ])
  func credentialsHaveOneKindSourceAndWay(json: String, causes: [String]) throws {
    #expect(
      try Specimen.told { $0.accessCredentials = [try V1.AccessCredential(json: json)] }
        == causes.map { $0.replacingFirst("[0]", with: "spec.accessCredentials[0]") })
  }

  @Test func aTemplateOfADataVolumeIsUsedAndHasOneSource() throws {
    func told(_ json: String) throws -> [String] {
      let volumes = [try V1.Volume(json: #"{"name":"v","dataVolume":{"name":"dv"}}"#)]
      return Specimen.summary(
        validateDataVolumeTemplates([try V1.DataVolumeTemplateSpec(json: json)], usedBy: volumes))
    }
    let http = #""source":{"http":{"url":"http://x/y"}}"#
    let claim = #""pvc":{"accessModes":["ReadWriteOnce"]}"#
    let field = "spec.dataVolumeTemplate[0]"
    #expect(try told(#"{"metadata":{"name":"dv"},"spec":{\#(claim),\#(http)}}"#) == [])
    #expect(try told(#"{"metadata":{"name":"lost"},"spec":{\#(claim),\#(http)}}"#) == ["required \(field)"])
    #expect(try told(#"{"metadata":{"name":""},"spec":{\#(claim),\#(http)}}"#) == ["required \(field).name"])
    #expect(try told(#"{"metadata":{"name":"dv"},"spec":{\#(http)}}"#) == ["invalid \(field).PVC.Storage"])
    #expect(
      try told(#"{"metadata":{"name":"dv"},"spec":{\#(claim),"storage":{},\#(http)}}"#)
        == ["invalid \(field).PVC.Storage"])
    #expect(try told(#"{"metadata":{"name":"dv"},"spec":{\#(claim)}}"#) == ["invalid \(field).source.sourceRef"])
    #expect(try told(#"{"metadata":{"name":"dv"},"spec":{\#(claim),"source":{}}}"#) == ["invalid \(field).source"])
    #expect(
      try told(#"{"metadata":{"name":"dv"},"spec":{"pvc":{"dataSource":{"kind":"X","name":"y"}},\#(http)}}"#)
        == ["invalid \(field).source"])
  }
}

extension String {
  fileprivate func replacingFirst(_ part: String, with other: String) -> String {
    guard let range = self.range(of: part) else { return self }
    return replacingCharacters(in: range, with: other)
  }
}
