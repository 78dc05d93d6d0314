import { X } from 'lucide-react'
import Link from 'next/link'
import { addressWith, placeParams, type SearchParams } from '@/components/table/search-params'
import type { FilterChip } from '@/lib/analysis/explorer/explorer-address'

type Props = { chips: FilterChip[]; path: string; params: SearchParams }

/** The filters that are on, each to be taken off. */
export function ExplorerChips({ chips, path, params }: Props) {
  return chips.map(({ name, label, value }) => (
    <span
      key={name}
      className="inline-flex h-7 max-w-full items-center rounded-full border border-accent bg-accent-soft pl-2.5 text-sm"
    >
      <span className="truncate">
        {label} <span className="font-mono font-semibold">{value}</span>
      </span>
      <Link
        href={addressWith(path, params, { [name]: null, ...placeParams, row: null })}
        scroll={false}
        aria-label={`Clear ${label}`}
        className="rounded-full p-1.5 text-ink-3 hover:text-ink"
      >
        <X aria-hidden className="size-3.5" />
      </Link>
    </span>
  ))
}
