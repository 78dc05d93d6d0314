import { Section } from '@/components/layout/section'

type Clause = { id: string; number: string; title: string; text: string; elements: string[] }

/** The clauses of a version, each with what must be shown for a breach. */
export function ClauseList({ clauses }: { clauses: Clause[] }) {
  return (
    <Section title="Clauses" mark={clauses.length}>
      <ol className="divide-y divide-line border-y border-line">
        {clauses.map((clause) => (
          <li key={clause.id} id={clause.id} className="gap-x-10 py-4 max-md:space-y-3 md:grid md:grid-cols-2">
            <div className="space-y-1">
              <h3 className="font-semibold">
                {clause.number} {clause.title}
              </h3>
              <p className="reading whitespace-pre-line">{clause.text}</p>
            </div>
            <ol className="list-inside list-decimal space-y-1 text-ink-2 empty:hidden">
              {clause.elements.map((element) => (
                <li key={element}>{element}</li>
              ))}
            </ol>
          </li>
        ))}
      </ol>
    </Section>
  )
}
