import APISchemas
import Kube

extension SchemaCatalog {
  /// The schemas of all kinds that `openapi/` describes.
  public convenience init() {
    self.init(
      table: { APISchemas.schema(of: $0) }, customKinds: APISchemas.customKinds,
      builtInKinds: APISchemas.builtInKinds)
  }
}
