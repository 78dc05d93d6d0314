import { ChartFigure } from '@/components/chart/chart-figure'
import { Section } from '@/components/layout/section'
import { type SpanRow, spanChart } from '@/lib/charts/span-chart'

/** Traffic, conduct, terms and steps of a case on one axis. */
export function CaseTimeLine({ rows, number }: { rows: SpanRow[]; number: string }) {
  if (rows.length === 0) return null
  const given = {
    title: 'What lay beside what in time?',
    summary: 'Traffic in the logs, the alleged conduct, the terms in force, and the steps of the case.',
    rows,
    now: Date.now(),
  }
  return (
    <Section title="Time line">
      <ChartFigure draw={(width) => spanChart({ ...given, width })} fileName={`${number}-time-line`} />
    </Section>
  )
}
