import { addressWith, type SearchParams } from '@/components/table/search-params'
import { buttonClass } from '@/components/ui/button-style'
import { TextLink } from '@/components/ui/text-link'
import { Time } from '@/components/ui/time'
import type { AddressSpan } from '@/lib/analysis/dataset/span-address'

type Props = { span: AddressSpan | null; path: string; params: SearchParams }

/** The chosen span in words, and the same choice by date without a pointer: a plain form that works without script. */
export function SpanForm({ span, path, params }: Props) {
  const kept = Object.entries(params).flatMap(([name, value]) =>
    ['from', 'until', 'page', 'account', 'signal'].includes(name)
      ? []
      : [value].flat().map((one) => ({ name, value: one })),
  )
  const day = (at?: number) => (at === undefined ? undefined : new Date(at).toISOString().slice(0, 10))
  return (
    <div className="flex flex-wrap items-end gap-x-6 gap-y-2 print:hidden">
      <form action={path} className="flex flex-wrap items-end gap-2">
        {kept.map(
          ({ name, value }) => value && <input key={`${name} ${value}`} type="hidden" name={name} value={value} />,
        )}
        <label className="space-y-1">
          <span className="block text-sm text-ink-3">From (UTC)</span>
          <input type="date" name="from" required defaultValue={day(span?.from)} className="control w-40" />
        </label>
        <label className="space-y-1">
          <span className="block text-sm text-ink-3">Until and with</span>
          <input
            type="date"
            name="until"
            required
            defaultValue={day(span ? span.until - 1 : undefined)}
            className="control w-40"
          />
        </label>
        <button type="submit" className={buttonClass('secondary')}>
          Show this span
        </button>
      </form>
      {span && <Chosen {...{ span, path, params }} />}
    </div>
  )
}

function Chosen({ span, path, params }: Props & { span: AddressSpan }) {
  return (
    <p className="flex flex-wrap gap-x-4 pb-2 text-sm text-ink-2">
      <span>
        <Time at={new Date(span.from)} /> to <Time at={new Date(span.until)} />
      </span>
      <TextLink href={`${path}/explorer?from=${iso(span.from)}&to=${iso(span.until - 1)}`}>Its rows</TextLink>
      <TextLink href={addressWith(path, params, { from: null, until: null, page: null })}>All of the log</TextLink>
    </p>
  )
}

const iso = (at: number) => new Date(at).toISOString()
