import type { ReactNode } from 'react'
import { TextLink } from './text-link'

/** Things under each other with a line between. */
export function EntryList({ children }: { children: ReactNode }) {
  return <ul className="divide-y divide-line border-y border-line">{children}</ul>
}

type Entry = { href: string; title: ReactNode; mark: ReactNode; children: ReactNode }

/** One of them: the name that leads to it, what is known of it below, and a mark at its right. */
export function ListEntry({ href, title, mark, children }: Entry) {
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-3">
      <span className="min-w-0">
        <TextLink href={href}>{title}</TextLink>
        <span className="block text-sm text-ink-3">{children}</span>
      </span>
      {mark}
    </li>
  )
}
