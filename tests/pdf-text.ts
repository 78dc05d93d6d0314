/** Reads a PDF as a reader without our software would. */

import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

export type ReadPdf = { text: string; pages: string[]; info: Record<string, unknown>; tagged: boolean }

/** The text of each page and of all, and what the document says of itself. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const document = await getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 }).promise
  const pages: string[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent()
    pages.push(items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join(''))
  }
  const { info } = await document.getMetadata()
  const mark = await document.getMarkInfo()
  await document.destroy()
  return { text: pages.join('\n'), pages, info: info as Record<string, unknown>, tagged: mark?.Marked === true }
}
