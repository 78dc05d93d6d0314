import { Form } from '@/components/form/form'
import { Notice } from '@/components/ui/notice'
import { Progress } from '@/components/ui/progress'
import { TextLink } from '@/components/ui/text-link'
import { runAgainAction } from '@/lib/analysis/actions'
import type { RunView } from '@/lib/analysis/runs/result-queries'
import { now } from '@/lib/platform/clock'
import type { Offer } from '@/lib/platform/offer'
import { RefreshWhile } from './refresh-while'

type Props = { run: RunView; number: string; whyNot: Offer }

/** Where a run stands: how far it is, why it failed and what to do, or that its evidence was withdrawn. Nothing when all is well. */
export function RunState({ run, number, whyNot }: Props) {
  return (
    <>
      {run.withdrawn.length > 0 && <Withdrawn names={run.withdrawn} />}
      {run.state === 'failed' && <Failed run={run} number={number} whyNot={whyNot} />}
      {(run.state === 'waiting' || run.state === 'running') && <UnderWay run={run} />}
    </>
  )
}

function UnderWay({ run: { progress, kind } }: { run: RunView }) {
  const seconds = progress ? (now().getTime() - progress.startedAt.getTime()) / 1000 : 0
  const rate = progress && seconds > 1 ? progress.done / seconds : null
  const left = rate && progress?.total ? (progress.total - progress.done) / rate : null
  return (
    <div role="status" className="max-w-xl">
      <RefreshWhile />
      {progress ? (
        <Progress label={progress.step} value={progress.done} max={progress.total} secondsLeft={left} />
      ) : (
        <p className="text-ink-2">Waiting for the worker. You may leave: it goes on without you.</p>
      )}
      {progress && kind === 'COMPARISON' && (
        <p className="mt-2 text-sm text-ink-2">
          A result is sealed whole, under one hash: its verdict appears together with what it hangs on, when the last
          step is done. You may leave: it goes on without you.
        </p>
      )}
    </div>
  )
}

function Failed({ run, number, whyNot }: Props) {
  return (
    <Notice tone="bad" title="This analysis failed">
      <p className="mb-3">{run.failure}</p>
      <Form
        action={runAgainAction}
        hidden={{ number, runId: run.id }}
        submit="Run again"
        whyNot={whyNot}
        beside={
          run.request.kind === 'COMPARISON' && (
            <TextLink href={`/cases/${number}/comparisons/new`}>Choose the models again</TextLink>
          )
        }
      />
    </Notice>
  )
}

function Withdrawn({ names }: { names: string[] }) {
  return (
    <Notice tone="warn" title="Its evidence was withdrawn">
      {names.map((name) => `“${name}”`).join(', ')} {names.length === 1 ? 'was' : 'were'} withdrawn after this analysis.
      It stands here for the record, and exports leave it out.
    </Notice>
  )
}
