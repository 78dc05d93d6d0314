import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { type Tone, ToneIcon, toneText } from './tone'

const looks: Record<Tone, string> = {
  neutral: 'border-line-2',
  info: 'border-accent',
  ok: 'border-ok',
  warn: 'border-warn bg-warn-soft',
  bad: 'border-bad bg-bad-soft',
}

type Props = {
  tone?: Tone
  title?: ReactNode
  children?: ReactNode
  /** Buttons or links: what to do about it. */
  actions?: ReactNode
  /** Appears while the page is open, so a reader should say it. */
  live?: boolean
}

/** A sentence that the page must say before its content: what happened, what it means, what to do. */
export function Notice({ tone = 'info', title, children, actions, live }: Props) {
  const role = live ? (tone === 'bad' ? 'alert' : 'status') : undefined
  return (
    <div
      role={role}
      className={classNames(
        'flex gap-3 border-l-2 px-4',
        tone === 'warn' || tone === 'bad' ? 'py-3' : 'py-1.5',
        looks[tone],
      )}
    >
      <span className={classNames('mt-0.5', toneText[tone])}>
        <ToneIcon tone={tone} className="size-4" />
      </span>
      <div className="min-w-0 max-w-[70ch] flex-1 space-y-1">
        {title && <p className="font-semibold">{title}</p>}
        {children && <div className="text-ink-2">{children}</div>}
        {actions && <div className="flex flex-wrap gap-2 pt-2">{actions}</div>}
      </div>
    </div>
  )
}
