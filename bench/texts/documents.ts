/** What document services ask: translation, summaries, extraction. */

import type { Grammar } from '../grammar'

export const documents: Grammar = {
  'translate.prompt': ['{=instruction}\n'],
  'translate.instruction': [
    'Translate from {=source} into {=target}. {~register}',
    '{~register} Translate the {=source} text below to {=target}:',
    'Render this {=source} passage in {=target} for {=company}. {~register}',
  ],
  register: [
    'Keep product names.',
    'Formal address.',
    'Informal address.',
    'Keep line breaks.',
    'For subtitles, short lines.',
    'Return the translation alone.',
    'British spelling.',
  ],
  'foreign.Spanish': [
    'El {#1-28} de mayo enviamos {#2-90} cajas a {town} y faltaba un artículo.',
    'La reunión con {person} empieza a las {#8-19} en {town}.',
    '{maker} pide {#2-60} piezas más antes del viernes.',
  ],
  'foreign.German': [
    'Die Lieferung aus {town} kam am {#1-28}. nicht an, {person} wartet seit {#2-30} Tagen.',
    '{maker} hat {#2-90} Stück bestellt und noch nicht bezahlt.',
    'Bitte rufen Sie {person} in {town} zurück.',
  ],
  'foreign.French': [
    'La réunion à {town} commence à {#8-19} heures et {person} apporte {#2-60} dossiers.',
    '{maker} a commandé {#2-90} pièces le {#1-28} juin.',
    'Le colis pour {person} est resté à {town}.',
  ],
  'foreign.Portuguese': [
    'O pedido {#1000-9999} de {person} chegou a {town} com {#2-9} dias de atraso.',
    '{maker} quer {#2-90} caixas até sexta-feira.',
  ],
  'foreign.Dutch': [
    'Het contract met {maker} loopt {#2-24} maanden en {person} tekent in {town}.',
    'De zending naar {town} telt {#2-90} dozen.',
  ],
  'foreign.Italian': [
    'Il treno per {town} parte alle {#6-22} e {person} ha {#2-9} valigie.',
    '{maker} ha spedito {#2-90} pezzi il {#1-28} aprile.',
  ],
  'foreign.Polish': [
    'Zamówienie {#1000-9999} dla {person} zostało wysłane do {town}.',
    '{maker} zamawia {#2-90} sztuk.',
  ],
  'foreign.Japanese': [
    '{town}の{person}さんへ、{#2-90}個の荷物を送りました。',
    '会議は{#8-19}時に{town}で始まります。',
  ],
  'foreign.Chinese': ['{person}在{town}订了{#2-60}件商品，还没有收到。', '会议{#8-19}点在{town}开始。'],
  'foreign.Arabic': ['يرجى إرسال {#2-90} صندوقاً إلى {person} في {town}.', 'يبدأ الاجتماع الساعة {#8-19} في {town}.'],
  'summary.prompt': [
    '{=instruction}\n\n{note} {note} {note}',
    '{=instruction}\n\n{note} {note} {note} {note} {note}',
    '{=instruction}\n\n{note} {note}',
  ],
  'summary.instruction': [
    'Summarise the following {=field} note in {#2-5} sentences for {group}. {~register}',
    'Give the key points of this text about {=field}. {~length}',
    'Write minutes for {=company} from these notes. {~length}',
    'Shorten for {group}: {~length}',
  ],
  note: [
    'On {weekday} {person} reported that the {adjective} {thing} in {town} was {#2-90} percent over plan.',
    '{person} and {person} agreed to move the {thing} to {month}.',
    'The {=field} team counted {#20-900} {thing}s, of which {#2-19} were {adjective}.',
    'A {quality} {ware} was tested for {#2-60} days without a fault.',
    'Costs for {town} rose to {#1000-90000} because the {part} was {adjective}.',
    '{maker} asked whether the {thing} can wait until {weekday}.',
    'It was noted that {concept} is still a {adjective} matter in {town}.',
    'Nobody had seen the {thing} since {#1-28} {month}.',
    'The next visit to {town} is planned with {person} and {#2-12} others.',
  ],
  'extract.prompt': ['{=instruction}\n{letter}', '{=instruction}\n{letter} {note}'],
  'extract.instruction': [
    'Return JSON with the keys {=keys} for the text below. {~nulls}',
    'Read the {thing} and give {=keys} as JSON. {~nulls}',
    'Extract {=keys}. {~nulls} Text:',
  ],
  keys: [
    'name, date, total',
    'sender, town, due_date',
    'item, quantity, price',
    'person, company, role',
    'number, status',
    'names, places',
    'amount, currency, reason',
  ],
  nulls: ['Use null when absent.', 'No prose.', 'Dates as YYYY-MM-DD.', 'Do not guess.', 'Numbers without units.'],
  letter: [
    '{maker}, {town}, {#1-28} {month}. To {person}: {#2-90} × {quality} {ware} at {#5-900}.{#10-99} each, total {#100-90000}.{#10-99}, due in {#7-60} days.',
    'Invoice {#10000-99999} of {maker} for {person}, {town}: {ware}, {#1-40} pieces, {#10-2000} net.',
    'Booking {#100000-999999}: {person}, {#1-6} nights in {town} from {#1-28} {month}, {#60-900} paid.',
    'Dear {person}, your {thing} {#1000-9999} from {month} is {adjective}; please pay {#20-900} to {maker}.',
  ],
}
