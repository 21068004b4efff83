import Testing
import XML

@Suite struct PrintingTests {
  @Test func valuesCannotLeaveTheirAttributeOrText() {
    let element = XMLElement("name", ["value": "\"><&\n\t", "absent": nil], text: "</name>&\u{1}")
    #expect(element.printed() == "<name value=\"&quot;&gt;&lt;&amp;&#10;&#9;\">&lt;/name&gt;&amp;</name>\n")
  }

  @Test func childrenAreIndented() {
    let element = XMLElement("a", children: [XMLElement("b", children: [XMLElement("c", text: "x")])])
    #expect(element.printed() == "<a>\n  <b>\n    <c>x</c>\n  </b>\n</a>\n")
  }
}
