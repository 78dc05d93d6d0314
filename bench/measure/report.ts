/** One measured figure, and how the bench prints and keeps them. */

import { mkdir, writeFile } from 'node:fs/promises'
import { cpus, totalmem } from 'node:os'
import { dirname } from 'node:path'

export interface Figure {
  part: string
  what: string
  value: number | string | null
  unit: string
  /** The limit it is held against, in the same unit; `atLeast` turns it round. */
  limit?: number
  atLeast?: boolean
  note?: string
}

/** True when the figure keeps its limit, null when it has none or was not measured. */
export function keeps({ value, limit, atLeast }: Figure): boolean | null {
  if (limit === undefined || typeof value !== 'number') return null
  return atLeast ? value >= limit : value <= limit
}

/** The figures as a text table. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => {
    const { part, what, value, unit, limit, atLeast, note } = figure
    const shown = typeof value === 'number' ? `${Number(value.toPrecision(4))} ${unit}` : (value ?? 'not measured')
    const bound = limit === undefined ? '' : `${atLeast ? '≥' : '≤'} ${limit}`
    return [
      part,
      what,
      shown.trim(),
      bound,
      { true: 'yes', false: 'NO', null: '' }[String(keeps(figure))] ?? '',
      note ?? '',
    ]
  })
  const head = ['part', 'what', 'measured', 'limit', 'kept', 'note']
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i]?.length ?? 0)))
  return [head, ...rows]
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** Writes the figures with the machine they were measured on. */
export async function writeReport(path: string, figures: readonly Figure[], options: object): Promise<void> {
  const machine = {
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    cores: cpus().length,
    memoryBytes: totalmem(),
  }
  const kept = figures.map((figure) => ({ ...figure, kept: keeps(figure) }))
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, `${JSON.stringify({ machine, options, figures: kept }, null, 2)}\n`)
}
