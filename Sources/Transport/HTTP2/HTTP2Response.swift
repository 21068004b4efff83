import CNghttp2

extension HTTP2Connection {
  /// Submits a response. `body` is what `onBodyWanted` gets, nil for a response without one; `length` nil leaves a
  /// `content-length` to the handler's headers.
  func submitResponse(
    on id: Int32, body: UnsafeMutableRawPointer?, status: Int, headers: HTTPHeaders, length: Int?, date: [UInt8]
  ) {
    var provider = nghttp2_data_provider()
    provider.source.ptr = body
    provider.read_callback = Self.bodyReader
    // nghttp2 copies every name and value, so they need to live on the stack only.
    withUnsafeTemporaryAllocation(of: nghttp2_nv.self, capacity: headers.count + 3) { fields in
      withUnsafeTemporaryAllocation(byteCount: 40, alignment: 1) { digits in
        date.withUnsafeBytes { date in
          let statusText = Self.decimal(status, into: UnsafeMutableRawBufferPointer(rebasing: digits[0..<20]))
          fields.initializeElement(at: 0, to: Self.field(Self.bytes(":status"), statusText))
          fields.initializeElement(at: 1, to: Self.field(Self.bytes("date"), date))
          var count = 2
          headers.forEachBytes { name, value in
            if Self.isConnectionSpecific(name) { return }
            if length != nil, HTTPGrammar.equalsIgnoringCase(name, "content-length") { return }
            fields.initializeElement(at: count, to: Self.field(name, value))
            count += 1
          }
          if let length, status != 204, status != 304 {
            let lengthText = Self.decimal(length, into: UnsafeMutableRawBufferPointer(rebasing: digits[20...]))
            fields.initializeElement(at: count, to: Self.field(Self.bytes("content-length"), lengthText))
            count += 1
          }
          if body != nil {
            nghttp2_submit_response(session, id, fields.baseAddress, count, &provider)
          } else {
            nghttp2_submit_response(session, id, fields.baseAddress, count, nil)
          }
        }
      }
    }
  }
}
