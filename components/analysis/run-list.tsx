import { Section } from '@/components/layout/section'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { StateMark } from '@/components/ui/state-mark'
import { TextLink } from '@/components/ui/text-link'
import { Time } from '@/components/ui/time'
import type { Tone } from '@/components/ui/tone'
import type { RunView } from '@/lib/analysis/runs/result-queries'
import { runHref, runTitle, stateWords } from '@/lib/analysis/runs/run-words'
import type { Offer } from '@/lib/platform/offer'
import { RunState } from './run-state'

const tones: Record<RunView['state'], Tone> = { waiting: 'neutral', running: 'info', done: 'ok', failed: 'bad' }

type Props = { runs: RunView[]; number: string; whyNot: Offer }

/** Every analysis of the case, newest first, each with where it stands; or what to do when there is none. */
export function RunList({ runs, number, whyNot }: Props) {
  const compare = (
    <>
      <LinkButton href={`/cases/${number}/plans`}>Plans and collections</LinkButton>
      <LinkButton href={`/cases/${number}/comparisons/new`} whyNot={whyNot}>
        Compare models
      </LinkButton>
    </>
  )
  return (
    <Section
      title="Analyses"
      mark={runs.length}
      lead="Signals run by themselves when a usage log was read. The same request gives the same result, to the byte."
      actions={runs.length > 0 && compare}
    >
      {runs.length === 0 && (
        <EmptyState title="Nothing was analysed yet" action={compare}>
          Add a usage log as evidence, or compare the model outputs that were added.
        </EmptyState>
      )}
      {runs.length > 0 && (
        <ul className="divide-y divide-line border-y border-line">
          {runs.map((run) => (
            <RunEntry key={run.id} {...{ run, number, whyNot }} />
          ))}
        </ul>
      )}
    </Section>
  )
}

function RunEntry({ run, number, whyNot }: { run: RunView; number: string; whyNot: Offer }) {
  return (
    <li className="space-y-3 py-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <span className="min-w-0">
          <TextLink href={runHref(number, run)}>{runTitle(run)}</TextLink>
          <span className="ml-3 text-sm text-ink-3">
            <Time at={run.createdAt} /> · {run.requestedBy ?? 'when its dataset was made'}
          </span>
        </span>
        <StateMark tone={tones[run.state]}>{stateWords[run.state]}</StateMark>
      </div>
      <RunState run={run} number={number} whyNot={whyNot} />
    </li>
  )
}
