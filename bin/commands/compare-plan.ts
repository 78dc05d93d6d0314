/** What `touchstone compare --plan` does: looks for the plan's markers, and says afterwards whether the run was as registered. */

import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { allPrompts, promptsHash, readPrompts } from '@/lib/collection/prompt-set'
import type { ComparisonInput } from '@/lib/comparison/compare-models'
import type { ComparisonResult } from '@/lib/comparison/comparison-result'
import type { ModelOutputs } from '@/lib/comparison/outputs/model-outputs'
import type { PlanFollowed } from '@/lib/comparison/plan-followed'
import { type ComparedOutputs, planFollowed, type Registered } from '@/lib/planning/plan-differences'
import { readPlanFile } from '@/lib/planning/plan-file'
import { countPrompts, plannedPrompts } from '@/lib/planning/plan-prompts'
import { AppError } from '@/lib/platform/errors'

/** `prompts` is the path of the file that the plan takes its prompts from. */
export type PlanFiles = { plan: string; sha256: string | undefined; prompts: string | undefined }

/** A plan that was read, with its prompts by id, or null where it leaves them open. */
export type HeldPlan = { registered: Registered; prompts: ReadonlyMap<string, string> | null; canaries: string[] }

/** Reads plan and prompts. Throws `invalid-input` when either is not what was registered. */
export async function readHeldPlan({ plan: path, sha256, prompts: promptsPath }: PlanFiles): Promise<HeldPlan> {
  const registered = await readPlanFile(path, sha256)
  const { prompts } = registered.plan
  if (prompts === null) return { registered, prompts: null, canaries: [] }
  if (promptsPath === undefined)
    throw new AppError(
      'invalid-input',
      `The plan registers the ${prompts.count} prompts of “${prompts.evidenceName}”: give that file with --prompts FILE.`,
    )
  const all = allPrompts(await promptsIn(promptsPath), prompts)
  if (promptsHash(all) !== prompts.sha256)
    throw new AppError(
      'invalid-input',
      `${promptsPath} does not give the prompts that were registered: take “${prompts.evidenceName}” from the case.`,
    )
  return { registered, prompts: plannedPrompts(all), canaries: prompts.canaries.map(({ marker }) => marker) }
}

async function promptsIn(path: string) {
  try {
    return await readPrompts({ name: basename(path), bytes: createReadStream(path) })
  } catch (cause) {
    if (cause instanceof AppError) throw cause
    throw new AppError('not-found', `The file ${path} cannot be read: check the path and your rights to it.`, { cause })
  }
}

/** Whether the comparison was run as its plan says. A model is known by the one name in its file, else by the one that was given. */
export function heldAgainst(
  { registered, prompts }: HeldPlan,
  input: ComparisonInput,
  result: ComparisonResult,
): PlanFollowed {
  const compared = (role: ComparedOutputs['role'], { name, modelNames, outputs }: ModelOutputs): ComparedOutputs => ({
    ...{ role, name, model: modelNames.length === 1 ? (modelNames[0] ?? null) : null, evidenceName: name },
    ...{ addedAt: null, sampling: null },
    prompts: prompts && countPrompts(outputs, prompts),
  })
  const { method, seed, resampling } = result
  return planFollowed(registered, {
    inputs: [
      compared('suspect', input.suspect),
      ...input.candidates.map((model) => compared('candidate', model)),
      ...input.controls.map((model) => compared('control', model)),
    ],
    method: { version: method.version, profile: method.profile, seed, samples: resampling.samples },
    comparisonsBefore: 0,
  })
}
