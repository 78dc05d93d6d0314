import { ChartFigure } from '@/components/chart/chart-figure'
import { Section } from '@/components/layout/section'
import type { ComparePage } from '@/lib/analysis/dataset/account-page'
import { drawAccounts } from '@/lib/analysis/dataset/accounts-drawing'

type Props = { traffic: ComparePage['traffic']; names: string[] }

/** When one account was busy, or two over each other on one axis. */
export function AccountsTraffic({ traffic, names }: Props) {
  if (traffic.bins.length === 0) return <p className="text-ink-2">The log has no time of these accounts.</p>
  return (
    <Section title="Time line">
      <ChartFigure
        draw={(width) => drawAccounts(traffic, { names, width })}
        fileName={`${names.join('-')}-time-line`}
      />
    </Section>
  )
}
