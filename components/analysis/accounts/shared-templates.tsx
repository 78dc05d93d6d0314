import { ShownText } from '@/components/analysis/explorer/shown-text'
import { Section } from '@/components/layout/section'
import { TextLink } from '@/components/ui/text-link'
import type { ComparePage } from '@/lib/analysis/dataset/account-page'
import { formatAmount } from '@/lib/platform/format-number'
import type { Pair } from './shared-values'

type Props = { templates: ComparePage['templates']; pair: Pair; base: string }

/** Templates that both accounts use, with one prompt of each account beside the other. */
export function SharedTemplates({ templates, pair, base }: Props) {
  return (
    <Section title="Templates of both" lead="Prompts of the two accounts that are variations of one text.">
      {templates.length === 0 && <p className="text-ink-2">No template is used by both twice or more.</p>}
      <ul className="divide-y divide-line border-y border-line empty:hidden">
        {templates.map(({ requests_a, requests_b, row_a, examples }) => (
          <li key={row_a} className="space-y-2 py-3">
            <p className="figures text-ink-2">
              {formatAmount(requests_a, 'prompt')} of <span className="font-mono">{pair.a}</span>,{' '}
              {formatAmount(requests_b, 'prompt')} of <span className="font-mono">{pair.b}</span>
            </p>
            <div className="grid gap-x-8 gap-y-2 md:grid-cols-2">
              {examples.map(({ rowId, account, prompt, isMasked }) => (
                <p key={rowId} className="min-w-0 text-sm">
                  <TextLink href={`${base}/explorer?account=${encodeURIComponent(account)}&row=${rowId}`}>
                    Row {rowId}
                  </TextLink>{' '}
                  <span className="line-clamp-3 font-mono">
                    <ShownText shown={prompt} isMasked={isMasked} />
                  </span>
                </p>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}
