import type { Matrix } from '@/lib/analysis/dataset/signal-matrix'
import { formatAmount } from '@/lib/platform/format-number'

/** The signals that this log does not carry, folded away, each with its reason. */
export function MissingSignals({ missing }: Pick<Matrix, 'missing'>) {
  if (missing.length === 0) return null
  return (
    <details className="text-ink-2">
      <summary className="cursor-pointer">
        {formatAmount(missing.length, 'signal')} can not be computed from this log
      </summary>
      <dl className="mt-2 max-w-[70ch] space-y-1">
        {missing.map(({ title, why }) => (
          <div key={title}>
            <dt className="inline font-medium">{title}</dt>: <dd className="inline">{why}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
