import { Day } from '@/components/ui/day'

/** The days in force, both included. */
export function InForce({ from, until }: { from: Date; until: Date | null }) {
  return (
    <span className="figures text-ink-2">
      <Day at={from} /> – {until ? <Day at={until} /> : 'in force'}
    </span>
  )
}
