/// Tables made from `openapi/` for those who check objects at run time; the generated part lists them.
public enum APISchemas {}
