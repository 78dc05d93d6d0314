import { Dialog } from '@/components/ui/dialog'
import type { Offer } from '@/lib/platform/offer'
import { CiteForm, type ClaimChoice } from './cite-form'

type Props = { rowId: number; datasetId: string; claims: ClaimChoice[]; whyNot: Offer }

/** Cites the row that is open. */
export function CiteRow({ rowId, datasetId, claims, whyNot }: Props) {
  return (
    <Dialog trigger="Cite this row" title={`Cite row ${rowId} of this log`} whyNot={whyNot}>
      <CiteForm claims={claims} target={{ datasetId, rowIds: `${rowId}` }} />
    </Dialog>
  )
}
