import JSON
import Testing

@Suite struct JSONNumberTests {
  @Test(arguments: [("1", "1.0"), ("1", "10e-1"), ("-0", "0.00e5"), ("120", "1.2E+2"), ("0.5", "5e-1")])
  func isEqualHoweverWritten(_ left: String, _ right: String) throws {
    let (left, right) = try (#require(JSONNumber(left)), #require(JSONNumber(right)))
    #expect(left == right)
    #expect(left.hashValue == right.hashValue)
  }

  @Test(arguments: [
    ("0", "1.5e-9223372036854775808"), ("10e9223372036854775807", "20e9223372036854775807"),
    ("1.5e-9223372036854775808", "2.5e-9223372036854775808"), ("1e99999999999999999999", "2e99999999999999999999"),
    ("9007199254740993", "9007199254740992.0"),
  ])
  func isDifferentWhateverTheExponent(_ left: String, _ right: String) throws {
    #expect(try #require(JSONNumber(left)) != #require(JSONNumber(right)))
  }
}
