/** At what hours of the week? Seven rows of twenty-four cells, darker for more, from nothing to the most. */
import { formatTick, textSize } from './frame'
import type { Chart, ChartTone, Mark } from './mark'

export type HeatGrid = {
  title: string
  summary: string
  /** Seven weekdays from Monday, each twenty-four hours; null where nothing was measured. */
  cells: (number | null)[][]
  /** What is measured: "requests". */
  measure: string
  /** The zone of the hours; "UTC" unless the subject's own zone is known. */
  zone?: string
  width?: number
}

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

/** Shade 0 for zero, then 1 to 6 in equal steps up to `most`. */
export function shadeOf(value: number, most: number): ChartTone {
  if (value <= 0 || most <= 0) return 'shade-0'
  return `shade-${Math.min(6, Math.max(1, Math.ceil((value / most) * 6))) as 1 | 2 | 3 | 4 | 5 | 6}`
}

/** Cells with the hour under them and a key of shades that says what the darkest is. */
export function heatGrid({ title, summary, cells, measure, zone = 'UTC', width = 720 }: HeatGrid): Chart {
  const left = 34
  const size = (width - left) / 24
  const tall = Math.min(22, Math.max(16, size))
  const base = 7 * tall
  const most = cells.flat().reduce<number>((max, value) => Math.max(max, value ?? 0), 0)
  const marks: Mark[] = weekdays.flatMap((name, row): Mark[] => [
    { kind: 'text', x: 0, y: row * tall + tall / 2 + 4, text: name, size: textSize, tone: 'muted', anchor: 'start' },
    ...Array.from({ length: 24 }, (_, hour): Mark => {
      const value = cells[row]?.[hour] ?? null
      const place = { x: left + hour * size, y: row * tall, width: size - 1, height: tall - 1 }
      const about = `${name} ${String(hour).padStart(2, '0')}:00, ${value === null ? 'not measured' : `${formatTick(value)} ${measure}`}`
      if (value === null) return gap(place, about)
      return { kind: 'rect', ...place, tone: shadeOf(value, most), about }
    }),
  ])
  for (const hour of [0, 6, 12, 18, 23])
    marks.push({
      kind: 'text',
      x: left + (hour + 0.5) * size,
      y: base + 14,
      text: String(hour).padStart(2, '0'),
      size: textSize,
      tone: 'muted',
      anchor: 'middle',
    })
  marks.push(...keyMarks(left, base + 22, most, `${measure} an hour, ${zone}`))
  const hours = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:00`)
  const rows = weekdays.map((name, row) => [name, ...hours.map((_, hour) => cells[row]?.[hour] ?? null)])
  return {
    title,
    summary,
    width,
    height: base + 40,
    marks,
    table: { columns: [`${measure}, ${zone}`, ...hours], rows },
  }
}

type Place = { x: number; y: number; width: number; height: number }

/** A cell that was not measured: empty but for a short stroke, so that it is not taken for a zero. */
function gap(place: Place, about: string): Mark {
  const y = place.y + place.height / 2
  const middle = place.x + place.width / 2
  const stroke: Mark = { kind: 'line', x1: middle - 3, y1: y, x2: middle + 3, y2: y, tone: 'muted' }
  return { kind: 'group', about, marks: [{ kind: 'rect', ...place, tone: 'ground' }, stroke] }
}

function keyMarks(left: number, y: number, most: number, label: string): Mark[] {
  const words = { kind: 'text', y: y + 10, size: textSize, tone: 'muted', anchor: 'start' } as const
  const shades = Array.from({ length: 7 }, (_, shade): Mark => {
    const tone = `shade-${shade as 0 | 1 | 2 | 3 | 4 | 5 | 6}` as const
    return { kind: 'rect', x: left + 12 + shade * 16, y: y + 1, width: 15, height: 10, tone }
  })
  return [
    { ...words, x: left, text: '0' },
    ...shades,
    { ...words, x: left + 130, text: `${formatTick(most)} ${label}` },
  ]
}
