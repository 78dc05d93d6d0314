/** Lets through one SELECT over tables that an administrator named, and nothing else: judged by the engine's own parser, never run. */

import type { Engine } from '@/lib/platform/engine'
import { AppError } from '@/lib/platform/errors'

type Node = { kind: string; name: string; children: Node[] }

/** Functions that reach beyond the rows of the query, beside every table function. */
const reaching =
  /^(dict|joinGet|file$|sleep|hasColumnInTable|getMacro|getServerPort|catboost|getClientHTTPHeader|showCertificate)/i
const memberships = new Set(['in', 'notIn', 'globalIn', 'globalNotIn', 'nullIn', 'notNullIn', 'inIgnoreSet'])

/**
 * The query as the parser writes it again. Throws `invalid-input` with a sentence for anything but one SELECT that reads the
 * `tables` (each `database.table`) alone, without settings, table functions or output files. `engine` only parses.
 */
export async function checkedQuery(engine: Engine, query: string, tables: readonly string[]): Promise<string> {
  const text = query.trim().replace(/;\s*$/, '')
  const [row] = await parsing(
    engine.rows<{ text: string }>('SELECT formatQuerySingleLine({text:String}) AS text', { text }),
  )
  const written = row?.text ?? ''
  // One statement, written by the parser itself, and EXPLAIN AST runs none.
  const lines = await parsing(engine.rows<{ explain: string }>(`EXPLAIN AST ${written}`))
  const root = treeOf(lines.map(({ explain }) => explain))
  if (root?.kind !== 'SelectWithUnionQuery') throw refused('Write one SELECT and nothing else.')
  if (root.children.length !== 1) throw refused('Leave out FORMAT and INTO OUTFILE.')
  const functions = await engine.rows<{ name: string }>('SELECT name FROM system.table_functions')
  const nodes = [...all(root)]
  const read = mustOnlyRead(nodes, tables, new Set(functions.map(({ name }) => name.toLowerCase())))
  if (read === 0) throw refused(`Read one of the tables that are open to this: ${tables.join(', ')}.`)
  return written
}

/** How many tables it reads. */
function mustOnlyRead(nodes: Node[], tables: readonly string[], tableFunctions: ReadonlySet<string>): number {
  let read = 0
  for (const { kind, name, children } of nodes) {
    if (kind === 'Set') throw refused('Leave out SETTINGS: the limits are the administrator’s.')
    if (kind === 'WithElement') throw refused('Write a subquery instead of WITH.')
    if (kind === 'TableIdentifier') {
      if (!tables.includes(name))
        throw refused(`The table ${name} is not open to this. Open are: ${tables.join(', ')}.`)
      read += 1
    }
    if (kind === 'TableExpression' && children[0]?.kind === 'Function') {
      throw refused(`The table function ${children[0].name} is not open to this: only the tables ${tables.join(', ')}.`)
    }
    if (kind !== 'Function') continue
    if (tableFunctions.has(name.toLowerCase()) || reaching.test(name)) {
      throw refused(`The function ${name} is not open to this: only tables and what is computed from their rows.`)
    }
    const list = memberships.has(name) ? children[0]?.children[1]?.kind : undefined
    if (list === 'Identifier') throw refused('After IN write values in parentheses, or a SELECT.')
  }
  return read
}

/** The lines of EXPLAIN AST as a tree: each depth is one more space. */
function treeOf(lines: string[]): Node | undefined {
  const path: Node[] = []
  for (const line of lines) {
    const depth = line.length - line.trimStart().length
    const [kind = '', name = ''] = line.trim().split(' ')
    const node = { kind, name, children: [] }
    path[depth - 1]?.children.push(node)
    path.length = depth
    path[depth] = node
  }
  return path[0]
}

function* all(node: Node): Generator<Node> {
  yield node
  for (const child of node.children) yield* all(child)
}

async function parsing<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (cause) {
    if (cause instanceof AppError) throw cause
    throw refused('This is not a query that ClickHouse understands.', cause)
  }
}

function refused(sentence: string, cause?: unknown): AppError {
  return new AppError('invalid-input', sentence, { cause })
}
