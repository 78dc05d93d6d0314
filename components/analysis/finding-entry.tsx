import { Form } from '@/components/form/form'
import { TextArea } from '@/components/form/text-area'
import { Badge } from '@/components/ui/badge'
import { Dialog } from '@/components/ui/dialog'
import { TextLink } from '@/components/ui/text-link'
import { Time } from '@/components/ui/time'
import { changeFindingAction, removeFindingAction } from '@/lib/analysis/actions'
import type { CaseFinding } from '@/lib/analysis/findings/finding-queries'
import { runHref, runTitle } from '@/lib/analysis/runs/run-words'
import { formatAmount } from '@/lib/platform/format-number'
import type { Offer } from '@/lib/platform/offer'
import { CiteForm, type ClaimChoice } from './cite-form'

type Props = { finding: CaseFinding; number: string; claims: ClaimChoice[]; whyNotEdit: Offer }

/** One finding: what is said, what it weighs, what it rests on, and how often claims cite it. */
export function FindingEntry({ finding, number, claims, whyNotEdit }: Props) {
  const { id, title, statement, measure, citations, run, addedBy, addedAt } = finding
  return (
    <article id={`finding-${id}`} className="space-y-2 border-t border-line py-5">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h3 className="font-semibold">{title}</h3>
        {run.withdrawn.length > 0 && <Badge tone="warn">Evidence withdrawn</Badge>}
        {citations === 0 && <Badge>Not cited</Badge>}
      </div>
      <p className="reading whitespace-pre-line">{statement}</p>
      {measure && <p className="figures text-ink-2">{measure}</p>}
      <p className="text-sm text-ink-3">
        <TextLink href={runHref(number, run)}>{runTitle(run)}</TextLink> · {formatAmount(citations, 'citation')} · added
        by {addedBy}, <Time at={addedAt} />
      </p>
      <div className="flex flex-wrap gap-2 pt-1">
        <Dialog trigger="Cite" size="sm" title={`Cite “${title}”`} whyNot={whyNotEdit}>
          <CiteForm claims={claims} target={{ findingId: id }} />
        </Dialog>
        <ChangeStatement {...{ number, id, statement, whyNotEdit }} />
        <Dialog trigger="Remove" size="sm" tone="quiet" title="Remove this finding?" whyNot={whyNotEdit}>
          <Form action={removeFindingAction} hidden={{ number, findingId: id }} submit="Remove finding" tone="danger">
            <p>The analysis stays and the finding can be added again. The record keeps what it said.</p>
          </Form>
        </Dialog>
      </div>
    </article>
  )
}

type ChangeProps = { number: string; id: string; statement: string; whyNotEdit: Offer }

function ChangeStatement({ number, id, statement, whyNotEdit }: ChangeProps) {
  return (
    <Dialog trigger="Change statement" size="sm" tone="quiet" title="Change statement" whyNot={whyNotEdit} wide>
      <Form action={changeFindingAction} hidden={{ number, findingId: id, seen: statement }} submit="Save statement">
        <TextArea name="statement" label="Statement" defaultValue={statement} rows={8} look="reading" />
      </Form>
    </Dialog>
  )
}
