/** A chart as a PNG of twice its size, drawn by the browser from the chart's own SVG; nothing is fetched. */

import { chartSvg } from '@/lib/charts/chart-files'
import type { Chart } from '@/lib/charts/mark'

const scale = 2

/** Throws when the browser can not draw: a picture is never handed out empty. */
export async function chartPng(chart: Chart): Promise<Blob> {
  const picture = new Image()
  const address = URL.createObjectURL(new Blob([chartSvg(chart)], { type: 'image/svg+xml' }))
  try {
    picture.src = address
    await picture.decode()
    const canvas = document.createElement('canvas')
    canvas.width = Math.ceil(picture.naturalWidth * scale)
    canvas.height = Math.ceil(picture.naturalHeight * scale)
    const pen = canvas.getContext('2d')
    if (!pen) throw new Error('this browser draws no canvas')
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height)
    return await new Promise((resolve, reject) =>
      canvas.toBlob((bytes) => (bytes ? resolve(bytes) : reject(new Error('the picture came out empty'))), 'image/png'),
    )
  } finally {
    URL.revokeObjectURL(address)
  }
}
