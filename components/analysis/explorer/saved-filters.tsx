import Link from 'next/link'
import { Form } from '@/components/form/form'
import { TextField } from '@/components/form/text-field'
import { Dialog } from '@/components/ui/dialog'
import { Time } from '@/components/ui/time'
import { removeFilterAction, saveFilterAction } from '@/lib/analysis/actions'
import type { SavedFilterShown } from '@/lib/analysis/explorer/saved-filters'
import type { Offer } from '@/lib/platform/offer'

type Props = {
  filters: SavedFilterShown[]
  /** What of the present address would be kept; empty when there is nothing. */
  query: string
  path: string
  datasetId: string
  whyNot: Offer
}

/** The named filters of a log as links, the present one marked, with the ways to keep another and to take one away. */
export function SavedFilters({ filters, query, path, datasetId, whyNot }: Props) {
  if (filters.length === 0 && whyNot === false) return null
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-sm">
      {filters.length > 0 && (
        <nav aria-label="Saved filters">
          <ul className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <li className="text-ink-3">Saved filters</li>
            {filters.map((filter) => (
              <li key={filter.id} className="max-w-full">
                <Link
                  href={`${path}?${filter.query}`}
                  scroll={false}
                  prefetch={false}
                  aria-current={filter.query === query ? 'page' : undefined}
                  className="text-link wrap-anywhere aria-[current]:font-semibold aria-[current]:text-ink"
                >
                  {filter.name}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <SaveFilter query={query} datasetId={datasetId} whyNot={whyNot} />
      {filters.length > 0 && <RemoveFilters filters={filters} whyNot={whyNot} />}
    </div>
  )
}

function SaveFilter({ query, datasetId, whyNot }: Pick<Props, 'query' | 'datasetId' | 'whyNot'>) {
  const empty = query === '' ? 'There is nothing to keep: add a filter, an order or columns.' : null
  return (
    <Dialog
      trigger="Save filter"
      size="sm"
      title="Save this filter"
      description="Filters, order and columns as they are now, for everybody who sees the case. It finds what the log holds when it is opened."
      whyNot={whyNot === false ? false : (whyNot ?? empty)}
    >
      <Form action={saveFilterAction} hidden={{ datasetId, query }} submit="Save filter">
        <TextField name="name" label="Name" maxLength={80} autoComplete="off" />
      </Form>
    </Dialog>
  )
}

function RemoveFilters({ filters, whyNot }: Pick<Props, 'filters' | 'whyNot'>) {
  return (
    <Dialog
      trigger="Remove a filter"
      size="sm"
      title="Remove a saved filter"
      description="It goes for everybody who sees the case. The record keeps that it was there."
      whyNot={whyNot}
    >
      <ul className="divide-y divide-line border-y border-line">
        {filters.map(({ id, name, by, at }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
            <div className="min-w-0 wrap-anywhere">
              <p className="font-medium">{name}</p>
              <p className="text-sm text-ink-3">
                {by}, <Time at={at} />
              </p>
            </div>
            <Form action={removeFilterAction} hidden={{ filterId: id }} submit={`Remove “${name}”`} tone="secondary" />
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
