/** Invented names and the things of trade and study that other text banks draw on. */

import type { Grammar } from '../grammar'

/** Alternatives written on one line. */
const list = (text: string): string[] => text.split(' | ')

export const nouns: Grammar = {
  syllable: list(
    'vel | tor | mi | ka | ren | lo | dra | sen | pa | qui | zan | bel | ori | fu | nex | hal | win | sta | gro | tel | bru | cam | dor | eln | fim | gar | hov | jes | kul | lim | mon | nar | oss | pel | rad | sil | tam | urn | vos | wex | yor | zel',
  ),
  ending: [
    'ra',
    'is',
    'on',
    'ia',
    'el',
    'um',
    'eo',
    'ix',
    'an',
    'o',
    'berg',
    'ski',
    'sen',
    'ova',
    'ez',
    'ard',
    'y',
    'ini',
  ],
  maker: ['{syllable}{syllable}{ending}', '{syllable}{ending}', '{syllable}{syllable}', '{syllable}{noun}'],
  person1: ['{first}'],
  person: ['{first}', '{first} {^syllable}{ending}', '{first} {^syllable}{syllable}{ending}', 'Dr {^syllable}{ending}'],
  town: [
    '{^syllable}{ending}ville',
    '{^syllable}{syllable}{townend}',
    'Port {^syllable}{ending}',
    '{^noun}{townend}',
    '{^syllable}{townend}',
    'Upper {^syllable}{townend}',
  ],
  townend: list(
    'ton | ford | wick | mere | bridge | field | haven | stead | burgh | low | moor | bay | minster | gate | holm',
  ),
  weekday: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  month: list(
    'January | February | March | April | May | June | July | August | September | October | November | December',
  ),
  ware: list(
    'kettle | standing desk | rain jacket | router | hiking pole | desk lamp | coffee grinder | bike light | winter tyre | air purifier | e-reader | blender | office chair | door lock | headset | water filter | suitcase | tent | charger | keyboard | {noun} {noun} | {noun} holder | {noun} cover | {adjective} {noun}',
  ),
  quality: list(
    'light | foldable | wireless | grey | large | second-hand | child-size | waterproof | black | rechargeable | quiet | compact | heavy | discounted | {adjective}',
  ),
  concept: list(
    'tidal energy | compound interest | soil erosion | version control | queueing | photosynthesis | inventory turnover | bridge load | plate movement | vaccination | index funds | sleep cycles | crop rotation | password hashing | supply chains | heat pumps | coral growth | map projections | fermentation | rate limits | insulation | glacier melt | unit testing | noise barriers | battery ageing | river deltas | {noun} {doing} | {adjective} {nouns} | {field1}',
  ),
  group: list(
    'beginners | a board meeting | my class | new employees | our customers | a ten-year-old | the night shift | volunteers | a local newspaper | an engineer | first-year students | my grandmother | a {noun} owner | people in {field1}',
  ),
  thing: list(
    'invoice | schedule | sensor | order | contract | ticket | transfer | account | meter | report | shipment | booking | form | receipt | device | parcel | licence | appointment | {noun} | {noun}',
  ),
}
