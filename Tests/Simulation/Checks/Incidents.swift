/// What disturbed the controllers: a run that is to say something has met enough of each.
struct Incidents {
  /// Writes that met a newer version of the object.
  var conflicts = 0
  /// Requests whose answers did not arrive, half of them served.
  var lostAnswers = 0
  /// Lists that were asked for because of creates that may have been served unseen.
  var questions = 0
  var lostWatches = 0
  /// Caches that heard of nothing for a while.
  var stalls = 0
  /// Processes that ended, with whatever they were in the middle of, and were started again.
  var crashes = 0
  /// The same, but another process took over whose caches were as far behind.
  var takeovers = 0
  /// Pods that were evicted or ended, guests that crashed or were shut down.
  var accidents = 0
  var usersMoves = 0

  static func += (left: inout Incidents, right: Incidents) {
    for member in all { left[keyPath: member.path] += right[keyPath: member.path] }
  }

  private static var all: [(name: String, path: WritableKeyPath<Incidents, Int>)] {
    [
      ("conflicts", \.conflicts), ("lost answers", \.lostAnswers), ("questions after creates", \.questions),
      ("lost watches", \.lostWatches), ("stalls", \.stalls), ("crashes", \.crashes), ("takeovers", \.takeovers),
      ("accidents", \.accidents), ("moves of users", \.usersMoves),
    ]
  }

  /// For people: each with its number.
  var text: String { Self.all.map { "\(self[keyPath: $0.path]) \($0.name)" }.joined(separator: ", ") }
}
