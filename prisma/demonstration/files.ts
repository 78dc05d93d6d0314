/** The synthetic files of the demonstration, made by our own generators: the same seed gives the same bytes. */

import { createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { generateLog } from '@/bench/generate-log'
import { generateOutputs } from '@/bench/generate-outputs'
import type { LogOptions } from '@/bench/log/plan'
import { env } from '@/lib/platform/env'

/** Runs `work` with a folder that is gone afterwards. */
export async function withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  await mkdir(env.home, { recursive: true })
  const folder = await mkdtemp(join(env.home, 'demonstration-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Writes a synthetic usage log as JSON lines. */
export async function writeLog(folder: string, options: LogOptions): Promise<string> {
  const path = join(folder, 'log.jsonl')
  await pipeline(Readable.from(generateLog(options)), createWriteStream(path))
  return path
}

export type OutputFiles = {
  suspect: { path: string; model: string }
  candidates: { path: string; models: string[] }
  controls: { path: string; models: string[] }
}

/** Writes synthetic outputs of a suspect, candidates and controls, a file for each role. */
export async function writeOutputFiles(folder: string, seed: number): Promise<OutputFiles> {
  const models = generateOutputs({ seed })
  const fileOf = async (role: (typeof models)[number]['role']) => {
    const mine = models.filter((model) => model.role === role)
    const path = join(folder, `${role}.jsonl`)
    await writeFile(path, mine.flatMap(({ rows }) => rows.map((row) => `${JSON.stringify(row)}\n`)).join(''))
    return { path, models: mine.map(({ model }) => model) }
  }
  const [suspect, candidates, controls] = await Promise.all([fileOf('suspect'), fileOf('candidate'), fileOf('control')])
  return { suspect: { path: suspect.path, model: suspect.models[0] ?? '' }, candidates, controls }
}
