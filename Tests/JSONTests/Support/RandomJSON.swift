import JSON
import TestSupport

/// Random trees with awkward strings, numbers and names.
func randomValue(depth: Int, using generator: inout SeededGenerator) -> JSONValue {
  switch Int.random(in: 0..<(depth > 0 ? 7 : 5), using: &generator) {
  case 0: return .null
  case 1: return .bool(.random(using: &generator))
  case 2: return .number(JSONNumber(Int64.random(in: .min ... .max, using: &generator)))
  case 3: return JSONNumber(numberTexts.randomElement(using: &generator) ?? "0").map(JSONValue.number) ?? .null
  case 4: return .string(randomText(using: &generator))
  case 5:
    return .array(
      (0..<Int.random(in: 0..<5, using: &generator)).map { _ in randomValue(depth: depth - 1, using: &generator) })
  default:
    var object = JSONObject()
    for _ in 0..<Int.random(in: 0..<24, using: &generator) {
      object[randomText(using: &generator)] = randomValue(depth: depth - 1, using: &generator)
    }
    return .object(object)
  }
}

private let numberTexts = ["0", "-0", "1.5", "1e3", "1E-3", "123456789012345678901234567890", "-0.000001", "2.50"]

private func randomText(using generator: inout SeededGenerator) -> String {
  let pieces = ["a", "bc", "\"", "\\", "\n", "\u{0}", "\u{1F}", "é", "日本", "😀", "/", "\u{2028}", "long plain text, "]
  return (0..<Int.random(in: 0..<6, using: &generator))
    .map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
}
