'use client'

import { useRouter } from 'next/navigation'
import { type PointerEvent, useRef, useState } from 'react'
import { addressWith, type SearchParams } from '@/components/table/search-params'
import type { Chart } from '@/lib/charts/mark'

type Props = {
  chart: Pick<Chart, 'width' | 'height'> & { axis: NonNullable<Chart['axis']> }
  /** What is chosen already, in milliseconds since 1970. */
  span: { from: number; until: number } | null
  path: string
  params: SearchParams
}

/** Points that a pointer may tremble before it chooses. */
const tremble = 4

type Axis = NonNullable<Chart['axis']>

const timeAt = (x: number, { left, right, from, until }: Axis) => from + ((x - left) / (right - left)) * (until - from)
const pointAt = (time: number, { left, right, from, until }: Axis) =>
  left + ((time - from) / (until - from)) * (right - left)
const inside = (x: number, { left, right }: Axis) => Math.min(right, Math.max(left, x))

/** A moment as an address writes it, to the minute. */
const written = (at: number) => new Date(Math.round(at / 60_000) * 60_000).toISOString().replace('.000Z', 'Z')

/** A span of time chosen by dragging over a chart; it goes into the address as `from` and `until`, and beside it a form does the same. */
export function ChartBrush({ chart: { width, height, axis }, span, path, params }: Props) {
  const router = useRouter()
  const svg = useRef<SVGSVGElement>(null)
  const [dragged, setDragged] = useState<[number, number] | null>(null)
  const pointOf = (event: PointerEvent) => {
    const box = svg.current?.getBoundingClientRect()
    return inside(box ? ((event.clientX - box.left) / box.width) * width : 0, axis)
  }
  const choose = () => {
    setDragged(null)
    if (!dragged || Math.abs(dragged[1] - dragged[0]) <= tremble) return
    const [from = 0, until = 0] = dragged.toSorted((a, b) => a - b).map((x) => timeAt(x, axis))
    router.push(addressWith(path, params, { from: written(from), until: written(until), page: null }), {
      scroll: false,
    })
  }
  const ends = dragged ?? (span ? [pointAt(span.from, axis), pointAt(span.until, axis)] : [0, 0])
  const [left, right] = [inside(Math.min(...ends), axis), inside(Math.max(...ends), axis)]
  return (
    <svg
      ref={svg}
      viewBox={`0 0 ${width} ${Math.ceil(height)}`}
      aria-hidden
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        setDragged([pointOf(event), pointOf(event)])
      }}
      onPointerMove={(event) => dragged && setDragged([dragged[0], pointOf(event)])}
      onPointerUp={choose}
      className="absolute inset-0 h-auto w-full cursor-crosshair touch-pan-y"
    >
      <rect width={width} height={height} className="fill-transparent" />
      <rect
        {...{ x: left, y: axis.top, width: right - left, height: axis.base - axis.top }}
        className="fill-accent"
        fillOpacity={0.18}
      />
    </svg>
  )
}
