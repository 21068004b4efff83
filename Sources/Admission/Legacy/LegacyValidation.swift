import JSON
import Kube
import VirtTypes

/// The validating webhooks of v1alpha2. As in v0.8.0 they look at nothing but the resource and the object, except that
/// an update may not change the profile.
enum LegacyValidation {
  static func instance(
    _ request: AdmissionRequest, _ body: UnsafeRawBufferPointer, _ environment: AdmissionEnvironment
  ) -> Verdict {
    verdict(request, body, resource: "virtualmachineinstances", metadata: \V1alpha2.VirtualMachineInstance.metadata) {
      LegacyRuleContext.causes(of: $0.spec, path: "spec", allowsDataVolumes: allowsDataVolumes(environment))
    }
  }

  static func machine(
    _ request: AdmissionRequest, _ body: UnsafeRawBufferPointer, _ environment: AdmissionEnvironment
  ) -> Verdict {
    verdict(request, body, resource: "virtualmachines", metadata: \V1alpha2.VirtualMachine.metadata) {
      LegacyTemplateRules.causes(of: $0, allowsDataVolumes: allowsDataVolumes(environment))
    }
  }

  static func replicaSet(
    _ request: AdmissionRequest, _ body: UnsafeRawBufferPointer, _ environment: AdmissionEnvironment
  ) -> Verdict {
    verdict(
      request, body, resource: "virtualmachineinstancereplicasets",
      metadata: \V1alpha2.VirtualMachineInstanceReplicaSet.metadata
    ) {
      LegacyTemplateRules.causes(of: $0, allowsDataVolumes: allowsDataVolumes(environment))
    }
  }

  static func preset(
    _ request: AdmissionRequest, _ body: UnsafeRawBufferPointer, _ environment: AdmissionEnvironment
  ) -> Verdict {
    verdict(
      request, body, resource: "virtualmachineinstancepresets",
      metadata: \V1alpha2.VirtualMachineInstancePreset.metadata
    ) {
      LegacyTemplateRules.causes(of: $0)
    }
  }

  private static func allowsDataVolumes(_ environment: AdmissionEnvironment) -> Bool {
    environment.snapshot.legacyConfiguration.allowsDataVolumes
  }

  private static func verdict<Object: JSONStructure>(
    _ request: AdmissionRequest, _ body: UnsafeRawBufferPointer, resource: String,
    metadata: KeyPath<Object, ObjectMeta>, causes: (Object) -> [Cause]
  ) -> Verdict {
    do throws(LegacyRequest.Failure) {
      let request = try LegacyRequest(request, body, resource: resource)
      let object: Object = try request.object()
      var found = causes(object)
      if request.request.operation == .update, let old: Object = try request.oldObject() {
        found += Profile.changes(
          from: old[keyPath: metadata].annotations, to: object[keyPath: metadata].annotations)
      }
      return found.isEmpty ? .allowed() : .refused(found)
    } catch {
      return error.verdict
    }
  }
}
