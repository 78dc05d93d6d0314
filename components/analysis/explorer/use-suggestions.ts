'use client'

/** Values that a filter could take, asked for while one types. */

import { useEffect, useState } from 'react'

type Suggestion = { value: string; rows: number }

const none: Suggestion[] = []

/** The values of a column that contain what was typed, most rows first; none for a column without values to choose. */
export function useSuggestions(address: string, column: string, part: string): Suggestion[] {
  const [found, setFound] = useState<{ column: string; values: Suggestion[] }>({ column, values: none })
  useEffect(() => {
    const asking = new AbortController()
    const query = new URLSearchParams({ column, part })
    fetch(`${address}?${query}`, { signal: asking.signal })
      .then((answer) => (answer.ok ? answer.json() : none))
      .then((values: Suggestion[]) => setFound({ column, values }))
      // What was typed on meanwhile asks anew; without an answer the field is a plain one.
      .catch(() => undefined)
    return () => asking.abort()
  }, [address, column, part])
  return found.column === column ? found.values : none
}
