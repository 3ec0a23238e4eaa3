import { describe, expect, it } from 'vitest'
import { type HiringPost, readHiringComment } from './hn-comment.ts'

const read = (...lines: string[]): HiringPost[] => readHiringComment(lines.join('\n\n'))
const titles = (...lines: string[]): string[] => read(...lines).map(post => post.title)

const FILLER = 'We build tide tables for harbours and have customers in nine countries.'

describe('one role in the head line', () => {
  it('is one posting with company, place, remote type and job type', () => {
    expect(
      read(
        'Quayside (YC S24) | Senior Backend Engineer | Lisbon, Portugal | Hybrid | Full-time | €70–90k | https://quayside.example',
        FILLER,
      ),
    ).toEqual([
      {
        title: 'Senior Backend Engineer',
        company: 'Quayside',
        place: 'Lisbon, Portugal; Hybrid',
        remote: 'hybrid',
        type: 'full-time',
        pay: '',
        link: null,
      },
    ])
  })

  it.each([
    ['Quayside | Platform & DevOps Engineer | Oslo | Onsite', 'Platform & DevOps Engineer'],
    ['Quayside | Software Engineer (Go, Rust) | Remote', 'Software Engineer (Go, Rust)'],
    ['Quayside • Fullstack SWE • Remote • Full-time', 'Fullstack SWE'],
    ['Quayside · Product Designer · Porto · Hybrid', 'Product Designer'],
    ['Quayside - Data Engineer - Remote (EU) - Contract', 'Data Engineer'],
    ['Quayside — Head of Design — Ghent', 'Head of Design'],
    ['Quayside | Founding Engineer | NYC | $150k–$200k + equity', 'Founding Engineer'],
    ['Quayside|Machine Learning Engineer II|Toronto', 'Machine Learning Engineer II'],
    ['Quayside | Remote Sensing Scientist | Bergen', 'Remote Sensing Scientist'],
  ])('%s', (head, title) => {
    expect(read(head, FILLER)).toMatchObject([{ company: 'Quayside', title }])
  })

  it.each([
    ['Quayside, Inc. (https://quayside.example)', 'Quayside, Inc.'],
    ['Quayside - https://quayside.example', 'Quayside'],
    ['[Hiring] Quayside', 'Quayside'],
    ['Quayside is hiring', 'Quayside'],
    ['quayside.io', 'quayside.io'],
    ['North & Sons Harbour Works', 'North & Sons Harbour Works'],
  ])('%s is the company %s', (start, company) => {
    expect(read(`${start} | Backend Engineer | Remote`)).toMatchObject([
      { company, title: 'Backend Engineer' },
    ])
  })

  it('may stand before the company', () => {
    expect(read('Senior Rust Engineer | Quayside | Berlin | Onsite')).toMatchObject([
      { title: 'Senior Rust Engineer', company: 'Quayside', place: 'Berlin; Onsite', remote: 'onsite' },
    ])
  })

  it('may stand in labels', () => {
    expect(
      read(
        'Company: Quayside\nRole: Tide Modeller, Backend Engineer\nLocation: Bergen\nRemote: yes\nType: Full-time',
        FILLER,
      ),
    ).toMatchObject([
      {
        title: 'Tide Modeller, Backend Engineer',
        company: 'Quayside',
        place: 'Bergen; Remote',
        remote: 'remote',
        type: 'full-time',
      },
    ])
  })

  it('may stand in a sentence', () => {
    expect(
      read('Quayside is hiring a Senior Rust Engineer to work on our tide models. Apply by mail.'),
    ).toMatchObject([{ title: 'Senior Rust Engineer', company: 'Quayside', place: '' }])
  })
})

describe('several roles', () => {
  it('in one part of the head line', () => {
    expect(
      read(
        'Harbour Lab / Pilot | Senior/Lead Platform & DevOps Engineer, Senior Frontend Engineer, Tide Data Scientist | Utrecht, The Netherlands | HYBRID',
        '- Senior/Lead Platform & DevOps Engineer\n- Senior Frontend Engineer',
      ),
    ).toMatchObject([
      { title: 'Senior/Lead Platform & DevOps Engineer', company: 'Harbour Lab / Pilot', remote: 'hybrid' },
      { title: 'Senior Frontend Engineer', place: 'Utrecht, The Netherlands; HYBRID' },
      { title: 'Tide Data Scientist' },
    ])
  })

  it.each([
    ['Quayside | Backend Engineer and Product Designer | Remote', ['Backend Engineer', 'Product Designer']],
    ['Quayside | Backend Engineer | Product Manager | Remote', ['Backend Engineer', 'Product Manager']],
    ['Quayside | Backend Engineer (Go, Rust), SRE | Remote', ['Backend Engineer (Go, Rust)', 'SRE']],
    ['Quayside | Backend and Frontend Engineers | Remote', ['Backend and Frontend Engineers']],
  ])('%s', (head, expected) => {
    expect(titles(head, FILLER)).toEqual(expected)
  })

  it('in a list below, each with what stands next to it', () => {
    expect(
      read(
        'Quayside | Multiple roles | Lisbon or Remote (EU) | Full-time | https://quayside.example',
        FILLER,
        'Open roles:',
        '- Senior Backend Engineer (Remote): €80k–95k https://quayside.example/jobs/1',
        '- Product Designer',
        '* Staff site reliability engineer - Onsite',
        '- You have five years of experience as an engineer',
        '- Work with designers',
      ),
    ).toMatchObject([
      {
        title: 'Senior Backend Engineer',
        place: 'Remote',
        remote: 'remote',
        pay: '€80k–95k',
        link: 'https://quayside.example/jobs/1',
        type: 'full-time',
      },
      { title: 'Product Designer', place: 'Lisbon or Remote (EU)', pay: '', link: null },
      { title: 'Staff site reliability engineer', remote: 'onsite' },
    ])
  })

  it('on lines with places of their own', () => {
    expect(
      read(
        'Quayside | Ghent | Onsite',
        'Backend Engineer | Antwerp | €5,000 a month',
        'Field Technician | Ostend',
      ),
    ).toMatchObject([
      { title: 'Backend Engineer', place: 'Antwerp; Onsite', pay: '€5,000 a month' },
      { title: 'Field Technician', place: 'Ostend; Onsite', pay: '' },
    ])
  })

  it('the same role once, and never more than twenty', () => {
    expect(titles('Quayside | Engineering roles | Remote', '- Data Engineer\n- Data Engineer')).toEqual([
      'Data Engineer',
    ])
    const many = Array.from({ length: 40 }, (_, at) => `- Engineer${at} Backend Engineer`)
    expect(titles('Quayside | Multiple positions | Remote', ...many)).toHaveLength(20)
  })

  it('a plural in the head line gives way to the list, a single role does not', () => {
    const list = '- Go Engineer\n- Rust Engineer'
    expect(titles('Quayside | Software Engineers | Remote', list)).toEqual(['Go Engineer', 'Rust Engineer'])
    expect(titles('Quayside | Senior Go Engineer | Remote', list)).toEqual(['Senior Go Engineer'])
  })
})

it('what stands in brackets behind a role holds for it alone', () => {
  expect(
    read(
      'Quayside | Go Engineer (Remote), Tide Analyst [Onsite Oslo], Copy Editor (Contract), Go Developer (Rust) | Oslo | Hybrid',
    ),
  ).toMatchObject([
    { title: 'Go Engineer', place: 'Oslo; Remote', remote: 'remote' },
    { title: 'Tide Analyst', place: 'Oslo; Onsite Oslo', remote: 'onsite' },
    { title: 'Copy Editor', remote: 'hybrid', type: 'contract' },
    { title: 'Go Developer (Rust)', remote: 'hybrid', type: null },
  ])
})

it('words that announce a part are left out', () => {
  expect(
    read('Quayside | Location: Denver | Roles: Backend Engineer, SRE | Full-time, Onsite'),
  ).toMatchObject([
    { title: 'Backend Engineer', place: 'Denver; Onsite', type: 'full-time' },
    { title: 'SRE' },
  ])
})

describe('roles without a name', () => {
  it.each([
    [['Quayside | Multiple roles | Remote'], 'Multiple roles'],
    [
      ['Quayside | Remote (US) | Full-time', "We're looking for a Senior Go Engineer to own our API."],
      'Senior Go Engineer',
    ],
    [['Quayside | Porto | Onsite', FILLER], 'Quayside | Porto | Onsite'],
  ])('%j is named %s', (lines, title) => {
    expect(read(...lines)).toMatchObject([{ title, company: 'Quayside' }])
  })
})

describe('places and conditions', () => {
  it.each([
    ['Remote', 'remote'],
    ['REMOTE (Europe)', 'remote'],
    ['Hybrid - London', 'hybrid'],
    ['On-site in Kyiv', 'onsite'],
    ['Remote or Onsite', null],
    ['Remote/Hybrid', null],
    ['Onsite (remote possible)', null],
    ['Remote friendly', null],
    ['Lisbon or Remote (EU)', null],
    ['Remote (US or Canada)', 'remote'],
    ['Full-time, Onsite', 'onsite'],
    ['No remote', null],
  ])('%s is %s', (part, remote) => {
    expect(read(`Quayside | Backend Engineer | ${part}`)).toMatchObject([{ remote }])
  })

  it.each([
    ['Full-time', 'full-time'],
    ['FULL TIME', 'full-time'],
    ['FT', 'full-time'],
    ['Contract', 'contract'],
    ['Interns', 'internship'],
    ['Full-time or contract', null],
    ['Full-time, Part-time', null],
  ])('%s is %s', (part, type) => {
    expect(read(`Quayside | Backend Engineer | Oslo | ${part}`)).toMatchObject([{ type, place: 'Oslo' }])
  })

  it.each([
    '$120k - $150k',
    'Series B',
    'Visa sponsorship',
    'https://quayside.example',
    'jobs@quayside.example',
    'we are 40 people',
    'DUTCH REQUIRED',
  ])('%s is no place', part => {
    expect(read(`Quayside | Backend Engineer | ${part}`)).toMatchObject([{ place: '' }])
  })
})

describe('what is no opening', () => {
  it.each([
    [''],
    ['   \n '],
    ['[dead]'],
    ['[flagged]'],
    ['[deleted]'],
    ['Is anybody else seeing fewer postings this month?'],
    ['Does Quayside | Backend Engineer | Remote still hire?'],
    ['Search all jobs | filter by remote and salary | https://search.example'],
    ['Please only post if you are part of the hiring company.'],
    ['I built a reader for these threads: https://reader.example - it filters by remote - have fun'],
    ['SEEKING WORK | Remote | Lisbon | Backend Engineer'],
    [
      'Location: Lisbon\nRemote: yes\nWilling to relocate: no\nTechnologies: Go\nRésumé/CV: https://me.example',
    ],
    ["I'm a backend engineer | Remote | Go"],
    ['The team is hiring a Backend Engineer.'],
    ['We are hiring senior engineers for our office in Ghent.'],
    ['Great company, I interviewed there - it went well - still waiting to hear back'],
    ['Applied twice | no answer | not recommended'],
    ['+1'],
  ])('%j', text => {
    expect(readHiringComment(text)).toEqual([])
  })
})

it('takes time in proportion to the comment', () => {
  const started = performance.now()
  for (const piece of [
    '| ',
    '- ',
    '(',
    'Engineer, ',
    'Remote ',
    'a'.repeat(50),
    '- Engineer (',
    '• ',
    'Company: ',
  ])
    readHiringComment(`Quayside | ${piece.repeat(20_000)}\n${`${piece}\n`.repeat(2000)}`)
  expect(performance.now() - started).toBeLessThan(3000)
})

it.each([
  ['a head', (run: string) => `Acme${run}is hiring a Senior Engineer`],
  ['a head with bars', (run: string) => `Acme${run}| Senior Engineer | Berlin${run}| Remote${run}`],
  ['labels', (run: string) => `Company: Acme${run}Ltd\nRole: Senior Engineer${run}, Designer`],
  ['a list', (run: string) => `Acme | Several roles | Remote\n- Senior Engineer${run}(Berlin)${run}`],
  ['a name of commas', (run: string) => `Acme${run.replaceAll(' ', ',')}x is hiring a Senior Engineer.`],
])('a run of 20,000 spaces in %s does not hold it up', (_what, comment) => {
  const started = performance.now()
  for (const run of [' '.repeat(20_000), '\u00a0'.repeat(20_000), '\t '.repeat(10_000)])
    expect(readHiringComment(comment(run)).length).toBeLessThan(3)
  expect(performance.now() - started).toBeLessThan(300)
})

it('a run of spaces counts as one', () => {
  const spaced = 'Acme   is  hiring\ta \u00a0 Senior Engineer.'
  expect(readHiringComment(spaced)).toEqual(readHiringComment('Acme is hiring a Senior Engineer.'))
  expect(readHiringComment(spaced)).toMatchObject([{ company: 'Acme', title: 'Senior Engineer' }])
})
