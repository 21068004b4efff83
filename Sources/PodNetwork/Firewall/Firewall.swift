import CNftables

/// nftables of one network namespace: that of the thread that makes it.
struct Firewall: ~Copyable {
  private let context: OpaquePointer

  init() throws(NetworkError) {
    guard let context = nft_ctx_new(UInt32(NFT_CTX_DEFAULT)) else { throw .firewall("no memory") }
    // Neither may write to standard output or error, which belong to the process.
    guard nft_ctx_buffer_output(context) == 0, nft_ctx_buffer_error(context) == 0 else {
      nft_ctx_free(context)
      throw .firewall("no memory")
    }
    self.context = context
  }

  deinit { nft_ctx_free(context) }

  /// Carries all commands out, or none.
  /// - Throws: `firewall` with what nftables says.
  func run(_ commands: String) throws(NetworkError) {
    guard nft_run_cmd_from_buffer(context, commands) == 0 else {
      let reason = nft_ctx_get_error_buffer(context).map { String(cString: $0) } ?? ""
      throw .firewall(reason.isEmpty ? "the rules were refused" : reason)
    }
  }

  /// What a command such as `list ruleset` writes.
  func output(of command: String) throws(NetworkError) -> String {
    try run(command)
    return nft_ctx_get_output_buffer(context).map { String(cString: $0) } ?? ""
  }
}
