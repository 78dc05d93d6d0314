/** What a subject says, in words, so that a form can tell whether it still says so. Pure and isomorphic. */

type Subject = { name: string; kind: 'ORGANISATION' | 'PERSON'; models: readonly string[]; note: string }

/** A subject's fields by their names in words. */
export function subjectFields({ name, kind, models, note }: Subject): Record<string, string> {
  return { 'the name': name, 'the kind': kind.toLowerCase(), 'the models': models.join(', '), 'the note': note }
}
