/** Why the embedded database did not open. */
export type EmbeddedErrorCode = "folder_locked" | "folder_unwritable" | "embedded_failed";

/** The embedded database could not be opened; the message is one sentence for the person who starts the platform. */
export class EmbeddedError extends Error {
  override readonly name = "EmbeddedError";
  constructor(
    readonly code: EmbeddedErrorCode,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}
