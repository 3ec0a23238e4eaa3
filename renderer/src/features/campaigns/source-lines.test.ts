import { expect, it } from 'vitest'
import type { SourceView } from '../../../../main/contract/sources.ts'
import { usedText } from './source-lines.ts'

const some = (...states: SourceView['state'][]) => states.map(state => ({ state }))

it.each([
  [some(), 0, 'It asks no source yet: add a company board, or use the public job boards.'],
  [some(), 3, 'It asks none of your sources. Tick those that it is to ask.'],
  [some('ok'), 1, 'Asks the one source.'],
  [some('failing'), 1, 'Asks the one source, which did not answer the last time.'],
  [some('ok', 'new'), 5, 'Asks 2 of 5 sources.'],
  [some('ok', 'failing', 'resting'), 3, 'Asks all 3 sources; 2 of them did not answer the last time.'],
])('says how many of the sources a campaign asks and how many failed', (used, all, words) => {
  expect(usedText(used, all)).toBe(words)
})
