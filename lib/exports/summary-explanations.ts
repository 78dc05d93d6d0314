/** Every innocent explanation with its answer, or with the plain word that nobody answered it. */

import { innocentExplanations } from '@/lib/cases/innocent-explanations'
import type { SummaryReader } from './summary-reader'

export type SummaryExplanation = {
  title: string
  question: string
  /** Null while nobody has answered. */
  verdict: 'RULED_OUT' | 'NOT_RULED_OUT' | 'NOT_APPLICABLE' | null
  answer: string | null
}

/** All of them, in the order in which the product asks. */
export async function summaryExplanations(from: SummaryReader, caseId: string): Promise<SummaryExplanation[]> {
  const answers = await from.explanationAnswer.findMany({
    where: { caseId },
    select: { explanation: true, verdict: true, answer: true },
  })
  return innocentExplanations.map(({ id, title, question }) => {
    const given = answers.find(({ explanation }) => explanation === id)
    return { title, question, verdict: given?.verdict ?? null, answer: given?.answer ?? null }
  })
}
