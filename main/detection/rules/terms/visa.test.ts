import { expect, test } from 'vitest'
import { findMarks } from '../marks.ts'
import { readText } from '../text.ts'
import { findVisa } from './visa.ts'

function read(description: string): string | null {
  const text = readText('description', description)
  return findVisa(text, findMarks(text.lower).visa)?.value ?? null
}

const cases: [string, string | null][] = [
  ['We sponsor visas for the right person.', 'offered'],
  ['Visa sponsorship available', 'offered'],
  ['We offer visa sponsorship and relocation.', 'offered'],
  ['We can sponsor H-1B visas.', 'offered'],
  ['We provide visa support for you and your family', 'offered'],
  ['Relocation and visa assistance', 'offered'],
  ['Visa sponsorship: yes', 'offered'],
  ['Acme | Engineer | Berlin | ONSITE | VISA', 'offered'],
  ['Wir unterstützen dich beim Visum', 'offered'],
  ['We are unable to sponsor visas at this time.', 'not_offered'],
  ['We are unable to sponsor at this time.', 'not_offered'],
  ['You must be authorized to work in the US without sponsorship.', 'not_offered'],
  ['Must be legally authorized to work in Canada without the need for employer sponsorship', 'not_offered'],
  ['No visa sponsorship.', 'not_offered'],
  ['Visa sponsorship is not available for this role.', 'not_offered'],
  ['We do not offer visa sponsorship', 'not_offered'],
  ["We can't sponsor visas.", 'not_offered'],
  ['Sponsorship is not available', 'not_offered'],
  ['This position is not eligible for immigration sponsorship', 'not_offered'],
  ['Candidates requiring visa sponsorship will not be considered', 'not_offered'],
  ['Kein Visum-Sponsoring möglich', 'not_offered'],
  ['Will you now or in the future require visa sponsorship?', null],
  ['You must have the right to work in the UK', null],
  ['Sponsorship of community events', null],
  ['Manage event sponsorship and brand partners', null],
  ['Liaise with clinical trial sponsors', null],
  ['You report to the executive sponsor of the project', null],
  ['Company-sponsored training', null],
  ['We process payments of Visa and Mastercard', null],
  ['Our sponsors include several banks', null],
  ['', null],
]

test.each(cases)('%s: %s', (text, value) => {
  expect(read(`About the role\n${text}\nWe look forward to you.`)).toBe(value)
})

test('a quote is no longer than 160 characters and holds the words', () => {
  const text = readText(
    'description',
    `We are a company ${'that does many good things '.repeat(12)}and cannot offer visa sponsorship to anybody at all`,
  )
  const found = findVisa(text, findMarks(text.lower).visa)
  expect(found?.quote?.length).toBeLessThanOrEqual(160)
  expect(found?.quote).toContain('visa sponsorship')
})
