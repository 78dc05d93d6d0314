/** What a claim says, in words, so that a form can tell whether it still says so. Pure and isomorphic. */

type Claim = {
  statement: string
  conductFrom: Date
  conductUntil: Date
  clause: { number: string; version: { label: string; document: { title: string } } }
}

/** A claim's fields by their names in words; days as YYYY-MM-DD. */
export function claimFields({ statement, conductFrom, conductUntil, clause }: Claim): Record<string, string> {
  const { label, document } = clause.version
  return {
    'the clause': `${clause.number} of ${document.title}, ${label}`,
    'the statement': statement,
    'the first day': day(conductFrom),
    'the last day': day(conductUntil),
  }
}

const day = (date: Date): string => date.toISOString().slice(0, 10)
