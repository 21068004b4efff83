import VirtTypes

/// Finds the names of a list by hash, however many there are, and those that are given twice.
///
/// Names come from outside: the hash is keyed with a number that is drawn at start, so that no list can be made up whose
/// names all fall together.
struct NameTable {
  private let names: [String]
  /// Positions in `names`, open addressing; -1 where there is none.
  private var slots: [Int32]
  private let mask: Int
  /// Positions whose name stands before them, too.
  private(set) var repeated: [Int] = []

  init<Element>(_ elements: [Element], _ name: (Span<Element>, Int) -> String) {
    let elements = elements.span
    var names: [String] = []
    names.reserveCapacity(elements.count)
    for index in elements.indices { names.append(name(elements, index)) }
    self.init(names: names)
  }

  private init(names: [String]) {
    self.names = names
    var capacity = 4
    while capacity < names.count * 2 { capacity *= 2 }
    mask = capacity - 1
    slots = names.isEmpty ? [] : Array(repeating: -1, count: capacity)
    for position in names.indices {
      var slot = Int(truncatingIfNeeded: Self.hash(names[position])) & mask
      while slots[slot] >= 0, names[Int(slots[slot])] != names[position] { slot = (slot + 1) & mask }
      if slots[slot] >= 0 { repeated.append(position) }
      slots[slot] = Int32(truncatingIfNeeded: position)
    }
  }

  /// The last position of the name. It is found soonest where it was expected to be: lists that belong together are
  /// mostly in one order.
  func position(of name: String, perhaps expected: Int = -1) -> Int? {
    if slots.isEmpty { return nil }
    if repeated.isEmpty, names.indices.contains(expected), names[expected] == name { return expected }
    var slot = Int(truncatingIfNeeded: Self.hash(name)) & mask
    while slots[slot] >= 0 {
      let position = Int(slots[slot])
      if names[position] == name { return position }
      slot = (slot + 1) & mask
    }
    return nil
  }

  func contains(_ name: String, perhaps expected: Int = -1) -> Bool { position(of: name, perhaps: expected) != nil }

  private static let key = UInt64.random(in: .min ... .max)

  private static func hash(_ name: String) -> UInt64 {
    name.utf8.withContiguousStorageIfAvailable(hash) ?? Array(name.utf8).withUnsafeBufferPointer(hash)
  }

  /// Folds eight bytes at a time by a full multiplication.
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let raw = UnsafeRawBufferPointer(bytes)
    var state = key ^ UInt64(raw.count)
    var offset = 0
    while raw.count - offset >= 8 {
      state = fold(state ^ raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      offset += 8
    }
    var rest: UInt64 = 0
    while offset < raw.count {
      rest = rest << 8 | UInt64(raw[offset])
      offset += 1
    }
    return fold(state ^ rest)
  }

  private static func fold(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low
  }
}

/// Tells, going through a list, how often the name at a position stands before it.
///
/// It stops counting where more causes would not be told anyway: there would be as many as pairs of equal names.
struct RepetitionCounter {
  private static let most = 10

  private let repeated: [Int]
  private var next = 0
  private var counts: [String: Int] = [:]

  init(_ names: NameTable) { repeated = names.repeated }

  /// Positions are asked for in their order.
  mutating func countBefore(_ position: Int, _ name: String) -> Int {
    guard next < repeated.count, repeated[next] == position else { return 0 }
    next += 1
    let count = min(counts[name, default: 0] + 1, Self.most)
    counts[name] = count
    return count
  }
}

/// The names of a specification that rules look up.
struct SpecNames {
  /// Of volumes with one name the last counts.
  let volumes: NameTable
  let disks: NameTable

  init(_ spec: V1.VirtualMachineInstanceSpec) {
    volumes = NameTable(spec.volumes) { $0[$1].name }
    disks = NameTable(spec.domain.devices.disks) { $0[$1].name }
  }
}
