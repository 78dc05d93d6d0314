'use client'

import { Button } from '@/components/ui/button'
import { Code } from '@/components/ui/code'

/** What Next gives to an error page. */
export type FaultProps = { error: Error & { digest?: string }; retry: () => void }

export const faultTitle = 'This page could not be shown'
export const faultLead =
  'Something failed on our side. What was saved is safe. Try again; if it happens once more, tell your administrator the reference.'

/** What one can do after a fault of ours: try again, and give the reference, which finds it in the log. */
export function AfterFault({ error, retry }: FaultProps) {
  return (
    <div className="space-y-4">
      <Button tone="primary" onClick={() => retry()}>
        Try again
      </Button>
      {error.digest && (
        <p className="text-ink-2">
          Reference <Code>{error.digest}</Code>
        </p>
      )}
    </div>
  )
}
