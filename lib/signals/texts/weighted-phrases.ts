/** Many weighted phrases looked for in one pass over a text, and what their weights say: a class, or how much of each. */

/**
 * A class of texts and the phrases that speak for it, by weight; phrases are parted by `|`. A phrase is looked for at the
 * beginning of a word, or anywhere after `*`; with `_` at its end it must end a word. Each counts once a text.
 * The weights of all phrases of a class add up to 255 at most.
 */
export type PhraseClass = { id: string; phrases: Partial<Record<1 | 2 | 3 | 4 | 5, string>> }

/** Eight classes of one byte each make up one 64-bit sum. */
const classesPerSum = 8

const [upper, stops] = ['ABCDEFGHIJKLMNOPQRSTUVWXYZ', `.,;:!?()\\n\\t\\'`]
const blanks = ' '.repeat(stops.replaceAll('\\', '').length)

/** SQL of the String expression `text` as phrases are looked for in it: lower-case ASCII, with blanks for what ends a word. */
export function plainWords(text: string): string {
  return `translate(concat(' ', ${text}, ' '), '${upper}${stops}', '${upper.toLowerCase()}${blanks}')`
}

/** SQL of the numbers of the phrases of all `lists` that `plain` (as `plainWords` made it) has. */
export function foundPhrases(plain: string, lists: PhraseClass[][]): string {
  return `multiMatchAllIndices(${plain}, [${allPhrases(lists).map(quoted).join(', ')}])`
}

/**
 * SQL of the weights of the classes of `list`, as an array of UInt64 expressions of eight classes each; `found` is what
 * `foundPhrases` gave for the same `lists`.
 */
export function weightSums(found: string, lists: PhraseClass[][], list: PhraseClass[]): string[] {
  const index = new Map(allPhrases(lists).map((phrase, at) => [phrase, at + 1]))
  return Array.from({ length: Math.ceil(list.length / classesPerSum) }, (_, part) => {
    const weights = new Array<bigint>(index.size + 1).fill(0n)
    list.slice(part * classesPerSum, (part + 1) * classesPerSum).forEach((one, place) => {
      for (const [phrase, weight] of weighted(one)) {
        const at = index.get(phrase) ?? 0
        weights[at] = (weights[at] ?? 0n) + (BigInt(weight) << BigInt(8 * place))
      }
    })
    // One string in place of a thousand numbers: each would be a node of the statement wherever the sum is named.
    return `arraySum(i -> arrayElement(CAST('[${weights.slice(1).join(',')}]', 'Array(UInt64)'), i), ${found})`
  })
}

/** SQL of the weight of the class at `index`, out of the columns that hold the sums. */
export function weightOf(sums: string[], index: number): string {
  return `bitAnd(bitShiftRight(${sums[Math.floor(index / classesPerSum)]}, ${8 * (index % classesPerSum)}), 255)`
}

/**
 * SQL of the heaviest of `classes`, counted from 1, as UInt8; 0 when it weighs less than `least`. Ties go to the first.
 * Sixteen bits for each class, its weight above its rank: narrow numbers are what makes this cheap.
 */
export function heaviestClass(sums: string[], classes: number, least: number): string {
  const each = Array.from({ length: classes }, (_, k) => {
    const [sum, shift] = [sums[Math.floor(k / classesPerSum)], 8 * (k % classesPerSum) - 6]
    const raised = shift < 0 ? `bitShiftLeft(${sum}, 6)` : `bitShiftRight(${sum}, ${shift})`
    return `bitOr(bitAnd(toUInt16(${raised}), 0x3fc0), ${63 - k})`
  })
  const best = `greatest(${each.join(', ')})`
  return `toUInt8(if(${best} < ${least * 64}, 0, 64 - bitAnd(${best}, 63)))`
}

function allPhrases(lists: PhraseClass[][]): string[] {
  return [...new Set(lists.flat().flatMap((one) => weighted(one).map(([phrase]) => phrase)))]
}

function weighted({ phrases }: PhraseClass): [string, number][] {
  return Object.entries(phrases).flatMap(([weight, list]) =>
    list.split('|').map((entry): [string, number] => [bordered(entry), Number(weight)]),
  )
}

function bordered(entry: string): string {
  const begun = entry.startsWith('*') ? entry.slice(1) : ` ${entry}`
  return begun.endsWith('_') ? `${begun.slice(0, -1)} ` : begun
}

/** A literal of the engine's expressions: what has a meaning there is escaped. */
function quoted(phrase: string): string {
  const escaped = phrase.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&')
  return `'${escaped.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
}
