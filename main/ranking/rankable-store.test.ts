import { afterEach, beforeEach, expect, it } from 'vitest'
import { jsonl, openBackend, row, type TestBackend } from '../../tests/support/backend.ts'
import { rankableChunk, rankableChunkOf } from './rankable-store.ts'
import { findWords } from './rules/words.ts'

let backend: TestBackend
beforeEach(() => {
  backend = openBackend()
})
afterEach(() => backend.close())

/** Each is a word that is looked for, and part of a posting. */
const WORDS = [
  ...[
    'C',
    'C++',
    'c++17',
    'C+',
    'Objective-C++',
    'C#',
    'c#',
    '#C',
    'F#',
    'C# developer',
    'C  developer',
    'A+B',
  ],
  ...['.NET', 'net', 'ASP.NET', '.net core', 'jobs@sisal.net', 'node.js', 'Node JS', 'LGBTQ+', '24+', '24'],
  ...[
    'ά',
    'α',
    'άνδρας',
    'ανδρας',
    'α\u0301νδρας',
    'ΟΔΟΣ',
    'οδος',
    'οδός',
    'й',
    'и',
    'мой',
    'мои',
    'мои\u0306',
  ],
  ...[
    'ё',
    'е',
    'ёж',
    'еж',
    'їжак',
    'іжак',
    'µs',
    'μs',
    'ſalt',
    'salt',
    'ς',
    'σ',
    'Ω',
    'ω',
    'Ω',
    'K',
    'k',
    'Å',
    'å',
    'a',
  ],
  ...[
    'İstanbul',
    'ISTANBUL',
    'ıstanbul',
    'Straße',
    'strasse',
    'STRAẞE',
    'naïve',
    'nai\u0308ve',
    'naive',
    'Việt Nam',
  ],
  ...[
    'viet nam',
    'łódź',
    'lodz',
    'lódz',
    'Øre',
    'ore',
    'ñandú',
    'nandu',
    'ǡ',
    'ȧ',
    'ﬁt',
    'fit',
    'ŉ',
    'ǰ',
    'j',
    'Ǆ',
    'ǆ',
  ],
  ...[
    'x²',
    'x2',
    '①',
    '½',
    'Ⅳ',
    'ⅳ',
    'ｆｕｌｌ',
    'FULL',
    'हिन्दी',
    'हिनदी',
    'العربية',
    'الْعَرَبِيَّة',
    '日本語',
    '한국어',
    'ไทย',
  ],
  ...[
    "don't",
    'don’t',
    'foo_bar',
    'foo bar',
    'a"b',
    'x OR y',
    'NOT x',
    'title:x',
    'e\u0323\u0301',
    'ẹ',
    'q\u0305x',
    'qx',
  ],
]

it('words are found in known jobs as they are in new ones', async () => {
  const { campaignId } = await backend.call('campaigns.create', { name: 'Words', query: 'gardener' })
  const rows = WORDS.map((word, index) =>
    row({
      id: `w-${index}`,
      title: `Gardener ${index} ${index % 3 === 0 ? word : ''}`,
      company: `Company ${index}`,
      description: `We look for somebody who has met ${word} before. Text ${index}.`,
    }),
  )
  await backend.importText(jsonl(rows), campaignId)
  const postings = backend.db
    .sql<{ job_id: number; title: string; company: string; description: string }>(
      'SELECT job_id, title, company, description FROM postings ORDER BY job_id',
    )
    .all()
  expect(postings).toHaveLength(WORDS.length)
  const inIndex = new Map(
    rankableChunk(backend.db, 0, 1000, { terms: false, words: WORDS })?.chunk.found.map(
      ({ word, jobs }) => [word, jobs] as const,
    ),
  )
  for (const word of WORDS) {
    const inMemory = postings
      .filter(({ title, company, description }) => findWords([word], title, company, description).length > 0)
      .map(posting => posting.job_id)
    expect(inIndex.get(word) ?? [], word).toEqual(inMemory)
    const some = inMemory.filter((_, index) => index % 2 === 0)
    const [found] = rankableChunkOf(backend.db, some, { terms: false, words: [word] }).found
    expect(found?.jobs, word).toEqual(some)
    expect(inMemory.length, word).toBeGreaterThan(0)
  }
})
