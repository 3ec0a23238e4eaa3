import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { greetingName, type MailFacts, mailDraft } from './mail.ts'

const FACTS: MailFacts = {
  title: 'Backend Engineer',
  company: 'Ardent Systems Ltd',
  kind: 'application',
  appliedOn: '2026-03-02',
  interviewOn: null,
  deadline: null,
  today: '2026-03-12',
  contactName: 'Sam Okafor',
  to: 'sam@example.org',
  sender: 'Jo Lind',
}

describe('the draft of a follow-up', () => {
  it('names job, company, day, person and sender', () => {
    expect(mailDraft(FACTS)).toEqual({
      to: 'sam@example.org',
      subject: 'Application: Backend Engineer',
      body: [
        'Hello Sam,',
        '',
        'I applied for Backend Engineer at Ardent Systems Ltd on 2 March 2026 and remain very interested. Could you tell me how the selection is going? I am glad to send anything else that would help.',
        '',
        'Kind regards',
        'Jo Lind',
      ].join('\n'),
    })
  })

  it('thanks for an interview that was, not for one to come', () => {
    const thanks = mailDraft({ ...FACTS, kind: 'interview', interviewOn: '2026-03-10' })
    expect(thanks.subject).toBe('Interview for Backend Engineer')
    expect(thanks.body).toContain('the interview on 10 March 2026')
    const before = mailDraft({ ...FACTS, kind: 'interview', interviewOn: '2026-03-20' })
    expect(before.body).not.toContain('Thank you')
  })

  it('promises an answer to an offer by its deadline', () => {
    const { body } = mailDraft({ ...FACTS, kind: 'offer', deadline: '2026-03-20' })
    expect(body).toContain('by 20 March 2026')
    expect(mailDraft({ ...FACTS, kind: 'offer' }).body).toContain('give you my answer.')
  })

  it('says nothing that is not known', () => {
    const bare = mailDraft({ ...FACTS, appliedOn: null, contactName: '', to: '', sender: '', company: '' })
    expect(bare.to).toBe('')
    expect(bare.body).toMatch(/^Hello,\n/)
    expect(bare.body).toMatch(/Kind regards$/)
    expect(bare.body).not.toMatch(/null|undefined| at /)
  })

  it('keeps the subject on one line, whatever a posting is called', () => {
    const words = fc.string({ unit: fc.constantFrom(...'aÉ \n\r\t,.😀\u0000\u2028') })
    fc.assert(
      fc.property(words, words, words, (title, company, contactName) => {
        const { subject, body } = mailDraft({ ...FACTS, title, company, contactName })
        expect(subject).not.toMatch(/[\r\n]/)
        expect(body.split('\n')[0]).toMatch(/^Hello.*,$/su)
        expect(body.split('\n')).toHaveLength(6)
      }),
    )
  })
})

describe('the name in a greeting', () => {
  it.each([
    ['Sam Okafor', 'Sam'],
    ['  sam  ', 'sam'],
    ['Dr. Anna Meyer', 'Anna'],
    ['Meyer, Anna', 'Anna'],
    ['Mrs Smith', 'Mrs Smith'],
    ['Prof. Dr. Lee', 'Prof. Dr. Lee'],
    ['李 明', '李'],
    ['Dr', 'Dr'],
    ['', ''],
  ])('%j is greeted as %j', (name, greeted) => {
    expect(greetingName(name)).toBe(greeted)
  })
})
