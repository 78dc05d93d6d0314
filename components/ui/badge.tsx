import type { ReactNode } from 'react'
import { classNames } from './class-names'
import type { Tone } from './tone'

const looks: Record<Tone, string> = {
  neutral: 'border-line-2 text-ink-2',
  info: 'border-accent/40 text-accent',
  ok: 'border-ok/40 text-ok',
  warn: 'border-warn/40 text-warn',
  bad: 'border-bad/40 text-bad',
}

/** A short word about a thing (its kind, a flag), outlined; for states use `StateMark`. */
export function Badge({ tone = 'neutral', icon, children }: { tone?: Tone; icon?: ReactNode; children: ReactNode }) {
  return (
    <span
      className={classNames(
        'inline-flex h-5 items-center gap-1 rounded-xs border px-1.5 text-xs font-medium whitespace-nowrap',
        looks[tone],
      )}
    >
      {icon}
      {children}
    </span>
  )
}
