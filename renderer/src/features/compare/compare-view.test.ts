import { expect, test } from 'vitest'
import { CampaignId, JobId } from '../../../../main/contract/ids.ts'
import { around, comparePath, readCompareView } from './compare-view.ts'

const [twelve, thirty] = [JobId.parse(12), JobId.parse(30)]
const five = CampaignId.parse(5)

test.each([
  [{ first: twelve, second: thirty, campaignId: five }, '/compare?jobs=12,30&campaign=5'],
  [{ first: twelve, second: null, campaignId: null }, '/compare?jobs=12'],
  [{ first: null, second: thirty, campaignId: null }, '/compare?jobs=,30'],
  [{ first: null, second: null, campaignId: null }, '/compare'],
])('an address brings a comparison back: %o', (view, path) => {
  expect(comparePath(view)).toBe(path)
  expect(readCompareView(new URLSearchParams(path.split('?')[1] ?? ''))).toEqual(view)
})

test.each(['jobs=12,12', 'jobs=12,abc', 'jobs=12,-4', 'jobs=12&campaign=0'])(
  '%s leaves out what cannot be compared',
  query => {
    expect(readCompareView(new URLSearchParams(query))).toEqual({
      first: twelve,
      second: null,
      campaignId: null,
    })
  },
)

test.each([
  [0, [1, 2, 3, 4]],
  [3, [1, 2, 4, 5]],
  [6, [2, 3, 4, 5]],
  [-1, [0, 1, 2, 3]],
])('around place %i of seven stand %o', (index, expected) => {
  expect(around([0, 1, 2, 3, 4, 5, 6], index, 4)).toEqual(expected)
})

test('a short list gives all others', () => {
  expect(around(['a', 'b', 'c'], 1, 4)).toEqual(['a', 'c'])
})
