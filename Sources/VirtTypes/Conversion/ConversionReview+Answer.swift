import JSON

extension ConversionReview {
  /// The answer's body to a conversion webhook's request body, in the version of the request.
  ///
  /// An object that cannot be converted makes the whole answer a failure that names it, as the protocol wants it.
  /// - Throws: `ReviewError` when the body is no review.
  public static func answer(to body: UnsafeRawBufferPointer) throws(ReviewError) -> [UInt8] {
    let review = try ConversionReview(body: body)
    return review.answer(in: body).reviewBytes(apiVersion: review.apiVersion)
  }

  /// The objects of the body in the version that is wanted, or why one of them cannot be had in it.
  public func answer(in body: UnsafeRawBufferPointer) -> ConversionResponse {
    var writer = JSONWriter(reserving: body.count)
    writer.beginArray()
    for range in request.objects {
      do {
        let (object, problems) = JSONValue.decode(UnsafeRawBufferPointer(rebasing: body[range]), options: .lenient)
        if let fault = problems.first(where: \.isFault) { throw fault }
        try Conversion.convert(object, to: request.desiredAPIVersion).encode(to: &writer)
      } catch {
        let status = Status.failure(.badRequest, code: 400, message: "\(error)")
        return ConversionResponse(uid: request.uid, result: .failure(status))
      }
    }
    writer.endArray()
    return ConversionResponse(uid: request.uid, result: .success(writer.bytes))
  }
}
