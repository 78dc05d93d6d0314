'use client'

import { Button } from '@/components/ui/button'
import { Code } from '@/components/ui/code'
import { LinkButton } from '@/components/ui/link-button'

/** What Next gives to an error page. */
export type FaultProps = { error: Error & { digest?: string }; retry: () => void }

/** What an expected refusal says of itself; null for a fault of ours. */
type Said = { code: string; sentence: string } | null

const lead =
  'Something failed on our side. What was saved is safe. Try again; if it happens once more, tell your administrator the reference.'

/** What a page that failed says: the sentence of an expected refusal, or that it was a fault of ours. */
export function faultWords(said: Said): { title: string; lead: string } {
  if (!said) return { title: 'This page could not be shown', lead }
  const title = said.code === 'forbidden' ? 'This is not yours to do' : 'This page cannot be shown just now'
  return { title, lead: said.sentence }
}

/** What one can do then: try again or leave, and after a fault give the reference, which finds it in the log. */
export function AfterFault({ error, retry, said }: FaultProps & { said: Said }) {
  return (
    <div className="space-y-4">
      <div className="flex flex-wrap gap-2">
        {said?.code !== 'forbidden' && (
          <Button tone="primary" onClick={() => retry()}>
            Try again
          </Button>
        )}
        <LinkButton href="/cases">Go to the cases</LinkButton>
      </div>
      {error.digest && !said && (
        <p className="text-ink-2">
          Reference <Code>{error.digest}</Code>
        </p>
      )}
    </div>
  )
}
