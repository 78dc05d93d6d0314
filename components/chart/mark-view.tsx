/** Marks as SVG elements, their tones as classes of the theme. */
import type { CircleMark, LineMark, Mark, PathMark, RectMark, TextMark } from '@/lib/charts/mark'
import { fills, strokeOf } from './tone-classes'

const round = (value: number) => Number(value.toFixed(2))
const dashes = (dashed?: boolean) => (dashed ? '3 3' : undefined)

/** Marks in their order; they never move, so their place is their key. */
export function Marks({ marks }: { marks: Mark[] }) {
  return marks.map((mark, at) => {
    const key = `${mark.kind}-${at}`
    return <MarkView key={key} mark={mark} />
  })
}

function MarkView({ mark }: { mark: Mark }) {
  switch (mark.kind) {
    case 'group':
      return (
        <g>
          {mark.about && <title>{mark.about}</title>}
          <Marks marks={mark.marks} />
        </g>
      )
    case 'line':
      return <LineView {...mark} />
    case 'rect':
      return <RectView {...mark} />
    case 'circle':
      return <CircleView {...mark} />
    case 'path':
      return <PathView {...mark} />
    case 'text':
      return <TextView {...mark} />
  }
}

function LineView({ x1, y1, x2, y2, width = 1, dashed, tone }: LineMark) {
  const ends = { x1: round(x1), y1: round(y1), x2: round(x2), y2: round(y2) }
  return <line {...ends} strokeWidth={width} strokeDasharray={dashes(dashed)} className={strokeOf(tone)} />
}

function RectView({ x, y, width, height, tone, about }: RectMark) {
  return (
    <rect x={round(x)} y={round(y)} width={round(width)} height={round(height)} className={fills[tone]}>
      {about && <title>{about}</title>}
    </rect>
  )
}

function CircleView({ cx, cy, r, hollow, tone, about }: CircleMark) {
  const look = `${hollow ? 'fill-paper' : fills[tone]} ${strokeOf(tone)}`
  return (
    <circle cx={round(cx)} cy={round(cy)} r={r} strokeWidth={1.5} className={look}>
      {about && <title>{about}</title>}
    </circle>
  )
}

function PathView({ d, fill, width = 1, dashed, tone }: PathMark) {
  if (fill) return <path d={d} className={fills[tone]} />
  return <path d={d} fill="none" strokeWidth={width} strokeDasharray={dashes(dashed)} className={strokeOf(tone)} />
}

function TextView({ x, y, text, size, tone, anchor, bold }: TextMark) {
  const place = { x: round(x), y: round(y), textAnchor: anchor }
  return (
    <text {...place} fontSize={size} fontWeight={bold ? 600 : undefined} className={fills[tone]}>
      {text}
    </text>
  )
}
