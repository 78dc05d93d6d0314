/** Reads the log files of one call into datasets; those that complete each other become one. */

import { basename, join } from 'node:path'
import type { Engine } from '@/lib/platform/engine'
import { env } from '@/lib/platform/env'
import { AppError } from '@/lib/platform/errors'
import type { DatasetInput } from '@/lib/signals/analyse-logs'
import { completeDataset } from '@/lib/signals/brought/complete-dataset'
import { completedLogs } from '@/lib/signals/brought/completions'
import type { LogFormat } from '@/lib/signals/formats/log-format'
import { UnknownFormat } from '@/lib/signals/formats/recognise-format'
import { type IngestResult, ingestLog } from '@/lib/signals/ingest/ingest-log'
import { sha256Of } from '@/lib/signals/ingest/sha256-of'
import { guessedFormat } from './guessed-format'
import { rejectionNote } from './rejection-reasons'

/** `guess`: a file of no known format is read by what its names and values suggest. */
type Request = { engine: Engine; folder: string; files: string[]; format?: string | LogFormat; guess?: boolean }
type Read = IngestResult & { path: string; original: string }

/** `aside` are logs that only completed another: their rows are in it already. `notes` say so, a sentence each. */
export type LogsRead = { datasets: DatasetInput[]; aside: DatasetInput[]; notes: string[] }

/** Datasets in the order of the files; Parquet goes into `folder`. Throws `AppError` with a sentence for each file that is no log. */
export async function readLogs({ engine, folder, files, format, guess = false }: Request): Promise<LogsRead> {
  const limits = { maxDecompressedBytes: env.maxDecompressedBytes, maxDecompressionRatio: env.maxDecompressionRatio }
  const reads: Read[] = []
  const notes: string[] = []
  const refused: AppError[] = []
  for (const path of files) {
    const original = await sha256Of(path)
    const same = reads.find((read) => read.original === original)
    if (same) {
      notes.push(`${path} holds the same bytes as ${same.path} and is counted once.`)
      continue
    }
    const source = { path, name: basename(path) }
    try {
      const read = await ingestOrGuess({ engine, source, format, outDir: folder, limits }, guess ? notes : null)
      reads.push({ ...read, path, original })
      if (read.rejectsPath) notes.push(await rejectionNote(path, read.rejectsPath))
    } catch (error) {
      refused.push(ofFile(path, error))
    }
  }
  if (refused[0]) throw refused.length === 1 ? refused[0] : together(refused)
  const read: LogsRead = { datasets: [], aside: [], notes }
  for (const [index, { main, others, completion }] of completedLogs(reads).entries()) {
    const dataset = inputOf(main)
    read.datasets.push(dataset)
    if (!completion) continue
    const path = join(folder, `completed-${index}.parquet`)
    const parquets = { main: main.parquetPath, others: others.map(({ parquetPath }) => parquetPath) }
    const done = await completeDataset({ engine, completion, ...parquets, table: `stage_completed_${index}`, path })
    dataset.path = path
    read.aside.push(
      ...others.filter((other) => !read.aside.some(({ sha256 }) => sha256 === other.original)).map(inputOf),
    )
    read.notes.push(noteOf(main, others, done))
  }
  return read
}

/** Reads one file; one of no known format by a guess, when there is where to say so. */
async function ingestOrGuess(request: Parameters<typeof ingestLog>[0], notes: string[] | null): Promise<IngestResult> {
  const { engine, source, outDir, limits } = request
  return ingestLog(request).catch(async (error: unknown) => {
    if (!notes || !(error instanceof UnknownFormat)) throw error
    const { format, note } = await guessedFormat(source.path, { engine, folder: outDir, limits })
    notes.push(note)
    return ingestLog({ ...request, format })
  })
}

/** A refusal that names the file which it is about; anything else is thrown as it is. */
function ofFile(path: string, error: unknown): AppError {
  if (!(error instanceof AppError)) throw error
  const hint = error instanceof UnknownFormat ? ' Give a mapping, or let it be guessed with --mapping guess.' : ''
  return new AppError(error.code, `${path}: ${error.publicMessage}${hint}`, { cause: error })
}

/** One refusal, a line for each file. */
function together(refused: AppError[]): AppError {
  return new AppError('invalid-input', refused.map(({ publicMessage }) => publicMessage).join('\n'))
}

const inputOf = ({ path, original, format, parquetPath, rows, rejected }: Read): DatasetInput => ({
  ...{ path: parquetPath, file: basename(path), format, sha256: original, rows, rejected },
})

function noteOf(
  main: Read,
  others: Read[],
  { rows, completed, ambiguous }: Record<'rows' | 'completed' | 'ambiguous', number>,
) {
  const names = others.map(({ path }) => basename(path)).join(', ')
  const unclear = ambiguous > 0 ? ` ${ambiguous} keys had several rows that differ, and were left alone.` : ''
  return `${basename(main.path)} was completed by ${names}: ${completed} of ${rows} rows.${unclear}`
}
