import type { ReactNode } from 'react'

export type Description = { term: string; value: ReactNode }

/** Facts about one thing, the term left and its value right; under each other where it is narrow. */
export function DescriptionList({ items }: { items: Description[] }) {
  return (
    <div className="@container">
      <dl className="divide-y divide-line border-y border-line">
        {items.map(({ term, value }) => (
          <div
            key={term}
            className="gap-x-6 py-2 @3xs:grid @3xs:grid-cols-[6.5rem_minmax(0,1fr)] @lg:grid-cols-[10rem_minmax(0,1fr)]"
          >
            <dt className="text-ink-3">{term}</dt>
            <dd className="min-w-0">{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
