'use client'

import { PlainPage } from '@/components/layout/plain-page'
import { Button } from '@/components/ui/button'
import { Code } from '@/components/ui/code'

type Props = { error: Error & { digest?: string }; retry: () => void }

/** A fault of ours: nothing was lost, one can try again, and the number finds it in the log. */
export default function ErrorPage({ error, retry }: Props) {
  return (
    <PlainPage
      title="This page could not be shown"
      lead="Something failed on our side. What was saved is safe. Try again; if it happens once more, tell your administrator the reference."
    >
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
    </PlainPage>
  )
}
