'use client'

import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { DialogFrame } from '@/components/ui/dialog-frame'
import { Kbd } from '@/components/ui/kbd'
import { formatAmount } from '@/lib/platform/format-number'
import type { Offer } from '@/lib/platform/offer'
import { CiteForm, type ClaimChoice } from './cite-form'

type Props = {
  /** What would be cited now: the chosen rows, else the open one. */
  rowIds: number[]
  chosen: number
  clear: () => void
  datasetId: string
  claims: ClaimChoice[]
  whyNotCite: Offer
}

const typing = 'input:not([type="checkbox"]), textarea, select, [contenteditable], [role="dialog"], [role="menu"]'

/** Cites the chosen rows in a claim; `c` does the same from the keyboard. */
export function CiteBar({ rowIds, chosen, clear, datasetId, claims, whyNotCite }: Props) {
  const [open, setOpen] = useState(false)
  const can = rowIds.length > 0 && whyNotCite === null
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'c' || event.ctrlKey || event.metaKey || event.altKey || !can) return
      if ((event.target as HTMLElement).closest(typing)) return
      event.preventDefault()
      setOpen(true)
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [can])
  const rows = formatAmount(rowIds.length, 'row')
  return (
    <div className="sticky bottom-14 z-20 flex flex-wrap items-center gap-3 border-t border-line bg-paper px-3 py-2 md:bottom-0">
      <Button
        size="sm"
        onClick={() => setOpen(true)}
        whyNot={whyNotCite ?? (rowIds.length === 0 ? 'Choose rows, or open one, to cite them.' : null)}
      >
        {rowIds.length > 0 ? `Cite ${rows}` : 'Cite'} <Kbd>c</Kbd>
      </Button>
      {chosen > 0 && (
        <Button size="sm" tone="quiet" onClick={clear}>
          Clear choice
        </Button>
      )}
      <DialogFrame open={open} onOpenChange={setOpen} title={`Cite ${rows} of this log`}>
        <CiteForm claims={claims} target={{ datasetId, rowIds: rowIds.join(',') }} />
      </DialogFrame>
    </div>
  )
}
