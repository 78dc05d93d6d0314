'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useId, useState } from 'react'
import { addressWith, placeParams, type SearchParams } from '@/components/table/search-params'
import { Button } from '@/components/ui/button'
import { formatAmount } from '@/lib/platform/format-number'
import { useSuggestions } from './use-suggestions'

type QueryField = { name: string; label: string; hint: string }

type Props = {
  fields: QueryField[]
  path: string
  params: SearchParams
  /** Where values of a column are asked for. */
  suggestions: string
}

/** Adds one filter to the address: a column from the list, and what it must be. */
export function ExplorerQuery({ fields, path, params, suggestions }: Props) {
  const router = useRouter()
  const [name, setName] = useState(fields[0]?.name ?? '')
  const [value, setValue] = useState('')
  const add = (event: FormEvent) => {
    event.preventDefault()
    if (value === '') return
    router.push(addressWith(path, params, { [name]: value, ...placeParams, row: null }), { scroll: false })
    setValue('')
  }
  return (
    <search className="min-w-0">
      <form onSubmit={add} className="flex flex-wrap gap-2">
        <select
          aria-label="Column"
          value={name}
          onChange={(event) => setName(event.target.value)}
          className="control max-w-52"
        >
          {fields.map((field) => (
            <option key={field.name} value={field.name}>
              {field.label}
            </option>
          ))}
        </select>
        <ValueField
          hint={fields.find((field) => field.name === name)?.hint}
          {...{ suggestions, name, value, setValue }}
        />
        <Button type="submit">Add filter</Button>
      </form>
    </search>
  )
}

type ValueProps = {
  hint?: string
  suggestions: string
  name: string
  value: string
  setValue: (value: string) => void
}

/** What the column must be, with the values that the log has while one types. */
function ValueField({ hint, suggestions, name, value, setValue }: ValueProps) {
  const suggested = useSuggestions(suggestions, name, value)
  const list = useId()
  return (
    <>
      <input
        aria-label="Value"
        value={value}
        onChange={(event) => setValue(event.target.value)}
        list={list}
        placeholder={hint}
        className="control max-w-96 font-mono placeholder:font-sans"
      />
      <datalist id={list}>
        {suggested.map(({ value: one, rows }) => (
          <option key={one} value={one}>
            {formatAmount(rows, 'row')}
          </option>
        ))}
      </datalist>
    </>
  )
}
