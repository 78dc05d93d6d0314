import type { ReactNode } from 'react'

type Props = {
  title: ReactNode
  /** A count or mark beside the title. */
  mark?: ReactNode
  /** One sentence under it. */
  lead?: ReactNode
  /** Buttons at its right. */
  actions?: ReactNode
  id?: string
  children?: ReactNode
}

/** A part of a page under its heading. */
export function Section({ title, mark, lead, actions, id, children }: Props) {
  return (
    <section id={id} className="scroll-mt-16 space-y-4">
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
        <div className="min-w-0 space-y-0.5">
          <h2 className="flex items-baseline gap-2 text-lg font-semibold">
            {title}
            {(mark || mark === 0) && <span className="figures text-base font-normal text-ink-3">{mark}</span>}
          </h2>
          {lead && <p className="max-w-[70ch] text-ink-2">{lead}</p>}
        </div>
        {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
      </div>
      {children}
    </section>
  )
}
