'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { classNames } from '@/components/ui/class-names'
import { formatCount } from '@/lib/platform/format-number'
import type { RailItem } from './app-shell'

/** One entry of the rail, marked when the address is at or below it. */
export function RailLink({ href, label, icon, count }: RailItem) {
  const pathname = usePathname()
  const here = pathname === href || pathname.startsWith(`${href}/`)
  return (
    <Link
      href={href}
      aria-current={here ? 'page' : undefined}
      className={classNames(
        'relative flex flex-col items-center gap-0.5 px-1 py-2 text-xs -outline-offset-2 md:h-8 md:flex-row md:gap-2.5 md:rounded-sm md:px-2 md:py-0 md:text-base',
        here ? 'font-semibold text-ink md:bg-line/70' : 'text-ink-2 hover:text-ink md:hover:bg-line/40',
      )}
    >
      {icon}
      <span className="truncate">{label}</span>
      {count !== undefined && count > 0 && (
        <span className="figures absolute top-1 left-1/2 ml-2.5 rounded-full bg-accent px-1 text-xs leading-4 font-medium text-on-accent md:static md:ml-auto md:bg-transparent md:px-0 md:text-sm md:text-ink-3">
          {formatCount(count)}
        </span>
      )}
    </Link>
  )
}
