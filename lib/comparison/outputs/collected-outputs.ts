/** Gathers one file's records so that none is lost in silence: used, repeated, conflicting or rejected. */

import { AppError } from '@/lib/platform/errors'
import { type ModelOutput, type ModelOutputs, maxListedRejects, type RejectedRecord } from './model-outputs'
import type { ReadRecord } from './output-records'
import { byCodeUnit } from './prepare-prompts'

/** Collects records in any order; `finish` says what became of each. */
export class CollectedOutputs {
  private readonly outputs = new Map<string, ModelOutput>()
  private readonly conflicting = new Set<string>()
  private readonly modelNames = new Set<string>()
  private readonly rejected: RejectedRecord[] = []
  private rejectedCount = 0
  private repeatedCount = 0
  private kept = 0

  constructor(
    private readonly name: string,
    private readonly maxKeptCharacters: number,
  ) {}

  /** Counts a record that cannot be used. */
  reject(position: number, reason: string): void {
    this.rejectedCount += 1
    if (this.rejected.length < maxListedRejects) this.rejected.push({ position, reason })
  }

  /**
   * Takes a read record: usable, repeated, or at odds with an earlier one. Throws `AppError('too-large')` when more text
   * would be kept than memory is meant for.
   */
  add(position: number, record: ReadRecord): void {
    if ('reason' in record) {
      this.reject(position, record.reason)
      return
    }
    const { output, model } = record
    if (model !== null) this.modelNames.add(model)
    const known = this.outputs.get(output.promptId)
    if (!known) this.keep(output)
    else if (known.output === output.output && known.prompt === output.prompt) this.repeatedCount += 1
    else this.conflicting.add(output.promptId)
  }

  private keep(output: ModelOutput): void {
    this.kept += output.output.length + (output.prompt?.length ?? 0)
    if (this.kept > this.maxKeptCharacters) {
      throw new AppError(
        'too-large',
        `The file of ${this.name} holds more than ${Math.round(this.maxKeptCharacters / 1024 ** 2)} million characters of prompts and answers (${this.outputs.size} prompts so far): give fewer prompts.`,
      )
    }
    this.outputs.set(output.promptId, output)
  }

  /** The file's answers. Throws `AppError('invalid-input')` when there is none. */
  finish(sha256: string): ModelOutputs {
    const { name } = this
    if (this.outputs.size === 0) {
      const [first] = this.rejected
      const why = first ? ` Line ${first.position}: ${first.reason}.` : ''
      throw new AppError(
        'invalid-input',
        `The file of ${name} holds no usable answer: give records with prompt_id, prompt, output and model.${why}`,
      )
    }
    return {
      name,
      sha256,
      outputs: [...this.outputs.values()].filter(({ promptId }) => !this.conflicting.has(promptId)),
      modelNames: [...this.modelNames].sort(byCodeUnit),
      rejectedCount: this.rejectedCount,
      rejected: this.rejected,
      repeatedCount: this.repeatedCount,
      conflictingIds: [...this.conflicting].sort(byCodeUnit),
    }
  }
}
