/** `touchstone compare`: a model comparison from files alone; no database, no server, no engine. */

import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import type { Command } from '@/bin/command'
import { overFiles } from '@/bin/over-files'
import { writeResult } from '@/bin/write-result'
import { type ComparisonInput, compareModels, defaultSamples, defaultSeed } from '@/lib/comparison/compare-models'
import { canonicalComparison } from '@/lib/comparison/comparison-result'
import { comparisonTable } from '@/lib/comparison/comparison-table'
import { compareInDetail } from '@/lib/comparison/detail/compare-in-detail'
import type { SpeaksTo, Witness } from '@/lib/comparison/detail/witnesses'
import { readKnownAnswers } from '@/lib/comparison/known-answers'
import { defaultProfile, readProfile } from '@/lib/comparison/profile-file'
import { readModelOutputsFile } from '@/lib/comparison/read-outputs'
import { AppError } from '@/lib/platform/errors'

const usage = `Usage: touchstone compare --suspect FILE --candidate NAME=FILE… --control NAME=FILE… [options]

Ranks candidate teachers of a suspect model by the likeness of their answers, read against controls, and weighs them by a
calibration profile: a likelihood ratio with interval and cap, and how often such weights are wrong.

  --suspect [NAME=]FILE   answers of the suspect model; the name defaults to the file's
  --candidate NAME=FILE   answers of a model that it may have learned from; give it once for each, and under the same
                          NAME for further snapshots of one lineage: the best two count
  --control NAME=FILE     answers of a model that cannot have learned from a candidate; eight or more
  --profile FILE|none     calibration profile; without it the one that ships, with none no weight
  --canary TEXT           a marker that was planted in a candidate's output; give it once for each
  --answers FILE          right answers, JSONL of {"prompt_id","answer"}: looks for shared mistakes
  --detail                also the tree, steadiness, other explanations and the hash of its prompts, as the server does
  --same-base NAME=FILE   with --detail: answers of a model of the suspect's base weights; likewise --common-text of one
                          trained on a candidate's public text and --sibling of a candidate
  --seed N                seed of the resampling, 0 to 2147483647 (default ${defaultSeed})
  --json OUT              write the whole result as canonical JSON (RFC 8785); - for standard output
  --help                  print this

Files are JSONL of {"prompt_id","prompt","output","model"} or CSV with these columns, plain, gzip or zstd.`

type Call = {
  suspect: NamedFile
  candidates: NamedFile[]
  controls: NamedFile[]
  profile: string | undefined
  canaries: string[]
  answers: string | undefined
  detail: boolean
  witnesses: (NamedFile & { speaksTo: SpeaksTo })[]
  seed: number
  json: string | undefined
}

type NamedFile = { name: string; path: string }

/** The command as the dispatcher knows it. Exit codes: 0 done, 2 refused with one sentence. */
export const compareCommand: Command = {
  name: 'compare',
  summary: 'Rank candidate teachers of a suspect model against controls',
  usage,
  run: overFiles(usage, (args) => compare(readCall(args))),
}

async function compare(call: Call): Promise<void> {
  const { suspect, candidates, controls, profile, canaries, answers, seed, json } = call
  const readAll = async (files: NamedFile[]) => {
    const models = []
    for (const { name, path } of files) models.push(await readModelOutputsFile(name, path))
    return models
  }
  const [suspectOutputs] = await readAll([suspect])
  if (!suspectOutputs) throw new Error('the suspect was not read')
  const input = {
    suspect: suspectOutputs,
    candidates: await readAll(candidates),
    controls: await readAll(controls),
    profile: profile === undefined ? defaultProfile : profile === 'none' ? null : await readProfile(profile),
    marks: { canaries, ...(answers !== undefined && { answers: await readKnownAnswers(answers) }) },
    seed,
    samples: defaultSamples,
  }
  const result = call.detail ? await detailed(input, call.witnesses) : await compareModels(input)
  if (json === '-') process.stdout.write(`${canonicalComparison(result)}\n`)
  else process.stdout.write(comparisonTable(result))
  if (json !== undefined && json !== '-') await writeResult(json, canonicalComparison(result))
}

async function detailed(input: ComparisonInput, files: Call['witnesses']) {
  const witnesses: Witness[] = []
  for (const { speaksTo, name, path } of files) {
    witnesses.push({ speaksTo, model: await readModelOutputsFile(name, path) })
  }
  return (await compareInDetail({ ...input, witnesses })).result
}

function readCall(args: string[]): Call {
  const { suspect, candidate = [], control = [], profile, canary = [], answers, seed, json, ...rest } = parse(args)
  if (!suspect) throw wrong('Give --suspect FILE: the answers of the model under suspicion.')
  if (candidate.length === 0) throw wrong('Give --candidate NAME=FILE: a model that the suspect may have learned from.')
  if (control.length === 0) {
    throw wrong('Give --control NAME=FILE, eight or more: a comparison without controls is refused.')
  }
  return {
    suspect: namedFile(suspect) ?? { name: plainName(suspect), path: suspect },
    candidates: candidate.map((value) => requireNamed('--candidate', value)),
    controls: control.map((value) => requireNamed('--control', value)),
    profile,
    canaries: canary,
    detail: rest.detail ?? false,
    witnesses: (['same-base', 'common-text', 'sibling'] as const).flatMap((speaksTo) =>
      (rest[speaksTo] ?? []).map((value) => ({ speaksTo, ...requireNamed(`--${speaksTo}`, value) })),
    ),
    answers,
    seed: readSeed(seed),
    json,
  }
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        suspect: { type: 'string' },
        candidate: { type: 'string', multiple: true },
        control: { type: 'string', multiple: true },
        profile: { type: 'string' },
        detail: { type: 'boolean' },
        'same-base': { type: 'string', multiple: true },
        'common-text': { type: 'string', multiple: true },
        sibling: { type: 'string', multiple: true },
        canary: { type: 'string', multiple: true },
        answers: { type: 'string' },
        seed: { type: 'string' },
        json: { type: 'string' },
      },
    }).values
  } catch (error) {
    throw wrong(error instanceof Error ? (error.message.split('. ')[0] ?? '') : 'The call cannot be read')
  }
}

function wrong(sentence: string): AppError {
  return new AppError('invalid-input', `${sentence.replace(/\.?$/, '.')} See touchstone compare --help.`)
}

function requireNamed(option: string, value: string): NamedFile {
  const named = namedFile(value)
  if (!named) throw wrong(`${option} ${value} is not NAME=FILE`)
  return named
}

function namedFile(value: string): NamedFile | null {
  const match = /^([^=/]+)=(.+)$/s.exec(value)
  return match?.[1] && match[2] ? { name: match[1], path: match[2] } : null
}

function plainName(path: string): string {
  return basename(path)
    .replace(/\.gz$/, '')
    .replace(/\.(jsonl|ndjson|json|csv|tsv)$/, '')
}

function readSeed(value: string | undefined): number {
  if (value === undefined) return defaultSeed
  const seed = Number(value)
  if (!/^\d+$/.test(value) || seed > 2147483647) throw wrong(`--seed ${value} is not an integer from 0 to 2147483647`)
  return seed
}
