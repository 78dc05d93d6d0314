/** The shape of a comparison's report: the same content for the page, the PDF and the JSON of an export. */

export type ReportTable = { columns: string[]; rows: string[][] }

/** One item that a report must hold. Lines are sentences. */
export type ReportSection = { id: string; title: string; lines: string[]; table?: ReportTable }

/** One line of the checklist; `where` names the section that answers it. */
export type ChecklistLine = {
  rule: string
  requirement: string
  state: 'shown' | 'open' | 'for a person'
  because: string
  where: string
}

export type ComparisonReport = { sections: ReportSection[]; checklist: ChecklistLine[] }
