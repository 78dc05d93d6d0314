/** The only reader of what a summary says: it has no privileged notes, by its type and when it runs. */

import { db, type Reader } from '@/lib/platform/db'

/** Everything that can be read, without privileged notes and without free SQL, which could reach them. */
export type SummaryReader = Omit<Reader, 'privilegedNote' | '$queryRaw'>

const withheld = new Set(['privilegedNote', '$queryRaw'])

/** Reads for a summary. A table that it lacks, and a relation that leads to one, throws before the database is asked. */
export const summaryReader: SummaryReader = new Proxy(db, {
  get(reader, member) {
    if (withheld.has(String(member))) throw new Error('A summary has no way to privileged notes.')
    return guarded(Reflect.get(reader, member) as object)
  },
})

function guarded<Table extends object>(table: Table): Table {
  return new Proxy(table, {
    get(target, method) {
      const read = Reflect.get(target, method)
      if (typeof read !== 'function') return read
      return (question?: unknown) => {
        if (leadsToNotes(question)) throw new Error('A summary has no way to privileged notes.')
        return read.call(target, question)
      }
    },
  })
}

/** Both ends of the relation are called `notes` in the schema. */
function leadsToNotes(question: unknown): boolean {
  if (typeof question !== 'object' || question === null || question instanceof Date) return false
  return Object.entries(question).some(([name, value]) => name === 'notes' || leadsToNotes(value))
}
