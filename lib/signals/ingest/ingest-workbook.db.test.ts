import { describe, expect, it } from 'vitest'
import { ingested } from './ingested'
import { zipOf } from './packed'

const part = (name: string, xml: string) => ({ name, bytes: Buffer.from(xml) })
const sheet = (rows: string) => `<worksheet><sheetData>${rows}</sheetData></worksheet>`

/** A workbook with a cover sheet and a log; the times of the second are in style 1. */
const workbook = (rows: string) =>
  zipOf([
    part(
      'xl/workbook.xml',
      '<workbook xmlns:r="r"><sheets><sheet name="Cover" r:id="a"/><sheet name="Log" r:id="b"/></sheets></workbook>',
    ),
    part(
      'xl/_rels/workbook.xml.rels',
      '<Relationships><Relationship Id="a" Target="worksheets/1.xml"/><Relationship Id="b" Target="/xl/worksheets/2.xml"/></Relationships>',
    ),
    part('xl/styles.xml', '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="22"/></cellXfs></styleSheet>'),
    part(
      'xl/sharedStrings.xml',
      '<sst><si><t>timestamp</t></si><si><r><t>account</t></r><r><t>_id</t></r></si><si><t>a &amp; b</t><rPh><t>x</t></rPh></si></sst>',
    ),
    part('xl/worksheets/1.xml', sheet('<row><c r="A1" t="inlineStr"><is><t>A cover</t></is></c></row>')),
    part('xl/worksheets/2.xml', sheet(rows)),
  ])

const header =
  '<row><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="D1" t="inlineStr"><is><t>input_tokens</t></is></c></row>'

describe('a workbook', () => {
  it('is read in its first sheet with a header, its cells as what they are', async () => {
    const rows = `${header}<row/>
      <row><c r="A3" s="1"><v>46024.5</v></c><c r="B3" t="s"><v>2</v></c><c r="C3"><v>9</v></c><c r="D3"><v>12</v></c></row>
      <row><c r="A4" t="str"><v>2026-01-02T00:00:00Z</v></c><c r="D4" t="e"><v>#N/A</v></c></row>`
    const made = await ingested(workbook(rows))
    expect(made.stored.map(({ row_id, account_id, input_tokens }) => [row_id, account_id, input_tokens])).toEqual([
      [0, 'a & b', 12],
      [1, '', null],
    ])
    expect(String(made.stored[0]?.timestamp)).toContain('2026-01-02 12:00:00')
    expect(made.rejects).toMatchObject([
      { position: 2, member: 'Cover', reason: expect.stringContaining('another sheet') },
    ])
  })

  it('is refused when it is broken, or has no header', async () => {
    const broken = { code: 'unsupported', publicMessage: expect.stringContaining('workbook of this file is broken') }
    await expect(ingested(workbook(`${header}<row><c>`))).rejects.toMatchObject(broken)
    const none = { code: 'unsupported', publicMessage: expect.stringContaining('has a header row') }
    await expect(ingested(workbook('<row><c><v>1</v></c></row>'))).rejects.toMatchObject(none)
  })
})
