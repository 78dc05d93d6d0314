/** What differs between two snapshots, in lines that a reviewer can read: pure. */

export type SnapshotChange = { where: string; before: string | null; after: string | null }

type Item = { id?: string; explanation?: string; name?: string; title?: string; statement?: string }
const lists = ['subjects', 'claims', 'answers', 'findings', 'evidence'] as const
const nouns: Record<(typeof lists)[number], string> = {
  subjects: 'Subject',
  claims: 'Claim',
  answers: 'Innocent explanation',
  findings: 'Finding',
  evidence: 'Evidence',
}

type Body = { case: Record<string, string> } & Record<(typeof lists)[number], Item[]>

/** Changes from `before` to `after`, both RFC 8785 texts of snapshots: fields of the case first, then each list by item. */
export function snapshotChanges(before: string, after: string): SnapshotChange[] {
  const [old, fresh] = [JSON.parse(before) as Body, JSON.parse(after) as Body]
  const fields = Object.keys({ ...old.case, ...fresh.case })
    .filter((field) => old.case[field] !== fresh.case[field])
    .map((field) => ({ where: field, before: old.case[field] ?? null, after: fresh.case[field] ?? null }))
  return [...fields, ...lists.flatMap((list) => listChanges(nouns[list], old[list], fresh[list]))]
}

function listChanges(noun: string, before: Item[], after: Item[]): SnapshotChange[] {
  const keyOf = (item: Item) => item.id ?? item.explanation ?? ''
  const [old, fresh] = [
    new Map(before.map((item) => [keyOf(item), item])),
    new Map(after.map((item) => [keyOf(item), item])),
  ]
  return [...new Set([...old.keys(), ...fresh.keys()])].flatMap((key) => {
    const [was, is] = [old.get(key), fresh.get(key)]
    if (JSON.stringify(was) === JSON.stringify(is)) return []
    return [
      {
        where: `${noun} “${nameOf(is ?? was ?? {})}”`,
        before: was ? textOf(was) : null,
        after: is ? textOf(is) : null,
      },
    ]
  })
}

const nameOf = ({ name, title, statement, explanation }: Item): string =>
  (title ?? name ?? explanation ?? statement ?? '').slice(0, 80)

function textOf(item: Item): string {
  return Object.entries(item)
    .filter(([key]) => key !== 'id')
    .map(([key, value]: [string, unknown]) => `${key}: ${valueText(value, key)}`)
    .join('\n')
}

function valueText(value: unknown, key: string): string {
  if (typeof value === 'string') return value
  return Array.isArray(value) && value.length > 3 ? `${value.length} ${key}` : JSON.stringify(value)
}
