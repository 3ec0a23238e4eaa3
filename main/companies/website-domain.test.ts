import { describe, expect, it } from 'vitest'
import { websiteDomain } from './website-domain.ts'

describe('the domain of a website', () => {
  it.each([
    ['https://www.acme.com/about?x=1', 'acme.com'],
    ['http://careers.acme.co.uk/jobs', 'acme.co.uk'],
    ['acme.de', 'acme.de'],
    ['  ACME.Example  ', 'acme.example'],
    ['https://jobs.eu.acme.io:8443/', 'acme.io'],
    ['https://acme.com.au', 'acme.com.au'],
    ['https://münchen-software.de', 'xn--mnchen-software-zvb.de'],
  ])('%s is of %s', (website, domain) => {
    expect(websiteDomain(website)).toBe(domain)
  })

  it.each([
    null,
    '',
    'not stated',
    'https://',
    'localhost',
    'https://192.168.0.1/',
    'https://[::1]/',
    'co.uk',
    'mailto:jobs@acme.com',
    'https://boards.greenhouse.io/acme',
    'https://acme.wd3.myworkdayjobs.com/External',
    'https://www.linkedin.com/company/acme',
    'https://acme.github.io',
    'https://sites.google.com/view/acme',
  ])('%s names no company', website => {
    expect(websiteDomain(website)).toBeNull()
  })
})
