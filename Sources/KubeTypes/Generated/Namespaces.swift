// Made from openapi/packages.json by `make generate`; what is changed here is lost with the next one.

public enum Apps {}

public enum Authorization {}

public enum Coordination {}

public enum Core {}

public enum Meta {}

public enum Policy {}
