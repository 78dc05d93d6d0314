import { SidePanel } from '@/components/ui/side-panel'
import { TextLink } from '@/components/ui/text-link'
import type { CellPage } from '@/lib/analysis/dataset/dataset-page'
import { SignalCellView } from './signal-cell'
import { SignalExplained } from './signal-explained'

type Props = { page: CellPage; base: string; closeHref: string }

/** The cell of the matrix that the address names, beside the matrix. */
export function SignalPanel({ page, base, closeHref }: Props) {
  const { explained, account, signal } = page
  const where = `${base}/signals/${signal}?account=${encodeURIComponent(account)}`
  return (
    <SidePanel
      closeHref={closeHref}
      title={
        <>
          {explained?.title ?? signal} <span className="font-mono text-base font-normal break-all">{account}</span>
        </>
      }
    >
      <div className="space-y-6">
        {explained && <p className="text-ink-2">{explained.question}</p>}
        <SignalCellView page={page} />
        <p className="flex flex-wrap gap-x-4">
          <TextLink href={where}>Rows behind it</TextLink>
          <TextLink href={`${base}/explorer?account=${encodeURIComponent(account)}`}>All rows of the account</TextLink>
        </p>
        {explained && <SignalExplained signal={explained} />}
      </div>
    </SidePanel>
  )
}
