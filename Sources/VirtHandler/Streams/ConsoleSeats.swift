import Synchronization
import Transport

/// One seat a console: who comes takes it from who has it.
final class ConsoleSeats: Sendable {
  struct Seat: Sendable, Hashable {
    fileprivate var console: String
    fileprivate var number: UInt64
  }

  private struct State {
    var number: UInt64 = 0
    var taken: [String: (number: UInt64, streams: [ByteStream])] = [:]
  }

  private let state = Mutex(State())

  /// Takes the seat; the streams of the one who had it are closed.
  func take(_ console: String, closing streams: [ByteStream]) -> Seat {
    let (seat, former) = state.withLock { state in
      state.number += 1
      let former = state.taken[console]?.streams ?? []
      state.taken[console] = (state.number, streams)
      return (Seat(console: console, number: state.number), former)
    }
    for stream in former { stream.close() }
    return seat
  }

  func leave(_ seat: Seat) {
    state.withLock { state in
      if state.taken[seat.console]?.number == seat.number { state.taken[seat.console] = nil }
    }
  }
}
