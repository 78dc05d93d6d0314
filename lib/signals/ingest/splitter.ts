/** Takes an original's bytes in order and hands its records to a sink. */
export interface Splitter {
  push(piece: Buffer): void
  /** The original has ended. */
  end(): void
}
