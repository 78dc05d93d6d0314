/** Reads the right answers of prompts from a file. */

import { readFile } from 'node:fs/promises'
import type { KnownAnswers } from '@/lib/comparison/methods/shared-errors'
import { AppError } from '@/lib/platform/errors'

/** JSONL of {"prompt_id","answer"}. Throws `AppError` with the line that cannot be read. */
export async function readKnownAnswers(path: string): Promise<KnownAnswers> {
  const text = await readFile(path, 'utf8').catch((cause) => {
    throw new AppError('not-found', `The file ${path} cannot be read: check the path and your rights to it.`, { cause })
  })
  return knownAnswersIn(path, text)
}

/** The same from the text of the file called `path`. */
export function knownAnswersIn(path: string, text: string): KnownAnswers {
  const answers = new Map<string, string>()
  for (const [i, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue
    const record = parse(line)
    if (!record) {
      throw new AppError(
        'invalid-input',
        `Line ${i + 1} of ${path} is not {"prompt_id","answer"} with texts or numbers.`,
      )
    }
    answers.set(record.promptId, record.answer)
  }
  return answers
}

function parse(line: string): { promptId: string; answer: string } | null {
  try {
    const { prompt_id: id, answer } = JSON.parse(line) as { prompt_id?: unknown; answer?: unknown }
    const isPlain = (value: unknown) => typeof value === 'string' || typeof value === 'number'
    return isPlain(id) && isPlain(answer) ? { promptId: String(id), answer: String(answer) } : null
  } catch {
    return null
  }
}
