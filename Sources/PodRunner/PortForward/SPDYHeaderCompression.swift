import CZlib

/// Names and values of SPDY/3 headers, compressed over the whole session (SPDY protocol draft 3, section 2.6.10).
enum SPDYHeaderCompression {
  /// What both sides' compression begins with: words with their lengths, then text.
  static let dictionary: [UInt8] = {
    let words = [
      "options", "head", "post", "put", "delete", "trace", "accept", "accept-charset", "accept-encoding",
      "accept-language", "accept-ranges", "age", "allow", "authorization", "cache-control", "connection",
      "content-base", "content-encoding", "content-language", "content-length", "content-location", "content-md5",
      "content-range", "content-type", "date", "etag", "expect", "expires", "from", "host", "if-match",
      "if-modified-since", "if-none-match", "if-range", "if-unmodified-since", "last-modified", "location",
      "max-forwards", "pragma", "proxy-authenticate", "proxy-authorization", "range", "referer", "retry-after",
      "server", "te", "trailer", "transfer-encoding", "upgrade", "user-agent", "vary", "via", "warning",
      "www-authenticate", "method", "get", "status", "200 OK", "version", "HTTP/1.1", "url", "public", "set-cookie",
      "keep-alive", "origin",
    ]
    let text =
      "100101201202205206300302303304305306307402405406407408409410411412413414415416417502504505203 "
      + "Non-Authoritative Information204 No Content301 Moved Permanently400 Bad Request401 Unauthorized403 "
      + "Forbidden404 Not Found500 Internal Server Error501 Not Implemented503 Service Unavailable"
      + "Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec 00:00:00 Mon, Tue, Wed, Thu, Fri, Sat, Sun, GMT"
      + "chunked,text/html,image/png,image/jpg,image/gif,application/xml,application/xhtml+xml,text/plain,"
      + "text/javascript,publicprivatemax-age=gzip,deflate,sdchcharset=utf-8charset=iso-8859-1,utf-,*,enq=0."
    return words.flatMap { SPDYBytes.number($0.utf8.count, bytes: 4) + Array($0.utf8) } + Array(text.utf8)
  }()

  /// Most that one block may grow to, in bytes.
  static let blockLimit = 64 << 10
}

/// Undoes the compression of one direction of a session. Not copyable: a copy would share zlib's state.
struct SPDYInflater: ~Copyable {
  private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)

  init() {
    stream.initialize(to: z_stream())
    czlib_inflate_init(stream)
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  /// Nil for what no SPDY/3 peer sends, or for a block that grows too large.
  mutating func inflate(_ block: [UInt8]) -> [UInt8]? {
    var block = block
    var output: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    return block.withUnsafeMutableBufferPointer { input -> [UInt8]? in
      stream.pointee.next_in = input.baseAddress
      stream.pointee.avail_in = UInt32(input.count)
      while true {
        let (status, count) = buffer.withUnsafeMutableBufferPointer { room -> (Int32, Int) in
          stream.pointee.next_out = room.baseAddress
          stream.pointee.avail_out = UInt32(room.count)
          let status = CZlib.inflate(stream, Z_SYNC_FLUSH)
          return (status, room.count - Int(stream.pointee.avail_out))
        }
        if status == Z_NEED_DICT {
          let dictionary = SPDYHeaderCompression.dictionary
          guard inflateSetDictionary(stream, dictionary, UInt32(dictionary.count)) == Z_OK else { return nil }
          continue
        }
        output += buffer[..<count]
        guard status == Z_OK || status == Z_BUF_ERROR, output.count <= SPDYHeaderCompression.blockLimit else {
          return nil
        }
        if stream.pointee.avail_in == 0, count < buffer.count { return output }
      }
    }
  }
}

/// Compresses one direction of a session. Not copyable: a copy would share zlib's state.
struct SPDYDeflater: ~Copyable {
  private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)

  init() {
    stream.initialize(to: z_stream())
    czlib_deflate_init(stream)
    let dictionary = SPDYHeaderCompression.dictionary
    deflateSetDictionary(stream, dictionary, UInt32(dictionary.count))
  }

  deinit {
    deflateEnd(stream)
    stream.deallocate()
  }

  mutating func deflate(_ block: [UInt8]) -> [UInt8] {
    var block = block
    var output: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    block.withUnsafeMutableBufferPointer { input in
      stream.pointee.next_in = input.baseAddress
      stream.pointee.avail_in = UInt32(input.count)
      while true {
        let count = buffer.withUnsafeMutableBufferPointer { room -> Int in
          stream.pointee.next_out = room.baseAddress
          stream.pointee.avail_out = UInt32(room.count)
          CZlib.deflate(stream, Z_SYNC_FLUSH)
          return room.count - Int(stream.pointee.avail_out)
        }
        output += buffer[..<count]
        if count < buffer.count { return }
      }
    }
    return output
  }
}
