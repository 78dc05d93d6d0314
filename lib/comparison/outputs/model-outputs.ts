/** The shape of one model's answers as they were read, before any preparation. */

/** One answer of a model. `prompt` is null when the file did not carry the prompt's text; `group` is the prompt's kind where it has one. */
export type ModelOutput = { promptId: string; prompt: string | null; output: string; group?: string | null }

/** A record that could not be used: `position` is its first line, counted from 1. Never a silent drop. */
export type RejectedRecord = { position: number; reason: string }

/** Everything read from one file, with what was wrong in it. */
export type ModelOutputs = {
  /** The name by which this comparison knows the model. */
  name: string
  /** SHA-256 of the stored bytes, in hex, before decompression. */
  sha256: string
  outputs: readonly ModelOutput[]
  /** Names found in the file's `model` column, sorted. */
  modelNames: readonly string[]
  rejectedCount: number
  /** The first rejected records, at most `maxListedRejects`. */
  rejected: readonly RejectedRecord[]
  /** Records that repeated an earlier one exactly. */
  repeatedCount: number
  /** Prompt ids answered more than once with different text: it is not known which answer counts, so none does. */
  conflictingIds: readonly string[]
}

export const maxListedRejects = 100
