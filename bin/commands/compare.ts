/** `touchstone compare`: a model comparison from files alone; no database, no server, no engine. */

import type { Command } from '@/bin/command'
import { overFiles } from '@/bin/over-files'
import { progressLines } from '@/bin/progress-lines'
import { readNamedFiles } from '@/bin/read-named-files'
import { writeResult } from '@/bin/write-result'
import { type ComparisonInput, compareModels, defaultSamples, defaultSeed } from '@/lib/comparison/compare-models'
import { canonicalComparison } from '@/lib/comparison/comparison-result'
import { comparisonTable } from '@/lib/comparison/comparison-table'
import { compareInDetail } from '@/lib/comparison/detail/compare-in-detail'
import type { Witness } from '@/lib/comparison/detail/witnesses'
import { readKnownAnswers } from '@/lib/comparison/outputs/known-answers'
import type { ModelOutputs } from '@/lib/comparison/outputs/model-outputs'
import { defaultProfile, readProfile } from '@/lib/comparison/weights/profile-file'
import { planSentences } from '@/lib/planning/plan-words'
import { type Call, readCall, usage } from './compare-call'
import { heldAgainst, readHeldPlan } from './compare-plan'

/** The command as the dispatcher knows it. Exit codes: 0 done, 2 refused with one sentence. */
export const compareCommand: Command = {
  name: 'compare',
  summary: 'Rank candidate teachers of a suspect model against controls',
  usage,
  run: overFiles(usage, (args) => compare(readCall(args))),
}

async function compare(call: Call): Promise<void> {
  const plan = call.plan && (await readHeldPlan(call.plan))
  const input = await inputOf(call, plan?.registered.plan.method.seed ?? defaultSeed, plan?.canaries ?? [])
  const found = call.detail ? await detailed(input, call.witnesses) : await compareModels(input)
  const result = plan ? { ...found, plan: heldAgainst(plan, input, found) } : found
  const { json } = call
  if (json === '-') process.stdout.write(`${canonicalComparison(result)}\n`)
  else process.stdout.write([...planSentences(result.plan), comparisonTable(result)].join('\n'))
  if (json !== undefined && json !== '-') await writeResult(json, canonicalComparison(result))
}

async function inputOf(call: Call, seed: number, planned: string[]) {
  const { profile, answers } = call
  const { candidates, controls } = call
  const [suspect, ...others] = await readNamedFiles([call.suspect, ...candidates, ...controls])
  if (!suspect) throw new Error('the suspect was not read')
  return {
    suspect,
    candidates: others.slice(0, candidates.length),
    controls: others.slice(candidates.length),
    profile: profile === undefined ? defaultProfile : profile === 'none' ? null : await readProfile(profile),
    marks: {
      canaries: [...new Set([...call.canaries, ...planned])].sort(),
      ...(answers !== undefined && { answers: await readKnownAnswers(answers) }),
    },
    seed: call.seed ?? seed,
    samples: defaultSamples,
    onProgress: progressLines('Comparing answers'),
  }
}

async function detailed(input: ComparisonInput, files: Call['witnesses']) {
  const read = await readNamedFiles(files)
  const witnesses: Witness[] = files.map(({ speaksTo }, k) => ({ speaksTo, model: read[k] as ModelOutputs }))
  return (await compareInDetail({ ...input, witnesses })).result
}
