/** The exhibits with their hashes, what was set aside, and how an outsider checks all of it. */

import { kindNames } from '@/lib/evidence/schema'
import { formatAmount, formatBytes } from '@/lib/platform/format-number'
import type { SummaryContent } from '../summary-content'
import type { EvidenceExhibit, Exhibit } from '../summary-exhibits'
import { hash } from './facts'
import { label, section } from './headings'
import type { Sheet } from './sheet'
import { type Cell, setTable } from './table'
import { type Span, span, styles } from './text-style'

/** Evidence and findings by number, whole hashes. */
export function setExhibits(sheet: Sheet, { exhibits, setAside }: SummaryContent): void {
  section(sheet, '7', 'Exhibits')
  if (exhibits.length === 0) sheet.paragraph('There are no exhibits.')
  else setTable(sheet, { columns: exhibitColumns, rows: exhibits.map(exhibitRow) })
  if (setAside.length === 0) return
  label(sheet, 'Set aside', 70)
  const rows = setAside.map(({ exhibit, name, sha256, reason }): Cell[] => [
    [span(exhibit, styles.mono)],
    [span(`${name}\n`, styles.cellBold), span(`${reason}\n`, styles.cell), ...hash(sha256)],
  ])
  setTable(sheet, { columns: exhibitColumns, rows })
  sheet.paragraph([
    span('What was set aside is no exhibit and supports nothing; its number is not given to another.', styles.small),
  ])
}

const exhibitColumns = [
  { label: 'Exhibit', share: 0.27 },
  { label: 'What it is, and its SHA-256', share: 0.73 },
]

function exhibitRow(entry: Exhibit): Cell[] {
  const about = entry.type === 'finding' ? 'Finding; SHA-256 of the result’s canonical JSON' : aboutEvidence(entry)
  const dataset = entry.type === 'evidence' && entry.dataset ? datasetLines(entry.dataset) : []
  return [
    [span(entry.exhibit, styles.mono)],
    [span(`${entry.name}\n`, styles.cellBold), span(`${about}\n`, styles.cell), ...hash(entry.sha256), ...dataset],
  ]
}

function aboutEvidence({ kind, size, description }: EvidenceExhibit): string {
  const bytes = `${formatBytes(Number(size))} (${formatAmount(Number(size), 'byte')})`
  const named = kindNames[kind as keyof typeof kindNames] ?? kind
  return [`${named}, ${bytes}`, description].filter(Boolean).join('\n')
}

function datasetLines({ sha256, rows, rejected, format }: NonNullable<EvidenceExhibit['dataset']>): Span[] {
  const read = `${formatAmount(rows, 'row')} read as ${format}, ${formatAmount(rejected, 'record')} rejected`
  return [span(`\nDataset: ${read}\n`, styles.cell), ...hash(sha256)]
}

/** How to check what this document states, without the software that made it. */
export function setVerification(sheet: Sheet, { asOf, snapshot }: SummaryContent): void {
  section(sheet, '8', 'How to check this document')
  const steps: Span[][] = [
    [
      span('Exhibits. ', styles.bodyBold),
      span('Hash each file with SHA-256, for example with sha256sum, and compare it with section 7.'),
    ],
    [
      span('Snapshot. ', styles.bodyBold),
      span(
        'An approval is of the snapshot, the canonical JSON (RFC 8785) of all that is material. Its SHA-256 now is ',
      ),
      span(`${snapshot.present}.`, styles.monoBody),
    ],
    [
      span('Record. ', styles.bodyBold),
      span(
        `Every event is chained to the one before it. This summary is of event ${asOf.seq}; whoever holds the record checks it with `,
      ),
      span(`touchstone record verify --expect ${asOf.seq}:${asOf.hash}`, styles.monoBody),
      span('.'),
    ],
    [
      span('This file. ', styles.bodyBold),
      span(
        'Its SHA-256, who exported it and when stand in the record as an event. An export of an unchanged case with the same options gives the same bytes.',
      ),
    ],
    [
      span('Text. ', styles.bodyBold),
      span(
        'Characters that hide or reorder text, and those that the faces of this document lack, are named in ⟦ ⟧. The JSON of this summary holds every text exactly.',
      ),
    ],
  ]
  for (const step of steps) sheet.paragraph(step)
}
