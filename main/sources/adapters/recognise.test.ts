import { describe, expect, it } from 'vitest'
import { createSources, recogniseBoard } from './index.ts'

const sources = createSources()

describe('a pasted careers address', () => {
  it.each([
    ['https://boards.greenhouse.io/tidemark/jobs/1', 'greenhouse', 'tidemark'],
    ['job-boards.eu.greenhouse.io/tidemark', 'greenhouse', 'tidemark'],
    ['https://jobs.lever.co/quillfeather/1/apply', 'lever', 'quillfeather'],
    ['jobs.eu.lever.co/quillfeather', 'lever', 'quillfeather (Europe)'],
    ['https://jobs.ashbyhq.com/Northwick%20Ice', 'ashby', 'Northwick Ice'],
    ['https://careers.smartrecruiters.com/BrambleAndSons', 'smartrecruiters', 'BrambleAndSons'],
    ['https://apply.workable.com/saltpan/j/5A17BA0001/', 'workable', 'saltpan'],
    ['saltpan.workable.com', 'workable', 'saltpan'],
    ['https://hazelbrug.recruitee.com/o/bridge-inspector', 'recruitee', 'hazelbrug'],
    ['https://orrery.wd3.myworkdayjobs.com/en-US/Careers', 'workday', 'orrery (Careers)'],
    [' https://wd5.myworkdaysite.com/recruiting/orrery/Careers/job/Brno/X_1 ', 'workday', 'orrery (Careers)'],
  ])('%s leads to %s', (address, kind, name) => {
    const found = recogniseBoard(sources, address)
    expect(found?.kind).toBe(kind)
    const source = sources.of(kind)
    expect(source?.check(found?.config).success).toBe(true)
    expect(source?.name(found?.config)).toBe(name)
  })

  it.each([
    '',
    'acme',
    'https://acme.example/careers',
    'https://www.linkedin.com/jobs/view/1',
    'https://jobs.lever.co.evil.example/acme',
    'https://evil.example/https://jobs.lever.co/acme',
    'https://jobs.lever.co@evil.example/acme',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'http://127.0.0.1/api/offers',
    'http://localhost:8080/api/offers',
  ])('%j leads nowhere', address => {
    expect(recogniseBoard(sources, address)).toBeNull()
  })
})

it('every source can be asked with what its form gives, and tells how it is asked', () => {
  for (const source of sources.all.filter(one => one.family === 'ats')) {
    expect(source.fields.some(field => field.required)).toBe(true)
    expect(source.about).toMatch(/\.$/)
    expect(URL.canParse(source.site)).toBe(true)
    expect(source.check({}).success).toBe(false)
    for (const field of source.fields.filter(one => one.required))
      expect(source.check({ [field.name]: field.placeholder }).success).toBe(true)
  }
})
