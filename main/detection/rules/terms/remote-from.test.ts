import { describe, expect, test } from 'vitest'
import type { RemoteOption } from '../../../contract/values.ts'
import { findMarks } from '../marks.ts'
import { readPosting } from '../read-posting.ts'
import { findRemoteFrom } from './remote-from.ts'

interface Texts {
  title?: string
  location?: string
  description?: string
  remote?: RemoteOption
}

function read({ title = '', location = '', description = '', remote }: Texts): string {
  const posting = readPosting({ title, company: '', location_text: location, description })
  return findRemoteFrom(posting, findMarks(posting.description.lower).remoteFrom, remote ?? null)
    .map(({ value }) => value)
    .join(' ')
}

describe('in the text', () => {
  const cases: [string, string][] = [
    ['This is a remote role within Canada.', 'CA'],
    ['Remote, US only', 'US'],
    ['Remote (EU)', 'eu'],
    ['Remote (USA or Canada only)', 'US CA'],
    ['Acme | Engineer | Remote (Europe) | Full-time', 'europe'],
    ['Acme | Engineer | US Remote', 'US'],
    ['You must be based in the UK.', 'GB'],
    ['Candidates must reside in the United States or Canada.', 'US CA'],
    ['We look for candidates in LATAM.', 'latam'],
    ['Work remotely from anywhere in Europe.', 'europe'],
    ['Work from anywhere in the world.', 'worldwide'],
    ['Fully remote, worldwide', 'worldwide'],
    ['You can work remotely in the Netherlands, Belgium or Germany.', 'NL BE DE'],
    ['You live in Poland.', 'PL'],
    ['100 % remote innerhalb Deutschland', 'DE'],
    ['Remote desde España', 'ES'],
    ['We are based in Germany.', ''],
    ['Our company is located in France and makes tools.', ''],
    ['Remote teams in Europe rely on us.', ''],
    ['Work with us in the US.', ''],
    ['It let us remote into machines', ''],
    ['Customers worldwide use our product.', ''],
    ['Work from anywhere for up to four weeks a year', ''],
    ['Not remote. Germany is where we build.', ''],
    ['We ship to the US only.', ''],
    ['I moved to Switzerland only recently and work remotely.', ''],
  ]
  test.each(cases)('%s', (description, expected) => {
    expect(read({ description: `${description}\nThank you.` })).toBe(expected)
  })
})

describe('in the location line and the title', () => {
  const cases: [Texts, string][] = [
    [{ location: 'Remote - US' }, 'US'],
    [{ location: 'Remote, United Kingdom' }, 'GB'],
    [{ location: 'USA (Remote)' }, 'US'],
    [{ location: 'Anywhere' }, 'worldwide'],
    [{ location: 'Europe only' }, 'europe'],
    [{ location: 'Poland', remote: 'remote' }, 'PL'],
    [{ location: 'Poland' }, ''],
    [{ location: 'Berlin, Germany' }, ''],
    [{ location: 'Berlin, Germany', remote: 'remote' }, ''],
    [{ title: 'Engineer (Remote, US)' }, 'US'],
    [{ title: 'Engineer - LATAM only, remote' }, 'latam'],
    [{ description: 'Region: North America\nA job.', remote: 'remote' }, 'north_america'],
    [{ description: 'Region: North America\nA job.' }, ''],
  ]
  test.each(cases)('%o', (texts, expected) => {
    expect(read(texts)).toBe(expected)
  })
})
