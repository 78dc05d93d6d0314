/** Several models out of one stored file in one reading of it, each as if its records were the whole file. */

import type { ModelOutputs } from '@/lib/comparison/outputs/model-outputs'
import { readModelOutputs } from '@/lib/comparison/outputs/read-outputs'
import { AppError } from '@/lib/platform/errors'
import { endedByLineFeed, isOfPart, recordsOf, type StoredFile } from './model-records'

const handedAtOnce = 1 << 18

/** The records of one model on their way to its reader: given in pieces, and only as fast as they are taken. */
class Part {
  readonly outputs: Promise<ModelOutputs>
  private readonly writer: WritableStreamDefaultWriter<Uint8Array>
  private pending: Uint8Array[] = []
  private size = 0
  private records = 0

  constructor(
    readonly model: string,
    name: string,
  ) {
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
    this.writer = writable.getWriter()
    this.writer.closed.catch(() => undefined)
    this.outputs = readModelOutputs({ name, bytes: readable })
    this.outputs.catch(() => undefined)
  }

  /** Takes a record that is of this part. */
  async give(line: Uint8Array, isOwn: boolean): Promise<void> {
    if (isOwn) this.records += 1
    this.pending.push(line)
    this.size += line.length
    if (this.size >= handedAtOnce) await this.hand()
  }

  /** Says that there is no more, and gives what was read. */
  async end({ name }: StoredFile): Promise<ModelOutputs> {
    await this.hand()
    await this.writer.close().catch(() => undefined)
    if (this.records === 0) throw new AppError('invalid-input', noAnswers(name, this.model))
    return this.outputs
  }

  stop(cause: unknown): Promise<void> {
    return this.writer.abort(cause).catch(() => undefined)
  }

  /** A reader that has refused takes nothing more; why is said by `end`. */
  private async hand(): Promise<void> {
    const piece = Buffer.concat(this.pending)
    this.pending = []
    this.size = 0
    if (piece.length > 0) await this.writer.write(piece).catch(() => undefined)
  }
}

/** Said of a model that a file was said to hold and does not. */
export const noAnswers = (evidenceName: string, model: string): string =>
  `“${evidenceName}” holds no answers of ${model}. Choose its models anew.`

/**
 * The answers of each of `wanted` from the file, in their order, as `readModelOutputs` gives them for `partOf`. Throws `AppError` with
 * a sentence for the first that cannot be read.
 */
export async function outputsOfParts(
  file: StoredFile,
  wanted: readonly { name: string; model: string }[],
): Promise<ModelOutputs[]> {
  const parts = wanted.map(({ name, model }) => new Part(model, name))
  try {
    for await (const record of recordsOf(file)) {
      for (const part of parts) {
        if (isOfPart(record, part.model)) await part.give(endedByLineFeed(record), record.model === part.model)
      }
    }
  } catch (cause) {
    await Promise.all(parts.map((part) => part.stop(cause)))
    throw cause
  }
  const read: ModelOutputs[] = []
  for (const part of parts) read.push(await part.end(file))
  return read
}
