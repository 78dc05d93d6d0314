import { Hash, WholeHash } from '@/components/ui/code'
import { type Description, DescriptionList } from '@/components/ui/description-list'
import { Time } from '@/components/ui/time'
import { samplingWords } from '@/lib/collection/sampling-words'
import type { Plan } from '@/lib/planning/plan'
import type { PlanShown } from '@/lib/planning/queries'
import { formatAmount, formatShare } from '@/lib/platform/format-number'

/** What a registered plan says, and the hash that proves it. */
export function PlanFacts({ shown }: { shown: PlanShown }) {
  const { plan, sha256, registeredAt, registeredBy } = shown
  return (
    <div className="max-w-3xl">
      <DescriptionList
        items={[
          { term: 'Registered', value: <Registered at={registeredAt} name={registeredBy.name} /> },
          { term: 'SHA-256', value: <WholeHash value={sha256} /> },
          ...models(plan),
          { term: 'Prompts', value: <Prompts plan={plan} /> },
          { term: 'Power', value: powerText(plan) },
          { term: 'Sampling', value: samplingWords(plan.sampling) },
          { term: 'Methods', value: methodText(plan) },
          ...(plan.reasons ? [{ term: 'Reasons', value: plan.reasons }] : []),
        ]}
      />
    </div>
  )
}

function Registered({ at, name }: { at: Date; name: string }) {
  return (
    <>
      <Time at={at} /> by {name}
    </>
  )
}

function models({ suspect, candidates, controls, olderSuspects }: Plan): Description[] {
  const lineages = candidates.map(({ lineage, models: all }) => `${lineage} (${all.join(', ')})`)
  return [
    { term: 'Suspect', value: suspect },
    { term: 'Candidates', value: lineages.join('; ') },
    {
      term: 'Controls',
      value:
        controls.map((name) => (olderSuspects.includes(name) ? `${name} (older suspect)` : name)).join(', ') || 'none',
    },
  ]
}

function Prompts({ plan: { prompts } }: { plan: Plan }) {
  if (prompts === null) return <>Left to the files that are compared</>
  const extra = [
    ...(prompts.identityProbes ? ['identity probes'] : []),
    ...(prompts.canaries.length > 0 ? [formatAmount(prompts.canaries.length, 'canary prompt')] : []),
  ]
  return (
    <span className="flex flex-wrap items-baseline gap-x-3">
      <span>
        {formatAmount(prompts.count, 'prompt')} from “{prompts.evidenceName}”
        {extra.length > 0 && `, with ${extra.join(' and ')}`}
      </span>
      <Hash value={prompts.sha256} />
    </span>
  )
}

function powerText({ power: { wanted, promptsNeeded, reachable } }: Plan): string {
  const needed =
    promptsNeeded === null
      ? `no number of prompts reaches it${reachable === null ? '' : `; at most ${formatShare(reachable, 0)}`}`
      : `${formatAmount(promptsNeeded, 'prompt')} needed`
  return `${formatShare(wanted, 0)} wanted; ${needed}`
}

function methodText({ method: { version, profile, seed, samples } }: Plan): string {
  return `${version}, ${profile ? `calibration ${profile}` : 'no calibration'}, seed ${seed}, ${formatAmount(samples, 'resample')}`
}
