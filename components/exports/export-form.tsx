'use client'

import { FileBraces } from 'lucide-react'
import { Checkbox } from '@/components/form/checkbox'
import { Form } from '@/components/form/form'
import { Button } from '@/components/ui/button'
import { exportSummaryAction } from '@/lib/exports/actions'

type Props = {
  number: string
  accounts: number
  rows: number
  whyNot: string | null
}

/** Makes the file, and fetches it once it is made: an attachment, so that the page stays. */
async function exportAndFetch(data: FormData) {
  const result = await exportSummaryAction(data)
  if (result.ok) window.location.assign(result.value.download)
  return result
}

/** What to put into an export and in which form to have it. */
export function ExportForm({ number, accounts, rows, whyNot }: Props) {
  return (
    <Form
      action={exportAndFetch}
      submit="Download PDF"
      hidden={{ number }}
      whyNot={whyNot}
      beside={
        <Button
          type="submit"
          name="format"
          value="JSON"
          whyNot={whyNot}
          icon={<FileBraces aria-hidden className="size-4" />}
        >
          Download JSON
        </Button>
      }
    >
      <div className="space-y-3">
        <Checkbox
          name="accounts"
          label={`List the account identifiers (${accounts.toLocaleString('en-US')})`}
          hint="Their number and the SHA-256 of their list are there in any case."
          defaultChecked
        />
        <Checkbox
          name="rows"
          label={`Show the content of cited rows (${rows.toLocaleString('en-US')})`}
          hint="Cited rows alone. Text of accounts that are not the subject’s stays masked."
          defaultChecked
        />
      </div>
    </Form>
  )
}
