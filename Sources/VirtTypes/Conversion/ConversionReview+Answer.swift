import JSON

extension ConversionReview {
  /// The answer's body to a conversion webhook's request body, in the version of the request.
  ///
  /// An object that cannot be converted makes the whole answer a failure that names it, as the protocol wants it.
  /// - Throws: `ReviewError` when the body is no review.
  public static func answer(to body: UnsafeRawBufferPointer) throws(ReviewError) -> [UInt8] {
    let review = try ConversionReview(body: body)
    return review.answer.reviewBytes(apiVersion: review.apiVersion)
  }

  /// The objects in the version that is wanted, or why one of them cannot be had in it.
  public var answer: ConversionResponse {
    var converted: [JSONValue] = []
    converted.reserveCapacity(request.objects.count)
    for object in request.objects {
      do throws(ConversionError) {
        converted.append(try Conversion.convert(object, to: request.desiredAPIVersion))
      } catch {
        let status = Status.failure(.badRequest, code: 400, message: error.description)
        return ConversionResponse(uid: request.uid, result: .failure(status))
      }
    }
    return ConversionResponse(uid: request.uid, result: .success(converted))
  }
}
