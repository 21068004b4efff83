import Testing
import XML

@Suite struct ParsingTests {
  @Test func whatIsPrintedIsReadBackTheSame() throws {
    let element = XMLElement(
      "domain", ["xmlns:qemu": "http://libvirt.org/schemas/domain/qemu/1.0", "type": "kvm"],
      children: [
        XMLElement("name", text: "a<b>&\"c\""), XMLElement("qemu:commandline"),
        XMLElement("metadata", children: [XMLElement("kubevirt", ["xmlns": "http://kubevirt.io"], text: " x ")]),
      ])
    #expect(try XMLElement(parsing: element.printed()) == element)
  }

  @Test func commentsAndBlankTextsAreLeftOut() throws {
    let element = try XMLElement(parsing: "<?xml version='1.0'?><!-- a --><a>\n <b>x<!-- y -->z</b> <c> </c>\n</a>")
    #expect(
      element == XMLElement("a", children: [XMLElement("b", text: "xz"), XMLElement("c", text: " ")]))
  }

  @Test(arguments: [
    "", "text", "<a>", "<a></b>", "<a/><b/>", "<a b=c/>", "<a>&unknown;</a>",
    "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
  ])
  func whatIsNoDocumentIsRefused(_ text: String) {
    #expect(throws: XMLProblem.self) { try XMLElement(parsing: text) }
  }
}
