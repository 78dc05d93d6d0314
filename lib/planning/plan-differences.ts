/** Whether a comparison was run as its plan says, and if not, where it differs. Pure. */

import type { PlanFollowed } from '@/lib/comparison/plan-followed'
import { formatAmount } from '@/lib/platform/format-number'
import type { Plan } from './plan'

/** One model as it was compared. `model` is its name in the file; prompts are null where the plan leaves them open. */
export type ComparedOutputs = {
  role: 'suspect' | 'candidate' | 'control'
  name: string
  model: string | null
  evidenceName: string
  /** When its evidence came into the case, ISO 8601; null where the files alone are at hand. */
  addedAt: string | null
  /** Of the registered prompts, how many it answers; how many others it answers; how many have another text. */
  prompts: { answered: number; others: number; altered: number } | null
  /** Decoding as the collection recorded it; null for outputs that were uploaded. */
  sampling: Plan['sampling'] | null
}

export type Run = {
  inputs: readonly ComparedOutputs[]
  method: Plan['method']
  /** Comparisons of the case that were complete before the plan was registered; 0 where that is not known. */
  comparisonsBefore: number
}

/** A plan with what the record says of it; id, version and time are null for a plan that came as a file. */
export type Registered = {
  id: string | null
  name: string
  version: number | null
  sha256: string
  registeredAt: string | null
  plan: Plan
}

/** What a run owes to its plan: differences make it a run that is not as registered; notes say how much that shows. */
export function planFollowed({ plan, ...registered }: Registered, run: Run): PlanFollowed {
  const differences = [...modelDifferences(plan, run), ...promptDifferences(plan, run), ...methodDifferences(plan, run)]
  return {
    ...{ planId: registered.id, name: registered.name, version: registered.version },
    ...{ sha256: registered.sha256, registeredAt: registered.registeredAt },
    promptsFrom: plan.prompts?.evidenceName ?? null,
    asRegistered: differences.length === 0,
    differences,
    notes: [...notesOf(registered, run), ...plan.gaps.map((gap) => `Known when it was registered: ${gap}`)],
  }
}

const called = ({ model, name }: ComparedOutputs) => model ?? name

function modelDifferences(plan: Plan, { inputs }: Run): string[] {
  const planned = {
    suspect: [plan.suspect],
    candidate: plan.candidates.flatMap(({ models }) => models),
    control: plan.controls,
  }
  return (['suspect', 'candidate', 'control'] as const).flatMap((role) => {
    const run = inputs.filter((input) => input.role === role).map(called)
    return [
      ...planned[role]
        .filter((name) => !run.includes(name))
        .map((name) => `${name} was planned as ${role} and left out.`),
      ...run.filter((name) => !planned[role].includes(name)).map((name) => `${name} was added as ${role}.`),
    ]
  })
}

function promptDifferences({ prompts }: Plan, { inputs }: Run): string[] {
  if (prompts === null) return []
  return inputs.flatMap((input) => {
    if (input.prompts === null) return []
    const { answered, others, altered } = input.prompts
    const missing = prompts.count - answered
    return [
      ...(missing > 0
        ? [`${called(input)} answers ${answered} of ${formatAmount(prompts.count, 'registered prompt')}.`]
        : []),
      ...(altered > 0
        ? [`${called(input)} was asked ${formatAmount(altered, 'registered prompt')} in other words.`]
        : []),
      ...(others > 0
        ? [`${called(input)} answers ${formatAmount(others, 'prompt')} that the plan does not hold.`]
        : []),
    ]
  })
}

function methodDifferences({ method, sampling }: Plan, run: Run): string[] {
  const differ = (what: string, planned: unknown, used: unknown) =>
    planned === used ? [] : [`${what}: ${planned ?? 'none'} was planned, ${used ?? 'none'} was used.`]
  return [
    ...differ('Methods', method.version, run.method.version),
    ...differ('Calibration profile', method.profile, run.method.profile),
    ...differ('Seed of the resampling', method.seed, run.method.seed),
    ...differ('Resamples', method.samples, run.method.samples),
    ...run.inputs.flatMap((input) =>
      input.sampling && JSON.stringify(sorted(input.sampling)) !== JSON.stringify(sorted(sampling))
        ? [`${called(input)} was collected with other sampling settings.`]
        : [],
    ),
  ]
}

const sorted = (settings: object) => Object.entries(settings).sort(([a], [b]) => (a < b ? -1 : 1))

function notesOf({ registeredAt }: Omit<Registered, 'plan'>, { inputs, comparisonsBefore }: Run): string[] {
  if (registeredAt === null) return [recordKnows]
  const before = inputs.filter(({ addedAt }) => addedAt !== null && addedAt < registeredAt).map(called)
  const uploaded = inputs.filter(({ sampling }) => sampling === null).map(called)
  return [
    before.length === 0
      ? 'All outputs came into the case after the plan was registered.'
      : `Outputs of ${listed(before)} were in the case before the plan was registered: they could have been looked at.`,
    ...(uploaded.length > 0
      ? [`Outputs of ${listed(uploaded)} were uploaded: their sampling settings are not known here.`]
      : []),
    ...(comparisonsBefore > 0
      ? [
          `${formatAmount(comparisonsBefore, 'comparison')} of this case had been completed before the plan was registered.`,
        ]
      : []),
  ]
}

const recordKnows =
  'Files show neither when the plan was registered nor when and how the outputs were drawn: find this SHA-256 in the record of the case, which holds the time.'

const named = 5

function listed(names: string[]): string {
  const more = names.length - named
  return more > 0 ? `${names.slice(0, named).join(', ')} and ${more} more` : names.join(', ')
}
