/** The general vocabulary of every text: about 1,100 everyday words in the forms that sentences need. */

import type { Grammar } from '../grammar'

const words = (text: string): string[] => text.trim().split(/\s+/)

const nouns = words(`
  agenda airport album alarm allowance anchor angle answer apartment appetite apron archive arrow article ashtray atlas
  attic audience autumn award balcony ballot bandage barrel basket bathroom battery beach bearing bedroom bell bench
  berry bicycle blanket blueprint boiler bonus border bottle boundary bowl bracket branch bread breakfast bridge brochure
  bucket budget building bulletin bundle bureau burger button cabin cabinet cable calendar camera campaign canal candle
  canvas captain cargo carpet carriage carton castle catalogue ceiling cellar century certificate chain chamber chapter
  chimney choir circle circuit citizen classroom client cliff climate clinic clock closet cloud coach coast coin collar
  column comment committee compass complaint composer concert condition conference contest corner corridor costume
  cottage cotton counter coupon courtyard cousin cradle crane credit cricket crop crossing crowd cupboard curtain cushion
  customer cycle dairy damage dancer database deadline debate deposit desert design desk detail diagram diary dinner
  director discount dish district doctor document donkey draft drawer driver drum editor effort elbow election elevator
  employee engine envelope episode errand essay estate evening example exchange exhibit expense fabric factory failure
  farmer fashion feather fence ferry festival fever fibre figure filter finger firewood fisherman flavour flight flood
  flour flower folder footpath forecast forest formula fortune fountain fraction frame freight friend frontier fuel
  funnel furnace gallery garage garden garlic gateway geography giant glacier glass glove grain granite graph gravel
  greenhouse grocery guard guest guitar hammer handle harbour hallway harvest headline heater hedge helmet highway hinge
  holiday honey horizon hospital hotel household hurdle iceberg index insect insurance interview island jacket jigsaw
  journal journey jungle kettle kitchen kitten label ladder lake lamp landlord lantern laundry lawn leaflet leather
  lecture lemon letter lever library lighthouse limit liquid lobby lorry luggage lumber machine magazine mailbox manager
  manual margin market mattress meadow mechanic medal melody member menu merchant message metal microphone mill mineral
  mirror mission mixture molecule monument morning mortgage motor mountain mural museum mushroom musician napkin
  neighbour needle network newspaper noodle notebook novel nursery oak oven orchard orchestra outline owner packet paddle
  painter palace pamphlet panel pantry parade parcel parking partner passage passenger pasture patient pattern pavement
  pavilion payment pebble pencil pension pepper performance permit petition phrase piano picnic pigeon pillow pilot pipe
  planet plank plaster platform pocket poem pollen pond portrait poster potato powder prairie premium prescription
  printer prize problem profile programme project promise proposal prototype pulley puppet purchase puzzle quarry
  question queue quilt quota radiator railway rainfall ranch receipt recipe record refund region rehearsal remedy
  rent repair report rescue reservoir resident restaurant ribbon rifle river roof rooster rope route routine rubber
  ruler runway saddle sailor salad salary sample sandal sandwich satellite sauce scaffold scarf scenery schedule scholar
  scissors scooter scratch screen sculpture season seed segment seminar sentence server settlement shadow shelf shelter
  shepherd shipment shoulder shovel shower shutter sidewalk signal silver sketch slogan socket soldier soil sofa source
  spade sparrow speaker spice spider spinach sponge spoon stadium staircase stamp statement station statue steam steel
  stitch stocking storage storm stove strategy straw street string studio submarine suburb sugar suitcase summary summit
  supplier surface surgeon survey swamp sweater switch symbol symptom syrup table tablet tailor tariff teacher teapot
  telescope temple tenant terminal terrace theatre thermometer thread threshold thunder timber timetable tissue toaster
  tomato tool torch tournament towel tower tractor trail trailer transcript treasure treaty trend tribe trophy trumpet
  tunnel turbine tutor twig umbrella uncle uniform vacancy valley valve vehicle vessel village vineyard violin visitor
  volcano voter voucher voyage wagon waiter wallet warehouse warning waterfall wave wheel whistle willow window winner
  winter wire witness woodland workshop wound wreath wrist yard yoghurt zebra zipper`)

const adjectives = words(`
  able absent abstract active actual adequate adjacent afraid agile alert ample ancient annual anxious apparent arid
  awkward bald barren basic bitter blank bleak blind blunt bold boring brave brief bright brisk brittle broad broken
  brown busy calm capable careful central charming cheap chilly chronic civil classic clean clear clever clumsy coarse
  cold common compact complete complex constant convenient cool correct costly covert crisp crooked crowded crude curious
  current curved daily damp dark decent deep defective delicate dense digital dim direct distant dizzy double drowsy dry
  dull durable dusty eager early eastern elastic elderly electric elegant empty enormous entire equal exact exotic
  expensive external extra faint fair familiar famous fancy fatal faulty feeble final firm flat flexible fluent foggy
  foreign formal fragile frequent fresh frozen frugal full fuzzy general gentle genuine global gloomy glossy golden
  graceful gradual grand grateful greasy green gross handy harsh hasty heavy hidden hollow honest hostile huge humble
  humid icy ideal idle immense immune inner innocent instant internal jagged joint juicy keen large lasting late lazy
  legal level light liquid lively local lonely loose loud loyal lucky mature medical mellow mild minor mobile modern
  modest moist muddy mutual narrow native neat neutral noble noisy normal northern novel obscure obvious odd official
  open optional oral orange ordinary outdoor outer oval painful pale partial passive patient peculiar perfect permanent
  plain plastic pleasant polite popular portable positive precise pretty previous primary private prompt proper proud
  public pure purple quick quiet random rapid rare raw ready recent regional regular reliable remote rigid ripe robust
  rotten rough round royal rude rural rusty salty scarce secret secure senior sensible separate serious severe shallow
  sharp shiny short shy silent silly similar simple single slender slight slippery slow smooth social soft solar solid
  sour southern spare sparse spicy square stable stale standard steady steep sticky stiff strange strict strong sturdy
  subtle sudden suitable sunny surplus sweet swift tall tame temporary tender tense thick thin thirsty tidy tight tiny
  tough toxic tropical typical unique unusual upper upright urban urgent useful usual vacant vague valid vast vital vivid
  warm weak wealthy weekly western wet wide wild willing wise wooden worried worthy yearly young`)

const irregular = new Set(words('teach understand overcome'))

const verbs = words(`
  absorb accept adjust admire adopt advise allow announce approach approve arrange assemble attach attend avoid balance
  bless block boil borrow bother brush calculate carry cancel capture change charge check claim clean climb close collect
  colour combine compare complete conceal connect consider contain convert cook copy correct count cover crash cross
  damage decide declare decorate defend delay deliver demand describe destroy develop discover discuss display divide
  double drain earn educate employ empty encourage enjoy enter escape estimate examine exchange expand expect explain
  explore extend fasten fetch fill finish follow frame gather greet guard guess guide handle harvest heat hide hunt
  identify ignore imagine improve include increase inform inspect install invent invite join judge justify label launch
  learn lift limit list load lock maintain manage mark match measure melt mention mix move multiply name notice number
  obey observe obtain offer open order organise own pack paint park pass perform place plant please polish postpone
  pour practise predict prepare present preserve press prevent print produce promise protect prove provide publish pull
  punish push question raise reach receive recognise record reduce reflect refuse reject relate release remain remember
  remind remove repair repeat replace report request rescue reserve resist respect return reveal review reward roll
  sample save scatter search select separate serve settle share shelter signal simplify sketch smash smooth soak sort
  spill spoil stamp store strengthen stretch study suggest supply support surprise surround suspend switch taste teach
  test touch trace trade train transform translate travel treat trust turn twist understand update use value visit wait
  warn wash watch weigh welcome widen wipe witness wonder wrap`).filter((verb) => !irregular.has(verb))

const firstNames = words(`
  Aisha Albin Amira Anders Anouk Arjun Astrid Bartek Beatriz Benedikt Bodil Bruno Camille Carlos Celia Chidi Clara Cyril
  Dalia Dario Deepa Dimitri Dorota Edgar Efua Elif Emeka Enrico Esther Fabio Farid Fatou Felix Fiona Freya Gabor Gemma
  Gideon Giulia Goran Greta Gustav Hadiya Halina Hana Hector Henrik Hugo Ines Ingrid Ivo Jada Jakub Jelena Joao Jolanda
  Jonas Julia Kaito Kamal Karin Katya Kenji Kofi Laila Lars Leila Lena Lior Lotte Lucia Magnus Malika Marek Marta Mateo
  Mei Milan Mina Mirko Nadia Naomi Niels Nikhil Nora Olga Omar Oskar Otto Paula Pavel Petra Pierre Priya Quinn Rahel
  Ramon Ravi Renata Rosa Rufus Sabine Samir Sanna Selim Silvia Soren Stella Sven Tamar Tariq Teresa Theo Tomas Tuva Ulla
  Umar Uwe Valeria Vera Viktor Vivian Wanda Wim Xenia Yara Yusuf Zainab Zoe Zoltan`)

const fields = words(`
  accounting acoustics agriculture architecture astronomy beekeeping botany brewing carpentry catering ceramics chemistry
  cycling dentistry ecology economics electronics ethics finance fishery forestry gardening genetics geology geometry
  hydrology insurance journalism knitting law linguistics logistics marketing masonry mechanics medicine metallurgy
  meteorology mining music navigation nursing nutrition optics painting philosophy photography physics plumbing pottery
  printing psychology publishing robotics sailing sculpture sociology statistics surveying tailoring teaching textiles
  tourism translation transport warehousing welding zoology`)

/** Third person, past and -ing form of a regular verb that doubles no letter. */
const third = (verb: string) =>
  /(s|x|z|ch|sh)$/.test(verb) ? `${verb}es` : verb.replace(/([^aeiou])y$/, '$1ie').concat('s')
const past = (verb: string) => (verb.endsWith('e') ? `${verb}d` : `${verb.replace(/([^aeiou])y$/, '$1i')}ed`)
const going = (verb: string) => `${verb.replace(/([^e])e$/, '$1')}ing`
const several = (noun: string) =>
  /(s|x|z|ch|sh)$/.test(noun) ? `${noun}es` : noun.replace(/([^aeiou])y$/, '$1ie').concat('s')

export const vocabulary: Grammar = {
  noun: nouns,
  nouns: nouns.map(several),
  adjective: adjectives,
  manner: adjectives.filter((word) => /[tdlmr]$/.test(word) && !word.endsWith('ll')).map((word) => `${word}ly`),
  does: verbs,
  verb: verbs.map(third),
  did: verbs.map(past),
  doing: verbs.map(going),
  first: firstNames,
  field: [...fields, '{adjective} {field1}'],
  field1: fields,
}
