import { RowsBehind } from '@/components/analysis/rows-behind'
import { RunState } from '@/components/analysis/run-state'
import { SignalCellView } from '@/components/analysis/signal-cell'
import { SignalExplained } from '@/components/analysis/signal-explained'
import { Section } from '@/components/layout/section'
import { TwoColumn } from '@/components/layout/two-column'
import { signalPage } from '@/lib/analysis/dataset-page'
import { rowsBehind } from '@/lib/analysis/explorer-queries'
import { requireActor } from '@/lib/platform/session'

type Props = {
  params: Promise<{ number: string; id: string; signal: string }>
  searchParams: Promise<{ account?: string }>
}

export default async function SignalPage({ params, searchParams }: Props) {
  const actor = await requireActor()
  const { signal: asked, ...key } = await params
  const page = await signalPage(actor, key, { signal: asked, ...(await searchParams) })
  const { head, run, signal, account, cell, summary, values, explained } = page
  const rows = cell && account !== undefined ? await rowsBehind(actor, head, { signal, account, values }) : []
  const base = `/cases/${key.number}/datasets/${key.id}`
  return (
    <TwoColumn sideLabel="What this signal is" side={explained && <SignalExplained signal={explained} />}>
      {run && <RunState run={run} number={key.number} whyNot={head.whyNotAnalyse} />}
      <Section
        title={explained?.title ?? signal}
        mark={account && <span className="font-mono">{account}</span>}
        lead={explained?.question}
      >
        {summary && !summary.computable && <p>Not computable from this log: {summary.why}</p>}
        {cell && <SignalCellView page={cell} />}
        {run?.state === 'done' && !cell && summary?.computable && <p>The analysis holds no account of that name.</p>}
      </Section>
      {cell && account !== undefined && (
        <Section title="Rows behind it" lead="Open a row to read it whole and to cite it.">
          <RowsBehind rows={rows} explorer={`${base}/explorer?account=${encodeURIComponent(account)}`} />
        </Section>
      )}
    </TwoColumn>
  )
}
