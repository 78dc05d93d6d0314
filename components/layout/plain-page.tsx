import type { ReactNode } from 'react'
import { Brand } from './brand'

/** A page outside the product's frame: signing in, an invitation, something that is not there. */
export function PlainPage({ title, lead, children }: { title: string; lead?: ReactNode; children?: ReactNode }) {
  return (
    <main id="content" className="mx-auto flex min-h-dvh max-w-md flex-col justify-center gap-8 px-6 py-16">
      <Brand />
      <div className="space-y-2">
        <h1 className="font-serif text-2xl font-semibold tracking-[-0.01em] text-balance">{title}</h1>
        {lead && <div className="text-read text-ink-2">{lead}</div>}
      </div>
      {children}
    </main>
  )
}
