'use client'

import { X } from 'lucide-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

// A dialog that was closed stays in the page, hidden, with what was typed in it.
const floating = '[role="dialog"]:not([hidden]), [role="menu"]:not([hidden])'

/** The cross of a side panel; Escape does the same unless something that floats above takes it first. */
export function SidePanelClose({ href }: { href: string }) {
  const router = useRouter()
  useEffect(() => {
    const close = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented && !document.querySelector(floating))
        router.push(href, { scroll: false })
    }
    document.addEventListener('keydown', close)
    return () => document.removeEventListener('keydown', close)
  }, [router, href])
  return (
    <Link
      href={href}
      scroll={false}
      aria-label="Close panel"
      className="inline-flex size-8 shrink-0 items-center justify-center rounded-sm text-ink-3 hover:bg-wash hover:text-ink"
    >
      <X aria-hidden className="size-4" />
    </Link>
  )
}
