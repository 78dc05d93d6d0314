/** A chart as files to hand out: SVG with the colours of paper, CSV of its figures. Pure. */
import type { Chart, ChartTable, Mark } from './mark'
import { paperPalette } from './palette'

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escapeXml = (text: string) => text.replace(/[&<>"]/g, (character) => entities[character] ?? '')

const round = (value: number) => Number(value.toFixed(2))

/** One mark as SVG source in the colours of paper. */
function svgOf(mark: Mark): string {
  if (mark.kind === 'group') return `<g>${mark.marks.map(svgOf).join('')}</g>`
  const colour = paperPalette[mark.tone]
  const dash = 'dashed' in mark && mark.dashed ? ' stroke-dasharray="3 3"' : ''
  switch (mark.kind) {
    case 'line':
      return `<line x1="${round(mark.x1)}" y1="${round(mark.y1)}" x2="${round(mark.x2)}" y2="${round(mark.y2)}" stroke="${colour}" stroke-width="${mark.width ?? 1}"${dash}/>`
    case 'rect':
      return `<rect x="${round(mark.x)}" y="${round(mark.y)}" width="${round(mark.width)}" height="${round(mark.height)}" fill="${colour}"/>`
    case 'circle':
      return `<circle cx="${round(mark.cx)}" cy="${round(mark.cy)}" r="${mark.r}" fill="${mark.hollow ? paperPalette.ground : colour}" stroke="${colour}" stroke-width="1.5"/>`
    case 'path':
      return mark.fill
        ? `<path d="${mark.d}" fill="${colour}"/>`
        : `<path d="${mark.d}" fill="none" stroke="${colour}" stroke-width="${mark.width ?? 1}"${dash}/>`
    case 'text':
      return `<text x="${round(mark.x)}" y="${round(mark.y)}" font-size="${mark.size}" text-anchor="${mark.anchor}" fill="${colour}"${mark.bold ? ' font-weight="600"' : ''}>${escapeXml(mark.text)}</text>`
  }
}

/** The chart as an SVG document with its title above it, on white. */
export function chartSvg(chart: Chart): string {
  const head = 28
  const size = `width="${chart.width}" height="${round(chart.height + head)}" viewBox="0 ${-head} ${chart.width} ${round(chart.height + head)}"`
  const ground = `<rect x="0" y="${-head}" width="100%" height="100%" fill="${paperPalette.ground}"/>`
  const title = `<text x="0" y="-12" font-size="13" font-weight="600" fill="${paperPalette.ink}">${escapeXml(chart.title)}</text>`
  const about = `<title>${escapeXml(chart.title)}</title><desc>${escapeXml(chart.summary)}</desc>`
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} font-family="'Source Sans 3', sans-serif">${about}${ground}${title}${chart.marks.map(svgOf).join('')}</svg>\n`
}

/** One CSV cell: quoted where needed; text that a spreadsheet would run as a formula gets an apostrophe before it. */
function csvCell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const tame = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\n\r]/.test(tame) ? `"${tame.replaceAll('"', '""')}"` : tame
}

/** A table as CSV (RFC 4180, CRLF); null is an empty cell; formulas are neutralised. */
export function tableCsv({ columns, rows }: ChartTable): string {
  return [columns, ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')
}
