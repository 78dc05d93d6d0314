/** `touchstone calibrate`: a calibration profile from a folder of reference outputs and their documented relations. */

import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Command } from '@/bin/command'
import { overFiles } from '@/bin/over-files'
import { writeResult } from '@/bin/write-result'
import { calibrate, canonicalProfile } from '@/lib/comparison/calibration/calibrate'
import { profileTable } from '@/lib/comparison/calibration/profile-table'
import { readRelations } from '@/lib/comparison/calibration/relation-table'
import type { ModelOutputs } from '@/lib/comparison/outputs/model-outputs'
import { readModelOutputsFile } from '@/lib/comparison/outputs/read-outputs'
import { AppError } from '@/lib/platform/errors'

const usage = `Usage: touchstone calibrate FOLDER --relations CSV [--out FILE]

Computes the figures that turn a comparison's scores into weights: coefficients, limits and error rates, on comparisons
drawn from FOLDER, the suspect's family held out in turn. The same files give the same bytes. It holds no text.

  FOLDER            one file of answers for each model, named NAME.jsonl, NAME.jsonl.gz, NAME.csv or NAME.csv.gz
  --relations CSV   model, lineage, family and a column to:LINEAGE for each candidate lineage, with one of related,
                    unrelated, sibling, derivative, same-base, unknown, self
  --out FILE        where to write the profile (canonical JSON); without it only the figures are printed
  --help            print this`

/** The command as the dispatcher knows it. Exit codes: 0 done, 2 refused with one sentence. */
export const calibrateCommand: Command = {
  name: 'calibrate',
  summary: 'Compute a calibration profile from reference outputs with documented relations',
  usage,
  run: overFiles(usage, (args) => calibrateFolder(readCall(args))),
}

type Call = { folder: string; relations: string; out: string | undefined }

async function calibrateFolder({ folder, relations, out }: Call): Promise<void> {
  const text = await read(relations)
  const table = readRelations(text)
  const models = await readFolder(folder, new Set(table.models.map(({ model }) => model)))
  const relationsSha256 = createHash('sha256').update(text).digest('hex')
  const profile = await calibrate({ models, relations: table, relationsSha256, onProgress: tell })
  process.stdout.write(profileTable(profile))
  if (out !== undefined) await writeResult(out, canonicalProfile(profile))
}

function tell({ done, total }: { done: number; total: number }): void {
  if (done % 50 === 0 || done === total) process.stderr.write(`${done} of ${total} line-ups\n`)
}

const ending = /\.(jsonl|ndjson|csv)(\.gz)?$/

async function readFolder(folder: string, wanted: ReadonlySet<string>): Promise<ModelOutputs[]> {
  const names = await readdir(folder).catch((cause) => {
    throw new AppError('not-found', `The folder ${folder} cannot be read: check the path and your rights to it.`, {
      cause,
    })
  })
  const models: ModelOutputs[] = []
  for (const file of names.sort()) {
    const name = file.replace(ending, '')
    if (ending.test(file) && wanted.has(name)) models.push(await readModelOutputsFile(name, join(folder, file)))
  }
  if (models.length < 10) {
    throw new AppError(
      'invalid-input',
      `The folder ${folder} holds answers of ${models.length} models that the relations name: a calibration needs ten or more.`,
    )
  }
  return models
}

async function read(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (cause) {
    throw new AppError('not-found', `The file ${path} cannot be read: check the path and your rights to it.`, { cause })
  }
}

function readCall(args: string[]): Call {
  const { values, positionals } = parse(args)
  const [folder, ...more] = positionals
  if (!folder || more.length > 0) throw wrong('Give one FOLDER of reference outputs')
  if (!values.relations) throw wrong('Give --relations CSV: what is documented about the models')
  return { folder, relations: values.relations, out: values.out }
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: { relations: { type: 'string' }, out: { type: 'string' } },
    })
  } catch (error) {
    throw wrong(error instanceof Error ? (error.message.split('. ')[0] ?? '') : 'The call cannot be read')
  }
}

function wrong(sentence: string): AppError {
  return new AppError('invalid-input', `${sentence.replace(/\.?$/, '.')} See touchstone calibrate --help.`)
}
