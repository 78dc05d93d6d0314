import { StateMark } from '@/components/ui/state-mark'
import { TextLink } from '@/components/ui/text-link'
import { Time } from '@/components/ui/time'
import type { Tone } from '@/components/ui/tone'
import type { RunView } from '@/lib/analysis/result-queries'
import { runHref, runTitle, stateWords } from '@/lib/analysis/run-words'
import { RunState } from './run-state'

const tones: Record<RunView['state'], Tone> = { waiting: 'neutral', running: 'info', done: 'ok', failed: 'bad' }

/** Every analysis of the case, newest first, each with where it stands. */
export function RunList({ runs, number, whyNot }: { runs: RunView[]; number: string; whyNot: string | null }) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {runs.map((run) => (
        <li key={run.id} className="space-y-3 py-3">
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
      ))}
    </ul>
  )
}
