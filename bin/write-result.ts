/** Where `--json OUT` goes. */

import { writeFile } from 'node:fs/promises'
import { AppError } from '@/lib/platform/errors'

/** Writes `text` into the file at `path`. Throws `AppError` with one sentence when it cannot be written there. */
export async function writeResult(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text)
  } catch (cause) {
    throw new AppError(
      'invalid-input',
      `The result cannot be written to ${path}: choose a folder that exists and is yours.`,
      { cause },
    )
  }
}
