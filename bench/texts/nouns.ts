/** Invented names and everyday nouns that every other text bank draws on. */

import type { Grammar } from '../grammar'

/** Alternatives written on one line. */
const list = (text: string): string[] => text.split(' | ')

export const nouns: Grammar = {
  syllable: list(
    'vel | tor | mi | ka | ren | lo | dra | sen | pa | qui | zan | bel | ori | fu | nex | hal | win | sta | gro | tel',
  ),
  ending: ['ra', 'is', 'on', 'ia', 'el', 'um', 'eo', 'ix', 'an', 'o'],
  maker: ['{syllable}{syllable}{ending}', '{syllable}{ending}', '{syllable}{syllable}'],
  person: list(
    'Amira | Bodil | Chen | Dario | Efua | Farid | Greta | Hana | Ivo | Jolanda | Kofi | Lena | Mateo | Nadia | Oskar | Priya | Quinn | Rosa | Selim | Tuva | Ulla | Viktor | Wanda | Yusuf | Zoe',
  ),
  town: list(
    'Aldermere | Brackwater | Castelnova | Dunhaven | Eastlow | Fernwick | Grauberg | Highmoor | Iverton | Kestrel Bay | Lindenau | Marrow Hill | Northbridge | Oldenburgh | Port Salis | Quarrytown | Rosenfeld | Stillwater | Tarn | Westerholt',
  ),
  weekday: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  month: list(
    'January | February | March | April | May | June | July | August | September | October | November | December',
  ),
  ware: list(
    'kettle | standing desk | rain jacket | router | hiking pole | desk lamp | coffee grinder | bike light | winter tyre | air purifier | e-reader | blender | office chair | door lock | headset | water filter | suitcase | tent | charger | keyboard',
  ),
  quality: list(
    'light | foldable | wireless | grey | large | second-hand | child-size | waterproof | black | rechargeable | quiet | compact | heavy | discounted',
  ),
  field: list(
    'logistics | accounting | nursing | gardening | energy supply | public transport | book publishing | fishery | insurance | school administration | carpentry | tourism | software testing | city planning | catering | warehousing | water treatment | rail maintenance',
  ),
  concept: list(
    'tidal energy | compound interest | soil erosion | version control | queueing | photosynthesis | inventory turnover | bridge load | plate movement | vaccination | index funds | sleep cycles | crop rotation | password hashing | supply chains | heat pumps | coral growth | map projections | fermentation | rate limits | insulation | glacier melt | unit testing | noise barriers | battery ageing | river deltas',
  ),
  group: list(
    'beginners | a board meeting | my class | new employees | our customers | a ten-year-old | the night shift | volunteers | a local newspaper | an engineer | first-year students | my grandmother',
  ),
  verb: list(
    'checks | stores | compares | moves | counts | orders | filters | signs | splits | repeats | measures | reports',
  ),
  adjective: list(
    'steady | uneven | cheap | late | careful | small | reliable | local | seasonal | rough | early | shared | dry | narrow | ordinary | gradual',
  ),
  thing: list(
    'invoice | schedule | sensor | order | contract | ticket | transfer | account | meter | report | shipment | booking | form | receipt | device | parcel | licence | appointment',
  ),
}
