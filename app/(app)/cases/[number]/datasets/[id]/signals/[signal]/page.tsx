import { SignalCellView } from '@/components/analysis/matrix/signal-cell'
import { SignalCourseView } from '@/components/analysis/matrix/signal-course'
import { SignalExplained } from '@/components/analysis/matrix/signal-explained'
import { RowsBehind } from '@/components/analysis/rows-behind'
import { RunState } from '@/components/analysis/run-state'
import { Section } from '@/components/layout/section'
import { TwoColumn } from '@/components/layout/two-column'
import { signalPage } from '@/lib/analysis/dataset/dataset-page'
import { signalCourse } from '@/lib/analysis/dataset/signal-course'
import { rowsBehind } from '@/lib/analysis/explorer/explorer-queries'
import { requireActor } from '@/lib/platform/session'

type Props = {
  params: Promise<{ number: string; id: string; signal: string }>
  searchParams: Promise<{ account?: string }>
}

export default async function SignalPage({ params, searchParams }: Props) {
  const actor = await requireActor()
  const { signal: named, ...key } = await params
  const page = await signalPage(actor, key, { signal: named, ...(await searchParams) })
  const { head, run, signal, account, cell, summary, values, promptSets, explained } = page
  const asked = cell && account !== undefined ? { signal, account, values, promptSets } : null
  const [rows, course] = asked
    ? await Promise.all([rowsBehind(actor, head, asked), signalCourse(actor, head, asked)])
    : [[], null]
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
        {run?.state === 'done' && !cell && summary?.computable && (
          <p>{account ? 'The analysis holds no account of that name.' : 'This log names no account to measure.'}</p>
        )}
      </Section>
      {course && <SignalCourseView course={course} />}
      {asked && (
        <Section title="Rows behind it" lead="Open a row to read it whole and to cite it.">
          <RowsBehind rows={rows} explorer={`${base}/explorer?account=${encodeURIComponent(asked.account)}`} />
        </Section>
      )}
    </TwoColumn>
  )
}
