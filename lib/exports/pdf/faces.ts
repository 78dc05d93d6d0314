/** The faces of a summary, embedded from the font packages; every character is set in a face that has it, or named. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { visibleMarks } from '@/lib/signals/explorer/visible-marks'
import { openWoff } from './open-woff'

export type Face = 'serif' | 'serif-italic' | 'serif-bold' | 'sans' | 'sans-bold' | 'mono'

const cuts: Record<Face, { family: string; cut: string }> = {
  serif: { family: 'source-serif-4', cut: '400-normal' },
  'serif-italic': { family: 'source-serif-4', cut: '400-italic' },
  'serif-bold': { family: 'source-serif-4', cut: '600-normal' },
  sans: { family: 'source-sans-3', cut: '400-normal' },
  'sans-bold': { family: 'source-sans-3', cut: '600-normal' },
  mono: { family: 'jetbrains-mono', cut: '400-normal' },
}

const scripts = ['latin', 'latin-ext', 'greek', 'cyrillic', 'cyrillic-ext', 'vietnamese'] as const

const plainSigns = { calt: false, liga: false } as unknown as PDFKit.Mixins.OpenTypeFeatures[]

/** Ligatures of the mono face are off: an identifier is read sign by sign. */
export const featuresOf = (font: string) => (font.startsWith('jetbrains-mono') ? plainSigns : undefined)

/** A run of one font. */
export type Run = { font: string; text: string }

type Fontkit = { hasGlyphForCodePoint(point: number): boolean }
type Inside = { _font: { font: Fontkit } }

const files = new Map<string, Buffer>()

function fileOf(family: string, script: string, cut: string): Buffer {
  const name = `${family}-${script}-${cut}.woff`
  const known = files.get(name)
  if (known) return known
  const path = join(process.cwd(), 'node_modules', '@fontsource', family, 'files', name)
  const bytes = openWoff(readFileSync(/* turbopackIgnore: true */ path))
  files.set(name, bytes)
  return bytes
}

/** The fonts of one document: a font is embedded once something is set in it, in the order of first use. */
export class Faces {
  readonly #doc: PDFKit.PDFDocument
  readonly #known = new Map<string, Fontkit>()
  readonly #chosen = new Map<string, string | null>()

  constructor(doc: PDFKit.PDFDocument) {
    this.#doc = doc
  }

  /** `text` as runs of fonts that have every character of it. Hidden characters show as marks, missing ones as their code point. */
  runs(text: string, face: Face): Run[] {
    const runs: Run[] = []
    for (const { shown, font } of this.#characters(visibleMarks(text).text, face)) {
      const last = runs.at(-1)
      if (last && last.font === font) last.text += shown
      else runs.push({ font, text: shown })
    }
    return runs
  }

  *#characters(text: string, face: Face) {
    let missing: string[] = []
    for (const character of [...text, '']) {
      const font = character === '' ? null : this.#fontOf(character, face)
      if (font === null && character !== '') {
        missing.push(character)
        continue
      }
      if (missing.length > 0)
        for (const sign of nameOf(missing)) yield { shown: sign, font: this.#fontOf(sign, face) ?? '' }
      missing = []
      if (font !== null) yield { shown: character, font }
    }
  }

  #fontOf(character: string, face: Face): string | null {
    const key = `${face} ${character}`
    const known = this.#chosen.get(key)
    if (known !== undefined) return known
    const point = character.codePointAt(0) ?? 0
    const font = fontsOf(face).find((name) => this.#load(name).hasGlyphForCodePoint(point)) ?? null
    this.#chosen.set(key, font)
    return font
  }

  #load(name: string): Fontkit {
    const known = this.#known.get(name)
    if (known) return known
    const [family = '', script = '', cut = ''] = name.split(' ')
    this.#doc.registerFont(name, fileOf(family, script, cut)).font(name)
    const { font } = (this.#doc as unknown as Inside)._font
    this.#known.set(name, font)
    return font
  }
}

function fontsOf(face: Face): string[] {
  const { family, cut } = cuts[face]
  return [...scripts.map((script) => `${family} ${script} ${cut}`), 'noto-sans-math latin 400-normal']
}

const writingSystems = ['Han', 'Hiragana', 'Katakana', 'Hangul', 'Arabic', 'Hebrew', 'Devanagari', 'Thai'] as const

/** A few missing characters by their code points, many by how many they are and of which script. */
function nameOf(missing: string[]): string {
  if (missing.length <= 3) {
    const points = missing.map((character) => pointOf(character).toString(16).toUpperCase())
    return points.map((point) => `⟦U+${point.padStart(4, '0')}⟧`).join('')
  }
  const of = (script: string) => missing.filter((one) => new RegExp(`\\p{Script=${script}}`, 'u').test(one)).length
  const most = writingSystems.map((script) => ({ script, count: of(script) })).sort((a, b) => b.count - a.count)[0]
  const script = most && most.count > 0 ? `${most.script} ` : ''
  return `⟦${missing.length} ${script}characters⟧`
}

/** `visibleMarks` shows a control character by its picture, ␀; what is named is the character itself. */
function pointOf(character: string): number {
  const point = character.codePointAt(0) ?? 0
  if (point === 0x2421) return 0x7f
  return point >= 0x2400 && point < 0x2420 ? point - 0x2400 : point
}
