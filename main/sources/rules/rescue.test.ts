import { describe, expect, it } from 'vitest'
import { fromFirstLine, fromTitle } from './rescue.ts'

describe('fromTitle', () => {
  it.each([
    ['Brightwater: Senior Rails Engineer', 'Brightwater', 'Senior Rails Engineer'],
    [
      'Seven Hills Coffee Roasters: Store Manager: Sheffield',
      'Seven Hills Coffee Roasters',
      'Store Manager: Sheffield',
    ],
  ])('finds the company in %s', (title, company, role) => {
    expect(fromTitle(title)).toEqual({ title: role, company, location: null })
  })

  it.each([
    'Senior Engineer: Payments',
    'Software Developer: Node.js',
    'Hiring: Nurse',
    'Remote: Designer',
    'The very long name of some company here: Driver',
    'Nurse 12:30 shift',
    'Acme:',
    'Nurse',
  ])('finds none in %s', title => {
    expect(fromTitle(title)).toBeNull()
  })
})

describe('fromFirstLine', () => {
  it.each([
    [
      'Fernway | Backend Engineer | Leeds, UK | Hybrid\n\nWe make…',
      'Fernway',
      'Backend Engineer',
      'Leeds, UK',
    ],
    [
      'Fernway (https://fernway.example) | REMOTE | Data Scientist | Full-time',
      'Fernway',
      'Data Scientist',
      null,
    ],
    ['Nine Lamps | Berlin | Full-time | Product Designer | €60k', 'Nine Lamps', 'Product Designer', 'Berlin'],
  ])('reads %j', (text, company, title, location) => {
    expect(fromFirstLine(text)).toEqual({ company, title, location })
  })

  it.each([
    'Fernway | Backend Engineer',
    'Fernway | Leeds | Full-time | Onsite',
    'Developer | $125-175k | San Francisco | DevOps Engineer wanted',
    'https://fernway.example | Engineer | Leeds',
    'We are a small team.\nA | Engineer | Leeds',
    '',
  ])('leaves %j alone', text => {
    expect(fromFirstLine(text)).toBeNull()
  })
})
