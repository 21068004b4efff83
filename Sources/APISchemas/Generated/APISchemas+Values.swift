// Made from openapi/ by `make generate`; what is changed here is lost with the next one.

extension APISchemas {
  static let values: [TypeSchema] = [
    TypeSchema(
      "quantity",
      #"{"anyOf":[{"type":"integer"},{"type":"string"}],"x-kubernetes-int-or-string":true,"pattern":"^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))))?$"}"#),
  ]
}
