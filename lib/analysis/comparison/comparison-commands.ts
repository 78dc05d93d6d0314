/** Carries out a queued comparison from the stored bytes of its inputs, and keeps the file of its prompts. */

import { readFile } from 'node:fs/promises'
import { type Attempt, type Compute, carryOut } from '@/lib/analysis/runs/run-commands'
import type { ComparedModel, ComparisonRequest } from '@/lib/analysis/runs/run-request'
import { compareInDetail } from '@/lib/comparison/detail/compare-in-detail'
import type { SpeaksTo, Witness } from '@/lib/comparison/detail/witnesses'
import { comparisonVersion } from '@/lib/comparison/methods/method-definitions'
import { knownAnswersIn } from '@/lib/comparison/outputs/known-answers'
import type { ModelOutputs } from '@/lib/comparison/outputs/model-outputs'
import type { CalibrationProfile } from '@/lib/comparison/weights/calibration-profile'
import { defaultProfile, profileIn } from '@/lib/comparison/weights/profile-file'
import type { Actor } from '@/lib/platform/actor'
import { blobPath, putBytes } from '@/lib/platform/storage'
import { comparing, inSteps, reading } from './comparison-steps'
import { plannedRun } from './planned-run'
import { outputsOfAll } from './stored-outputs'

/** Compares the models of a queued run. May be called twice. */
export function runComparison(actor: Actor, attempt: Attempt): Promise<void> {
  return carryOut(actor, attempt, { kind: 'COMPARISON', version: comparisonVersion, compute: compareRequested })
}

const compareRequested: Compute<ComparisonRequest> = async (request, note, keep) => {
  const { inputs, seed, canaries = [], answers } = request
  const inRole = (role: ComparedModel['role']) =>
    inputs.filter((input) => input.role === role).map((input) => models.get(input) as ModelOutputs)
  const tell = inSteps(inputs.filter(({ role }) => kinds.some((kind) => kind === role)).length, note)
  const read = await outputsOfAll(inputs, async (done) =>
    tell({ step: reading, done, total: inputs.length, unit: 'models' }),
  )
  const models = new Map(inputs.map((input, k) => [input, read[k] as ModelOutputs]))
  const [suspect] = inRole('suspect')
  if (!suspect) throw new Error('a comparison without a suspect was queued')
  const planned = request.plan ? await plannedRun(request.plan) : null
  const markers = [...new Set([...canaries, ...(planned?.marks?.canaries ?? [])])].sort()
  const { result, promptFile } = await compareInDetail({
    suspect,
    ...{ candidates: inRole('candidate'), controls: inRole('control'), witnesses: witnessesOf(inRole) },
    profile: request.profile ? await chosenProfile(request.profile) : defaultProfile,
    marks: { canaries: markers, ...(answers && { answers: await answersOf(answers) }) },
    seed,
    onProgress: async (progress) => void (await tell({ step: comparing, ...progress, unit: 'prompts' })),
    onStep: tell,
  })
  keep(await putBytes(promptFile))
  return planned ? { ...result, plan: await planned.followed(request, models, result) } : result
}

const kinds: SpeaksTo[] = ['same-base', 'common-text', 'sibling']

function witnessesOf(inRole: (role: SpeaksTo) => ModelOutputs[]): Witness[] {
  return kinds.flatMap((speaksTo) => inRole(speaksTo).map((model) => ({ model, speaksTo })))
}

async function chosenProfile({ id, sha256 }: NonNullable<ComparisonRequest['profile']>): Promise<CalibrationProfile> {
  return profileIn(`profile ${id}`, await readFile(blobPath(Buffer.from(sha256, 'hex')), 'utf8'))
}

async function answersOf({ evidenceName, sha256 }: NonNullable<ComparisonRequest['answers']>) {
  return knownAnswersIn(`“${evidenceName}”`, await readFile(blobPath(Buffer.from(sha256, 'hex')), 'utf8'))
}
