import { expect, test } from 'vitest'
import { CompanyId } from '../../../../main/contract/ids.ts'
import { addressText, companyRowName, factText, ratingText, topicText } from './company-words.ts'

test('a rating says how many reviews it is of', () => {
  expect(ratingText(null, 12)).toBeNull()
  expect(ratingText(4, 1234)).toBe('4.0 of 5, 1,234 reviews')
  expect(ratingText(3.86, 1)).toBe('3.9 of 5, 1 review')
  expect(ratingText(3.8, null)).toBe('3.8 of 5')
})

test('facts, topics and addresses are written for people', () => {
  expect(factText({ name: 'size_range', value: '1001-5000' })).toBe('1,001–5,000 people')
  expect(factText({ name: 'founded', value: 1998 })).toBe('1998')
  expect(factText({ name: 'industry', value: null })).toBeNull()
  expect(topicText('work_life_balance')).toBe('Work life balance')
  expect(addressText('https://www.acme.com/')).toBe('acme.com')
  expect(addressText('http://acme.co.uk/about')).toBe('acme.co.uk/about')
})

test('the name of a row says what tells companies apart, and its marks', () => {
  const row = {
    id: CompanyId.parse(1),
    name: 'Acme',
    industry: 'Payments',
    size_range: '11-50' as const,
    headquarters: null,
    rating: 4.2,
    reviewCount: 10,
    jobs: 1,
    favourite: true,
    blocked: true,
  }
  expect(companyRowName(row)).toBe(
    'Acme, 1 job, Payments · 11–50 people, 4.2 of 5, 10 reviews, favourite, blocked',
  )
})
