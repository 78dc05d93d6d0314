'use client'

import { Page } from '@/components/layout/page'
import { PageHead } from '@/components/layout/page-head'
import { Button } from '@/components/ui/button'
import { Code } from '@/components/ui/code'

type Props = { error: Error & { digest?: string }; retry: () => void }

/** A fault of ours within the product: the rail stays, one can try again, and the reference finds it in the log. */
export default function ErrorPage({ error, retry }: Props) {
  return (
    <Page width="text">
      <PageHead title="This page could not be shown" />
      <p className="reading">
        Something failed on our side. What was saved is safe. Try again; if it happens once more, tell your
        administrator the reference.
      </p>
      <Button tone="primary" onClick={() => retry()}>
        Try again
      </Button>
      {error.digest && (
        <p className="text-ink-2">
          Reference <Code>{error.digest}</Code>
        </p>
      )}
    </Page>
  )
}
