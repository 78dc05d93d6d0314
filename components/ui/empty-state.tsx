import type { ReactNode } from 'react'

/** What this place is for and the one thing to do next. */
export function EmptyState({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="border-y border-line py-12">
      <div className="mx-auto max-w-[52ch] space-y-2 text-center">
        <p className="font-serif text-lg font-semibold">{title}</p>
        {children && <div className="text-ink-2">{children}</div>}
        {action && <div className="flex justify-center gap-2 pt-3">{action}</div>}
      </div>
    </div>
  )
}
