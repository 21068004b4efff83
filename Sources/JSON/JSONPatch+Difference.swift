extension JSONPatch {
  /// The additions, removals and replacements that make `new` of `old`; empty when they are equal.
  ///
  /// Members are compared by name. Of a list, elements that stay are left where they are, and the runs between them
  /// are compared position by position.
  public static func difference(from old: JSONValue, to new: JSONValue) -> JSONPatch {
    var patch = JSONPatch()
    patch.appendDifference(from: old, to: new, at: JSONPointer())
    return patch
  }

  private mutating func appendDifference(from old: JSONValue, to new: JSONValue, at place: JSONPointer) {
    switch (old, new) {
    case (.object(let old), .object(let new)):
      for (name, value) in old {
        if let wanted = new[name] {
          appendDifference(from: value, to: wanted, at: place.appending(name))
        } else {
          operations.append(.remove(place.appending(name)))
        }
      }
      for (name, value) in new where old[name] == nil { operations.append(.add(place.appending(name), value)) }
    case (.array(let old), .array(let new)):
      appendDifference(from: old, to: new, at: place)
    default:
      if old != new { operations.append(.replace(place, new)) }
    }
  }

  private mutating func appendDifference(from old: [JSONValue], to new: [JSONValue], at place: JSONPointer) {
    var oldIndex = 0
    var newIndex = 0
    // Matches end the runs; one behind the ends closes the last run.
    for match in ListAlignment.matches(old, new) + [(old.count, new.count)] {
      while oldIndex < match.0, newIndex < match.1 {
        appendDifference(from: old[oldIndex], to: new[newIndex], at: place.appending(newIndex))
        oldIndex += 1
        newIndex += 1
      }
      // Every removal moves up what follows, so that the next one is at the same place.
      while oldIndex < match.0 {
        operations.append(.remove(place.appending(newIndex)))
        oldIndex += 1
      }
      while newIndex < match.1 {
        operations.append(.add(place.appending(newIndex), new[newIndex]))
        newIndex += 1
      }
      oldIndex += 1
      newIndex += 1
    }
  }
}

/// Finds the elements that two lists share in the same order.
private enum ListAlignment {
  /// The most comparisons spent on a longest common subsequence; larger lists are compared by position.
  private static let comparisonLimit = 16_384

  static func matches(_ old: [JSONValue], _ new: [JSONValue]) -> [(Int, Int)] {
    let shorter = min(old.count, new.count)
    var head = 0
    while head < shorter, old[head] == new[head] { head += 1 }
    var tail = 0
    while tail < shorter - head, old[old.count - 1 - tail] == new[new.count - 1 - tail] { tail += 1 }
    let middle = longest(old, head..<old.count - tail, new, head..<new.count - tail)
    return (0..<head).map { ($0, $0) } + middle
      + (0..<tail).reversed().map { (old.count - 1 - $0, new.count - 1 - $0) }
  }

  /// Longest common subsequence of two ranges. Ranges of equal length are compared by position: there, an element
  /// that changed is likelier than one that came and another that went.
  private static func longest(
    _ old: [JSONValue], _ oldRange: Range<Int>, _ new: [JSONValue], _ newRange: Range<Int>
  ) -> [(Int, Int)] {
    let (rows, columns) = (oldRange.count, newRange.count)
    guard rows > 0, columns > 0, rows != columns,
      rows.multipliedReportingOverflow(by: columns).partialValue
        <= comparisonLimit, rows <= comparisonLimit, columns <= comparisonLimit
    else { return [] }
    // lengths[r][c]: the longest of what follows row r and column c.
    var lengths = Array(repeating: 0, count: (rows + 1) * (columns + 1))
    var isEqual = Array(repeating: false, count: rows * columns)
    for row in (0..<rows).reversed() {
      for column in (0..<columns).reversed() {
        let cell = row * (columns + 1) + column
        if old[oldRange.lowerBound + row] == new[newRange.lowerBound + column] {
          isEqual[row * columns + column] = true
          lengths[cell] = lengths[cell + columns + 2] + 1
        } else {
          lengths[cell] = max(lengths[cell + 1], lengths[cell + columns + 1])
        }
      }
    }
    var matches: [(Int, Int)] = []
    var (row, column) = (0, 0)
    while row < rows, column < columns {
      if isEqual[row * columns + column] {
        matches.append((oldRange.lowerBound + row, newRange.lowerBound + column))
        (row, column) = (row + 1, column + 1)
      } else if lengths[(row + 1) * (columns + 1) + column] >= lengths[row * (columns + 1) + column + 1] {
        row += 1
      } else {
        column += 1
      }
    }
    return matches
  }
}
