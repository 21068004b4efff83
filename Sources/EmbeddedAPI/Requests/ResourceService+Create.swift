import EmbeddedStore
import JSON
import Kube

extension ResourceService {
  /// How many names are tried for an object that has a `generateName`.
  private static let nameAttempts = 8

  /// Creates an object.
  ///
  /// - Parameter body: the object in the version of the request, with what its text gives twice.
  func create(
    _ request: ResourceRequest, _ body: BodyDecoding.Document, _ warnings: WarningList
  ) async throws(Status) -> Outcome {
    let preparation = WritePreparation(request, schemas: configuration.schemas, now: configuration.now())
    let definition = request.definition
    let namespace = definition.isNamespaced ? request.namespace : ""
    var object = body.value
    warnings.add(
      try preparation.decode(&object, duplicates: body.duplicates, validation: request.options.fieldValidation))
    try PlaceRules.check(object, namespace: namespace, isNamespaced: definition.isNamespaced)
    if let revision = object.value(at: "metadata", "resourceVersion")?.string, revision != "", revision != "0" {
      // kube-apiserver answers 500, as if the fault were its own.
      throw .badRequest("metadata.resourceVersion must not be set on an object that is to be created; leave it out")
    }
    let uid = configuration.makeUID()
    preparation.prepareCreate(&object, namespace: namespace, uid: uid)

    var admission = ObjectAdmission(
      operation: .create, kind: request.kind, resource: request.resource, subresource: request.subresource,
      namespace: request.namespace, name: object.value(at: "metadata", "name")?.string ?? "", object: object,
      options: Self.writeOptions("CreateOptions", request.options), user: request.user,
      isDryRun: request.options.isDryRun)
    object = .null
    try await mutate(&admission, warnings)
    var mutated = admission.object ?? .null
    preparation.complete(&mutated)
    preparation.prepareCreate(&mutated, namespace: namespace, uid: uid)

    let base = mutated.value(at: "metadata", "generateName")?.string ?? ""
    let isNameMade = (mutated.value(at: "metadata", "name")?.string ?? "").isEmpty && !base.isEmpty
    for attempt in 1... {
      var named = mutated
      if isNameMade { named["metadata"]?["name"] = .string(MetadataRules.generatedName(base)) }
      do throws(Status) {
        return try await insert(named, preparation, &admission, request, warnings)
      } catch {
        guard isNameMade, error.reason == .alreadyExists else { throw error }
        if attempt == Self.nameAttempts {
          throw .noUniqueName(request.resource, named.value(at: "metadata", "name")?.string ?? "")
        }
      }
    }
    throw .internalError("no name was found")
  }

  /// The second half of a creation: the object has its name.
  private func insert(
    _ object: JSONValue, _ preparation: WritePreparation, _ admission: inout ObjectAdmission,
    _ request: ResourceRequest, _ warnings: WarningList
  ) async throws(Status) -> Outcome {
    try preparation.validateCreate(object)
    let key = request.definition.key(of: object)
    admission.object = object
    admission.name = key.name
    try await validate(&admission, warnings)
    let stored = try Self.encoded(try request.definition.storedForm(of: object))
    if request.options.isDryRun {
      do throws(StoreError) {
        if try store.get(key) != nil { throw StoreError.alreadyExists(key) }
      } catch {
        throw Status(error, request.resource, key.name)
      }
      return .value(object)
    }
    return .stored(try await commit(Write(key, .create(stored)), request, name: key.name))
  }
}
