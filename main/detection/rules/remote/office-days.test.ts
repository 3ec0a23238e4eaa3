import { expect, test } from 'vitest'
import { createDetector } from '../detect.ts'

const detect = createDetector({ places: null, skills: null })

function remoteOf(description: string, location_text = ''): string | null {
  return detect({ title: '', company: '', location_text, description }).facts.remote_options
}

test.each([
  // Days by name with the street or town of the office between.
  ['The team is in the office at Harbour Street on Thursdays.', 'hybrid'],
  ["We're all in our office near the old brewery on Mondays, else where you like.", 'hybrid'],
  ['Work from home on Fridays.', 'hybrid'],
  ['Meet us at our stand on Friday 3 May.', null],
  ['A welder for our yard, partly remote in winter.', 'hybrid'],
  ['A partly remote-controlled crane waits for you.', null],
  ['We sell lockers to hybrid offices.', null],
  ['A remote work allowance of 40 a month.', null],
  // Shares and rhythms.
  ['The team is in the office twice a fortnight.', 'hybrid'],
  ['How it works: 70% at home, 30% in the office.', 'hybrid'],
  ['You split your week between home and the Utrecht branch.', 'hybrid'],
  ['The split of work between data and tooling is even.', null],
  // All of the time, in one place or the other.
  ['We like faces, so this job is 100% in our Tampere office.', 'onsite'],
  ['We are a distributed team, and always were.', 'remote'],
  ['You know how to run a distributed team of databases.', null],
  ['Everyone works from home here.', 'remote'],
  // A word by itself.
  ['Permanent. Hybrid. Good pension.', 'hybrid'],
  ['Shift: 10 to 7, WFO, cab provided', 'onsite'],
  ['Kelp Labs | Plumber of data | Oslo | On-site (3 days)\n\nHello there.', 'hybrid'],
  ['Kelp Labs | Plumber of data | Oslo | in office, limited WFH\n\nHello there.', 'hybrid'],
  ['Kelp Labs | Plumber of data | Oslo | On-site (5 days)\n\nHello there.', 'onsite'],
])('%s', (description, expected) => {
  expect(remoteOf(description)).toBe(expected)
})

test.each([
  ['US-Remote', 'remote'],
  ['TX-Remote', 'remote'],
  ['Non-remote', null],
])('location %s', (location, expected) => {
  expect(remoteOf('We make kettles.', location)).toBe(expected)
})
