'use client'

import { ChevronDown, ChevronUp } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { formatAmount } from '@/lib/platform/format-number'
import { dismissSending } from './send-file'
import { UploadLine } from './upload-line'
import { anyUnderWay, type UploadShown, useUploads } from './upload-list'

/** The uploads of this tab at the bottom of every page, for as long as there are any. */
export function UploadTray() {
  const uploads = useUploads()
  const [open, setOpen] = useState(true)
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (anyUnderWay()) event.preventDefault()
    }
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [])
  if (uploads.length === 0) return null
  const left = uploads.filter(({ phase }) => phase !== 'done').length
  const Icon = open ? ChevronDown : ChevronUp
  return (
    <section
      aria-label="Uploads"
      className="fixed inset-x-4 bottom-16 z-30 rounded-md border border-line bg-float shadow-float sm:left-auto sm:w-[26rem] md:bottom-4 print:hidden"
    >
      <button
        type="button"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className="flex w-full items-center justify-between px-4 py-2.5 font-semibold"
      >
        <span role="status">{left === 0 ? 'Uploads done' : `${formatAmount(left, 'upload')} under way`}</span>
        <Icon aria-hidden className="size-4 text-ink-3" />
      </button>
      {open && <PutAllAway uploads={uploads} />}
      {open && (
        <ul className="max-h-[45vh] divide-y divide-line overflow-y-auto border-t border-line px-4">
          {uploads.map((upload) => (
            <UploadLine key={upload.key} upload={upload} />
          ))}
        </ul>
      )}
    </section>
  )
}

/** Several that have arrived leave by one press. */
function PutAllAway({ uploads }: { uploads: readonly UploadShown[] }) {
  const done = uploads.filter(({ phase }) => phase === 'done')
  if (done.length < 2) return null
  const putAway = () => {
    for (const { key } of done) dismissSending(key)
  }
  return (
    <p className="flex items-center justify-between border-t border-line px-4 py-1.5 text-sm text-ink-2">
      {formatAmount(done.length, 'file')} arrived
      <Button size="sm" tone="quiet" onClick={putAway}>
        Put all away
      </Button>
    </p>
  )
}
