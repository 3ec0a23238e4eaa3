import { describe, expect, it } from 'vitest'
import { readPastedText } from './pasted-text.ts'

const BODY =
  'You keep the schedule of the harbour and talk to pilots all day.\n\nRequirements\n- Five years in ports'

/** What a form would be filled in with. */
function prefilled(text: string) {
  const { title, company, location } = readPastedText(text)
  return [title, company, location]
}

describe('fills in what is clear', () => {
  it.each([
    [
      `Senior Harbour Planner\nTidemark · Rotterdam, Netherlands (Hybrid)\n3 days ago · 40 applicants\n\n${BODY}`,
      'Senior Harbour Planner',
      'Tidemark',
      'Rotterdam, Netherlands (Hybrid)',
    ],
    [
      `Job title: Berth Planner\nCompany: Tidemark\nLocation: Cork, Ireland\n\n${BODY}`,
      'Berth Planner',
      'Tidemark',
      'Cork, Ireland',
    ],
    [`Harbour Planner at Tidemark\n\n${BODY}`, 'Harbour Planner', 'Tidemark', null],
    [
      `Harbour Planner (m/w/d)\nTidemark Logistik GmbH\nStandort: Hamburg\n\n${BODY}`,
      'Harbour Planner (m/w/d)',
      'Tidemark Logistik GmbH',
      'Hamburg',
    ],
    [`Tidemark Ltd\nHarbour Planner\n\n${BODY}`, 'Harbour Planner', 'Tidemark Ltd', null],
    [
      `Tidemark | Harbour Planner Engineer | Lisbon | Full-time\n\n${BODY}`,
      'Harbour Planner Engineer',
      'Tidemark',
      'Lisbon',
    ],
    [
      `Save\nShare\nHarbour Planner\n\n${BODY}\n\nAbout Tidemark\nTidemark moves ships.`,
      'Harbour Planner',
      'Tidemark',
      null,
    ],
    [`Harbour Planner\n\nTidemark is looking for a planner. ${BODY}`, 'Harbour Planner', 'Tidemark', null],
  ])('%j', (text, title, company, location) => {
    expect(prefilled(text)).toEqual([title, company, location])
  })
})

describe('leaves open what is not', () => {
  it.each([
    BODY,
    `Hi Ada,\n\nI saw your profile and think of a developer role with us.\n\n${BODY}`,
    `Job description\n\n${BODY}\n\nAbout the role\nAbout us`,
    '',
    'We are looking for a harbour planner who keeps the schedule.',
  ])('%j', text => {
    expect(prefilled(text)).toEqual([null, null, null])
  })

  it('a line below the title that is no company', () => {
    expect(prefilled(`Harbour Planner\nPosted 3 days ago · 40 applicants\n${BODY}`)).toEqual([
      'Harbour Planner',
      null,
      null,
    ])
  })
})

it('keeps the whole text, and the HTML where some was pasted', () => {
  expect(readPastedText(`Harbour Planner\r\n\r\n\r\n${BODY}`).description).toBe(`Harbour Planner\n\n${BODY}`)
  const pasted = readPastedText('<h1>Harbour Planner</h1><p>At sea.</p><script>x()</script>')
  expect(pasted).toMatchObject({ title: 'Harbour Planner', description: 'Harbour Planner\n\nAt sea.' })
  expect(pasted.description_html).toBe('<h1>Harbour Planner</h1><p>At sea.</p>')
})

it('takes the only address', () => {
  expect(readPastedText(`${BODY}\nApply: https://tidemark.example/jobs/7.`).url).toBe(
    'https://tidemark.example/jobs/7',
  )
  expect(readPastedText('https://a.example/1 https://b.example/2').url).toBeNull()
})
