/** Which program made a result: the hash of the sources of the comparison as they lie on disk. */

import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export type CodeHash = { sha256: string; files: number }

/** SHA-256 of the list `SHA-256  PATH` of every source under lib/comparison but tests, sorted by path; null where sources are not there. */
export async function comparisonCode(): Promise<CodeHash | null> {
  const folder = fileURLToPath(new URL('.', import.meta.url))
  try {
    const paths = (await readdir(folder, { recursive: true })).filter((path) => isSource(path)).sort()
    const lines = await Promise.all(
      paths.map(
        async (path) =>
          `${createHash('sha256')
            .update(await readFile(join(folder, path)))
            .digest('hex')}  ${path}\n`,
      ),
    )
    return { sha256: createHash('sha256').update(lines.join('')).digest('hex'), files: lines.length }
  } catch {
    return null
  }
}

const isSource = (path: string): boolean => path.endsWith('.ts') && !path.endsWith('.test.ts')
