import { formatBytes, formatCount, formatDuration } from '@/lib/platform/format-number'

type Props = {
  /** What is going on: "Reading rows", "Uploading october.jsonl". */
  label: string
  value: number
  /** Null when the whole is not known yet. */
  max: number | null
  unit?: 'bytes' | 'count'
  /** Per second, in the same unit. */
  rate?: number | null
  secondsLeft?: number | null
}

/** Long work: amount, rate and time left in words under a bar. */
export function Progress({ label, value, max, unit = 'count', rate, secondsLeft }: Props) {
  const write = unit === 'bytes' ? formatBytes : formatCount
  const facts = [
    max === null ? write(value) : `${write(value)} of ${write(max)}`,
    rate ? `${write(rate)}/s` : null,
    secondsLeft != null ? `${formatDuration(secondsLeft)} left` : null,
  ].filter(Boolean)
  return (
    <div className="space-y-1">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="font-medium">{label}</span>
        <span className="figures text-sm text-ink-2">{facts.join(' · ')}</span>
      </div>
      <progress
        className="progress"
        aria-label={label}
        value={max === null ? undefined : value}
        max={max ?? undefined}
      />
    </div>
  )
}
