import { formatAmount, formatBytes } from '@/lib/platform/format-number'

/** A size for the eye, the exact number of bytes on hover. */
export function Bytes({ value }: { value: number }) {
  return (
    <span className="figures whitespace-nowrap" title={formatAmount(value, 'byte')}>
      {formatBytes(value)}
    </span>
  )
}
