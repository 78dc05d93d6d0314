import { Code } from '@/components/ui/code'
import { Notice } from '@/components/ui/notice'
import { formatAmount } from '@/lib/platform/format-number'

export type AccountsPreview = {
  kind: string
  fresh: number
  sample: string[]
  known: number
  knownOf: string[]
  repeated: number
  refused: number
  refusedSample: { line: number; text: string; why: string }[]
}

/** What a pasted list holds, before anything is added. */
export function AccountsPreviewList({ preview }: { preview: AccountsPreview }) {
  const { fresh, sample, known, knownOf, repeated, refused, refusedSample } = preview
  return (
    <div className="max-w-xl space-y-4">
      <ul className="figures divide-y divide-line border-y border-line">
        <li className="py-2">{formatAmount(fresh, 'new account')}</li>
        {known > 0 && (
          <li className="py-2">
            {formatAmount(known, 'account')} in this case already ({knownOf.join(', ')})
          </li>
        )}
        {repeated > 0 && <li className="py-2">{formatAmount(repeated, 'repeated line')} left out</li>}
      </ul>
      {sample.length > 0 && (
        <p className="text-ink-2">
          Starts with <Code>{sample.join(', ')}</Code>
        </p>
      )}
      {refused > 0 && (
        <Notice tone="bad" title={`${formatAmount(refused, 'line')} cannot be an identifier`}>
          <ul>
            {refusedSample.map(({ line, text, why }) => (
              <li key={line}>
                Line {line}: <Code>{text}</Code> {why}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  )
}
