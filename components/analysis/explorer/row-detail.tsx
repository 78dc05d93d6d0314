import type { ReactNode } from 'react'
import { UnmaskDialog } from '@/components/analysis/unmask-dialog'
import { classNames } from '@/components/ui/class-names'
import { CopyButton } from '@/components/ui/copy-button'
import { DescriptionList } from '@/components/ui/description-list'
import { Notice } from '@/components/ui/notice'
import { SidePanel } from '@/components/ui/side-panel'
import { type ExplorerDetail, lengthInWords } from '@/lib/analysis/explorer/explorer-lines'
import { formatAmount } from '@/lib/platform/format-number'
import type { Offer } from '@/lib/platform/offer'

type Props = {
  detail: ExplorerDetail
  closeHref: string
  number: string
  whyNotUnmask: Offer
  /** Buttons at the bottom. */
  actions: ReactNode
}

/** One row whole beside the list: prompt and response side by side, hidden characters as marks, then every field. */
export function RowDetail({ detail, closeHref, number, whyNotUnmask, actions }: Props) {
  const { rowId, account, isMasked, texts, fields } = detail
  return (
    <SidePanel wide actions={actions} closeHref={closeHref} title={<span className="font-mono">Row {rowId}</span>}>
      <div className="space-y-6">
        {isMasked && (
          <Notice
            tone="neutral"
            title={account === '' ? 'The row names no account' : 'This text belongs to another customer'}
            actions={<UnmaskDialog number={number} account={account} whyNot={whyNotUnmask} />}
          >
            {account === '' ? 'It may be any customer’s.' : `${account} is not an account of the subject.`} Only the
            length of its text is shown.
          </Notice>
        )}
        <div className="grid gap-6 lg:grid-cols-2">
          {texts.map((text) => (
            <RowText
              key={text.name}
              text={text}
              isMasked={isMasked}
              template={text.name === 'Prompt' ? detail.template : null}
            />
          ))}
        </div>
        <DescriptionList
          items={fields.map(({ name, value }) => ({
            term: name,
            value: <span className="font-mono text-sm break-all">{value}</span>,
          }))}
        />
      </div>
    </SidePanel>
  )
}

type TextProps = {
  text: ExplorerDetail['texts'][number]
  isMasked: boolean
  template: ExplorerDetail['template']
}

function RowText({ text: { name, shown, hidden }, isMasked, template }: TextProps) {
  return (
    <section className={classNames('min-w-0 space-y-1', name === 'System prompt' && 'lg:col-span-2')}>
      <h3 className="flex items-baseline gap-3 font-semibold">
        {name}
        <span className="figures text-sm font-normal text-ink-3">{lengthInWords(shown, isMasked)}</span>
        {shown.text !== null && <CopyButton value={shown.text} label={`Copy the ${name.toLowerCase()}`} />}
      </h3>
      {hidden.length > 0 && (
        <p className="text-sm text-warn">Hidden characters, shown as marks: {hidden.join(', ')}.</p>
      )}
      {template && (
        <p className="text-sm text-ink-2">
          One of {formatAmount(template.requests, 'request')} of this account that vary one text; what changes is
          marked.
        </p>
      )}
      {shown.text !== null && (
        <pre className="max-h-[60vh] overflow-y-auto border-l-2 border-line-2 bg-wash px-3 py-2 font-mono text-sm break-words whitespace-pre-wrap">
          {template ? <Slots segments={template.segments} /> : shown.text}
        </pre>
      )}
    </section>
  )
}

function Slots({ segments }: { segments: NonNullable<ExplorerDetail['template']>['segments'] }) {
  return segments.map(({ text, isSlot }, at) => {
    const key = `${at}`
    if (!isSlot) return <span key={key}>{text}</span>
    return (
      <mark
        key={key}
        className="bg-accent-soft text-ink underline decoration-accent decoration-dotted underline-offset-4"
      >
        {text}
      </mark>
    )
  })
}
