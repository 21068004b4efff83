import JSON
import Kube

/// `pods/binding` and `bindings`: says on which node a pod runs, once.
struct BindingEndpoint: ResourceEndpoint {
  private static let resource = GroupVersionResource(version: "v1", resource: "pods/binding")

  func respond(_ request: ResourceRequest, _ objects: any ObjectAccess) async throws(Status) -> EndpointAnswer {
    let binding = try ReviewObject.decode(request, kind: "Binding")
    let name = request.name.isEmpty ? binding.name : request.name
    guard binding.name == name else {
      throw .badRequest("name in URL does not match name in Binding object")
    }
    if !binding.namespace.isEmpty, binding.namespace != request.namespace {
      throw .badRequest("the namespace of the provided object does not match the namespace sent on the request")
    }
    let causes = Self.faults(binding["target"] ?? [:])
    guard causes.isEmpty else {
      throw .invalid(GroupVersionKind(version: "v1", kind: "Binding"), name, causes)
    }
    let node = binding.text("target", "name")
    let annotations = binding.metadata["annotations"]?.object ?? [:]
    let uid = binding.uid
    try await BuiltInEndpoints.retryingConflicts { () throws(Status) -> Void in
      var pod = try await objects.get(BuiltInEndpoints.pods, namespace: request.namespace, name: name)
      try Self.check(pod, uid: uid)
      pod["spec"]?["nodeName"] = .string(node)
      for (key, value) in annotations { pod.setAnnotation(key, value.string) }
      _ = try await objects.update(
        BuiltInEndpoints.pods, namespace: request.namespace, name: name, subresource: "binding", pod,
        isDryRun: request.options.isDryRun)
    }
    return EndpointAnswer(object: BuiltInEndpoints.created)
  }

  static func faults(_ target: JSONValue) -> [Cause] {
    var errors = FieldErrors()
    let kind = target.text("kind")
    if !kind.isEmpty, kind != "Node" { errors.notSupported("target.kind", target["kind"], ["Node", "<empty>"]) }
    if target.text("name").isEmpty { errors.required("target.name") }
    return errors.causes
  }

  static func check(_ pod: JSONValue, uid: String) throws(Status) {
    if !uid.isEmpty, uid != pod.uid {
      throw .conflict(
        resource, pod.name, "Precondition failed: UID in precondition: \(uid), UID in object meta: \(pod.uid)")
    }
    if pod.isBeingDeleted {
      throw .conflict(resource, pod.name, "pod \(pod.name) is being deleted, cannot be assigned to a host")
    }
    let node = pod.text("spec", "nodeName")
    if !node.isEmpty {
      throw .conflict(resource, pod.name, "pod \(pod.name) is already assigned to node \(Status.quoted(node))")
    }
  }
}

/// `namespaces/finalize`: takes away what keeps a namespace, when its objects are gone.
struct FinalizeEndpoint: ResourceEndpoint {
  func respond(_ request: ResourceRequest, _ objects: any ObjectAccess) async throws(Status) -> EndpointAnswer {
    let namespace = try ReviewObject.decode(request, kind: "Namespace")
    let updated = try await objects.update(
      request.resource, namespace: "", name: request.name, subresource: "finalize", namespace,
      isDryRun: request.options.isDryRun)
    return EndpointAnswer(status: 200, object: updated)
  }
}
