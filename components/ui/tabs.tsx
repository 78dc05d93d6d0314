'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { formatCount } from '@/lib/platform/format-number'
import { classNames } from './class-names'

export type Tab = {
  href: string
  label: string
  count?: number | string
  /** Further paths that belong to it. */
  also?: string[]
}

type Props = {
  tabs: Tab[]
  /** What the tabs switch between, for a screen reader. */
  label: string
  /** The href of the tab that is open; without it the address decides (the longest tab path that fits). */
  current?: string
}

function openTab(tabs: Tab[], pathname: string): string | undefined {
  const fitting = tabs
    .flatMap(({ href, also = [] }) => [href.split('?')[0] ?? '', ...also].map((path) => ({ href, path })))
    .filter(({ path }) => pathname === path || pathname.startsWith(`${path}/`))
  return fitting.sort((a, b) => b.path.length - a.path.length)[0]?.href
}

/** Where the strip is narrower than its tabs, the open one lies in sight; the page itself does not move. */
function bringIntoStrip(tab: HTMLAnchorElement | null) {
  const strip = tab?.closest('nav')
  if (!tab || !strip) return
  const middle = tab.offsetLeft - (strip.clientWidth - tab.offsetWidth) / 2
  strip.scrollTo({ left: middle })
}

/** Tabs that are links: each has an address, and the address says which is open. */
export function Tabs({ tabs, label, current }: Props) {
  const pathname = usePathname()
  const open = current ?? openTab(tabs, pathname)
  return (
    <nav aria-label={label} className="relative -mx-1 overflow-x-auto overflow-y-hidden [scrollbar-width:none]">
      <ul className="flex gap-1">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <Link
              href={tab.href}
              aria-current={tab.href === open ? 'page' : undefined}
              ref={tab.href === open ? bringIntoStrip : undefined}
              className={classNames(
                'relative flex h-9 items-center gap-1.5 px-2 whitespace-nowrap -outline-offset-2',
                tab.href === open
                  ? 'font-semibold text-ink after:absolute after:inset-x-2 after:bottom-0 after:h-0.5 after:bg-accent'
                  : 'text-ink-2 hover:text-ink',
              )}
            >
              {tab.label}
              {tab.count !== undefined && (
                <span className="figures text-sm font-normal text-ink-3">
                  {typeof tab.count === 'number' ? formatCount(tab.count) : tab.count}
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
