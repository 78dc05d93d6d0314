/** The log that the bench measures on, written once for the same options and kept for the next run. */

import { createWriteStream, existsSync } from 'node:fs'
import { mkdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { generateLog } from '../generate-log'
import { type LogOptions, planOf } from '../log/plan'

/** Path of the log of these options under `folder`. */
export async function benchLog(folder: string, options: LogOptions): Promise<string> {
  const { rows, accounts, seed, difficulty, campaign, campaigns } = planOf(options)
  const path = join(folder, `log-${rows}-${accounts}-${seed}-${difficulty}-${campaign}-${campaigns}.jsonl`)
  if (existsSync(path)) return path
  await mkdir(folder, { recursive: true })
  await pipeline(Readable.from(generateLog(options)), createWriteStream(`${path}.part`))
  await rename(`${path}.part`, path)
  return path
}
