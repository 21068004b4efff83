import JSON
import Kube

extension KubernetesClient {
  /// Carries out what a decision asks for. Never throws: that no answer came is an outcome too.
  public func perform(_ write: ObjectWrite, timeout: Duration = .seconds(30)) async -> WriteOutcome {
    do {
      return .success(try await send(write, timeout: timeout))
    } catch let error as KubernetesError {
      return .failure(write.isRefusedTest(error) ? .conflict(error) : error)
    } catch {
      return .failure(.unanswered("\(error)"))
    }
  }

  private func send(_ write: ObjectWrite, timeout: Duration) async throws -> JSONValue {
    switch write.operation {
    case .get: try await get(write.path, timeout: timeout)
    case .list(let selector): try await listMetadata(write.path, selector, timeout: timeout)
    case .create(let object): try await create(write.path, object, options: write.options, timeout: timeout)
    case .change(let observed, let wanted):
      try await patch(
        write.path, .json(ObjectWrite.patch(from: observed, to: wanted)), options: write.options, timeout: timeout)
    case .patch(let patch): try await self.patch(write.path, patch, options: write.options, timeout: timeout)
    case .delete(let options): try await delete(write.path, options: options, timeout: timeout)
    }
  }

  private func listMetadata(
    _ path: ResourcePath, _ labelSelector: String, timeout: Duration
  ) async throws -> JSONValue {
    let (items, version) = try await list(path, labelSelector: labelSelector, timeout: timeout) { object -> JSONValue in
      ["metadata": object["metadata"] ?? [:]]
    }
    return ["metadata": ["resourceVersion": .string(version)], "items": .array(items)]
  }
}

extension ObjectWrite {
  /// The difference, after a test that nobody was faster where the object says its resourceVersion.
  public static func patch(from observed: JSONValue, to wanted: JSONValue) -> JSONPatch {
    var patch = JSONPatch.difference(from: observed, to: wanted)
    if let version = observed.value(at: "metadata", "resourceVersion"), version != "" {
      patch.operations.insert(.test(JSONPointer(["metadata", "resourceVersion"]), version), at: 0)
    }
    return patch
  }

  /// Whether a refusal says that a JSON patch with tests does not fit the object as it is now.
  ///
  /// kube-apiserver answers 422 without causes then, and the embedded API one that names the patch; validation names
  /// fields of the object.
  func isRefusedTest(_ error: KubernetesError) -> Bool {
    let hasTests =
      switch operation {
      case .change: true
      case .patch(.json(let patch)): patch.operations.contains { if case .test = $0 { true } else { false } }
      case .get, .list, .create, .patch, .delete: false
      }
    guard hasTests, case .status(let status) = error else { return false }
    return status.code == 422 && (status.details?.causes ?? []).allSatisfy { $0.field == "patch" }
  }
}

extension KubernetesError {
  /// The same refusal as a conflict.
  fileprivate static func conflict(_ error: KubernetesError) -> KubernetesError {
    guard case .status(var status) = error else { return error }
    status.code = 409
    status.reason = .conflict
    return .status(status)
  }
}
