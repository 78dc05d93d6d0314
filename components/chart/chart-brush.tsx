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

/** A span of time chosen by dragging over a chart; it goes into the address as `from` and `until`, and beside it a form does the same. */
export function ChartBrush({ chart: { width, height, axis }, span, path, params }: Props) {
  const router = useRouter()
  const svg = useRef<SVGSVGElement>(null)
  const [dragged, setDragged] = useState<[number, number] | null>(null)
  const pointAt = (event: PointerEvent) => {
    const box = svg.current?.getBoundingClientRect()
    const x = box ? ((event.clientX - box.left) / box.width) * width : 0
    return Math.min(axis.right, Math.max(axis.left, x))
  }
  const timeAt = (x: number) => axis.from + ((x - axis.left) / (axis.right - axis.left)) * (axis.until - axis.from)
  const xAt = (time: number) => axis.left + ((time - axis.from) / (axis.until - axis.from)) * (axis.right - axis.left)
  const choose = () => {
    const [from, until] = [...(dragged ?? [0, 0])].sort((a, b) => a - b).map(timeAt) as [number, number]
    const isChoice = dragged && Math.abs(dragged[1] - dragged[0]) > tremble
    setDragged(null)
    if (!isChoice) return
    const whole = (at: number) => new Date(Math.round(at / 60_000) * 60_000).toISOString().replace('.000Z', 'Z')
    router.push(addressWith(path, params, { from: whole(from), until: whole(until), page: null }), { scroll: false })
  }
  const [left, right] = dragged ?? (span ? [xAt(span.from), xAt(span.until)] : [0, 0])
  const inside = (x: number) => Math.min(axis.right, Math.max(axis.left, x))
  const bar = { x: inside(Math.min(left, right)), width: Math.abs(inside(right) - inside(left)) }
  return (
    <svg
      ref={svg}
      viewBox={`0 0 ${width} ${Math.ceil(height)}`}
      aria-hidden
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        setDragged([pointAt(event), pointAt(event)])
      }}
      onPointerMove={(event) => dragged && setDragged([dragged[0], pointAt(event)])}
      onPointerUp={choose}
      onPointerCancel={() => setDragged(null)}
      className="absolute inset-0 h-auto w-full cursor-crosshair touch-pan-y"
    >
      <rect x={0} y={0} width={width} height={height} className="fill-transparent" />
      <rect
        {...bar}
        y={axis.top}
        height={axis.base - axis.top}
        className="fill-accent stroke-accent"
        fillOpacity={0.15}
      />
    </svg>
  )
}
