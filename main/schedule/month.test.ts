import { afterAll, beforeAll, expect, it } from 'vitest'
import { liveThrough, makeTemplate, sumOf } from './test-support/month.ts'

// A month each: asleep for up to nine days, closed, crashed between any two transactions, with a clock that is set by
// hours and a computer that travels. More months: MONTHS=200 npx vitest run main/schedule/month.test.ts

const MONTHS = Number(process.env.MONTHS ?? 20)

let template: ReturnType<typeof makeTemplate>
beforeAll(() => {
  template = makeTemplate()
})
afterAll(() => template.remove())

it(`in ${MONTHS} months each slot is handled once, and each message told once`, async () => {
  const all: Awaited<ReturnType<typeof liveThrough>>[] = []
  for (let seed = 1; seed <= MONTHS; seed += 1) {
    const complaints: string[] = []
    all.push(await liveThrough(seed, template.folder, what => complaints.push(what)))
    expect(complaints, `month ${seed}`).toEqual([])
  }
  const sum = sumOf(all)
  if (process.env.MONTHS) console.log(sum)
  expect(sum).toMatchObject({ lost: 0, twice: 0 })
  // The months are worth their name: everything that can go wrong did.
  for (const what of [
    'caughtUp',
    'missed',
    'skipped',
    'joined',
    'told',
    'crashes',
    'jumps',
    'journeys',
  ] as const)
    expect(sum[what], what).toBeGreaterThan(MONTHS)
}, 600_000)
