import type { ReactNode } from 'react'
import { formatAmount } from '@/lib/platform/format-number'

type Props = {
  /** How many rows there are under these filters; null while that is not known. */
  count: number | null
  noun: string
  plural?: string
  /** True when `count` is only what could be counted: "10,000+". */
  atLeast?: boolean
  /** `FilterChips`. */
  filters?: ReactNode
  /** Export and column choice. */
  actions?: ReactNode
}

/** The line above a table: its filters, how many rows, and what one can do with all of them. */
export function TableBar({ count, noun, plural, atLeast, filters, actions }: Props) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
      <div className="flex min-w-0 flex-wrap items-center gap-2">{filters}</div>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        {count !== null && (
          <p role="status" className="figures text-sm whitespace-nowrap text-ink-3">
            {atLeast ? 'At least ' : ''}
            {formatAmount(count, noun, plural)}
          </p>
        )}
        {actions}
      </div>
    </div>
  )
}
