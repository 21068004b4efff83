/// Everything on one machine: the names that its parts agree on.
public enum Standalone {
  /// Where the data are unless said otherwise, for root; others use `$XDG_DATA_HOME/swift-virt`.
  public static let systemDataDirectory = "/var/lib/swift-virt"
}
