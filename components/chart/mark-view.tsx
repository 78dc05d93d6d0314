import type { ChartTone, Mark } from '@/lib/charts/mark'

const fills: Record<ChartTone, string> = {
  ink: 'fill-ink',
  muted: 'fill-ink-2',
  rule: 'fill-line-2',
  focus: 'fill-accent',
  'focus-soft': 'fill-chart-soft',
  peers: 'fill-chart-peers',
  band: 'fill-chart-band',
  ground: 'fill-paper',
  'shade-0': 'fill-shade-0',
  'shade-1': 'fill-shade-1',
  'shade-2': 'fill-shade-2',
  'shade-3': 'fill-shade-3',
  'shade-4': 'fill-shade-4',
  'shade-5': 'fill-shade-5',
  'shade-6': 'fill-shade-6',
}

const strokes: Partial<Record<ChartTone, string>> = {
  ink: 'stroke-ink',
  muted: 'stroke-ink-2',
  rule: 'stroke-line-2',
  focus: 'stroke-accent',
  peers: 'stroke-chart-peers',
}

const round = (value: number) => Number(value.toFixed(2))

/** One mark as SVG, its tone as a class of the theme. */
export function MarkView({ mark }: { mark: Mark }) {
  switch (mark.kind) {
    case 'group':
      return (
        <g>
          {mark.about && <title>{mark.about}</title>}
          <Marks marks={mark.marks} />
        </g>
      )
    case 'line': {
      const { x1, y1, x2, y2, width = 1, dashed, tone } = mark
      const ends = { x1: round(x1), y1: round(y1), x2: round(x2), y2: round(y2) }
      return (
        <line
          {...ends}
          strokeWidth={width}
          strokeDasharray={dashed ? '3 3' : undefined}
          className={strokes[tone] ?? 'stroke-ink'}
        />
      )
    }
    case 'rect': {
      const place = { x: round(mark.x), y: round(mark.y), width: round(mark.width), height: round(mark.height) }
      return (
        <rect {...place} className={fills[mark.tone]}>
          {mark.about && <title>{mark.about}</title>}
        </rect>
      )
    }
    case 'circle':
      return (
        <circle
          cx={round(mark.cx)}
          cy={round(mark.cy)}
          r={mark.r}
          strokeWidth={1.5}
          className={`${mark.hollow ? 'fill-paper' : fills[mark.tone]} ${strokes[mark.tone] ?? 'stroke-ink'}`}
        >
          {mark.about && <title>{mark.about}</title>}
        </circle>
      )
    case 'path':
      if (mark.fill) return <path d={mark.d} className={fills[mark.tone]} />
      return (
        <path
          d={mark.d}
          fill="none"
          strokeWidth={mark.width ?? 1}
          strokeDasharray={mark.dashed ? '3 3' : undefined}
          className={strokes[mark.tone] ?? 'stroke-ink'}
        />
      )
    case 'text':
      return (
        <text
          x={round(mark.x)}
          y={round(mark.y)}
          fontSize={mark.size}
          fontWeight={mark.bold ? 600 : undefined}
          textAnchor={mark.anchor}
          className={fills[mark.tone]}
        >
          {mark.text}
        </text>
      )
  }
}

/** Marks in their order; they never move, so their place is their key. */
export function Marks({ marks }: { marks: Mark[] }) {
  return marks.map((mark, at) => {
    const key = `${mark.kind}-${at}`
    return <MarkView key={key} mark={mark} />
  })
}
