import { Suspense } from 'react'
import { AskForSignals } from '@/components/analysis/ask-for-signals'
import { ClusterCellPanel } from '@/components/analysis/clusters/cluster-cell-panel'
import { ClusterMatrix } from '@/components/analysis/clusters/cluster-matrix'
import { DatasetOverview } from '@/components/analysis/dataset-overview'
import { MatrixChoice } from '@/components/analysis/matrix/matrix-choice'
import { MatrixOfAccounts } from '@/components/analysis/matrix/matrix-of-accounts'
import { SignalPanel } from '@/components/analysis/matrix/signal-panel'
import { RunState } from '@/components/analysis/run-state'
import { Section } from '@/components/layout/section'
import { addressWith } from '@/components/table/search-params'
import { type MatrixAsked, matrixPage } from '@/lib/analysis/dataset/dataset-page'
import { requireActor } from '@/lib/platform/session'

type Props = { params: Promise<{ number: string; id: string }>; searchParams: Promise<MatrixAsked> }

export default async function SignalsPage({ params, searchParams }: Props) {
  const actor = await requireActor()
  const key = await params
  const asked = await searchParams
  const base = `/cases/${key.number}/datasets/${key.id}`
  const page = await matrixPage(actor, key, asked)
  const { head, run, again, matrix, clusters, span, cell, clusterCell, scoreHint } = page
  const closed = addressWith(base, asked, { account: null, cluster: null, signal: null })
  return (
    <div className="space-y-10">
      <Section title="Overview">
        <Suspense fallback={<p className="h-64 text-ink-3">Reading the log…</p>}>
          <DatasetOverview actor={actor} head={head} path={base} params={asked} />
        </Suspense>
      </Section>
      <Section
        title="Signals"
        lead="Measured patterns, most conspicuous first. The order says what to look at; it is uncalibrated (v1) and its error rate is not established."
      >
        {run && <RunState run={run} number={key.number} whyNot={head.whyNotAnalyse} />}
        {(!run || again) && (
          <AskForSignals number={key.number} datasetId={key.id} again={again} whyNot={head.whyNotAnalyse} />
        )}
        {(matrix || clusters) && <MatrixChoice path={base} params={asked} span={span} />}
        {matrix && <MatrixOfAccounts {...{ matrix, base, scoreHint }} params={asked} named={head.accounts ?? 0} />}
        {clusters && <ClusterMatrix matrix={clusters} base={base} params={asked} />}
        {cell && <SignalPanel page={cell} base={base} closeHref={closed} />}
        {clusterCell && <ClusterCellPanel page={clusterCell} base={base} closeHref={closed} />}
      </Section>
    </div>
  )
}
