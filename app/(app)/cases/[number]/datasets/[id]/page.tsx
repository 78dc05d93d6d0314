import { AskForSignals } from '@/components/analysis/ask-for-signals'
import { MatrixBar } from '@/components/analysis/matrix-bar'
import { MatrixPages } from '@/components/analysis/matrix-pages'
import { MissingSignals } from '@/components/analysis/missing-signals'
import { NoAccounts } from '@/components/analysis/no-accounts'
import { RunState } from '@/components/analysis/run-state'
import { SignalMatrix } from '@/components/analysis/signal-matrix'
import { SignalPanel } from '@/components/analysis/signal-panel'
import { Section } from '@/components/layout/section'
import { addressWith } from '@/components/table/search-params'
import { matrixPage } from '@/lib/analysis/dataset-page'
import { requireActor } from '@/lib/platform/session'

type Params = Partial<Record<'q' | 'sort' | 'page' | 'only' | 'account' | 'signal', string>>
type Props = { params: Promise<{ number: string; id: string }>; searchParams: Promise<Params> }

export default async function SignalsPage({ params, searchParams }: Props) {
  const actor = await requireActor()
  const key = await params
  const asked = await searchParams
  const base = `/cases/${key.number}/datasets/${key.id}`
  const { head, run, again, matrix, cell, scoreHint } = await matrixPage(actor, key, asked)
  return (
    <Section
      title="Signals"
      lead="Measured patterns by account, most conspicuous first. The order says what to look at; it is uncalibrated (v1) and its error rate is not established."
    >
      {run && <RunState run={run} number={key.number} whyNot={head.whyNotAnalyse} />}
      {(!run || again) && (
        <AskForSignals number={key.number} datasetId={key.id} again={again} whyNot={head.whyNotAnalyse} />
      )}
      {matrix && (
        <>
          <MatrixBar found={matrix.found} path={base} params={asked} />
          {matrix.rows.length === 0 ? (
            <NoAccounts named={head.accounts ?? 0} base={base} />
          ) : (
            <SignalMatrix matrix={matrix} path={base} params={asked} scoreHint={scoreHint} />
          )}
          <MissingSignals missing={matrix.missing} />
          <MatrixPages matrix={matrix} path={base} params={asked} />
        </>
      )}
      {cell && (
        <SignalPanel page={cell} base={base} closeHref={addressWith(base, asked, { account: null, signal: null })} />
      )}
    </Section>
  )
}
