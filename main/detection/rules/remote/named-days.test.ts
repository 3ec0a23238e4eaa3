import { expect, test } from 'vitest'
import { createDetector } from '../detect.ts'

const detect = createDetector({ places: null, skills: null })

/** Days by name with the street or town of the office between. */
test.each([
  ['The team is in the office at Harbour Street on Thursdays.', 'hybrid'],
  ["We're all in our office near the old brewery on Mondays, else where you like.", 'hybrid'],
  ['Work from home on Fridays.', 'hybrid'],
  ['Meet us at our stand on Friday 3 May.', null],
])('%s', (description, expected) => {
  const { facts } = detect({ title: '', company: '', location_text: '', description })
  expect(facts.remote_options).toBe(expected)
})
