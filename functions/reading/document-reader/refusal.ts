/** A file that will not be opened, and why. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly reason: "encrypted" | "no-text" | "damaged" | "too-large";
  constructor(reason: Refusal["reason"]) {
    super(reason);
    this.reason = reason;
  }
}
