import { RefreshWhile } from '@/components/analysis/refresh-while'
import { Notice } from '@/components/ui/notice'
import { formatAmount } from '@/lib/platform/format-number'

type Props = { unreadable: { file: string; why: string }[]; sealing: number }

/** Of the case's files of outputs, those from which nothing can be chosen, each with its reason, and those that are not sealed yet. */
export function OutputsNotices({ unreadable, sealing }: Props) {
  return (
    <>
      {sealing > 0 && (
        <Notice title={`${formatAmount(sealing, 'file')} of outputs ${sealing === 1 ? 'is' : 'are'} being sealed`} live>
          The models in {sealing === 1 ? 'it' : 'them'} appear here by themselves once that is done.
          <RefreshWhile />
        </Notice>
      )}
      {unreadable.map(({ file, why }) => (
        <Notice key={file} tone="warn" title={`“${file}” holds no model to compare`}>
          {why}
        </Notice>
      ))}
    </>
  )
}
