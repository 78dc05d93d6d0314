'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { addressWith, type SearchParams } from '@/components/table/search-params'
import { Button } from '@/components/ui/button'

type QueryField = { name: string; label: string; hint: string }

type Props = { fields: QueryField[]; path: string; params: SearchParams }

/** Adds one filter to the address: a column from the list, and what it must be. */
export function ExplorerQuery({ fields, path, params }: Props) {
  const router = useRouter()
  const [name, setName] = useState(fields[0]?.name ?? '')
  const [value, setValue] = useState('')
  const add = (event: FormEvent) => {
    event.preventDefault()
    if (value === '') return
    router.push(addressWith(path, params, { [name]: value, after: null, row: null }), { scroll: false })
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
        <input
          aria-label="Value"
          value={value}
          onChange={(event) => setValue(event.target.value)}
          placeholder={fields.find((field) => field.name === name)?.hint}
          className="control max-w-80 font-mono"
        />
        <Button type="submit">Add filter</Button>
      </form>
    </search>
  )
}
