/** `touchstone logs analyse`: the signals of usage logs from files alone; starts an engine of its own, needs no database. */

import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Command } from '@/bin/command'
import { overFiles } from '@/bin/over-files'
import { writeResult } from '@/bin/write-result'
import type { Engine } from '@/lib/platform/engine'
import { startEngine } from '@/lib/platform/engine-process'
import { AppError } from '@/lib/platform/errors'
import { analyseLogs, canonicalAnalysis } from '@/lib/signals/analyse-logs'
import { analysisTable } from '@/lib/signals/analysis-table'
import type { LogFormat } from '@/lib/signals/formats/log-format'
import { mappedFormat } from '@/lib/signals/formats/mapped-format'
import { logFormats } from '@/lib/signals/formats/recognise-format'
import { readMapping } from '@/lib/signals/mapping/log-mapping'
import { type HeldFiles, readHeldFiles } from './read-held-files'
import { readLogs } from './read-logs'

const defaultSeed = 1

const ids = logFormats.map(({ id }) => id)
const formats = Array.from(
  { length: Math.ceil(ids.length / 5) },
  (_, line) => `                ${ids.slice(line * 5, line * 5 + 5).join(', ')}`,
).join(',\n')

const usage = `Usage: touchstone logs analyse FILE… [options]

Measures the signals of every account of the usage logs taken together, ranks the accounts and finds networks.
The score ranks and does not convict: it is uncalibrated.

  --format F    format of the files, found from the content otherwise; one of
${formats}
  --mapping F   a mapping as JSON: which field fills which column, for a format that is not known;
                guess: take what the names and values of the fields suggest, and say what was taken
  --top N       keep only the first N accounts of the ranking
  --seed N      seed of the search for networks, 0 to 2147483647 (default ${defaultSeed})
  --releases F  when models came out, lines of model,time or a JSON list: without it new-model-pivot is not computable
  --reference NAME=F  a set of prompts for corpus-walk: JSON lines or CSV with prompt, or one prompt a line; may be given again
  --accounts F  what is known of accounts: CSV with account and any of created, plan, payment, email_domain, country, sanctions
  --json OUT    write the whole result as canonical JSON (RFC 8785); - for standard output
  --help        print this

Files are JSON lines, JSON, CSV, Parquet or XLSX, plain or packed with gzip, zstd or bzip2; a zip or tar archive of
many is one log, each file in it read for itself. Logs that complete
each other (Bedrock and CloudTrail, a batch's input and output) are joined on the id of the request.`

type Call = {
  files: string[]
  format?: string | LogFormat
  guess: boolean
  top?: number
  seed: number
  json?: string
  held: HeldFiles
}

/** The command as the dispatcher knows it. Exit codes: 0 done, 2 refused with one sentence. */
export const logsAnalyse: Command = {
  name: 'logs analyse',
  summary: 'Measure the signals of usage logs and rank their accounts',
  usage,
  run: overFiles(usage, measure),
}

async function measure(args: string[]): Promise<void> {
  const call = await readCall(args)
  const missing = (await Promise.all(call.files.map(whyNotRead))).filter((why) => why !== null)
  if (missing.length > 0) throw new AppError('invalid-input', missing.join('\n'))
  await withEngine((engine, folder) => analyse(engine, folder, call))
}

async function readCall(args: string[]): Promise<Call> {
  const options = {
    format: { type: 'string' },
    mapping: { type: 'string' },
    top: { type: 'string' },
    seed: { type: 'string' },
    json: { type: 'string' },
    releases: { type: 'string' },
    reference: { type: 'string', multiple: true },
    accounts: { type: 'string' },
  } as const
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    if (positionals.length === 0) throw new AppError('invalid-input', 'Name at least one log file to analyse.')
    const seed = values.seed === undefined ? defaultSeed : wholeNumber('--seed', values.seed, 0)
    const top = values.top === undefined ? undefined : wholeNumber('--top', values.top, 1)
    const { releases, accounts, reference = [] } = values
    for (const path of [releases, accounts]) if (path !== undefined) await refuseMissing(path)
    const sets = reference.map(namedFile)
    for (const { path } of sets) await refuseMissing(path)
    const guess = values.mapping === 'guess'
    const format = values.mapping === undefined || guess ? values.format : await readFormat(values.mapping)
    return { files: positionals, seed, top, format, guess, json: values.json, held: { releases, accounts, sets } }
  } catch (error) {
    if (error instanceof AppError) throw error
    throw new AppError(
      'invalid-input',
      `${(error as Error).message.split('. ')[0]}. See touchstone logs analyse --help.`,
    )
  }
}

function namedFile(text: string): { name: string; path: string } {
  const at = text.indexOf('=')
  if (at > 0 && at < text.length - 1) return { name: text.slice(0, at), path: text.slice(at + 1) }
  throw new AppError('invalid-input', `--reference takes NAME=FILE, not "${text}".`)
}

async function readFormat(path: string): Promise<LogFormat> {
  await refuseMissing(path)
  return mappedFormat(readMapping(await readFile(path, 'utf8')))
}

function wholeNumber(option: string, text: string, least: number): number {
  const value = Number(text)
  if (/^\d+$/.test(text) && value >= least && value <= 2_147_483_647) return value
  throw new AppError('invalid-input', `${option} takes a whole number from ${least} to 2147483647, not "${text}".`)
}

async function refuseMissing(file: string): Promise<void> {
  const why = await whyNotRead(file)
  if (why) throw new AppError('invalid-input', why)
}

async function whyNotRead(file: string): Promise<string | null> {
  const found = await stat(file).catch(() => null)
  if (!found) return `There is no file ${file}. Check its name.`
  return found.isFile() ? null : `${file} is not a file. Name the log files themselves.`
}

async function withEngine(work: (engine: Engine, folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'touchstone-logs-'))
  try {
    const { engine, stop } = await startEngine({ dataDir: join(folder, 'engine') })
    await work(engine, folder).finally(stop)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function analyse(
  engine: Engine,
  folder: string,
  { files, format, guess, top, seed, json, held }: Call,
): Promise<void> {
  const { datasets, aside, notes } = await readLogs({ engine, folder, files, format, guess })
  for (const note of notes) process.stderr.write(`${note}\n`)
  const whole = await analyseLogs({ engine, datasets, seed, ...(await readHeldFiles(held, folder)) })
  const named = [...whole.datasets, ...aside.map(({ path, ...dataset }) => dataset)]
  const result = { ...whole, datasets: named, ranked: whole.ranked.slice(0, top) }
  if (json !== undefined && json !== '-') await writeResult(json, `${canonicalAnalysis(result)}\n`)
  process.stdout.write(json === '-' ? `${canonicalAnalysis(result)}\n` : analysisTable(result))
}
