import Testing
import XML

@testable import conformance

@Suite struct XMLComparisonTests {
  private func differences(_ left: String, _ right: String) throws -> [String] {
    XMLComparison.differences(try XMLElement(parsing: left), try XMLElement(parsing: right))
  }

  @Test func attributesAndElementsOfOtherNamesHaveNoOrder() throws {
    #expect(try differences("<a x='1' y='2'><b/><c/></a>", "<a y='2' x='1'><c/><b/></a>").isEmpty)
  }

  @Test func emptyAttributesSayNothing() throws {
    #expect(try differences("<a x=''/>", "<a/>").isEmpty)
  }

  @Test func elementsOfOneNameHaveAnOrder() throws {
    #expect(try differences("<a><b n='1'/><b n='2'/></a>", "<a><b n='2'/><b n='1'/></a>").count == 2)
  }

  @Test func whatDiffersIsNamedByItsPath() throws {
    #expect(try differences("<a><b>1</b></a>", "<a><b>2</b></a>") == ["a/b: \"1\", got \"2\""])
    #expect(try differences("<a><b n='1'/></a>", "<a/>") == ["missing a/b n=\"1\""])
    #expect(try differences("<a/>", "<a><b n='1'/></a>") == ["extra a/b n=\"1\""])
  }
}
