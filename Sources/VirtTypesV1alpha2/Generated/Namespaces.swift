// Made from openapi/packages.json by `make generate`; what is changed here is lost with the next one.

public enum V1alpha2 {}

extension V1alpha2 {
  public enum CDI {}
}
