import { expect, it } from 'vitest'
import { blocksOf, sameTitle } from './blocks.ts'
import { createClusters } from './cluster.ts'
import type { PostingIdentity } from './compare-postings.ts'
import { textMark } from './text-mark.ts'

const text = (number: number): string =>
  Array.from({ length: 90 }, (_, at) => `w${(at * 31 + number * 7907) % 50_021}`).join(' ')

function add(
  clusters: ReturnType<typeof createClusters>,
  key: string,
  description = '',
  more: Partial<PostingIdentity> = {},
) {
  const mark = textMark(description)
  const identity: PostingIdentity = {
    ...{ source: 'a', source_key: null, content_hash: '', opening_key: key, canonical_url: null },
    ...{ seniority_level: null, salary_year_low: null, salary_year_high: null, compensation_currency: null },
    text: mark,
    ...more,
  }
  return clusters.add(identity, blocksOf(key, mark))
}

it('numbers of one company and title lie beside each other, whatever the level, the season and the place', () => {
  const [from, to] = sameTitle(blocksOf('harbour works|crane operator|leeds', null).opening)
  for (const key of [
    'harbour works|senior crane operator 2026|hull',
    'harbour works recruitment|operator crane|',
    'harbourworks|crane operator ii|us',
  ]) {
    const { opening } = blocksOf(key, null)
    expect(opening).toBeGreaterThanOrEqual(from)
    expect(opening).toBeLessThan(to)
  }
  expect(sameTitle(blocksOf('harbour works|cook|leeds', null).opening)[0]).not.toBe(from)
})

it('fit exactly into a number', () => {
  for (let at = 0; at < 500; at++) {
    const { opening, text: band } = blocksOf(`company ${at}|title ${at}|place ${at}`, textMark(text(at)))
    for (const block of [opening, band ?? 0]) {
      expect(Number.isSafeInteger(block)).toBe(true)
      expect(block).toBeGreaterThan(0)
    }
  }
})

it('puts the same postings into the same jobs again', () => {
  const clusters = createClusters()
  const all = Array.from(
    { length: 40 },
    (_, at) => [`c|crane operator ${at % 4}|place ${at % 5}`, text(at % 3)] as const,
  )
  const first = all.map(([key, description]) => add(clusters, key, description))
  const again = all.map(([key, description]) => add(clusters, key, description))
  expect(again).toEqual(first)
})

it('does not join two teams through a third title with the same text', () => {
  const clusters = createClusters()
  const body = `${text(1)} the operator lifts`
  const containers = add(clusters, 'c|crane operator containers|leeds', body)
  const retitled = add(clusters, 'c|lifting professional|leeds', body)
  const timber = add(clusters, 'c|crane operator timber|leeds', body)
  expect(timber).not.toBe(containers)
  expect(retitled).not.toBe(timber)
})

it('finds the one among more of a kind than it looks at, by its place', () => {
  const clusters = createClusters()
  const first = add(clusters, 'c|crane operator|leeds')
  for (let at = 0; at < 200; at++) add(clusters, `c|crane operator|town ${at}, gb`)
  expect(add(clusters, 'c|crane operator|leeds')).toBe(first)
})
