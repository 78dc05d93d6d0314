import type { ReactNode } from 'react'
import { RailLink } from './rail-link'
import { RailSearch } from './rail-search'
import { SkipLink } from './skip-link'

export type RailItem = {
  href: string
  label: string
  /** A lucide icon with `aria-hidden` and `size-4.5`. */
  icon: ReactNode
  count?: number
}

type Props = {
  /** The product's mark and name; links home. */
  brand: ReactNode
  items: RailItem[]
  /** Where the search box sends its words, as `?q=`. */
  search: { action: string; label: string }
  /** The person at the bottom: name, role, and the way out. */
  person: ReactNode
  children: ReactNode
}

/** The frame of every signed-in page: a rail of 220 px, or on a small screen a head and a bar at the bottom. */
export function AppShell({ brand, items, search, person, children }: Props) {
  return (
    <div className="min-h-dvh md:grid md:grid-cols-[220px_minmax(0,1fr)] print:block">
      <SkipLink />
      <header className="border-b border-line bg-rail md:border-r md:border-b-0 print:hidden">
        <div className="flex items-center gap-3 px-4 py-2 md:sticky md:top-0 md:h-dvh md:flex-col md:items-stretch md:gap-4 md:overflow-y-auto md:px-3 md:py-4">
          <div className="shrink-0 md:px-2">{brand}</div>
          <RailSearch action={search.action} label={search.label} />
          <nav
            aria-label="Main"
            className="fixed inset-x-0 bottom-0 z-20 border-t border-line bg-rail pb-[env(safe-area-inset-bottom)] md:static md:border-0 md:pb-0"
          >
            <ul className="flex md:flex-col md:gap-0.5">
              {items.map((item) => (
                <li key={item.href} className="min-w-0 flex-1">
                  <RailLink {...item} />
                </li>
              ))}
            </ul>
          </nav>
          <div className="ml-auto shrink-0 md:mt-auto md:ml-0">{person}</div>
        </div>
      </header>
      <main id="content" tabIndex={-1} className="min-w-0 pb-24 outline-none md:pb-16">
        {children}
      </main>
    </div>
  )
}
