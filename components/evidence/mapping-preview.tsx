'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Notice } from '@/components/ui/notice'
import type { MappingPreview as Preview } from '@/lib/evidence/mapping-page'
import { formatAmount } from '@/lib/platform/format-number'
import { QuietTable } from './quiet-table'

type State = { preview?: Preview; problem?: string }

/** The fields of a mapping with, below them, the rows that the reading would make of the first records; asked anew at each change. */
export function MappingPreview({ evidenceId, children }: { evidenceId: string; children: ReactNode }) {
  const fields = useRef<HTMLDivElement>(null)
  const asked = useRef<AbortController>(null)
  const [state, setState] = useState<State>({})
  const [isAsked, setAsked] = useState(false)
  const ask = async () => {
    const form = fields.current?.closest('form')
    if (!form) return
    asked.current?.abort()
    const call = new AbortController()
    asked.current = call
    const { signal } = call
    setAsked(true)
    const answer = await previewOf(evidenceId, new FormData(form), signal)
    if (signal.aborted) return
    setAsked(false)
    if (answer) setState(answer)
  }
  // The first preview is of the fields as the browser filled them, which after a reload may not be the server's guess.
  useEffect(() => {
    ask()
    return () => asked.current?.abort()
  }, [])
  return (
    <div className="space-y-6">
      <div ref={fields} onChange={ask} className="space-y-6">
        {children}
      </div>
      <h3 className="font-semibold">What this gives</h3>
      <div aria-live="polite" aria-busy={isAsked}>
        {isAsked ? reading : state.problem ? <Notice tone="warn">{state.problem}</Notice> : said(state.preview)}
      </div>
      {state.preview && (
        <div className={isAsked ? 'opacity-50' : undefined}>
          <Rows preview={state.preview} />
        </div>
      )}
    </div>
  )
}

async function previewOf(evidenceId: string, body: FormData, signal: AbortSignal): Promise<State | null> {
  try {
    const response = await fetch(`/api/evidence/${evidenceId}/mapping-preview`, { method: 'POST', body, signal })
    const answer = await response.json()
    return response.ok ? { preview: answer } : { problem: answer.message }
  } catch {
    return signal.aborted ? null : { problem: 'The server did not answer. Change a field to ask again.' }
  }
}

const reading = 'The first records are being read by this mapping.'

function said(preview: Preview | undefined): string {
  if (!preview) return reading
  const lost = preview.refused.reduce((sum, { count }) => sum + count, 0)
  const rows = `${formatAmount(preview.rows.length - lost, 'row')} of the first ${formatAmount(preview.rows.length, 'record')}`
  if (lost === 0) return `${rows}; none would be rejected.`
  return `${rows}. Rejected: ${preview.refused.map(({ reason, count }) => `${count} (the record ${reason})`).join('; ')}.`
}

function Rows({ preview: { rows } }: { preview: Preview }) {
  const columns = [
    ...new Set(rows.flatMap(({ values }) => Object.keys(values))),
  ] as (keyof Preview['rows'][0]['values'])[]
  const lines = rows.map(({ position, reason, values }) => ({
    ...{ key: position, note: reason, cells: columns.map((column) => values[column] ?? '') },
  }))
  return <QuietTable label="Rows that this mapping gives" columns={columns} rows={lines} />
}
