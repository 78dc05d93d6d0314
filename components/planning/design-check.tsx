'use client'

import { StateMark } from '@/components/ui/state-mark'
import { designGaps } from '@/lib/planning/design-gaps'
import type { Plan } from '@/lib/planning/plan'
import type { PowerTable } from '@/lib/planning/prompt-spread'
import { joinCandidates, splitCandidates, splitLines } from '@/lib/planning/written-names'
import { formatAmount, formatShare } from '@/lib/platform/format-number'

type Props = { plan: Plan | null; written: Record<string, string>; table: PowerTable; fallbackPower: number }

/** Prompts needed for the wanted power, and what the design still lacks, while it is written. */
export function DesignCheck({ plan, written, table, fallbackPower }: Props) {
  const candidates = splitCandidates(written.candidates ?? (plan ? joinCandidates(plan.candidates) : ''))
  const wanted = Number(written.power ?? plan?.power.wanted ?? fallbackPower)
  const count = Math.min(8, Math.max(1, candidates.length))
  const needed = table.find((entry) => entry.power === wanted && entry.candidates === count)?.needed ?? null
  const older = splitLines(written.olderSuspects ?? plan?.olderSuspects.join('\n') ?? '')
  const controls = splitLines(written.controls ?? plan?.controls.join('\n') ?? '')
  const hasPrompts = (written.promptsFrom ?? plan?.prompts?.evidenceId ?? '') !== ''
  const gaps = designGaps({
    suspect: written.suspect ?? plan?.suspect ?? '',
    ...{ candidates, controls: [...new Set([...controls, ...older])], olderSuspects: older },
    promptCount: hasPrompts ? Number.POSITIVE_INFINITY : null,
    power: { wanted, promptsNeeded: needed?.prompts ?? null, reachable: needed?.reachable ?? null },
    sampling: {
      ...{ system: '', topP: null, seed: null },
      temperature: settingOf(written.temperature, plan?.sampling.temperature),
      maxOutputTokens: settingOf(written.maxOutputTokens, plan?.sampling.maxOutputTokens),
    },
  })
  return (
    <div className="space-y-6" aria-live="polite">
      <section className="space-y-2">
        <h3 className="font-semibold">Prompts needed</h3>
        <p className="figures text-2xl font-semibold">{needed?.prompts ? `${needed.prompts}` : 'No number'}</p>
        <p className="text-sm text-ink-2">{neededSentence(needed, wanted, count)}</p>
        <Formula />
      </section>
      <Gaps gaps={gaps} />
    </div>
  )
}

function Gaps({ gaps }: { gaps: string[] }) {
  return (
    <section className="space-y-2">
      <h3 className="font-semibold">What the design lacks</h3>
      {gaps.length === 0 && <StateMark tone="ok">Nothing</StateMark>}
      <ul className="list-disc space-y-2 pl-4 text-sm text-ink-2">
        {gaps.map((gap) => (
          <li key={gap}>{gap}</li>
        ))}
      </ul>
      {gaps.length > 0 && (
        <p className="text-sm text-ink-3">A plan can be registered with gaps; they are frozen with it.</p>
      )}
    </section>
  )
}

const settingOf = (written: string | undefined, before: number | null | undefined): number | null =>
  written === undefined ? (before ?? null) : written === '' ? null : Number(written)

function neededSentence(needed: PowerTable[number]['needed'] | null, wanted: number, candidates: number): string {
  if (needed === null) return 'Not known: no calibration ships with this version of the methods.'
  const among = formatAmount(candidates, 'candidate lineage')
  return needed.prompts === null
    ? `No number of prompts gives ${formatShare(wanted, 0)} among ${among}: the shipped calibration would support ${formatShare(needed.reachable, 0)} of documented teachers at most.`
    : `For ${formatShare(wanted, 0)} among ${among}; without limit on prompts it would be ${formatShare(needed.reachable, 0)}. Fewer than the least that was calibrated are never advised.`
}

/** How the number is found, for whoever asks. */
function Formula() {
  return (
    <details className="text-sm text-ink-2">
      <summary className="cursor-pointer text-accent">How this is computed</summary>
      <p className="mt-2">
        power(n) is the mean over the calibration’s documented pairs of Φ((x − t) ∕ SE(n)): x is the pair’s held-out
        log10 likelihood ratio, SE(n)² = σ² ∕ n + s², and t is what a comparison demands to say “supports”, the greater
        of z · SE(n) and the value that at most 5 % ∕ k of unrelated pairs reach. σ was measured by drawing prompts
        again; s is set so that the power at the calibrated number of prompts is the share that was observed there.
      </p>
    </details>
  )
}
