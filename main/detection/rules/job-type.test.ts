import { describe, expect, test } from 'vitest'
import { createDetector } from './detect.ts'

const detect = createDetector({ places: null, skills: null })

function typeOf(description: string, title = ''): string | null {
  return detect({ title, company: '', location_text: '', description }).facts.job_type
}

describe('in form fields', () => {
  const cases: [string, string | null][] = [
    ['Job type: Full-time', 'full-time'],
    ['Job type: Permanent, full-time', 'full-time'],
    ['Job type: Permanent', 'full-time'],
    ['Job type: Contract', 'contract'],
    ['Job type: Contract, full-time', 'contract'],
    ['Job type: Temporary, full-time', 'temporary'],
    ['Job type: Permanent, part-time', 'part-time'],
    ['Job type: Permanent, full-time or part-time', 'full-time'],
    ['Job type: part_time', 'part-time'],
    ['Job Type Full Time', 'full-time'],
    ['Job type\nFull-time', 'full-time'],
    ['Employment type: FULL_TIME', 'full-time'],
    ['Employment type: CONTRACTOR', 'contract'],
    ['Employment Type: Internship', 'internship'],
    ['Type: Intern', 'internship'],
    ['Type: full', 'full-time'],
    ['Commitment: Permanent', 'full-time'],
    ['Contract: permanent', 'full-time'],
    ['Contract: contract, 6 months', 'contract'],
    ['Contract type: Fixed-term', 'temporary'],
    ['Duration: 6 months (possible extension)', 'contract'],
    ['Full / Part time: Full-time', 'full-time'],
    ['Schedule: Full Time', 'full-time'],
    ['Location: Austin | Type: Full-Time', 'full-time'],
    ['Vertragsart: unbefristet', 'full-time'],
    ['Vertragsart: befristet', 'temporary'],
    ['Arbeitszeit: Teilzeit', 'part-time'],
    ['Type de contrat : CDI', 'full-time'],
    ['Type de contrat : CDD', 'temporary'],
    ['Contrat : Stage', 'internship'],
    ['Tipo de contrato: indefinido', 'full-time'],
    ['Jornada: media jornada', 'part-time'],
    ['Dienstverband: fulltime', 'full-time'],
    ['Contratto: tempo determinato', 'temporary'],
    ['Contratto: tempo indeterminato', 'full-time'],
    ['Job type: Hybrid', null],
    ['Job type: Remote,100% Salary, Four Days', null],
  ]
  test.each(cases)('%s', (text, expected) => {
    expect(typeOf(`${text}\nWe make things that people like.`)).toBe(expected)
  })
})

describe('in titles', () => {
  const cases: [string, string | null][] = [
    ['Part-Time Cashier', 'part-time'],
    ['Data Scientist - Part-Time Night Shift', 'part-time'],
    ['Python Developer (Contract)', 'contract'],
    ['Java Developer - 6 month contract', 'contract'],
    ['Freelance Writer', 'contract'],
    ['Vietnam Partnerships Contractor', 'contract'],
    ['JavaScript Developer (Corp to Corp)', 'contract'],
    ['Data Architect Outside IR35', 'contract'],
    ['Software Engineering Intern', 'internship'],
    ['Marketing Internship', 'internship'],
    ['Praktikum im Marketing', 'internship'],
    ['Stage - Développeur web', 'internship'],
    ['Alternance Développeur', 'internship'],
    ['Werkstudent Customer Success', 'part-time'],
    ['Teacher (Maternity Cover)', 'temporary'],
    ['Analyst - Fixed Term', 'temporary'],
    ['Seasonal Warehouse Worker', 'temporary'],
    ['Developer, full-time', 'full-time'],
    ['Contract Manager', null],
    ['Contracts Administrator', null],
    ['Business Analyst (Domain CRM/Contract)', null],
    ['Internal Auditor', null],
    ['International Sales Lead', null],
    ['Internist', null],
    ['Stage Manager', null],
    ['Template Designer', null],
    ['Partner Manager', null],
  ]
  test.each(cases)('%s', (title, expected) => {
    expect(typeOf('', title)).toBe(expected)
  })
})

describe('in top lines and sentences', () => {
  const cases: [string, string | null][] = [
    ['Acme | Engineer | Berlin | Full-time | Onsite', 'full-time'],
    ['Acme | Engineer | REMOTE | Full-time Contract', 'contract'],
    ['Acme | Engineer | REMOTE | Contract', 'contract'],
    ['Acme | Engineer | Berlin | Interns', 'internship'],
    ['This is a full-time position.', 'full-time'],
    ['We hire you on a full time permanent basis.', 'full-time'],
    ['This is a 12-month contract to hire role.', 'contract'],
    ['This is a contract position for nine months.', 'contract'],
    ['We need a freelancer: a freelance developer role', 'contract'],
    ['Six month contract, extension likely', 'contract'],
    ['We offer a B2B contract type', 'contract'],
    ['You work as an independent contractor.', 'contract'],
    ['This is a temporary position.', 'temporary'],
    ['This is a fixed-term contract until May.', 'temporary'],
    ['You manage a remote, part-time schedule.', 'part-time'],
    ['part-time/full-time', 'full-time'],
    ['Wir suchen dich in Vollzeit', 'full-time'],
    ['Wir suchen dich in Teilzeit.', 'part-time'],
    ['Unbefristeter Arbeitsvertrag', 'full-time'],
    ['Poste en CDI à Paris', 'full-time'],
    ['Contrat à durée déterminée de 6 mois', 'temporary'],
    ['Contrato indefinido', 'full-time'],
    ['Umowa o pracę', 'full-time'],
    ['You negotiate contracts with our partners.', null],
    ['Benefits for full-time employees', null],
    ['You study full-time at a university; full-time students welcome', null],
    ['Interns support our team.', null],
    ['a signed contract and client onboarding', null],
    ['permanent resident of the US', null],
    ['while working on interesting part-time projects', null],
    ['Follow FTC guidelines', null],
    ['', null],
  ]
  test.each(cases)('%s', (text, expected) => {
    expect(typeOf(text)).toBe(expected)
  })
})
