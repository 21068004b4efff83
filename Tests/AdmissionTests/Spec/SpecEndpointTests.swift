import JSON
import Kube
import Testing
import VirtTypes

@testable import Admission

@Suite struct SpecEndpointTests {
  private func verdict(
    path: String, resource: String, object: String?, operation: String = "CREATE", user: String = "admin",
    configure: (inout ClusterConfiguration) -> Void = { _ in }
  ) throws -> Verdict {
    let text = """
      {"apiVersion":"admission.k8s.io/v1","kind":"AdmissionReview","request":{"uid":"u","operation":"\(operation)",
       "resource":{"group":"kubevirt.io","version":"v1","resource":"\(resource)"},"userInfo":{"username":"\(user)"},
       "object":\(object ?? "null")}}
      """
    var snapshot = ClusterSnapshot()
    configure(&snapshot.configuration)
    let environment = AdmissionEnvironment(snapshot: snapshot, makeUUID: { "u" }, now: Timestamp())
    return try Array(text.utf8).withUnsafeBytes { body in
      let request = try AdmissionReview(body: body).request
      let endpoint = try #require(specEndpoints.first { $0.path == path })
      return endpoint.admit(request, body, environment)
    }
  }

  private func instance(_ object: String?, resource: String = "virtualmachineinstances", user: String = "admin") throws
    -> Verdict
  {
    try verdict(path: "/virtualmachineinstances-validate-create", resource: resource, object: object, user: user)
  }

  @Test func aValidInstanceIsAllowed() throws {
    guard case .allowed(nil, []) = try instance(Specimen.text) else { Issue.record("not allowed"); return }
  }

  @Test func theSchemaIsCheckedBeforeTheRules() throws {
    let object = #"{"metadata":{},"spec":{"hostname":"Bad_","hostnames":1,"domain":{"devices":{}}}}"#
    guard case .refused(let causes, _) = try instance(object) else { Issue.record("not refused"); return }
    #expect(causes.count == 1)
    #expect(causes.allSatisfy { $0.kind == .none && $0.field.isEmpty && $0.message.contains("hostnames") })
  }

  @Test func whatDoesNotDecodeIsNoMatterOfRules() throws {
    let bad = #"{"metadata":{},"spec":{"domain":{"devices":{},"resources":{"requests":{"memory":"lots"}}}}}"#
    for object in [bad, nil] {
      guard case .failed(400, _) = try instance(object) else { Issue.record("not failed"); continue }
    }
    guard case .failed(400, _) = try instance(Specimen.text, resource: "pods") else {
      Issue.record("not failed"); return
    }
  }

  @Test func onlyKubeVirtSetsItsLabels() throws {
    let object = Specimen.text.split(separator: #""app": "web""#).joined(separator: #""kubevirt.io/nodeName": "n""#)
    guard case .refused(let causes, _) = try instance(object) else { Issue.record("not refused"); return }
    #expect(Specimen.summary(causes) == ["notSupported metadata.labels"])
    guard case .allowed = try instance(object, user: "system:serviceaccount:kubevirt:kubevirt-controller") else {
      Issue.record("not allowed")
      return
    }
  }

  @Test func gatesLetAnnotationsIn() throws {
    let annotation = #"{"hooks.kubevirt.io/hookSidecars":"[]"}"#
    let metadata = try ObjectMeta(json: #"{"annotations":\#(annotation)}"#)
    #expect(
      Specimen.summary(validateInstanceMetadata(metadata, at: "spec.template.metadata", context: Specimen.context()))
        == ["invalid spec.template.metadata.annotations"])
    #expect(validateInstanceMetadata(metadata, at: "m", context: Specimen.context(gates: [.sidecar])) == [])
  }

  private func replicaSet(selector: String, labels: String = #"{"a":"b"}"#) throws -> [String] {
    let spec = #"{"domain":{"devices":{}},"architecture":"amd64"}"#
    let object =
      #"{"metadata":{},"spec":{"selector":\#(selector),"template":{"metadata":{"labels":\#(labels)},"spec":\#(spec)}}}"#
    switch try verdict(
      path: "/virtualmachinereplicaset-validate", resource: "virtualmachineinstancereplicasets", object: object)
    {
    case .allowed: return []
    case .refused(let causes, _): return causes.map { "\($0.field): \($0.message)" }
    case .failed(let code, _): return ["\(code)"]
    case .needs: return ["needs"]
    }
  }

  @Test func aReplicaSetFindsWhatItMakes() throws {
    #expect(try replicaSet(selector: #"{"matchLabels":{"a":"b"}}"#) == [])
    #expect(try replicaSet(selector: "{}") == [])
    #expect(
      try replicaSet(selector: #"{"matchLabels":{"a":"z"}}"#) == ["spec.selector: selector does not match labels."])
    #expect(try replicaSet(selector: #"{"matchLabels":{"bad key!":"v"}}"#).count == 1)
  }

  @Test func aPresetHasADomain() throws {
    let verdict = try verdict(
      path: "/vmipreset-validate", resource: "virtualmachineinstancepresets",
      object: #"{"metadata":{},"spec":{"selector":{}}}"#)
    guard case .refused(let causes, _) = verdict else { Issue.record("not refused"); return }
    #expect(causes == [.required("spec.domain", "missing domain.")])
  }

  @Test func aPresetsDisksAndFirmwareAreChecked() throws {
    let domain = """
      {"devices":{"disks":[{"name":"x","disk":{"bus":"ide"}}],"interfaces":[{"name":"lost"}]},
       "firmware":{"kernelBoot":{"kernelArgs":"x"}}}
      """
    let verdict = try verdict(
      path: "/vmipreset-validate", resource: "virtualmachineinstancepresets",
      object: #"{"metadata":{},"spec":{"selector":{},"domain":\#(domain)}}"#)
    guard case .refused(let causes, _) = verdict else { Issue.record("not refused"); return }
    #expect(
      Specimen.summary(causes) == [
        "invalid spec.domain.devices.disks[0].disk.bus", "invalid spec.domain.firmware.kernelBoot.kernelArgs",
      ])
  }

  @Test func deprecatedGatesAreWarnedOf() throws {
    let verdict = try verdict(
      path: "/virtualmachineinstances-validate-create", resource: "virtualmachineinstances", object: Specimen.text
    ) { $0.listedGates = [.multiArchitecture] }
    guard case .allowed(nil, let warnings) = verdict else { Issue.record("not allowed"); return }
    #expect(warnings.count == 1)
  }

  @Test func kubeVirtAccountsAreThoseOfItsNamespace() {
    #expect(KubeVirtAccounts.contains("system:serviceaccount:kubevirt:kubevirt-handler", installNamespace: "kubevirt"))
    #expect(!KubeVirtAccounts.contains("system:serviceaccount:other:kubevirt-handler", installNamespace: "kubevirt"))
    #expect(!KubeVirtAccounts.contains("system:serviceaccount:kubevirt:me", installNamespace: "kubevirt"))
  }
}
