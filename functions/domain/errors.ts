/** Worth another attempt. The state machine retries on this name, so it must survive minification. */
export class TransientError extends Error {
  override readonly name = "TransientError";
}

/** Another attempt would fail in the same way: a person or a mended deployment is needed. */
export class PermanentError extends Error {
  override readonly name = "PermanentError";
}
