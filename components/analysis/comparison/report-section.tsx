import { Section } from '@/components/layout/section'
import { Scrolling } from '@/components/table/scrolling'
import { StickyHeads } from '@/components/table/sticky-heads'
import type { ComparisonReport, ReportTable } from '@/lib/analysis/report/report-section'

type Props = { report: ComparisonReport; candidate: string }

/** The report about the first candidate as an export holds it, and the checklist that follows from it. */
export function ReportOfComparison({ report: { sections, checklist }, candidate }: Props) {
  return (
    <Section
      id="report"
      title="Report"
      lead={`Every item about ${candidate} as an export of the case holds it: the same words in PDF and JSON.`}
    >
      <div className="border-b border-line">
        {sections.map(({ id, title, lines, table }) => (
          <details key={id} id={`report-${id}`} className="border-t border-line py-3">
            <summary className="cursor-pointer font-medium">{title}</summary>
            <div className="mt-2 space-y-2">
              {lines.map((line) => (
                <p key={line} className="max-w-[75ch] break-words">
                  {line}
                </p>
              ))}
              {table && <ReportRows table={table} label={title} />}
            </div>
          </details>
        ))}
      </div>
      <h3 className="font-semibold">Checklist against Rule 702 and proposed Rule 707</h3>
      <ReportRows
        label="Checklist"
        table={{
          columns: ['Rule', 'Requirement', 'State', 'Because'],
          rows: checklist.map(({ rule, requirement, state, because }) => [rule, requirement, state, because]),
        }}
      />
    </Section>
  )
}

/** A table of a report; scrolls within itself where it is wider than its place. */
function ReportRows({ table: { columns, rows }, label }: { table: ReportTable; label: string }) {
  return (
    <Scrolling label={`${label} (table)`} className="max-h-[36rem] border-y border-line">
      <table className="figures w-full min-w-[40rem] text-sm">
        <StickyHeads columns={columns} />
        <tbody className="divide-y divide-line">
          {rows.map((row) => (
            <tr key={row.join(' ')} className="align-baseline">
              {row.map((cell, at) => (
                <td
                  key={columns[at]}
                  className={/^[0-9a-f]{64}$/.test(cell) ? 'py-1.5 pr-4 font-mono text-xs break-all' : 'py-1.5 pr-4'}
                >
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolling>
  )
}
