/** How `touchstone compare` is called: its help, and what a call asks for. */

import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import type { NamedFile } from '@/bin/read-named-files'
import { defaultSeed } from '@/lib/comparison/compare-models'
import type { SpeaksTo } from '@/lib/comparison/detail/witnesses'
import { AppError } from '@/lib/platform/errors'
import type { PlanFiles } from './compare-plan'

export const usage = `Usage: touchstone compare --suspect FILE --candidate NAME=FILE… --control NAME=FILE… [options]

Ranks candidate teachers of a suspect model by the likeness of their answers, read against controls, and weighs them by a
calibration profile: a likelihood ratio with interval and cap, and how often such weights are wrong.

  --suspect [NAME=]FILE   answers of the suspect model; the name defaults to the file's
  --candidate NAME=FILE   answers of a model that it may have learned from; give it once for each, and under the same
                          NAME for further snapshots of one lineage: the best two count
  --control NAME=FILE     answers of a model that cannot have learned from a candidate; eight or more
  --profile FILE|none     calibration profile; without it the one that ships, with none no weight
  --canary TEXT           a marker that was planted in a candidate's output; give it once for each
  --plan FILE             the registered plan, as its page gives it out: prints its SHA-256 and whether this is the comparison
                          that it registers, looks for its markers, and takes its seed; nothing picked afterwards passes
  --plan-sha256 HEX       the SHA-256 that was written down when it was registered; any other plan is refused
  --prompts FILE          the file that the plan takes its prompts from
  --answers FILE          right answers, JSONL of {"prompt_id","answer"}: looks for shared mistakes
  --detail                also the tree, steadiness, other explanations and the hash of its prompts, as the server does
  --same-base NAME=FILE   with --detail: answers of a model of the suspect's base weights; likewise --common-text of one
                          trained on a candidate's public text and --sibling of a candidate
  --seed N                seed of the resampling, 0 to 2147483647 (default: the plan's, else ${defaultSeed})
  --json OUT              write the whole result as canonical JSON (RFC 8785); - for standard output
  --help                  print this

Files are JSONL of {"prompt_id","prompt","output","model"} or CSV with these columns, plain, gzip or zstd. Of a file of several
models the records of the model called NAME are read.`

export type Call = {
  suspect: NamedFile
  candidates: NamedFile[]
  controls: NamedFile[]
  profile: string | undefined
  canaries: string[]
  answers: string | undefined
  detail: boolean
  witnesses: (NamedFile & { speaksTo: SpeaksTo })[]
  plan: PlanFiles | null
  /** Null where the call gives none. */
  seed: number | null
  json: string | undefined
}

/** What the words after `touchstone compare` ask for. Throws `invalid-input` with one sentence. */
export function readCall(args: string[]): Call {
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
    plan: planFiles(rest),
    seed: readSeed(seed),
    json,
  }
}

function planFiles({ plan, prompts, 'plan-sha256': sha256 }: ReturnType<typeof parse>): PlanFiles | null {
  if (plan !== undefined) return { plan, sha256, prompts }
  if (prompts !== undefined) throw wrong('--prompts goes with --plan FILE')
  if (sha256 !== undefined) throw wrong('--plan-sha256 goes with --plan FILE')
  return null
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
        plan: { type: 'string' },
        'plan-sha256': { type: 'string' },
        prompts: { type: 'string' },
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

function readSeed(value: string | undefined): number | null {
  if (value === undefined) return null
  const seed = Number(value)
  if (!/^\d+$/.test(value) || seed > 2147483647) throw wrong(`--seed ${value} is not an integer from 0 to 2147483647`)
  return seed
}
