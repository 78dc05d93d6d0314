/** Subjects of the synthetic essays: plain common knowledge in our own sentences, in the order definition, cause, example, use, limit, advice. */

export interface Topic {
  name: string
  facts: readonly string[]
}

const topic = (name: string, facts: string): Topic => ({ name, facts: facts.split(' | ') })

export const topics: readonly Topic[] = [
  topic(
    'tidal energy',
    'it turns the rise and fall of the sea into electricity | the pull of the moon and the sun moves large masses of water twice a day | a barrage across a river mouth can hold the high water and let it out through turbines | its output can be forecast years ahead | there are few coasts where the tide is high enough | compare the cost of cables before choosing a site',
  ),
  topic(
    'compound interest',
    'interest is paid on the sum and on the interest already earned | each period starts from a larger amount than the one before | a sum that grows by seven percent a year doubles in about ten years | small regular savings become large over decades | debt grows by the same rule | look at the yearly rate rather than the monthly one',
  ),
  topic(
    'soil erosion',
    'the upper layer of the ground is carried away by water and wind | bare fields have no roots to hold the soil | a single storm can take a centimetre of earth from a slope | hedges and ground cover keep fields fertile | new soil takes centuries to form | plough along the slope and not down it',
  ),
  topic(
    'version control',
    "every change to a set of files is kept with its author and reason | people need to work on the same text without losing each other's changes | a team can go back to the state of last week within a second | mistakes become cheap to undo | large binary files are handled badly | write one thought into each commit",
  ),
  topic(
    'photosynthesis',
    'plants make sugar from light, water and carbon dioxide | the green pigment in leaves absorbs red and blue light | a leaf in the sun releases tiny bubbles of oxygen under water | nearly all food chains begin with it | only a small share of the light is stored | give indoor plants a place near the window',
  ),
  topic(
    'vaccination',
    'the body learns to recognise a germ before it meets it | memory cells remain after the first contact | smallpox disappeared after a worldwide campaign | it also protects people who cannot be vaccinated | protection may fade after some years | keep a record of the dates',
  ),
  topic(
    'heat pumps',
    'they move warmth from outside into a building | a fluid evaporates at low pressure and condenses at high pressure | one unit of electricity can bring three units of heat | they heat in winter and may cool in summer | very cold air lowers their yield | insulate the house first',
  ),
  topic(
    'map projections',
    'the round surface of the earth is drawn on a flat sheet | a sphere cannot be unrolled without stretching | on a common world map Greenland looks as large as Africa | each projection keeps one property, such as angle or area | no map keeps all of them | choose the projection by the question',
  ),
  topic(
    'fermentation',
    'microbes turn sugar into acid, gas or alcohol | they gain energy without oxygen | yeast makes dough rise by the gas it gives off | food keeps longer and tastes richer | wrong germs can spoil a batch | keep the vessels clean and the temperature even',
  ),
  topic(
    'supply chains',
    'goods pass through many hands from raw material to buyer | each firm does the step that it does best | a closed canal once held up ships on several continents | specialised work makes products cheaper | one missing part can stop a whole factory | know the suppliers of your suppliers',
  ),
  topic(
    'index funds',
    'they buy all shares of a market in proportion to their size | few managers beat the average after costs | a fund may hold over a thousand companies | costs stay low and risk is spread | losses of the whole market are not avoided | check the yearly fee',
  ),
  topic(
    'sleep',
    'the brain passes through light, deep and dream phases | pressure to sleep builds up while we are awake | after a short night most people react more slowly | memories are sorted and the body repairs itself | the need differs from person to person | get up at the same hour each day',
  ),
  topic(
    'crop rotation',
    'different plants are grown on a field in turn | each plant takes and gives different nutrients | beans after wheat bring nitrogen back | pests find less of what they like | it needs more planning and machines | write down what grew where',
  ),
  topic(
    'password hashing',
    'a password is stored as a value from which it cannot be read back | stolen tables would otherwise open every account | two people with the same password get different values through a salt | guessing becomes slow and costly | weak passwords still fall to lists | use a slow function made for the purpose',
  ),
  topic(
    'glaciers',
    'snow is pressed into ice that flows slowly downhill | more snow falls in the cold part than melts there | valleys with a round floor were cut by ice | they store water for dry months | most of them are now shrinking | look at the line of rubble to see where they ended',
  ),
  topic(
    'public transport',
    'many people share vehicles on fixed routes | roads cannot carry a car for everyone | a tram takes as many people as a long row of cars | streets become quieter and safer | thinly settled areas are hard to serve | plan transfers as carefully as lines',
  ),
  topic(
    'batteries',
    'chemical energy is stored and given back as current | ions move between two electrodes while electrons take the outer path | a phone loses a fifth of its range in two or three years | they let sun and wind power be used at night | heat and full charge make them age | keep them between a quarter and three quarters full',
  ),
  topic(
    'libraries',
    'they collect works and lend them to everyone | few people can buy all they want to read | many towns lend tools and instruments as well | knowledge stays open to those without money | space and budgets are limited | ask the staff, who know the shelves',
  ),
  topic(
    'recycling',
    'used material becomes raw material again | making metal or glass anew takes much energy | an old can may be back on the shelf within two months | mines and dumps grow more slowly | mixed plastics are difficult to part | separate at home as finely as you can',
  ),
  topic(
    'probability',
    'it measures how often something is expected to happen | single events are uncertain while long series are steady | among twenty-three people two often share a birthday | insurers and engineers plan with it | a rare event can still happen twice | ask out of how many before you worry',
  ),
  topic(
    'bridges',
    'loads are led across a gap into the ground | each shape turns weight into pressure or pull | an arch of stone stands without mortar | long spans open new ways for trade | wind and rust work on them every day | inspect joints and bearings first',
  ),
  topic(
    'coral reefs',
    'tiny animals build walls of lime in warm seas | algae within them supply sugar | a quarter of sea fish spend part of their life there | coasts behind them are sheltered from waves | warm water drives the algae out | swim without touching them',
  ),
  topic(
    'open data',
    'public records are published for anyone to use | taxes have already paid for them | time tables of trains feed many free apps | errors are found by more eyes | names and addresses must be protected | publish the format along with the figures',
  ),
  topic(
    'writing clearly',
    'the reader understands at the first pass | long sentences ask for more memory than we have | a letter with short words is answered sooner | fewer questions come back | a text can become too plain for its subject | read it aloud and cut what you stumble over',
  ),
  topic(
    'noise',
    'unwanted sound disturbs people and animals | engines, tyres and voices add up | birds in cities sing higher than in the woods | quiet courts raise the worth of a street | walls only move some of it elsewhere | treat the source before the window',
  ),
]
