// Made from openapi/packages.json by `make generate`; what is changed here is lost with the next one.

public enum CDI {}

public enum Instancetype {}

public enum Pool {}

public enum V1 {}
