'use client'

import { Menu } from '@base-ui/react/menu'
import { Check, ChevronDown, X } from 'lucide-react'
import Link from 'next/link'
import { classNames } from '@/components/ui/class-names'
import { floatingClass, floatingItemClass } from '@/components/ui/floating'
import { formatCount } from '@/lib/platform/format-number'

type FilterOption = { label: string; href: string; chosen: boolean; count?: number }

type Props = { label: string; options: FilterOption[]; clearHref: string }

/** One filter as a chip: says what is chosen, opens its choices, and can be taken away. */
export function FilterMenu({ label, options, clearHref }: Props) {
  const chosen = options.filter((option) => option.chosen).map((option) => option.label)
  const active = chosen.length > 0
  return (
    <span
      className={classNames(
        'inline-flex h-7 items-center rounded-full border text-sm whitespace-nowrap',
        active ? 'border-accent bg-accent-soft text-ink' : 'border-line-2 border-dashed text-ink-2 hover:border-field',
      )}
    >
      <Menu.Root modal={false}>
        <Menu.Trigger className="inline-flex h-full items-center gap-1 rounded-full px-2.5">
          {label}
          {active && <span className="font-semibold">{chosen.join(', ')}</span>}
          {!active && <ChevronDown aria-hidden className="size-3.5" />}
        </Menu.Trigger>
        <Menu.Portal>
          <Menu.Positioner align="start" sideOffset={4} className="z-50">
            <Menu.Popup className={floatingClass}>
              {options.map((option) => (
                <FilterLine key={option.label} option={option} />
              ))}
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
      {active && (
        <Link
          href={clearHref}
          scroll={false}
          aria-label={`Clear ${label}`}
          className="-ml-1.5 rounded-full p-1.5 text-ink-3 hover:text-ink"
        >
          <X aria-hidden className="size-3.5" />
        </Link>
      )}
    </span>
  )
}

function FilterLine({ option }: { option: FilterOption }) {
  return (
    <Menu.LinkItem className={floatingItemClass} closeOnClick render={<Link href={option.href} scroll={false} />}>
      <Check aria-hidden className={classNames('size-4', !option.chosen && 'invisible')} />
      {option.label}
      {option.chosen && <span className="sr-only"> (chosen)</span>}
      {option.count !== undefined && (
        <span className="figures ml-auto pl-4 text-ink-3">{formatCount(option.count)}</span>
      )}
    </Menu.LinkItem>
  )
}
