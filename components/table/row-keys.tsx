'use client'

import type { ReactNode } from 'react'
import { useEffect, useRef } from 'react'

const typing = 'input, textarea, select, [contenteditable], [role="dialog"], [role="menu"]'

function step(links: HTMLElement[], by: number) {
  const at = links.indexOf(document.activeElement as HTMLElement)
  const next = at === -1 ? (by > 0 ? 0 : links.length - 1) : Math.min(links.length - 1, Math.max(0, at + by))
  links[next]?.focus()
  links[next]?.scrollIntoView({ block: 'nearest' })
}

/** Lets j and k walk the rows of the table inside; Enter then follows the row's link, as everywhere. */
export function RowKeys({ children }: { children: ReactNode }) {
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const walk = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement
      if (event.ctrlKey || event.metaKey || event.altKey || target.closest(typing)) return
      if (event.key !== 'j' && event.key !== 'k') return
      const links = [...(frame.current?.querySelectorAll<HTMLElement>('[data-row-link]') ?? [])]
      if (links.length > 0) step(links, event.key === 'j' ? 1 : -1)
    }
    document.addEventListener('keydown', walk)
    return () => document.removeEventListener('keydown', walk)
  }, [])
  return (
    <div ref={frame} className="@container -mx-3">
      {/* Between list and roomy table it may scroll sideways; beyond that the page scrolls and the head sticks. */}
      <div className="relative @2xl:@max-5xl:overflow-x-auto">{children}</div>
    </div>
  )
}
