/** What document services ask: translation, summaries, extraction. */

import type { Grammar } from '../grammar'

export const documents: Grammar = {
  'translate.prompt': ['{=instruction}\n'],
  'translate.instruction': [
    'Translate from {=source} into {=target}. {=quirk} {~register}',
    '{~register} {=quirk} {=source} to {=target}:',
    'Render this {=source} in {=target} for {=company}. {=quirk}',
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
  'summary.prompt': ['{=instruction}\n\n{note} {note}', '{=instruction}\n\n{note}'],
  'summary.instruction': [
    'Summarise this {=field} note. {=quirk} {~register}',
    'Key points about {=field}. {=quirk} {~length}',
    'Minutes for {=company}. {=quirk} {~length}',
    'Shorten for {group}: {=quirk}',
  ],
  note: [
    '{sentence}',
    '{sentence}',
    '{sentence}',
    '{person} and {person} {did} {np} until {month}.',
    'The {=field} team {did} {#20-900} {thing}s, {#2-19} of them {adjective}.',
    'A {quality} {ware} was {did} for {#2-60} days.',
    'Costs for {town} rose to {#1000-90000}: {clause}.',
    '{maker} {did} whether the {thing} can {does} {np}.',
    'Nobody {did} the {thing} since {#1-28} {month}.',
  ],
  'extract.prompt': ['{=instruction}\n{letter}', '{=instruction}\n{letter}', '{=instruction}\n{letter} {note}'],
  'extract.instruction': [
    'JSON with {=keys}. {=quirk} {~nulls}',
    'Read the {thing} and give {=keys} as JSON. {=quirk}',
    'Extract {=keys}. {~nulls} {=quirk} Text:',
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
    '{maker}, {town}, {#1-28} {month}. {person}: {#2-90} × {quality} {ware}, {#5-900}.{#10-99}. {sentence}',
    'Invoice {#10000-99999} of {maker} for {person}, {town}: {ware}, {#1-40} {nouns}, {#10-2000} net.',
    'Booking {#100000-999999}: {person}, {town}, {#1-28} {month}, {#60-900} paid. {sentence}',
    'Dear {person}, your {thing} {#1000-9999} {verb} {np}; please pay {#20-900} to {maker}.',
  ],
}
