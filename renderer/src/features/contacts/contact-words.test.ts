import { expect, test } from 'vitest'
import { ContactId, type ContactView } from '../../../../main/contract/applications.ts'
import { JobId } from '../../../../main/contract/ids.ts'
import { contactRowName, linkText, mailSubject, NO_CONTACT } from './contact-words.ts'

const jobs = [
  { jobId: JobId.parse(1), title: 'Welder', company: 'Northwind' },
  { jobId: JobId.parse(2), title: 'Gardener', company: 'Mossbank' },
]
const contact = (more: Partial<ContactView>): ContactView => ({
  id: ContactId.parse(1),
  ...NO_CONTACT,
  name: 'Ann Lee',
  jobs: [],
  ...more,
})

test('a mail means the job that it is written from, else the only one', () => {
  expect(mailSubject({ jobs }, JobId.parse(2))).toBe('Gardener at Mossbank')
  expect(mailSubject({ jobs }, null)).toBe('')
  expect(mailSubject({ jobs: jobs.slice(0, 1) }, null)).toBe('Welder at Northwind')
  expect(mailSubject({ jobs }, JobId.parse(9))).toBe('')
})

test('a link shows where it leads', () => {
  expect(linkText('https://www.example.org/in/ann/')).toBe('example.org/in/ann')
  expect(linkText('no address')).toBe('no address')
})

test('a row is said in one sentence', () => {
  expect(contactRowName(contact({ role: 'Recruiter', jobs }))).toBe(
    'Ann Lee, Recruiter, Welder at Northwind, and 1 more',
  )
  expect(contactRowName(contact({}))).toBe('Ann Lee')
})
