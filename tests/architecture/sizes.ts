/** How long files and functions may be, and how long they are as a whole. */

import { Visitor } from 'oxc-parser'
import { isTest, type Source, sources } from './sources'

const longestFile = 200
const longestPage = 60
const longestFunction = 40

const product = sources.filter(({ path }) => !isTest(path) && /\.tsx?$/.test(path) && !path.endsWith('.d.ts'))

/** Files over the limit; tests keep to that of files too, a page to a shorter one. */
export function longFiles(): string[] {
  return sources.flatMap(({ path, lines }) => {
    const most = /^app\/.*\/?(page|layout)\.tsx$/.test(path) ? longestPage : longestFile
    return lines > most ? [`${path} has ${lines} lines, ${most} are allowed: split it by concept.`] : []
  })
}

/** Functions over the limit, tests apart. */
export function longFunctions(): string[] {
  return sources.filter(({ path }) => !isTest(path)).flatMap(longFunctionsOf)
}

function longFunctionsOf({ path, text, program }: Source): string[] {
  const found: string[] = []
  const measure = (node: { start: number; end: number }) => {
    const lines = text.slice(node.start, node.end).split('\n').length
    if (lines <= longestFunction) return
    const at = text.slice(0, node.start).split('\n').length
    found.push(`${path}:${at} is a function of ${lines} lines, ${longestFunction} are allowed.`)
  }
  new Visitor({
    FunctionDeclaration: measure,
    FunctionExpression: measure,
    ArrowFunctionExpression: measure,
  }).visit(program)
  return found
}

/** The share `q` (0 to 1) of product files is at most this many lines long. */
export function quantileOfLines(q: number): number {
  const sorted = product.map(({ lines }) => lines).sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(q * sorted.length) - 1)] ?? 0
}
