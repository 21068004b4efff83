/// The controllers that stand where Kubernetes' controller manager stands.
public struct BuiltInControllers: Sendable {
  private let context: ControllerContext
  private let directories: HostDirectories
  private let authority: @Sendable () -> String

  /// - Parameters:
  ///   - directories: where claims get their volumes.
  ///   - authority: the PEM of the server's certificate authority, as it is now.
  public init(
    _ context: ControllerContext, directories: HostDirectories, authority: @escaping @Sendable () -> String
  ) {
    self.context = context
    self.directories = directories
    self.authority = authority
  }

  /// Works until the task is cancelled.
  public func run() async {
    await withTaskGroup(of: Void.self) { group in
      let context = context
      group.addTask { await GarbageCollector(context).run(context) }
      group.addTask { await NamespaceDeletion(context).run(context) }
      group.addTask { await NamespaceDefaults(context: context, authority: authority).run(context) }
      group.addTask { await EventExpiry(context).run(context) }
      group.addTask { await ClaimBinder(context, directories: directories).run(context) }
      await group.waitForAll()
    }
  }
}
