/** Every source file of the checkout, read and parsed once: its path, lines, imports and syntax tree. */

import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, posix, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Program, parseSync } from 'oxc-parser'

type Import = {
  /** Path from the root without extension, or the name of a package. */
  target: string
  /** As it stands in the file. */
  written: string
  typeOnly: boolean
}
export type Source = { path: string; text: string; lines: number; imports: Import[]; program: Program }

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')

const generated = /^(node_modules|\.|test-results|playwright-report|prisma\/generated|next-env\.d\.ts|coverage)/

function* walk(folder: string): Generator<string> {
  for (const name of readdirSync(folder)) {
    const path = relative(root, join(folder, name))
    if (generated.test(path)) continue
    if (statSync(join(root, path)).isDirectory()) yield* walk(join(root, path))
    else yield path
  }
}

/** Paths of all files of the checkout, from its root; nothing that a tool made. */
export const files: string[] = [...walk(root)].sort()

/** The text of a file of the checkout. */
export const textOf = (path: string): string => readFileSync(join(root, path), 'utf8')

export const isTest = (path: string): boolean => /\.test\.tsx?$|\.e2e\.ts$|^tests\/|^e2e\//.test(path)

/** All TypeScript and JavaScript, tests and scripts included. */
export const sources: Source[] = files.filter((path) => /\.(tsx?|mjs|js)$/.test(path)).map(parse)

function parse(path: string): Source {
  const text = textOf(path)
  const { program, module } = parseSync(path, text)
  const imports: Import[] = []
  const add = (written: string, typeOnly: boolean) =>
    imports.push({ target: resolved(path, written), written, typeOnly })
  for (const { moduleRequest, entries } of module.staticImports) {
    const typeOnly = entries.length > 0 && entries.every((entry) => entry.isType)
    add(moduleRequest.value, typeOnly)
  }
  for (const { entries } of module.staticExports) {
    for (const { moduleRequest, isType } of entries) {
      if (moduleRequest) add(moduleRequest.value, isType)
    }
  }
  for (const { moduleRequest } of module.dynamicImports) {
    const name = text.slice(moduleRequest.start, moduleRequest.end).match(/^['"]([^'"]+)['"]$/)?.[1]
    if (name) add(name, false)
  }
  return { path, text, lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0), imports, program }
}

function resolved(from: string, name: string): string {
  if (name.startsWith('@/')) return name.slice(2)
  return name.startsWith('.') ? posix.join(posix.dirname(from), name) : name
}
