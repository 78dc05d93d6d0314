'use client'

import { Search } from 'lucide-react'
import Form from 'next/form'
import { useEffect, useRef } from 'react'
import { Kbd } from '@/components/ui/kbd'

/** Search from anywhere: Ctrl-K (or ⌘K) comes here, Enter goes to `action?q=…`. */
export function RailSearch({ action, label }: { action: string; label: string }) {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const come = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey) return
      event.preventDefault()
      field.current?.select()
    }
    document.addEventListener('keydown', come)
    return () => document.removeEventListener('keydown', come)
  }, [])
  return (
    <search className="min-w-0 flex-1 md:flex-none">
      <Form action={action} className="relative">
        <Search aria-hidden className="pointer-events-none absolute top-2 left-2 size-4 text-ink-3" />
        <input
          ref={field}
          name="q"
          type="search"
          aria-label={label}
          aria-keyshortcuts="Control+K"
          placeholder="Search"
          className="peer h-8 w-full rounded-sm border border-field bg-float pr-2 pl-8 text-base text-ink placeholder:text-ink-3 focus-visible:-outline-offset-1"
        />
        <span aria-hidden className="pointer-events-none absolute top-1.5 right-1.5 hidden peer-focus:hidden md:block">
          <Kbd>Ctrl K</Kbd>
        </span>
      </Form>
    </search>
  )
}
