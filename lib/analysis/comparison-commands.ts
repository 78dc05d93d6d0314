/** Carries out a queued comparison from the stored bytes of its inputs. */

import { compareModels } from '@/lib/comparison/compare-models'
import { comparisonVersion } from '@/lib/comparison/method-definitions'
import type { ModelOutputs } from '@/lib/comparison/model-outputs'
import { defaultProfile } from '@/lib/comparison/profile-file'
import { readModelOutputs } from '@/lib/comparison/read-outputs'
import type { Actor } from '@/lib/platform/actor'
import { AppError } from '@/lib/platform/errors'
import { openBlob } from '@/lib/platform/storage'
import { partOf } from './model-records'
import { plannedRun } from './planned-run'
import { type Attempt, type Compute, carryOut } from './run-commands'
import type { ComparedModel, ComparisonRequest } from './run-request'

/** Compares the models of a queued run. May be called twice. */
export function runComparison(actor: Actor, attempt: Attempt): Promise<void> {
  return carryOut(actor, attempt, { kind: 'COMPARISON', version: comparisonVersion, compute: compareRequested })
}

const compareRequested: Compute<ComparisonRequest> = async (request, note) => {
  const { inputs, seed } = request
  const models = new Map<ComparedModel, ModelOutputs>()
  for (const [done, input] of inputs.entries()) {
    note({ step: 'Reading model outputs', done, total: inputs.length, unit: 'files' })
    models.set(input, await outputsOf(input))
  }
  const inRole = (role: ComparedModel['role']) =>
    inputs.filter((input) => input.role === role).map((input) => models.get(input) as ModelOutputs)
  const [suspect] = inRole('suspect')
  if (!suspect) throw new Error('a comparison without a suspect was queued')
  const planned = request.plan ? await plannedRun(request.plan) : null
  const result = await compareModels({
    suspect,
    candidates: inRole('candidate'),
    controls: inRole('control'),
    profile: defaultProfile,
    seed,
    marks: planned?.marks,
    onProgress: ({ done, total }) => note({ step: 'Comparing answers', done, total, unit: 'prompts' }),
  })
  return planned ? { ...result, plan: await planned.followed(request, models, result) } : result
}

/** A file that is one model is read as it is; one of several models as if its records were the whole file. */
async function outputsOf({ name, model, evidenceName, sha256 }: ComparedModel): Promise<ModelOutputs> {
  const file = () => ({ name: evidenceName, bytes: openBlob(Buffer.from(sha256, 'hex')) })
  const whole = await readModelOutputs({ name, bytes: file().bytes })
  if (model === null || (whole.modelNames.length === 1 && whole.modelNames[0] === model)) return whole
  if (!whole.modelNames.includes(model)) {
    throw new AppError('invalid-input', `“${evidenceName}” holds no answers of ${model}. Choose its models anew.`)
  }
  return readModelOutputs({ name, bytes: partOf(file(), model) })
}
