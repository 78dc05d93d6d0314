import { Section } from '@/components/layout/section'
import { TextLink } from '@/components/ui/text-link'
import type { ComparePage } from '@/lib/analysis/dataset/account-page'
import { formatAmount } from '@/lib/platform/format-number'
import type { Pair } from './shared-values'

type Props = { sentences: ComparePage['sentences']; pair: Pair; base: string }

/** Sentences that both accounts send word for word, in lower case, with a row of each. */
export function SharedSentences({ sentences, pair, base }: Props) {
  const row = (account: string, id: number) => `${base}/explorer?account=${encodeURIComponent(account)}&row=${id}`
  return (
    <Section
      title="Sentences of both"
      lead="Word for word, 40 bytes or longer. How rare each is in the log is not measured here; the link table of a cluster has those that are."
    >
      {sentences.length === 0 && <p className="text-ink-2">They send no sentence alike.</p>}
      <ul className="divide-y divide-line border-y border-line empty:hidden">
        {sentences.map(({ text, bytes, requests_a, requests_b, row_a, row_b }) => (
          <li key={row_a} className="space-y-1 py-2">
            <p className="font-mono text-sm wrap-anywhere">
              {text ?? <span className="font-sans text-ink-3 italic">{formatAmount(bytes, 'byte')}, masked</span>}
            </p>
            <p className="figures flex flex-wrap gap-x-4 text-sm text-ink-3">
              <TextLink href={row(pair.a, row_a)}>in {formatAmount(requests_a, 'prompt')} of one</TextLink>
              <TextLink href={row(pair.b, row_b)}>in {formatAmount(requests_b, 'prompt')} of the other</TextLink>
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
