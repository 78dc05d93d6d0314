/** What a workbook (Office Open XML, ECMA-376) says about its sheets, and which of its number formats are dates. */

import { readXml } from './xml-events'
import { openZip, type ZipEntry } from './zip-entries'

export type Workbook = {
  /** In the order of their tabs. */
  sheets: { name: string; part: ZipEntry }[]
  strings: ZipEntry | null
  /** By the number of a cell's style. */
  isDate: boolean[]
  /** Days count from 1904, as on old Macintoshes. */
  from1904: boolean
  close: () => void
}

const mostParts = 10_000
/** Formats that need not be written out in a file, of those the dates and times. */
const builtInDates = [14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47].concat([
  50, 51, 52, 53, 54, 55, 56, 57, 58,
])

/** Opens the workbook at `path`. Every part that is read goes through `counted`. Throws when it is none. */
export async function openWorkbook(
  path: string,
  counted: (pieces: AsyncIterable<Buffer>) => AsyncIterable<Buffer>,
): Promise<Workbook> {
  const zip = await openZip(path)
  try {
    const parts = new Map<string, ZipEntry>()
    for await (const entry of zip.entries()) {
      parts.set(entry.name, entry)
      if (parts.size > mostParts) throw new Error('more parts than a workbook has')
    }
    const open = (name: string) => {
      const part = parts.get(name)
      return part ? counted(part.bytes()) : null
    }
    const { sheets, from1904 } = await readSheets(open)
    const found = sheets.flatMap(({ name, target }) => {
      const part = parts.get(target)
      return part ? [{ name, part }] : []
    })
    const strings = parts.get('xl/sharedStrings.xml') ?? null
    return { sheets: found, strings, isDate: await readDateStyles(open('xl/styles.xml')), from1904, close: zip.close }
  } catch (error) {
    zip.close()
    throw error
  }
}

type Open = (name: string) => AsyncIterable<Buffer> | null

async function readSheets(open: Open) {
  const targets = new Map<string, string>()
  const relations = open('xl/_rels/workbook.xml.rels')
  const book = open('xl/workbook.xml')
  if (!relations || !book) throw new Error('a workbook without a list of its sheets')
  await readXml(relations, {
    open: (name, { Id = '', Target = '' }) => {
      if (name === 'Relationship') targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`)
    },
  })
  const sheets: { name: string; target: string }[] = []
  let from1904 = false
  await readXml(book, {
    open: (name, attributes) => {
      if (name === 'workbookPr') from1904 = attributes.date1904 === '1' || attributes.date1904 === 'true'
      if (name !== 'sheet') return
      sheets.push({ name: attributes.name ?? '', target: targets.get(attributes.id ?? '') ?? '' })
    },
  })
  return { sheets, from1904 }
}

async function readDateStyles(styles: AsyncIterable<Buffer> | null): Promise<boolean[]> {
  const dates = new Set<number>(builtInDates)
  const isDate: boolean[] = []
  let inCellStyles = false
  if (!styles) return isDate
  await readXml(styles, {
    open: (name, attributes) => {
      if (name === 'numFmt' && isDateFormat(attributes.formatCode ?? '')) dates.add(Number(attributes.numFmtId))
      else if (name === 'cellXfs') inCellStyles = true
      else if (name === 'xf' && inCellStyles) isDate.push(dates.has(Number(attributes.numFmtId)))
    },
    close: (name) => {
      if (name === 'cellXfs') inCellStyles = false
    },
  })
  return isDate
}

/** A format with a part of a date or time, outside quoted text, escapes, and colours or conditions in brackets. */
const isDateFormat = (code: string): boolean =>
  /[ymdhs]/i.test(code.replace(/"[^"]*"|\\.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '').replace(/general/gi, ''))
